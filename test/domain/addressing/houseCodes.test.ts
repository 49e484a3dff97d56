/** ANCHORS: 11 digits, 12 where two entrances share a cell; what is issued stays as it is, whoever comes later. */
import { describe, expect, it } from 'vitest';
import { codeHouses } from '../../../domain/addressing/houseCodes.ts';
import { planNumbering } from '../../../domain/addressing/numberingPlan.ts';
import { decodePlusCode, encodeForHouse, encodePlusCode } from '../../../domain/addressing/plusCode.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import type { Address } from '../../../domain/records/address.ts';
import type { House } from '../../../domain/records/house.ts';
import { aHouse, anAddress, aRoad, at, aWorld, idOf } from '../builders.ts';

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });

/** Middles of the 12-digit cells of one 11-digit cell: as many entrances with one 11-digit code. */
const cell = decodePlusCode(encodePlusCode(at(8, 0), 11))!;
const inCell = (column: number, row: number): Position => [
  Math.round((cell.west + ((column + 0.5) * (cell.east - cell.west)) / 4) * 1e7) / 1e7,
  Math.round((cell.south + ((row + 0.5) * (cell.north - cell.south)) / 5) * 1e7) / 1e7,
];
const [first, second, third] = [inCell(0, 0), inCell(3, 4), inCell(1, 2)].map((entrance) => aHouse(entrance)) as [
  House,
  House,
  House,
];
const elsewhere = aHouse(at(8, 60));
const coarse = encodePlusCode(first.entrance, 11);
const held = ({ id, entrance }: House) => ({ houseId: id, entrance });
const fine = (house: House) => encodePlusCode(house.entrance, 12);

const issued = (house: House, plusCode: string, number = '1'): Address =>
  anAddress(house, road, { plusCode, number, state: 'issued', measureMeters: 200 });

describe('the code of a house', () => {
  it('the test houses are of one cell of 11 digits and of three of 12', () => {
    expect(new Set([first, second, third].map(({ entrance }) => encodePlusCode(entrance, 11)))).toEqual(
      new Set([coarse]),
    );
    expect(new Set([first, second, third].map(fine)).size).toBe(3);
  });

  it('alone in its cell has 11 digits, two that come together have 12 each', () => {
    expect([...codeHouses([first, elsewhere], new Map()).codeOf.values()]).toEqual([
      coarse,
      encodePlusCode(elsewhere.entrance, 11),
    ]);
    expect([...codeHouses([first, second, elsewhere], new Map()).codeOf.values()]).toEqual([
      fine(first),
      fine(second),
      encodePlusCode(elsewhere.entrance, 11),
    ]);
  });

  it('the second to come beside an issued code of 11 digits has 12, and so has the third', () => {
    const one = codeHouses([second], new Map([[coarse, held(first)]]));
    expect([...one.codeOf]).toEqual([[second.id, fine(second)]]);
    const both11and12 = new Map([
      [coarse, held(first)],
      [fine(second), held(second)],
    ]);
    expect([...codeHouses([third], both11and12).codeOf]).toEqual([[third.id, fine(third)]]);
    const both = codeHouses([second, third], new Map([[coarse, held(first)]]));
    expect([...both.codeOf.values()]).toEqual([fine(second), fine(third)]);
    expect([...one.shared, ...both.shared]).toEqual([]);
  });

  it('beside a code of 12 digits whose neighbour has gone, 12 digits go on', () => {
    expect([...codeHouses([first], new Map([[fine(second), held(second)]])).codeOf.values()]).toEqual([fine(first)]);
  });

  it('two entrances in one cell of 12 digits cannot be told apart: the later one is named with the earlier', () => {
    const same = aHouse(second.entrance);
    const found = codeHouses([same, elsewhere], new Map([[fine(second), held(second)]]));
    expect([...found.codeOf.keys()]).toEqual([elsewhere.id]);
    expect(found.shared).toEqual([[same.id, second.id]]);
  });

  it('in the very place of an issued house a newcomer is not told apart by a twelfth digit: it is named, not numbered', () => {
    const same = aHouse(first.entrance);
    expect(codeHouses([same, second], new Map([[coarse, held(first)]]))).toEqual({
      codeOf: new Map([[second.id, fine(second)]]),
      shared: [[same.id, first.id]],
    });
    const world = aWorld(road, first, same, issued(first, coarse));
    const { change, unplaced, warnings } = planNumbering(world, null, idOf(0x999));
    expect(change).toMatchObject({ created: [], updated: [], deleted: [] });
    expect(unplaced).toEqual([same.id]);
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'entrance-shared', recordIds: [same.id, first.id] }),
    );
  });

  it('a numbering plan leaves the issued code as it is and gives the third house its own', () => {
    const world = aWorld(road, ...[first, second, third], issued(first, coarse), issued(second, fine(second), '3'));
    const { change, rows } = planNumbering(world, null, idOf(0x999));
    expect(change.updated).toEqual([]);
    expect(change.created).toEqual([
      expect.objectContaining({ houseId: third.id, plusCode: fine(third), entrance: third.entrance }),
    ]);
    expect(rows.find(({ houseId }) => houseId === third.id)?.plusCode).toBe(fine(third));
  });

  it('a house that moves into a cell has 12 digits beside a standing code, 11 beside a retired one', () => {
    const { id, entrance } = third;
    expect(encodeForHouse(aWorld(road, first, issued(first, coarse)), id, entrance)).toBe(fine(third));
    expect(encodeForHouse(aWorld(road, first, issued(first, fine(first))), id, entrance)).toBe(fine(third));
    const gone = { ...issued(first, coarse), state: 'retired' as const };
    expect(encodeForHouse(aWorld(road, first, gone), id, entrance)).toBe(coarse);
    // Its own code is not in its way.
    expect(encodeForHouse(aWorld(road, third, issued(third, coarse)), id, entrance)).toBe(coarse);
  });
});
