/** The one function that decides: an edit in a world gives a Change or a Refusal. */
import type { TSchema } from 'typebox';
import type { Change } from '../records/change.ts';
import { isEmptyChange } from '../records/change.ts';
import { findRecord, villageOf, type World } from '../records/world.ts';
import { noHistory, isRefusal, type Edit, type EditDefinition, type EditHistory } from './edit.ts';
import { firstViolation } from './invariants.ts';
import { refuse, type Refusal } from './refusal.ts';
import { editDefinitions, type EditKind } from './registry.ts';
import { tidyChange } from './tidy.ts';

/**
 * Pure: no clock, no randomness. The input must already fit the definition's schema (the server checks it at
 * the boundary, the browser builds it typed). Throws only on a bug: an unknown edit kind.
 */
export function run(world: World, edit: Edit<EditKind>, history: EditHistory = noHistory): Change | Refusal {
  const definition = editDefinitions[edit.kind] as unknown as EditDefinition<EditKind, TSchema>;
  if (!definition) throw new Error(`unknown edit kind: ${edit.kind}`);
  if (edit.kind === 'village.create') {
    if (villageOf(world)) return refuse('village-exists', [edit.villageId]);
  } else if (!villageOf(world)) {
    return refuse('village-missing', [edit.villageId]);
  }
  const stale = staleTarget(world, edit, definition.targets(edit.input));
  if (stale) return stale;
  const change = definition.run(world, edit, history);
  if (isRefusal(change)) return change;
  if (isEmptyChange(change)) return refuse('nothing-changes');
  const tidy = tidyChange(change);
  return firstViolation(world, tidy, edit.kind === 'change.revert') ?? tidy;
}

function staleTarget(world: World, edit: Edit, targets: readonly string[]): Refusal | undefined {
  for (const id of targets) {
    const current = findRecord(world, id);
    if (!current) return refuse('record-missing', [id]);
    const seen = edit.basis[id];
    if (seen === undefined) return refuse('basis-missing', [id]);
    if (seen !== current.version) return refuse('stale-version', [id], { seen, current: current.version });
  }
  return undefined;
}
