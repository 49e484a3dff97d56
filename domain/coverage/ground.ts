/** What coverage asks of a village again and again, made once: its roads in pieces and the walls between them. */
import { carriesAddresses } from '../addressing/network.ts';
import { BoxGrid } from '../geometry/boxGrid.ts';
import type { Share } from '../geometry/disc.ts';
import { lengthOf, type LocalFrame, type Meters } from '../geometry/localFrame.ts';
import { measureLine } from '../geometry/measuredLine.ts';
import { wallsOf, type Walls } from '../geometry/walls.ts';
import type { Id } from '../records/fields.ts';
import { remember } from '../records/remember.ts';
import type { Road } from '../records/road.ts';
import { villageFrameOf } from '../records/villageFrame.ts';
import type { World } from '../records/world.ts';
import type { Stretch } from './stretches.ts';

/** A straight piece of a road between two of its vertices. */
export interface RoadPiece {
  readonly roadId: Id;
  readonly from: Meters;
  readonly to: Meters;
  /** Metres from the road's start to the piece's. */
  readonly startMeters: number;
  readonly lengthMeters: number;
}

/** Where on its road a part of a piece lies. */
export const stretchOn = ({ startMeters, lengthMeters }: RoadPiece, [from, to]: Share): Stretch => ({
  fromMeters: startMeters + from * lengthMeters,
  toMeters: startMeters + to * lengthMeters,
});

export interface CoverageGround {
  readonly frame: LocalFrame;
  readonly walls: Walls;
  /** What is to be seen and lit: driveways belong to houses. By id, with their lengths. */
  readonly roadMeters: ReadonlyMap<Id, number>;
  readonly lengthMeters: number;
  /** The pieces that may come so near to a place; the list is good until the next question. */
  readonly piecesNear: (place: Meters, meters: number) => readonly RoadPiece[];
}

export const coverageGroundOf = remember(['village', 'road', 'house'], (world: World): CoverageGround => {
  const frame = villageFrameOf(world);
  const footprints = [...world.house.values()].flatMap(({ state, footprint }) =>
    state === 'demolished' || footprint === null ? [] : [footprint],
  );
  const streets = [...world.road.values()].filter(carriesAddresses);
  const pieces = streets.flatMap((road) => piecesOf(road, frame));
  const boxes = new Float64Array(pieces.length * 4);
  pieces.forEach(({ from, to }, index) => {
    boxes[index * 4] = Math.min(from[0], to[0]);
    boxes[index * 4 + 1] = Math.min(from[1], to[1]);
    boxes[index * 4 + 2] = Math.max(from[0], to[0]);
    boxes[index * 4 + 3] = Math.max(from[1], to[1]);
  });
  const grid = new BoxGrid(boxes);
  const roadMeters = new Map(streets.map(({ id, line }) => [id, measureLine(line).lengthMeters]));
  return {
    frame,
    walls: wallsOf(footprints, frame),
    roadMeters,
    lengthMeters: [...roadMeters.values()].reduce((sum, meters) => sum + meters, 0),
    piecesNear([x, y], meters) {
      const count = grid.search(x - meters, y - meters, x + meters, y + meters);
      return Array.from({ length: count }, (_, index) => pieces[grid.found[index]!]!);
    },
  };
});

function piecesOf({ id, line }: Road, frame: LocalFrame): RoadPiece[] {
  const { cumulativeMeters } = measureLine(line);
  const places = line.coordinates.map(frame.toMeters);
  return places.slice(1).flatMap((to, index) => {
    const from = places[index]!;
    if (lengthOf(to[0] - from[0], to[1] - from[1]) === 0) return [];
    const startMeters = cumulativeMeters[index]!;
    return { roadId: id, from, to, startMeters, lengthMeters: cumulativeMeters[index + 1]! - startMeters };
  });
}
