/** The points by which a record can be taken hold of. */
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import { centroid } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { placeTowards } from '../../domain/geometry/turn.ts';
import type { House } from '../../domain/records/house.ts';
import type { RecordOf } from '../../domain/records/record.ts';

export type Movable = RecordOf['road' | 'house' | 'sign' | 'camera' | 'lamp' | 'landmark'];

export interface Handle {
  /**
   * vertex, between: of a road or an outline, by index; whole, turn, entrance: of a house; foot: on the road it is on;
   * place, direction: of a device.
   */
  readonly what: 'vertex' | 'between' | 'whole' | 'turn' | 'entrance' | 'foot' | 'place' | 'direction';
  readonly index: number;
  readonly position: Position;
  /** Where two are within reach, the lower one is meant. */
  readonly rank: number;
}

/** How far out the tip of the direction arrow is, in the hand's reach. */
const arrowReaches = 4;
/** How far above a house the knob is by which it is turned. */
const knobReaches = 2.5;
/** A piece shorter than this many reaches has no small point: it could not be told from its ends. */
const betweenReaches = 3;
/** An outline whose walls are shorter than this on average is moved whole; its corners could not be told apart. */
const cornerReaches = 1.6;

export function handlesOf(record: Movable, reachMeters: number): readonly Handle[] {
  switch (record.kind) {
    case 'road':
      return chainHandles(record.line.coordinates, reachMeters);
    case 'house':
      return houseHandles(record, reachMeters);
    case 'sign':
    case 'camera': {
      const tip = placeTowards(record.place, record.facingDegrees, reachMeters * arrowReaches);
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

/** The nearest within reach; a point itself before the small one between two. */
export function nearestHandle(handles: readonly Handle[], position: Position, reachMeters: number): Handle | null {
  const near = handles
    .map((handle) => ({ handle, meters: distanceMeters(handle.position, position) }))
    .filter(({ meters }) => meters <= reachMeters)
    .sort((one, other) => one.handle.rank - other.handle.rank || one.meters - other.meters);
  return near[0]?.handle ?? null;
}

/** The points of a line, and one between each two that are far enough apart. */
function chainHandles(positions: readonly Position[], reachMeters: number): readonly Handle[] {
  return positions.flatMap((position, index): Handle[] => {
    const vertex: Handle = { what: 'vertex', index, position, rank: 0 };
    const next = positions[index + 1];
    if (!next || distanceMeters(position, next) < reachMeters * betweenReaches) return [vertex];
    const middle: Position = [(position[0] + next[0]) / 2, (position[1] + next[1]) / 2];
    return [vertex, { what: 'between', index, position: middle, rank: 1 }];
  });
}

function houseHandles({ entrance, footprint }: House, reachMeters: number): readonly Handle[] {
  const door: Handle = { what: 'entrance', index: 0, position: entrance, rank: 0 };
  if (!footprint) return [door];
  const ring = footprint.coordinates[0] ?? [];
  const middle = centroid(footprint);
  const whole: Handle = { what: 'whole', index: 0, position: middle, rank: 3 };
  const radius = Math.max(...ring.map((corner) => distanceMeters(middle, corner)));
  const knob = placeTowards(middle, 0, radius + reachMeters * knobReaches);
  const turn: Handle = { what: 'turn', index: 0, position: knob, rank: 0 };
  const around = ring.slice(1).reduce((sum, corner, index) => sum + distanceMeters(ring[index]!, corner), 0);
  const corners = around / (ring.length - 1) < reachMeters * cornerReaches ? [] : chainHandles(ring, reachMeters);
  // The ring ends where it begins.
  const once = corners.filter(({ what, index }) => what !== 'vertex' || index < ring.length - 1);
  return [door, turn, ...once.map((handle) => ({ ...handle, rank: handle.rank + 1 })), whole];
}
