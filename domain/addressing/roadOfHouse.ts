/** Which road a house is on, where and why: the person's choice, else the nearest, the wider at a corner (RULES R3). */
import { degreeLengths } from '../geometry/localFrame.ts';
import { locate, type LinePlace, type LineSide } from '../geometry/locate.ts';
import { boxDistanceMeters } from '../geometry/measuredLine.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import { defaultNumberingProfile } from '../records/village.ts';
import { villageOf, type World } from '../records/world.ts';
import { networkOf, type Network, type NetworkRoad } from './network.ts';

/** An entrance lies at a corner when the edges of two roads are equally near, give or take this much. */
export const cornerToleranceMeters = 2;

export type RoadReason = 'chosen' | 'only-road' | 'nearest' | 'wider-at-corner';

export interface RoadOfHouse {
  readonly roadId: Id;
  /** Rounded to 0.01 and never beyond the road's length: as stored in an address. */
  readonly measureMeters: number;
  /** Exact, and going on past the road's ends: the order of entrances. */
  readonly alongMeters: number;
  readonly side: LineSide;
  /** From the entrance to the centre line. */
  readonly distanceMeters: number;
  readonly foot: Position;
  readonly reason: RoadReason;
  readonly runnerUpRoadId: Id | null;
}

/** Null when no road is within the profile's reach. */
export function roadOfHouse(world: World, house: House): RoadOfHouse | null {
  const profile = villageOf(world)?.numberingProfile ?? defaultNumberingProfile;
  return placeHouse(networkOf(world), house, profile.maxEntranceDistanceMeters);
}

interface Candidate {
  readonly at: NetworkRoad;
  readonly place: LinePlace;
  /** Metres to the road's edge: a wide road is nearer than its centre line tells. */
  readonly edgeMeters: number;
}

/** The same on a network already made, for many houses. */
export function placeHouse(network: Network, house: House, maxDistanceMeters: number): RoadOfHouse | null {
  const chosen = house.chosenRoadId === null ? undefined : network.byId.get(house.chosenRoadId);
  const candidates = nearestRoads(network, house.entrance, maxDistanceMeters);
  const [first, second] = candidates;
  if (chosen) {
    const runnerUp = candidates.find(({ at }) => at.road.id !== chosen.road.id);
    return result(chosen, locate(chosen.line, house.entrance), 'chosen', runnerUp?.at.road.id ?? null);
  }
  if (!first) return null;
  const wider = candidates
    .filter((one) => one.edgeMeters <= first.edgeMeters + cornerToleranceMeters)
    .filter((one) => one.at.road.widthMeters > first.at.road.widthMeters)
    .sort((a, b) => b.at.road.widthMeters - a.at.road.widthMeters || byNearness(a, b))[0];
  if (wider) return result(wider.at, wider.place, 'wider-at-corner', first.at.road.id);
  return result(first.at, first.place, second ? 'nearest' : 'only-road', second?.at.road.id ?? null);
}

const byNearness = (a: Candidate, b: Candidate): number =>
  a.edgeMeters - b.edgeMeters ||
  b.at.road.widthMeters - a.at.road.widthMeters ||
  a.place.distanceMeters - b.place.distanceMeters ||
  (a.at.road.id < b.at.road.id ? -1 : 1);

/** The nearest road, the second nearest, and all that share a corner with the nearest; nearest first. */
function nearestRoads(network: Network, position: Position, maxDistanceMeters: number): Candidate[] {
  const scale = degreeLengths(position[1]);
  let candidates: Candidate[] = [];
  let best = Infinity;
  let second = Infinity;
  const { roads, boxes } = network;
  const [lng, lat] = position;
  const reachLng = maxDistanceMeters / scale.lngMeters;
  const reachLat = maxDistanceMeters / scale.latMeters;
  for (let i = 0; i < roads.length; i += 1) {
    if (lng < boxes[i * 4]! - reachLng || lng > boxes[i * 4 + 2]! + reachLng) continue;
    if (lat < boxes[i * 4 + 1]! - reachLat || lat > boxes[i * 4 + 3]! + reachLat) continue;
    const at = roads[i]!;
    const half = at.road.widthMeters / 2;
    const limit = Math.max(second, best + cornerToleranceMeters);
    if (boxDistanceMeters(at.line, position, scale) - half > limit) continue;
    const place = locate(at.line, position);
    if (place.distanceMeters > maxDistanceMeters) continue;
    const edgeMeters = Math.max(0, place.distanceMeters - half);
    if (edgeMeters > limit) continue;
    candidates.push({ at, place, edgeMeters });
    if (edgeMeters < best) {
      second = best;
      best = edgeMeters;
    } else if (edgeMeters < second) second = edgeMeters;
  }
  candidates = candidates.sort(byNearness);
  return candidates.filter((one, index) => index < 2 || one.edgeMeters <= best + cornerToleranceMeters);
}

function result(at: NetworkRoad, place: LinePlace, reason: RoadReason, runnerUpRoadId: Id | null): RoadOfHouse {
  const { measureMeters, alongMeters, side, distanceMeters, foot } = place;
  return {
    roadId: at.road.id,
    measureMeters: storedMeasure(measureMeters, at.line.lengthMeters),
    alongMeters,
    side,
    distanceMeters,
    foot,
    reason,
    runnerUpRoadId,
  };
}

/** Rounded to a centimetre, and down rather than past the road's end. */
export const storedMeasure = (measureMeters: number, lengthMeters: number): number =>
  Math.max(0, Math.min(Math.round(measureMeters * 100), Math.floor(lengthMeters * 100)) / 100);
