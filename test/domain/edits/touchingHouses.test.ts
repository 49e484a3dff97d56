import { expect, it } from 'vitest';
import { touchingHouses } from '../../../domain/edits/touchingHouses.ts';
import { aHouse, aWorld, at } from '../builders.ts';
import { rectangle } from './doing.ts';

it('of the houses about, those whose outline touches and that stand', () => {
  const house = aHouse(at(0, 0), { footprint: rectangle(0, 0, 10, 8) });
  const beside = aHouse(at(11, 0), { footprint: rectangle(10, 0, 6, 8) });
  const gone = aHouse(at(-3, 0), { footprint: rectangle(-6, 0, 6, 8), state: 'demolished' });
  const apart = aHouse(at(5, 20), { footprint: rectangle(0, 18, 10, 8) });
  const world = aWorld(house, beside, gone, apart, aHouse(at(2, 2)));
  expect(touchingHouses(world, house)).toEqual([beside]);
  expect(touchingHouses(world, aHouse(at(2, 2)))).toEqual([]);
  const without = { ...world, house: new Map([...world.house].filter(([id]) => id !== beside.id)) };
  expect(touchingHouses(without, house)).toEqual([]);
});
