/**
 * Numbering on foot: which road is underfoot, which way one walks along it, and which house a person means who says
 * "the one on my left".
 */
import { positionAt } from '../geometry/line.ts';
import { distanceMeters } from '../geometry/localFrame.ts';
import { locate } from '../geometry/locate.ts';
import { boxDistanceMeters, type MeasuredLine } from '../geometry/measuredLine.ts';
import { centroid, roundPosition } from '../geometry/polygon.ts';
import type { Position } from '../geometry/shapes.ts';
import { placeTowards } from '../geometry/turn.ts';
import type { Side } from '../records/address.ts';
import type { Candidate } from '../records/candidate.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { newHouse } from './defaultEntrance.ts';
import { placeOnLine, placeOnRoad, type HousePlace } from './housePlace.ts';
import { networkOf, type NetworkRoad } from './network.ts';
import { proposeNumber, type NumberProposal, type NumberStep } from './numberProposal.ts';
import { placeHouse } from './roadOfHouse.ts';

/** A person farther than this from every road stands on none, in metres; a receiver in a lane errs by as much. */
const farthestMeters = 25;
/** Another road must be this much nearer before one is taken to have changed to it, in metres. */
const changeMeters = 6;
/** A receiver at rest wavers by less than this along the road, in metres. */
const stepMeters = 3;
/** A house whose entrance is this far along the road, behind or ahead, is "beside" the walker, in metres. */
const besideMeters = 12;
/** A building this far from the road is not beside it, in metres. */
const setBackMeters = 30;
/** Nobody has a second door this near on the same side, in metres: a new house here is a slip of the thumb. */
const apartMeters = 3;
/** The door of a house nobody has drawn is taken to be this far behind the road's edge, in metres. */
const behindEdgeMeters = 2;

export interface Footing {
  readonly roadId: Id;
  readonly measureMeters: number;
  readonly foot: Position;
  readonly distanceMeters: number;
}

/** `onRoadId`: the road one was on just before, which is not left for a waver of the receiver. */
export function footingAt(world: World, position: Position, onRoadId: Id | null): Footing | null {
  let best: Footing | null = null;
  let least = Infinity;
  for (const { road, line } of networkOf(world).roads) {
    if (boxDistanceMeters(line, position) > farthestMeters) continue;
    const { measureMeters, foot, distanceMeters: away } = locate(line, position);
    if (away > farthestMeters) continue;
    const weighed = away - (road.id === onRoadId ? changeMeters : 0);
    if (weighed < least) [best, least] = [{ roadId: road.id, measureMeters, foot, distanceMeters: away }, weighed];
  }
  return best;
}

/** Whether one walks as the road runs; null where two places tell nothing of it: on two roads, or too near each other. */
export function isForwardFrom(before: Footing | null, now: Footing | null): boolean | null {
  if (!now || now.roadId !== before?.roadId) return null;
  const ahead = now.measureMeters - before.measureMeters;
  return Math.abs(ahead) < stepMeters ? null : ahead > 0;
}

/** The side of the road that lies at a walker's hand; `isForward`: walking as the road runs. */
export const sideAt = (hand: Side, isForward: boolean): Side => (isForward ? hand : hand === 'left' ? 'right' : 'left');

/** What lies at a walker's hand, and what a press would do. */
export type Beside = { readonly side: Side; readonly proposal: NumberProposal } & (
  | { readonly kind: 'house'; readonly house: House }
  | { readonly kind: 'candidate'; readonly candidate: Candidate }
  /** No building is known here: a house would be made with its door at `entrance`. */
  | { readonly kind: 'nothing'; readonly entrance: Position }
  /** The house here has its number. */
  | { readonly kind: 'numbered'; readonly house: House; readonly number: string }
);

export function besideWalker(
  world: World,
  { roadId, measureMeters }: Footing,
  side: Side,
  { step, lastId, on }: { readonly step: NumberStep; readonly lastId: Id | null; readonly on?: string },
): Beside | null {
  const found = networkOf(world).byId.get(roadId);
  if (!found) return null;
  const { line, road } = found;
  const near = [...world.house.values()].flatMap((house) => {
    const place = house.state === 'demolished' ? null : placeHouse(world, house);
    if (!place || place.roadId !== roadId || place.side !== side) return [];
    return [{ house, place, away: Math.abs(place.measureMeters - measureMeters) }];
  });
  // Of several behind one mouth the nearest to it.
  near.sort((a, b) => a.away - b.away || a.place.alongMeters - b.place.alongMeters);
  const asked = (place: HousePlace, houseId: Id | null) => proposeNumber(world, { place, houseId, step, lastId, on });
  const [nearest] = near;
  const own = nearest && (nearest.away < apartMeters || fronts(nearest, line, measureMeters)) ? nearest : null;

  const open = near.find(({ house, away }) => away <= besideMeters && numberOf(world, house) === null);
  const ownNumber = own && numberOf(world, own.house);
  // A long house whose door is farther on, but along whose wall one walks.
  const meant = open ?? (ownNumber === null ? own : null);
  if (meant) {
    const proposal = asked(meant.place, meant.house.id);
    return proposal && { kind: 'house', side, house: meant.house, proposal };
  }
  const candidate = candidateBeside(world, found, measureMeters, side);
  if (candidate) {
    const place = placeOnRoad(world, newHouse(candidate.footprint), roadId);
    const proposal = place && asked(place, null);
    return proposal && { kind: 'candidate', side, candidate, proposal };
  }
  const entrance = entranceBeside(road, measureMeters, side);
  const proposal = asked({ roadId, ...placeOnLine(line, entrance, null) }, null);
  if (!proposal) return null;
  if (own && ownNumber !== null) return { kind: 'numbered', side, house: own.house, number: ownNumber, proposal };
  return { kind: 'nothing', side, entrance, proposal };
}

/** It lies on the road, and its walls reach along it to where the walker stands. */
function fronts(
  { house: { footprint }, place }: { readonly house: House; readonly place: HousePlace },
  line: MeasuredLine,
  measureMeters: number,
): boolean {
  if (place.mouth) return false;
  const along = (footprint?.coordinates[0] ?? []).map((corner) => locate(line, corner).measureMeters);
  return Math.min(...along) <= measureMeters && measureMeters <= Math.max(...along);
}

/** Also on another road: its address was given by somebody. */
function numberOf(world: World, house: House): string | null {
  for (const { houseId, state, number, numberedBy } of world.address.values()) {
    if (houseId === house.id && (state === 'issued' || (state === 'draft' && numberedBy === 'hand'))) return number;
  }
  return null;
}

function candidateBeside(
  world: World,
  { road, line }: NetworkRoad,
  measureMeters: number,
  side: Side,
): Candidate | null {
  let best: Candidate | null = null;
  let least = besideMeters;
  const { position: here } = positionAt(road.line, measureMeters);
  for (const candidate of world.candidate.values()) {
    if (candidate.state !== 'open') continue;
    const at = centroid(candidate.footprint);
    if (distanceMeters(at, here) > setBackMeters + besideMeters) continue;
    const place = locate(line, at);
    const away = Math.abs(place.measureMeters - measureMeters);
    if (place.side !== side || place.distanceMeters > setBackMeters || away > least) continue;
    [best, least] = [candidate, away];
  }
  return best;
}

/** Behind the road's edge at this measure. */
function entranceBeside(road: Road, measureMeters: number, side: Side): Position {
  const { position, bearingDegrees } = positionAt(road.line, measureMeters);
  const across = bearingDegrees + (side === 'left' ? -90 : 90);
  return roundPosition(placeTowards(position, across, road.widthMeters / 2 + behindEdgeMeters));
}
