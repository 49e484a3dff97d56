/** The points by which a record can be taken hold of. */
import { localFrame } from '../../domain/geometry/localFrame.ts';
import { centroid } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { RecordOf } from '../../domain/records/record.ts';

export type Movable = RecordOf['road' | 'house' | 'sign' | 'camera' | 'lamp' | 'landmark'];

export interface Handle {
  /** vertex, between: of a road, by index; whole, entrance: of a house; place, direction: of a device. */
  readonly what: 'vertex' | 'between' | 'whole' | 'entrance' | 'place' | 'direction';
  readonly index: number;
  readonly position: Position;
  /** Where two are within reach, the lower one is meant. */
  readonly rank: number;
}

/** How far out the tip of the direction arrow is, in the hand's reach. */
const arrowReaches = 4;

export function handlesOf(record: Movable, reachMeters: number): readonly Handle[] {
  switch (record.kind) {
    case 'road': {
      const { coordinates } = record.line;
      return coordinates.flatMap((position, index): Handle[] => {
        const vertex: Handle = { what: 'vertex', index, position, rank: 0 };
        const next = coordinates[index + 1];
        if (!next) return [vertex];
        const middle: Position = [(position[0] + next[0]) / 2, (position[1] + next[1]) / 2];
        return [vertex, { what: 'between', index, position: middle, rank: 1 }];
      });
    }
    case 'house': {
      const entrance: Handle = { what: 'entrance', index: 0, position: record.entrance, rank: 0 };
      if (!record.footprint) return [entrance];
      return [entrance, { what: 'whole', index: 0, position: centroid(record.footprint), rank: 1 }];
    }
    case 'sign':
    case 'camera': {
      const tip = tipOf(record.place, record.facingDegrees, reachMeters * arrowReaches);
      return [
        { what: 'direction', index: 0, position: tip, rank: 0 },
        { what: 'place', index: 0, position: record.place, rank: 1 },
      ];
    }
    case 'lamp':
    case 'landmark':
      return [{ what: 'place', index: 0, position: record.place, rank: 0 }];
  }
}

function tipOf(place: Position, facingDegrees: number, lengthMeters: number): Position {
  const radians = (facingDegrees * Math.PI) / 180;
  return localFrame(place).toDegrees([Math.sin(radians) * lengthMeters, Math.cos(radians) * lengthMeters]);
}
