/** Signs for which something should have been done by a day that has gone by. */
import type { Sign, SignState } from '../records/sign.ts';
import type { World } from '../records/world.ts';

export interface OverdueSign {
  readonly sign: Sign;
  readonly daysLate: number;
}

/** In these something is still to be done: to order, to put up, to mend or replace. */
export const unfinishedStates: readonly SignState[] = ['planned', 'ordered', 'damaged', 'missing'];

const dayMs = 86_400_000;
const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);

/** Something was to be done before that day (yyyy-mm-dd), and is not yet. */
export const isOverdue = ({ dueDay, state }: Pick<Sign, 'dueDay' | 'state'>, today: string): boolean =>
  dueDay !== null && dueDay < today && unfinishedStates.includes(state);

/** Due before that day (yyyy-mm-dd), the latest first. */
export function overdueSigns(world: World, today: string): readonly OverdueSign[] {
  const late: OverdueSign[] = [];
  for (const sign of world.sign.values()) {
    if (sign.dueDay === null || !isOverdue(sign, today)) continue;
    late.push({ sign, daysLate: numberOf(today) - numberOf(sign.dueDay) });
  }
  return late.sort((a, b) => b.daysLate - a.daysLate || (a.sign.id < b.sign.id ? -1 : 1));
}
