/**
 * Records as the log kept them, or as older pages make them (edits/olderInput.ts), before a field existed: completed with
 * what that field would have said of them then.
 */
import { unsaidOfCamera } from './camera.ts';
import { unsaidOfLamp } from './lamp.ts';
import type { AnyRecord, RecordKind } from './record.ts';
import { newlyPlanned } from './sign.ts';
import { defaultSignSettings } from './signSettings.ts';
import { unsaidOfCriterion3, type Targets } from './village.ts';

const since: { readonly [K in RecordKind]?: Readonly<Record<string, unknown>> } = {
  road: { madeFor: 'vehicles' },
  village: { communePoint: null, signSettings: defaultSignSettings },
  address: { numberedBy: null },
  sign: newlyPlanned,
  camera: unsaidOfCamera,
  lamp: unsaidOfLamp,
};

/** A record of the present is itself. */
export function completed<R extends AnyRecord>(item: R): R {
  // As migration 0005 has it: a point was put by a hand, the door of an outline was only ever assumed.
  const door = item.kind === 'house' ? { entranceOrigin: item.footprint ? 'assumed' : 'shown' } : {};
  const missing = Object.entries({ ...since[item.kind], ...door }).filter(([field]) => !(field in item));
  const whole = missing.length === 0 ? item : { ...item, ...Object.fromEntries(missing) };
  return whole.kind === 'village' ? { ...whole, targets: completedTargets(whole.targets) } : whole;
}

/** As migration 0012 has it. */
export function completedTargets(targets: Targets): Targets {
  const { criterion3 } = targets;
  if (!criterion3 || 'costDong' in criterion3) return targets;
  return { ...targets, criterion3: { ...(criterion3 as object), ...unsaidOfCriterion3 } as typeof criterion3 };
}
