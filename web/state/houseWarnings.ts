/** What numbering the village as it is now would say about one house or road, beyond what the checks tell of it. */
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import type { Warning, WarningCode } from '../../domain/addressing/warning.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { World } from '../../domain/records/world.ts';
import { newId } from './newId.ts';

/** Told with the house's road already, or by the checks. */
const toldElsewhere: ReadonlySet<WarningCode> = new Set([
  'house-far-from-roads',
  'house-leaves-road',
  'issued-house-elsewhere',
  'number-out-of-order',
  'lane-mouths-without-house-between',
  'lane-name-duplicate',
  'way-deeper-than-alley',
]);

/** A world never changes, so what a plan of it says stays true. */
const plans = new WeakMap<World, readonly Warning[]>();

function warningsOf(world: World): readonly Warning[] {
  let warnings = plans.get(world);
  if (!warnings) {
    warnings = planNumbering(world, null, newId()).warnings.filter(({ code }) => !toldElsewhere.has(code));
    plans.set(world, warnings);
  }
  return warnings;
}

export const houseWarnings = (world: World, houseId: Id): readonly Warning[] =>
  warningsOf(world).filter(({ recordIds }) => recordIds.includes(houseId));

/** Those that are mainly about the road; a house's own are told with the house. */
export const roadWarnings = (world: World, roadId: Id): readonly Warning[] =>
  warningsOf(world).filter(({ recordIds }) => recordIds[0] === roadId);
