/** Two roads that cross without a point of either at the crossing: a junction nobody drew, or a line gone astray. */
import { networkOf, snapToleranceMeters, type NetworkRoad } from '../addressing/network.ts';
import { roadLabel } from '../addressing/roadName.ts';
import { lineMeetings, type LineMeeting } from '../geometry/crossing.ts';
import { distanceMeters } from '../geometry/localFrame.ts';
import type { LineString, Position } from '../geometry/shapes.ts';
import type { World } from '../records/world.ts';
import { defineCheck, type Found } from './check.ts';

/** A point of a line this near is the junction. */
const junctionMeters = 2;

export const roadCrossing = defineCheck({
  id: 'road-crossing',
  severity: 'notice',
  kinds: ['road'],
  *look(world): Generator<Found | undefined> {
    for (const crossing of crossings(world)) yield crossing && foundAt(world, crossing);
  },
});

interface Crossing {
  readonly one: NetworkRoad;
  readonly other: NetworkRoad;
  readonly meeting: LineMeeting;
}

const foundAt = (world: World, { one, other, meeting }: Crossing): Found => ({
  recordIds: [one.road.id, other.road.id],
  at: meeting.at,
  params: { road: roadLabel(world, one.road), other: roadLabel(world, other.road) },
  facts: meeting.at.map((degrees) => degrees.toFixed(5)),
  fix: () => ({
    does: 'add-junction',
    kind: 'road.reshape',
    input: { id: one.road.id, line: withPoint(one.road.line, meeting.segments[0], meeting.at) },
    params: { road: roadLabel(world, one.road) },
  }),
});

function* crossings(world: World): Generator<Crossing | undefined> {
  const { roads, index } = networkOf(world);
  for (const [number, one] of roads.entries()) {
    yield;
    const { west, south, east, north } = one.line;
    for (const at of index?.search(west, south, east, north) ?? []) {
      if (at <= number) continue;
      const other = roads[at]!;
      for (const meeting of lineMeetings(one.line.coordinates, other.line.coordinates)) {
        if (!isJunction(meeting.at, one, other)) yield { one, other, meeting };
      }
    }
  }
}

/** A point of either line lies there, or an end so near that the one road opens to the other. */
function isJunction(at: Position, one: NetworkRoad, other: NetworkRoad): boolean {
  return [
    [one, other],
    [other, one],
  ].some(([of, to]) => {
    const { coordinates } = of!.line;
    const reach = snapToleranceMeters + to!.road.widthMeters / 2;
    return coordinates.some((position, index) => {
      const isEnd = index === 0 || index === coordinates.length - 1;
      return distanceMeters(position, at) <= (isEnd ? reach : junctionMeters);
    });
  });
}

const withPoint = (line: LineString, segment: number, at: Position): LineString => ({
  type: 'LineString',
  coordinates: line.coordinates.toSpliced(segment + 1, 0, at),
});
