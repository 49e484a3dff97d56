import { expect, it } from 'vitest';
import { isOverdue, overdueSigns } from '../../../domain/signs/overdue.ts';
import { aSign, at, aWorld } from '../builders.ts';

const due = (dueDay: string | null, state: 'planned' | 'ordered' | 'installed' | 'damaged' | 'missing' | 'removed') =>
  aSign(at(0, 0), { dueDay, state });

it('late is what should have been done before today, the latest first', () => {
  const [long, short, overNewYear] = [
    due('2026-10-31', 'planned'),
    due('2026-11-28', 'missing'),
    due('2025-12-31', 'damaged'),
  ];
  const others = [
    due('2026-11-29', 'ordered'),
    due('2026-11-30', 'ordered'),
    due(null, 'damaged'),
    due('2026-01-01', 'installed'),
    due('2026-01-01', 'removed'),
  ];
  const found = overdueSigns(aWorld(short, long, overNewYear, ...others), '2026-11-29');
  expect(found.map(({ sign, daysLate }) => [sign.id, daysLate])).toEqual([
    [overNewYear.id, 333],
    [long.id, 29],
    [short.id, 1],
  ]);
  expect(others.filter((sign) => isOverdue(sign, '2026-11-29'))).toEqual([]);
  expect(isOverdue(short, '2026-11-29')).toBe(true);
});
