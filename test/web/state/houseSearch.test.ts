import { describe, expect, it } from 'vitest';
import { foundHouses } from '../../../web/state/houseSearch.ts';
import { housesInOrder } from '../../../web/state/lists.ts';
import { aHouse, anAddress, aRoad, at, aWorld } from '../../domain/builders.ts';

const road = aRoad(at(0, 100), at(0, -100), { name: 'Đường Làng' });
const temple = aHouse(at(5, 0), { name: 'Đền Hàn' });
const school = aHouse(at(-5, 0), { name: 'Trường Mầm non' });
const third = aHouse(at(5, -50));
const world = aWorld(road, temple, school, third, anAddress(third, road, { number: '3' }));
const found = (typed: string) =>
  foundHouses(world, housesInOrder(world, 'all'), typed, ({ house }) => house.name ?? 'Nhà số 3').map(
    ({ house }) => house.id,
  );

describe('finding a house in the list', () => {
  it('takes an address in any form', () => {
    for (const typed of ['3', 'số 3', '3 đường Làng', 'Số 3, Làng']) expect(found(typed)).toEqual([third.id]);
  });

  it('takes words of a name, with or without marks', () => {
    for (const typed of ['đền', 'den han', 'DEN']) expect(found(typed)).toEqual([temple.id]);
    expect(found('mầm non')).toEqual([school.id]);
  });

  it('shows all while nothing is typed, none where nothing fits', () => {
    expect(found(' ')).toHaveLength(3);
    expect(found('17')).toEqual([]);
    expect(found('chợ')).toEqual([]);
  });
});
