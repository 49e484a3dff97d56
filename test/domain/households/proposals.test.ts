import { describe, expect, it } from 'vitest';
import type { Household } from '../../../domain/records/household.ts';
import { housesAsWalked } from '../../../domain/households/housesAsWalked.ts';
import { nextUnhoused } from '../../../domain/households/listOrder.ts';
import { proposeAlongWalk } from '../../../domain/households/proposeAlongWalk.ts';
import { proposeByEvidence } from '../../../domain/households/proposeByEvidence.ts';
import { aHouse, aHousehold, anAddress, aRoad, at, aWorld } from '../builders.ts';

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
/** From the road's start, not in the order of records. */
const [third, first, second, fifth, fourth] = [60, 160, 110, -120, -30].map((north) => aHouse(at(8, north)));
const walk = [first!, second!, third!, fourth!, fifth!];
const village = (...households: readonly Household[]) => aWorld(road, ...walk, ...households);
const listed = (ordinal: number, fields: Partial<Household> = {}) =>
  aHousehold({ ordinal, houseId: null, headName: null, phone: null, ...fields });
const brief = (proposals: ReturnType<typeof proposeAlongWalk>) =>
  proposals.map(({ householdId, houseId, reason }) => [householdId, houseId, reason]);

describe('houses as they are walked past', () => {
  it('come along their road, those without a number between those with one, what no road reaches last', () => {
    const away = aHouse(at(3000, 3000));
    const numbered = anAddress(second!, road, { measureMeters: 90, number: '3' });
    const world = aWorld(road, away, ...[third!, first!, second!, fifth!, fourth!], numbered);
    expect(housesAsWalked(world).map(({ id }) => id)).toEqual([...walk, away].map(({ id }) => id));
  });
  it('pass over houses that are gone', () => {
    expect(housesAsWalked(aWorld(road, aHouse(at(8, 0), { state: 'demolished' })))).toEqual([]);
  });
});

describe('households along the walk', () => {
  it('between two who have a house are sure where as many houses stand empty', () => {
    const list = [listed(1, { houseId: first!.id }), listed(2), listed(3), listed(4, { houseId: fourth!.id })];
    expect(brief(proposeAlongWalk(village(...list)))).toEqual([
      [list[1]!.id, second!.id, 'gap-fits'],
      [list[2]!.id, third!.id, 'gap-fits'],
    ]);
  });
  it('also where the list was written walking the other way', () => {
    const list = [listed(1, { houseId: fourth!.id }), listed(2), listed(3), listed(4, { houseId: first!.id })];
    expect(brief(proposeAlongWalk(village(...list)))).toEqual([
      [list[1]!.id, third!.id, 'gap-fits'],
      [list[2]!.id, second!.id, 'gap-fits'],
    ]);
  });
  it('are only in order where the counts differ, and go on from the house before', () => {
    const list = [listed(1, { houseId: second!.id }), listed(2), listed(3, { houseId: fifth!.id }), listed(4)];
    expect(brief(proposeAlongWalk(village(...list)))).toEqual([
      [list[1]!.id, third!.id, 'in-order'],
      // Nothing is empty after the last house: the walk begins anew.
      [list[3]!.id, first!.id, 'in-order'],
    ]);
  });
  it('get no house that is lived in, vacant or no home, nor one twice', () => {
    const shop = aHouse(at(8, 190), { use: 'business' });
    const list = [1, 2, 3, 4, 5, 6].map((ordinal) => listed(ordinal));
    const world = aWorld(road, shop, ...walk, ...list);
    expect(proposeAlongWalk(world).map(({ houseId }) => houseId)).toEqual(walk.map(({ id }) => id));
  });
});

describe('households by what is the same', () => {
  const named = (name: string) => aHouse(at(-8, 0), { name });
  it('a telephone of somebody who lives there is sure, a house named after the head too', () => {
    const house = named('Nhà ông Nguyễn Văn An');
    const lives = listed(1, { houseId: first!.id, phone: '0912345678' });
    const [called, headed] = [listed(2, { phone: '0912345678' }), listed(3, { headName: 'NGUYỄN VĂN AN' })];
    const world = aWorld(road, ...walk, house, lives, called, headed);
    expect(brief(proposeByEvidence(world))).toEqual([
      [called.id, first!.id, 'same-phone'],
      [headed.id, house.id, 'house-name'],
    ]);
    expect(proposeByEvidence(world).every(({ confidence }) => confidence >= 0.9)).toBe(true);
  });
  it('two of one name, or two houses of one name, tell nothing', () => {
    const houses = [named('Nhà bà Lê Thị Hoa'), aHouse(at(-8, 50), { name: 'Lê Thị Hoa' })];
    const one = listed(1, { headName: 'Lê Thị Hoa' });
    expect(proposeByEvidence(aWorld(road, ...houses, one))).toEqual([]);
    const two = listed(2, { headName: 'Lê Thị Hoa' });
    expect(proposeByEvidence(aWorld(road, houses[0]!, one, two))).toEqual([]);
  });
  it('the number of an empty house that is the number in the list is a hint', () => {
    const address = anAddress(second!, road, { number: '3' });
    const one = listed(3);
    const [found] = proposeByEvidence(aWorld(road, ...walk, address, one));
    expect(found).toMatchObject({ houseId: second!.id, reason: 'house-number' });
    expect(found!.confidence).toBeLessThan(0.9);
  });
});

it('the next in the list is asked for, and the list goes round', () => {
  const list = [listed(1), listed(2, { houseId: first!.id }), listed(3)];
  const world = village(...list);
  expect(nextUnhoused(world, null)?.ordinal).toBe(1);
  expect(nextUnhoused(world, list[0]!.id)?.ordinal).toBe(3);
  expect(nextUnhoused(world, list[2]!.id)?.ordinal).toBe(1);
  expect(nextUnhoused(village(list[1]!), null)).toBeNull();
});
