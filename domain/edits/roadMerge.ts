/**
 * Two roads whose ends meet become one line that runs as the first one does. Measures count on; the second road's houses,
 * lanes, signs and drafts come along, drafts whose number the first road has already wait to be numbered. Issued addresses
 * of the second road would bear another name: that needs a decision (`numbering.reshape`). Issued ones of the first keep
 * everything, also where the second road comes before their start.
 */
import type { Static } from 'typebox';
import { networkOf, parentOf, snapToleranceMeters } from '../addressing/network.ts';
import { storedMeasure } from '../addressing/housePlace.ts';
import { isNamed } from '../addressing/roadName.ts';
import { lineLengthMeters, locateOnLine } from '../geometry/line.ts';
import { joinLines, nearestEnds, type JoinedLine } from '../geometry/linePieces.ts';
import { measureLine } from '../geometry/measuredLine.ts';
import type { DeepReadonly } from '../plain.ts';
import { nextVersion } from '../records/change.ts';
import type { Address } from '../records/address.ts';
import { Id, record } from '../records/fields.ts';
import type { AnyRecord } from '../records/record.ts';
import type { Road } from '../records/road.ts';
import { applyChange, type World } from '../records/world.ts';
import { defineEdit, isRefusal } from './edit.ts';
import { addressesOnRoad } from './issued.ts';
import { refuse, type Refusal } from './refusal.ts';
import { issuedUnder, standingOnRoad, withoutDecision, type Reshaping } from './reshaping.ts';

export const mergeInput = record({
  /** Keeps its record, name and direction. */
  keepId: Id,
  otherId: Id,
});

export const roadMerge = defineEdit({
  kind: 'road.merge',
  input: mergeInput,
  targets: ({ keepId, otherId }) => [keepId, otherId],
  run: (world, edit) => {
    const reshaping = mergeRoads(world, edit.input);
    return isRefusal(reshaping) ? reshaping : withoutDecision(world, reshaping);
  },
});

/** Why two roads cannot become one line, or undefined. */
export function mergeRefusal(world: World, keep: Road, other: Road): Refusal | undefined {
  const ids = [keep.id, other.id];
  if (keep.id === other.id) return refuse('nothing-changes', [keep.id]);
  if (keep.state === 'closed' || other.state === 'closed') return refuse('road-carries-no-addresses', ids);
  const network = networkOf(world);
  const opensFrom = (lane: Road, road: Road): boolean => parentOf(network, lane)?.road.id === road.id;
  if (opensFrom(keep, other) || opensFrom(other, keep)) return refuse('merge-with-own-lane', ids);
  if (keep.class !== other.class) return refuse('merge-classes-differ', ids, { class: keep.class, other: other.class });
  const isLoop = [keep, other].some(({ line }) => measureLine(line).closed);
  const { gapMeters } = nearestEnds(keep.line, other.line);
  if (!isLoop && gapMeters <= snapToleranceMeters) return undefined;
  const ends = [other.line.coordinates[0]!, other.line.coordinates.at(-1)!];
  const ownEnds = [keep.line.coordinates[0]!, keep.line.coordinates.at(-1)!];
  const isFork =
    ends.some((end) => locateOnLine(keep.line, end).distanceMeters <= snapToleranceMeters) ||
    ownEnds.some((end) => locateOnLine(other.line, end).distanceMeters <= snapToleranceMeters);
  return isFork
    ? refuse('merge-at-fork', ids)
    : refuse('merge-ends-apart', ids, { meters: Math.round(gapMeters), most: snapToleranceMeters });
}

/** The roads with which one could be merged, by their ids. */
export function mergeableWith(world: World, road: Road): readonly Id[] {
  return [...world.road.values()]
    .filter((other) => other.id !== road.id && !mergeRefusal(world, road, other))
    .map(({ id }) => id)
    .sort();
}

export function mergeRoads(world: World, input: DeepReadonly<Static<typeof mergeInput>>): Reshaping | Refusal {
  const { keepId, otherId } = input;
  const [keep, other] = [world.road.get(keepId), world.road.get(otherId)];
  if (!keep || !other) return refuse('record-missing', [keep ? otherId : keepId]);
  const problem = mergeRefusal(world, keep, other);
  if (problem) return problem;
  const joined = joinLines(keep.line, other.line, nearestEnds(keep.line, other.line));
  // What was official on the other road stays findable there, so its record stays, closed, and its name with it.
  const hasPast = addressesOnRoad(world, otherId).some(({ state }) => state !== 'draft');
  // A number is a name on the road it is counted on, and none on another.
  const numbered = !isNamed(keep) && other.numberName !== null ? other : keep;
  const merged = nextVersion(keep, {
    line: joined.line,
    name: keep.name ?? (hasPast ? null : other.name),
    numberName: numbered.numberName,
    parentRoadId: numbered.parentRoadId,
  });
  const updated: [AnyRecord, AnyRecord][] = [[keep, merged]];
  const deleted: AnyRecord[] = [];

  const numbers = new Set<string>();
  const lengthMeters = lineLengthMeters(joined.line);
  for (const address of standingOnRoad(world, keepId)) {
    numbers.add(address.number);
    const measureMeters = storedMeasure(address.measureMeters + joined.shiftMeters, lengthMeters);
    updated.push([address, nextVersion(address, { measureMeters })]);
  }
  for (const address of standingOnRoad(world, otherId)) {
    if (address.state === 'draft' && numbers.has(address.number)) deleted.push(address);
    else updated.push([address, nextVersion(address, { roadId: keepId, ...carriedAcross(joined, other, address) })]);
  }
  const laneNames = new Set<string | null>();
  for (const lane of world.road.values()) if (lane.parentRoadId === keepId) laneNames.add(lane.numberName);
  for (const lane of world.road.values()) {
    if (lane.parentRoadId !== otherId) continue;
    const numberName = laneNames.has(lane.numberName) ? null : lane.numberName;
    updated.push([lane, nextVersion(lane, { parentRoadId: keepId, numberName })]);
  }
  for (const house of world.house.values()) {
    if (house.chosenRoadId === otherId) updated.push([house, nextVersion(house, { chosenRoadId: keepId })]);
  }
  for (const sign of world.sign.values()) {
    if (sign.roadId === otherId) updated.push([sign, nextVersion(sign, { roadId: keepId })]);
  }
  if (hasPast) updated.push([other, nextVersion(other, { state: 'closed' })]);
  else deleted.push(other);
  const anew = issuedUnder(world, otherId);
  return { after: applyChange(world, { created: [], updated, deleted }), roadIds: [keepId], anew };
}

/** Measure and side of one of the other road's addresses on the joined line: counted on, not measured again. */
function carriedAcross(
  { line, isOtherTurned, otherShiftMeters }: JoinedLine,
  other: Road,
  { measureMeters, side }: Address,
): Pick<Address, 'measureMeters' | 'side'> {
  const along = isOtherTurned ? lineLengthMeters(other.line) - measureMeters : measureMeters;
  return {
    measureMeters: storedMeasure(along + otherShiftMeters, lineLengthMeters(line)),
    side: isOtherTurned ? (side === 'left' ? 'right' : 'left') : side,
  };
}
