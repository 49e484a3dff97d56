import { expect, it } from 'vitest';
import { aHouse, at } from '../builders.ts';
import { found } from './finding.ts';

it('an entrance 20 m over the boundary', () => {
  const house = aHouse(at(520, 0));
  expect(found('house-outside', house)).toMatchObject([
    { severity: 'error', recordIds: [house.id], params: { meters: 20 } },
  ]);
});

it('on the hand-drawn line nobody can say; inside all is well', () => {
  expect(found('house-outside', aHouse(at(503, 0)), aHouse(at(490, 0)))).toEqual([]);
});
