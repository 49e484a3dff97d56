import { expect, it } from 'vitest';
import { aHouse, aHousehold, at } from '../builders.ts';
import { found } from './finding.ts';

it('a household that is tied to no house', () => {
  const household = aHousehold({ ordinal: 12 });
  expect(found('household-without-house', household)).toMatchObject([
    { severity: 'notice', recordIds: [household.id], params: { ordinal: 12 } },
  ]);
});

it('one in its house is in order', () => {
  const house = aHouse(at(0, 0));
  expect(found('household-without-house', house, aHousehold({ houseId: house.id }))).toEqual([]);
});
