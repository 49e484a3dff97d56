/** What numbering the village as it is now would say about one house. */
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import type { Warning, WarningCode } from '../../domain/addressing/warning.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { World } from '../../domain/records/world.ts';
import { newId } from './newId.ts';

/** Told with the house's road already. */
const toldElsewhere: ReadonlySet<WarningCode> = new Set([
  'house-far-from-roads',
  'house-leaves-road',
  'issued-house-elsewhere',
]);

/** A world never changes, so what a plan of it says stays true. */
const plans = new WeakMap<World, readonly Warning[]>();

export function houseWarnings(world: World, houseId: Id): readonly Warning[] {
  let warnings = plans.get(world);
  if (!warnings) plans.set(world, (warnings = planNumbering(world, null, newId()).warnings));
  return warnings.filter(({ code, recordIds }) => recordIds.includes(houseId) && !toldElsewhere.has(code));
}
