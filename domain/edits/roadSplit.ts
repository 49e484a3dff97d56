/**
 * One road becomes two at a place on it; every house and address keeps its place. The first part keeps the record, its
 * name and its numbers; the part beyond takes along what lies on it: drafts with their numbers, the lanes that open from
 * it, signs, and the houses for which it was chosen. Issued addresses beyond would bear another road's name: that needs
 * a decision (`numbering.reshape`).
 */
import type { Static } from 'typebox';
import { mouthTo, suggestParent } from '../addressing/network.ts';
import { classBelow, parentClasses } from '../addressing/roadClass.ts';
import { normalizeText } from '../addressing/roadName.ts';
import { placeOnRoad, storedMeasure } from '../addressing/housePlace.ts';
import { lineLengthMeters, locateOnLine } from '../geometry/line.ts';
import { cutLine } from '../geometry/linePieces.ts';
import { measureLine } from '../geometry/measuredLine.ts';
import { Position } from '../geometry/shapes.ts';
import { shortestLineMeters } from '../geometry/validity.ts';
import type { DeepReadonly } from '../plain.ts';
import { nextVersion } from '../records/change.ts';
import { Id, orNull, record, text } from '../records/fields.ts';
import type { AnyRecord } from '../records/record.ts';
import type { Road } from '../records/road.ts';
import { applyChange, type World } from '../records/world.ts';
import { defineEdit, isRefusal } from './edit.ts';
import { refuse, type Refusal } from './refusal.ts';
import { issuedUnder, standingOnRoad, withoutDecision, type Reshaping } from './reshaping.ts';
import { nameRefusal } from './roadName.ts';

/** A place farther from the line than this is not on the road: the person meant something else. */
const reachMeters = 20;

export const splitInput = record({
  id: Id,
  /** On the road or near it. */
  at: Position,
  /** Of the part beyond the place. */
  newRoadId: Id,
  /** Of the part beyond; null leaves it without a name. */
  newName: orNull(text(100)),
});

export const roadSplit = defineEdit({
  kind: 'road.split',
  input: splitInput,
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const reshaping = splitRoad(world, edit.input);
    return isRefusal(reshaping) ? reshaping : withoutDecision(world, reshaping);
  },
});

export function splitRoad(world: World, input: DeepReadonly<Static<typeof splitInput>>): Reshaping | Refusal {
  const { id, newRoadId, at } = input;
  const road = world.road.get(id);
  if (!road) return refuse('record-missing', [id]);
  if (world.road.has(newRoadId)) return refuse('record-exists', [newRoadId]);
  const { measureMeters: cutMeters, distanceMeters } = locateOnLine(road.line, at);
  if (distanceMeters > reachMeters) return refuse('split-off-road', [id], { meters: Math.round(distanceMeters) });
  const [line, beyond] = cutLine(road.line, cutMeters);
  if ([line, beyond].some((piece) => piece.coordinates.length < 2 || lineLengthMeters(piece) < shortestLineMeters)) {
    return refuse('split-at-end', [id], { meters: shortestLineMeters });
  }
  const name = input.newName === null ? null : normalizeText(input.newName);
  const second = { ...partBeyond(world, road, beyond), id: newRoadId, name };
  const problem = name === null ? undefined : nameRefusal(world, { ...second, roadId: newRoadId }, name);
  if (problem) return problem;

  const isBeyond = (measureMeters: number): boolean => measureMeters > cutMeters;
  const goesBeyond = new Map<Id, boolean>();
  const updated: [AnyRecord, AnyRecord][] = [[road, nextVersion(road, { line })]];
  const firstMeters = lineLengthMeters(line);
  for (const address of standingOnRoad(world, id)) {
    const goes = isBeyond(address.measureMeters);
    goesBeyond.set(address.houseId, goes);
    const place = goes
      ? {
          roadId: newRoadId,
          measureMeters: storedMeasure(address.measureMeters - firstMeters, lineLengthMeters(beyond)),
        }
      : { roadId: id, measureMeters: Math.min(address.measureMeters, storedMeasure(firstMeters, firstMeters)) };
    updated.push([address, nextVersion(address, place)]);
  }
  for (const house of world.house.values()) {
    if (house.chosenRoadId !== id) continue;
    if (goesBeyond.get(house.id) ?? isBeyond(placeOnRoad(world, house, id)!.measureMeters)) {
      updated.push([house, nextVersion(house, { chosenRoadId: newRoadId })]);
    }
  }
  for (const sign of world.sign.values()) {
    if (sign.roadId !== id || !isBeyond(locateOnLine(road.line, sign.place).measureMeters)) continue;
    updated.push([sign, nextVersion(sign, { roadId: newRoadId })]);
  }
  const whole = { road, line: measureLine(road.line) };
  for (const lane of world.road.values()) {
    if (lane.parentRoadId !== id || !isBeyond(mouthTo(lane.line, whole).parentMeasureMeters)) continue;
    // Where the part beyond is one deeper than the road was, so is what opens from it.
    const fits = parentClasses[lane.class].includes(second.class);
    const moved = { parentRoadId: newRoadId, class: fits ? lane.class : classBelow[second.class] };
    updated.push([lane, nextVersion(lane, moved)]);
  }
  const after = applyChange(world, { created: [second], updated, deleted: [] });
  return { after, roadIds: [newRoadId], anew: issuedUnder(after, newRoadId) };
}

/**
 * The part beyond as a way of its own. A road (đường) goes on as one. A lane's is still a lane where its far end opens to
 * another road; else it opens from the first part and is one deeper (RULES §1.3).
 */
function partBeyond(world: World, road: Road, line: Road['line']): Road {
  const part: Road = { ...road, version: 1, line, numberName: null, decisionId: null };
  if (parentClasses[road.class].length === 0 || road.class === 'access') return part;
  const parentRoadId = suggestParent(world, line, road.class, road.id);
  return parentRoadId === null
    ? { ...part, class: classBelow[road.class], parentRoadId: road.id }
    : { ...part, parentRoadId };
}
