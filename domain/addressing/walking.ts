/**
 * Numbering on foot: which road is underfoot, which way one walks along it, and which house a person means who says
 * "the one on my left".
 */
import { positionAt } from '../geometry/line.ts';
import { degreeLengths, localFrame } from '../geometry/localFrame.ts';
import { locate } from '../geometry/locate.ts';
import { boxDistanceMeters, type MeasuredLine } from '../geometry/measuredLine.ts';
import { centroid, roundPosition } from '../geometry/polygon.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Side } from '../records/address.ts';
import type { Candidate } from '../records/candidate.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';
import { networkOf } from './network.ts';
import { numbersThatStay, proposeNumber, type NumberProposal, type NumberStep } from './numberProposal.ts';
import { roadOfHouse } from './roadOfHouse.ts';

/** A person farther than this from every road stands on none, in metres; a receiver in a lane errs by as much. */
const farthestMeters = 25;
/** Another road must be this much nearer before one is taken to have changed to it, in metres. */
const changeMeters = 6;
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
    const { measureMeters, foot, distanceMeters } = locate(line, position);
    if (distanceMeters > farthestMeters) continue;
    const weighed = distanceMeters - (road.id === onRoadId ? changeMeters : 0);
    if (weighed < least) [best, least] = [{ roadId: road.id, measureMeters, foot, distanceMeters }, weighed];
  }
  return best;
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
  { step, lastId }: { readonly step: NumberStep; readonly lastId: Id | null },
): Beside | null {
  const numbers = new Map(numbersThatStay(world, roadId).map((other) => [other.houseId, other.number]));
  const near = [...world.house.values()].flatMap((house) => {
    const place = house.state === 'demolished' ? null : roadOfHouse(world, house);
    if (!place || place.roadId !== roadId || place.side !== side) return [];
    return [{ house, away: Math.abs(place.measureMeters - measureMeters) }];
  });
  near.sort((a, b) => a.away - b.away);
  const asked = (entrance: Position, houseId: Id | null) =>
    proposeNumber(world, { roadId, entrance, houseId, step, lastId });

  const open = near.find(({ house, away }) => away <= besideMeters && !hasNumber(world, house, numbers));
  const house = open?.house;
  if (house) {
    const proposal = asked(house.entrance, house.id);
    return proposal && { kind: 'house', side, house, proposal };
  }
  const candidate = candidateBeside(world, roadId, measureMeters, side);
  if (candidate) {
    const proposal = asked(candidate.at, null);
    return proposal && { kind: 'candidate', side, candidate: candidate.candidate, proposal };
  }
  const entrance = entranceBeside(world, roadId, measureMeters, side);
  const proposal = entrance && asked(entrance, null);
  if (!entrance || !proposal) return null;
  const [nearest] = near;
  const line = networkOf(world).byId.get(roadId)!.line;
  const own =
    nearest && (nearest.away < apartMeters || fronts(nearest.house, line, measureMeters)) ? nearest.house : null;
  if (own) return { kind: 'numbered', side, house: own, number: numberOf(world, own) ?? '', proposal };
  return { kind: 'nothing', side, entrance, proposal };
}

/** Its walls reach along the road to where the walker stands. */
function fronts({ footprint }: House, line: MeasuredLine, measureMeters: number): boolean {
  const along = (footprint?.coordinates[0] ?? []).map((corner) => locate(line, corner).measureMeters);
  return Math.min(...along) <= measureMeters && measureMeters <= Math.max(...along);
}

function hasNumber(world: World, house: House, numbers: ReadonlyMap<Id, string>): boolean {
  // Also on another road: its address was given by somebody.
  return numbers.has(house.id) || numberOf(world, house) !== null;
}

function numberOf(world: World, house: House): string | null {
  for (const { houseId, state, number, numberedBy } of world.address.values()) {
    if (houseId === house.id && (state === 'issued' || (state === 'draft' && numberedBy === 'hand'))) return number;
  }
  return null;
}

function candidateBeside(
  world: World,
  roadId: Id,
  measureMeters: number,
  side: Side,
): { readonly candidate: Candidate; readonly at: Position } | null {
  const found = networkOf(world).byId.get(roadId);
  if (!found) return null;
  const { line, road } = found;
  let best: { readonly candidate: Candidate; readonly at: Position } | null = null;
  let least = besideMeters;
  const { position: here } = positionAt(road.line, measureMeters);
  const { lngMeters, latMeters } = degreeLengths(here[1]);
  for (const candidate of world.candidate.values()) {
    if (candidate.state !== 'open') continue;
    const at = centroid(candidate.footprint);
    const isFar =
      Math.hypot((at[0] - here[0]) * lngMeters, (at[1] - here[1]) * latMeters) > setBackMeters + besideMeters;
    if (isFar) continue;
    const place = locate(line, at);
    const away = Math.abs(place.measureMeters - measureMeters);
    if (place.side !== side || place.distanceMeters > setBackMeters || away > least) continue;
    [best, least] = [{ candidate, at }, away];
  }
  return best;
}

/** Behind the road's edge at this measure. */
function entranceBeside(world: World, roadId: Id, measureMeters: number, side: Side): Position | null {
  const road = networkOf(world).byId.get(roadId)?.road;
  if (!road) return null;
  const { position, bearingDegrees } = positionAt(road.line, measureMeters);
  const across = ((bearingDegrees + (side === 'left' ? -90 : 90)) * Math.PI) / 180;
  const away = road.widthMeters / 2 + behindEdgeMeters;
  return roundPosition(localFrame(position).toDegrees([Math.sin(across) * away, Math.cos(across) * away]));
}
