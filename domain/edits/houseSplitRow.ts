/**
 * One long building becomes a row of houses of equal width, each with its door in the middle of its front (nhà ống). One
 * part keeps the record with its households, codes and address; the others are new houses. Numbers, if given, are set by
 * hand in the order of the row along the road.
 */
import * as Type from 'typebox';
import { frontOf } from '../addressing/front.ts';
import { networkOf } from '../addressing/network.ts';
import { readHandNumber } from '../addressing/numberByHand.ts';
import { roadOfHouse } from '../addressing/roadOfHouse.ts';
import { locate } from '../geometry/locate.ts';
import type { MeasuredLine } from '../geometry/measuredLine.ts';
import { contains, roundPosition } from '../geometry/polygon.ts';
import { sliceAlong } from '../geometry/polygonSlices.ts';
import type { Polygon, Position } from '../geometry/shapes.ts';
import { polygonProblem } from '../geometry/validity.ts';
import { joinChanges } from '../records/change.ts';
import { Id, orNull, record, text } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import { deriveId } from '../records/identifier.ts';
import { changeBetween } from '../records/worldChange.ts';
import { applyChange } from '../records/world.ts';
import { defineEdit, isRefusal } from './edit.ts';
import { moveHouse } from './houseMove.ts';
import { setNumbers, type HandNumber } from './numberSet.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Nobody lives in a narrower house, in metres. */
const narrowestMeters = 1.5;

export const houseSplitRow = defineEdit({
  kind: 'house.splitRow',
  input: record({
    id: Id,
    /** Of the further houses, in the order of the row: one less than there are parts. */
    newIds: Type.Array(Id, { minItems: 1, maxItems: 99, uniqueItems: true }),
    /** The road the row stands along; null: the one the house is on. */
    roadId: orNull(Id),
    /** Which part keeps the house's record, 0 at the road's start; null: the one at its door. */
    keepPart: orNull(Type.Integer({ minimum: 0, maximum: 99 })),
    /** One for each part, in the order of the row along the road (`rowNumbers` lays them out); null gives none. */
    numbers: orNull(Type.Array(text(20), { minItems: 2, maxItems: 100 })),
  }),
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const { id, newIds, numbers } = edit.input;
    const house = world.house.get(id);
    if (!house) return refuse('record-missing', [id]);
    const taken = newIds.find((newId) => world.house.has(newId));
    if (taken !== undefined) return refuse('record-exists', [taken]);
    const count = newIds.length + 1;
    if (numbers && numbers.length !== count)
      return refuse('row-numbers-differ', [id], { count, given: numbers.length });
    const roadId = edit.input.roadId ?? roadOfHouse(world, house)?.roadId;
    const line = roadId === undefined ? undefined : networkOf(world).byId.get(roadId)?.line;
    if (roadId === undefined || !line) return refuse('row-without-road', [id]);
    const parts = partsAlong(house, line, count);
    if (isRefusal(parts)) return parts;

    const issued = [...world.address.values()].find((address) => address.houseId === id && address.state === 'issued');
    const atDoor = parts.findIndex(({ footprint }) => contains(footprint, house.entrance));
    const nearest = atDoor >= 0 ? atDoor : nearestTo(parts, house.entrance, line);
    const keepPart = edit.input.keepPart ?? nearest;
    if (keepPart >= count) return refuse('row-numbers-differ', [id], { count, given: keepPart + 1 });
    if (issued && keepPart !== nearest)
      return refuse('row-keeps-issued', [id], { number: issued.number, part: nearest + 1 });
    const kept = parts[keepPart]!;
    const moved = moveHouse(world, house, issued ? { ...house, footprint: kept.footprint } : kept);
    if (isRefusal(moved)) return moved;
    const ids = [...newIds.slice(0, keepPart), id, ...newIds.slice(keepPart)];
    const fresh = parts.flatMap((part, index): House[] =>
      index === keepPart ? [] : [{ ...house, ...part, id: ids[index]!, version: 1, name: null, parcel: null }],
    );
    const row = applyChange(world, joinChanges(moved, { created: fresh, updated: [], deleted: [] }));
    const given = handNumbers(ids, numbers, issued && { houseId: id, number: issued.number });
    if (isRefusal(given)) return given;
    if (given.length === 0) return changeBetween(world, row);
    const numbered = setNumbers(row, roadId, given, (n) => deriveId(edit.id, n));
    return isRefusal(numbered) ? numbered : changeBetween(world, applyChange(row, numbered));
  },
});

/** Nobody has shown the door of a part yet. */
interface Part {
  readonly footprint: Polygon;
  readonly entrance: Position;
  readonly entranceOrigin: 'assumed';
}

/** Slices across the front wall, in the order of the road. */
function partsAlong(house: House, line: MeasuredLine, count: number): readonly Part[] | Refusal {
  const { id, footprint } = house;
  if (!footprint) return refuse('house-without-footprint', [id]);
  if (footprint.coordinates.length > 1) return refuse('row-cannot-be-cut', [id]);
  const ring = footprint.coordinates[0]!;
  const { pieces, widthMeters } = sliceAlong(footprint, frontWallOf(ring, line), count);
  if (widthMeters < narrowestMeters) {
    return refuse('row-part-too-narrow', [id], { meters: Math.round(widthMeters * 10) / 10, least: narrowestMeters });
  }
  if (pieces.some((piece) => polygonProblem(piece) !== null)) return refuse('row-cannot-be-cut', [id]);
  const parts = pieces.map((piece): Part => {
    const entrance = roundPosition(frontOf(piece.coordinates[0]!, line));
    return { footprint: piece, entrance, entranceOrigin: 'assumed' };
  });
  const along = ({ entrance }: Part): number => locate(line, entrance).alongMeters;
  return along(parts[0]!) <= along(parts.at(-1)!) ? parts : parts.toReversed();
}

/** The wall the door would be in. */
function frontWallOf(ring: readonly Position[], line: MeasuredLine): readonly [Position, Position] {
  const front = frontOf(ring, line);
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    if (front[0] === (a[0] + b[0]) / 2 && front[1] === (a[1] + b[1]) / 2) return [a, b];
  }
  return [ring[0]!, ring[1]!];
}

function nearestTo(parts: readonly Part[], entrance: Position, line: MeasuredLine): number {
  const along = locate(line, entrance).alongMeters;
  const gaps = parts.map((part) => Math.abs(locate(line, part.entrance).alongMeters - along));
  return gaps.indexOf(Math.min(...gaps));
}

/** The part with an issued number has just that; the others what was given. */
function handNumbers(
  ids: readonly Id[],
  numbers: readonly string[] | null,
  issued: HandNumber | undefined,
): readonly HandNumber[] | Refusal {
  const given = numbers?.map((number, index) => ({ houseId: ids[index]!, number })) ?? [];
  const differs = given.find(
    ({ houseId, number }) => houseId === issued?.houseId && readHandNumber(number) !== issued.number,
  );
  if (differs && issued) return refuse('house-already-issued', [issued.houseId], { number: issued.number });
  return given.filter(({ houseId }) => houseId !== issued?.houseId);
}
