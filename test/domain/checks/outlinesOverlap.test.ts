import { expect, it } from 'vitest';
import { aHouse, aHousehold, at, aWorld } from '../builders.ts';
import { afterFix, box, found, inWorld } from './finding.ts';

const drawn = (x: number, y: number) => aHouse(at(x, y), { footprint: box(x, y) });

it('one house drawn twice; the one without households goes', () => {
  const [one, other] = [drawn(0, 0), drawn(2, 1)];
  const world = aWorld(one, other, aHousehold({ houseId: other.id }));
  const [finding] = inWorld(world, 'outlines-overlap');
  expect(finding).toMatchObject({ severity: 'error', recordIds: [one.id, other.id].sort(), params: { percent: 70 } });
  const after = afterFix(world, finding);
  expect([...after.house.keys()]).toEqual([other.id]);
});

it('a corner in another is only told, a shared wall not at all', () => {
  expect(found('outlines-overlap', drawn(0, 0), drawn(8, 0))).toMatchObject([{ severity: 'notice' }]);
  expect(found('outlines-overlap', drawn(0, 0), drawn(9.8, 0), drawn(30, 0))).toEqual([]);
});

it('nothing is offered where both have people', () => {
  const [one, other] = [drawn(0, 0), drawn(2, 1)];
  const world = aWorld(one, other, aHousehold({ houseId: one.id }), aHousehold({ houseId: other.id, ordinal: 2 }));
  expect(inWorld(world, 'outlines-overlap')[0]?.fix?.(world, '2026-11-23')).toBeNull();
});
