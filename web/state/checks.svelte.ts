/** What the checks say about the open village, worked out in moments of rest, and what is done about it. */
import type { Fix } from '../../domain/checks/fix.ts';
import type { CheckedVillage, Finding } from '../../domain/checks/findings.ts';
import { dayOf } from '../../domain/records/day.ts';
import { isRefusal } from '../../domain/edits/edit.ts';
import type { Refusal } from '../../domain/edits/refusal.ts';
import type { EditKind, InputOf } from '../../domain/edits/registry.ts';
import type { Exception } from '../../domain/records/exception.ts';
import type { Id } from '../../domain/records/fields.ts';
import { findRecord, type World } from '../../domain/records/world.ts';
import { t } from '../i18n/t.ts';
import { calm, calmObstacle } from './calm.svelte.ts';
import { releases } from './releases.svelte.ts';
import { newId } from './newId.ts';
import { whenIdle } from './idle.ts';
import { rulesHere } from './rules.svelte.ts';
import { flyTo, type Selection } from './view.svelte.ts';
import { perform, sayDone, village } from './village.svelte.ts';

let result = $state.raw<CheckedVillage | null>(null);
let focused = $state.raw<Finding | null>(null);
const none: readonly Finding[] = [];

const errors = $derived(result?.open.filter(({ severity }) => severity === 'error').length ?? 0);

export const checking = {
  /** Null until the village has been checked for the first time. */
  get result(): CheckedVillage | null {
    return result;
  },
  get open(): readonly Finding[] {
    return result?.open ?? none;
  },
  get errors(): number {
    return errors;
  },
  get notices(): number {
    return (result?.open.length ?? 0) - errors;
  },
  /** The finding that is being looked at. */
  get focused(): Finding | null {
    return focused;
  },
  /** Its records, to be marked on the map. */
  get marked(): readonly Selection[] {
    return focused ? refsOf([...focused.recordIds, ...(focused.besideIds ?? [])]) : [];
  },
};

const refsOf = (ids: readonly Id[]): Selection[] =>
  ids.flatMap((id) => {
    const record = findRecord(village.world, id);
    return record ? [{ kind: record.kind, id }] : [];
  });

/**
 * For an effect: checks the village anew after each change, a few pieces a moment of rest, once the checks are here with the
 * rules. Returns what stops it.
 */
export function keepChecked(): () => void {
  const { world } = calm;
  const { status } = village;
  const context = { lastRelease: releases.last };
  const rules = rulesHere();
  if (status !== 'open') {
    result = null;
    focused = null;
    return () => undefined;
  }
  if (!rules) return () => undefined;
  const { advanceCheck, checkCount, checkVillage } = rules;
  let stop: () => void = () => undefined;
  let index = 0;
  const goOn = (hasTime: () => boolean) => {
    do if (advanceCheck(index, world)) index += 1;
    while (index < checkCount && hasTime());
    if (index < checkCount) stop = whenIdle(goOn);
    else result = checkVillage(world, context);
  };
  stop = whenIdle(goOn);
  return () => stop();
}

/** Marks the finding's records on the map and goes there. */
export function lookAt(finding: Finding | null): void {
  focused = finding;
  if (!finding) return;
  if (finding.at) flyTo(finding.at);
  else {
    const [first] = refsOf(finding.recordIds);
    if (first) flyTo(first);
  }
}

/** Findings about a record, as the village was last checked. */
export const findingsOn = (id: Id): readonly Finding[] =>
  checking.open.filter(({ recordIds }) => recordIds.includes(id));

type AnyEdit = { readonly [K in EditKind]: { readonly kind: K; readonly input: InputOf<K> } }[EditKind];

/** That every fix is an edit is held here, by the compiler. */
const editOf = (fix: Fix): AnyEdit => fix;

export interface OfferedFix {
  readonly fix: Fix;
  /** Why it cannot be done now, or null. */
  readonly refusal: Refusal | null;
}

const fixNow = ({ fix }: Finding, world: World): Fix | null => fix?.(world, dayOf(new Date().toISOString())) ?? null;

/** The one-click fix of a finding, as the finding itself a moment after each change; null where there is none. */
export function fixFor(finding: Finding): OfferedFix | null {
  const fix = fixNow(finding, calm.world);
  if (!fix) return null;
  const { kind, input } = editOf(fix);
  return { fix, refusal: calmObstacle(kind, input) };
}

export const fixText = ({ does, params = {} }: Fix): string => t(`fix.${does}`, params);

/** As the village is now, whatever was offered a moment ago; true when it was done. */
export async function applyFix(finding: Finding): Promise<boolean> {
  const fix = fixNow(finding, village.world);
  if (!fix) return false;
  const { kind, input } = editOf(fix);
  const outcome = await perform(kind, input);
  if (isRefusal(outcome)) return false;
  sayDone(t('checks.fixed', { what: fixText(fix) }));
  return true;
}

/** True when it was accepted. */
export async function accept({ checkId, recordIds, facts }: Finding, reason: string): Promise<boolean> {
  const words = reason.trim().normalize('NFC');
  const outcome = await perform('exception.accept', { id: newId(), checkId, recordIds, facts, reason: words });
  if (isRefusal(outcome)) return false;
  sayDone(t('checks.acceptedDone'));
  return true;
}

export async function withdraw({ id }: Exception): Promise<void> {
  const outcome = await perform('exception.withdraw', { id });
  if (!isRefusal(outcome)) sayDone(t('checks.withdrawn'));
}
