/** A road that ends just short of another: on the map it opens nowhere, on the ground it surely does. */
import { networkOf, snapToleranceMeters, touching, type Network, type NetworkRoad } from '../addressing/network.ts';
import { roadLabel } from '../addressing/roadName.ts';
import { lineMeetings } from '../geometry/crossing.ts';
import { degreeLengths } from '../geometry/localFrame.ts';
import { roundPosition } from '../geometry/rounding.ts';
import type { LineString, Position } from '../geometry/shapes.ts';
import type { World } from '../records/world.ts';
import { defineCheck, type Found } from './check.ts';
import { distanceToRoads, type RoadNearby } from './distanceToRoads.ts';
import { footprintsOf } from './footprints.ts';

/** From the end to the other road's edge: what is farther may well be a dead end. */
const almostMeters = 15;
/** The other road lies ahead of the end, not beside it: the cosine of 60 degrees. */
const aheadCosine = 0.5;

export const endAlmostConnected = defineCheck({
  id: 'end-almost-connected',
  severity: 'notice',
  kinds: ['road', 'house'],
  *look(world): Generator<Found | undefined> {
    const network = networkOf(world);
    for (const road of network.roads) {
      for (const end of ['start', 'end'] as const) {
        const other = almostReached(world, network, road, end);
        yield other ? foundAt(world, road, end, other) : undefined;
      }
    }
  },
});

function foundAt(world: World, { road }: NetworkRoad, end: 'start' | 'end', other: RoadNearby): Found {
  const params = { road: roadLabel(world, road), other: roadLabel(world, other.at.road) };
  return {
    recordIds: [road.id],
    besideIds: [other.at.road.id],
    at: endOf(road.line, end),
    params: { ...params, meters: Math.round(other.edgeMeters) },
    facts: [other.at.road.id, ...endOf(road.line, end)],
    fix: () => ({
      does: 'join-end',
      kind: 'road.reshape',
      input: { id: road.id, line: lengthened(road.line, end, roundPosition(other.place.foot)) },
      params,
    }),
  };
}

function almostReached(world: World, network: Network, one: NetworkRoad, end: 'start' | 'end'): RoadNearby | null {
  const { road, line } = one;
  const position = endOf(road.line, end);
  if (line.closed || touching(network, position, road.id).length > 0) return null;
  const withinMeters = almostMeters + network.mostHalfWidthMeters;
  const nearby = distanceToRoads(network, position, withinMeters).find(
    ({ at, edgeMeters }) => at !== one && edgeMeters > snapToleranceMeters && edgeMeters <= almostMeters,
  );
  if (!nearby || !isAhead(road.line, end, nearby.place.foot)) return null;
  return isBuiltOver(world, position, nearby.place.foot) ? null : nearby;
}

const endOf = ({ coordinates }: LineString, end: 'start' | 'end'): Position =>
  end === 'start' ? coordinates[0]! : coordinates.at(-1)!;

function isAhead({ coordinates }: LineString, end: 'start' | 'end', foot: Position): boolean {
  const [inner, outer] =
    end === 'start' ? [coordinates[1]!, coordinates[0]!] : [coordinates.at(-2)!, coordinates.at(-1)!];
  const { lngMeters, latMeters } = degreeLengths(outer[1]);
  const [dx, dy] = [(outer[0] - inner[0]) * lngMeters, (outer[1] - inner[1]) * latMeters];
  const [fx, fy] = [(foot[0] - outer[0]) * lngMeters, (foot[1] - outer[1]) * latMeters];
  return dx * fx + dy * fy >= aheadCosine * Math.sqrt((dx * dx + dy * dy) * (fx * fx + fy * fy));
}

/** A house stands in between: then it is a dead end. */
function isBuiltOver(world: World, from: Position, to: Position): boolean {
  const box = {
    west: Math.min(from[0], to[0]),
    south: Math.min(from[1], to[1]),
    east: Math.max(from[0], to[0]),
    north: Math.max(from[1], to[1]),
  };
  return footprintsOf(world)
    .near(box)
    .some(({ polygon }) => polygon.coordinates.some((ring) => lineMeetings([from, to], ring).length > 0));
}

const lengthened = ({ coordinates }: LineString, end: 'start' | 'end', to: Position): LineString => ({
  type: 'LineString',
  coordinates: end === 'start' ? [to, ...coordinates] : [...coordinates, to],
});
