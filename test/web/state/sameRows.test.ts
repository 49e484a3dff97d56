/** Rows that read as before stay the same objects; what differs in anything is the new one. */
import { expect, it } from 'vitest';
import { planNumbering } from '../../../domain/addressing/numberingPlan.ts';
import type { House } from '../../../domain/records/house.ts';
import { withSameRows } from '../../../web/state/sameRows.ts';
import { aHouse, aRoad, aWorld, at, idOf } from '../../domain/builders.ts';

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
const houses = [120, 60, 0, -60].map((north) => aHouse(at(8, north)));
const planOf = (...of: readonly House[]) => planNumbering(aWorld(road, ...of), null, idOf(9));

it('keeps the rows of houses that nothing has happened to', () => {
  const before = planOf(...houses);
  const after = planOf(...houses.slice(0, 3), { ...houses[3]!, entrance: at(8, -90), version: 2 });
  const shown = withSameRows(before, after);
  expect(shown).toEqual(after);
  expect(shown.rows.map((row, index) => row === before.rows[index])).toEqual([true, true, true, false]);
});

it('is the new plan where there was none, or nothing is the same', () => {
  const plan = planOf(...houses);
  expect(withSameRows(null, plan)).toBe(plan);
  const turned = planOf(
    ...houses.map((house) => ({ ...house, entrance: at(-8, (house.entrance[1] - 19.97) * 110_690) })),
  );
  expect(withSameRows(plan, turned)).toEqual(turned);
});
