/** A line of the log in words: what was done, and to what. */
import type { AnyRecord } from '../../domain/records/record.ts';
import type { EditKind } from '../../domain/edits/registry.ts';
import type { Id } from '../../domain/records/fields.ts';
import { findRecord, type World } from '../../domain/records/world.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import type { WaitingEdit } from '../state/waitingEdit.ts';
import type { BriefEntry, Entry } from '../sync/village.ts';
import { recordTitle } from './label.ts';

/** The records a line is about: those made or changed, else those deleted. */
function touched({ change }: Entry): readonly AnyRecord[] {
  const left = [...change.created, ...change.updated.map(([, after]) => after)];
  return left.length > 0 ? left : change.deleted;
}

export function entryText(world: World, entry: BriefEntry): string {
  const what = editWords(entry.kind);
  const [first] = touched(entry);
  if (!first) return what;
  if (entry.touched > 3) return t('history.many', { what, count: formatNumber(entry.touched) });
  return t('history.one', { what, record: recordTitle(world, first) });
}

/** An edit on its way in words; one of many records is named by its kind only. */
export function waitingText(world: World, { edit, seen }: WaitingEdit): string {
  const what = editWords(edit.kind);
  const { id } = edit.input as { readonly id?: Id };
  const record = (id === undefined ? undefined : findRecord(world, id)) ?? (seen.length === 1 ? seen[0] : undefined);
  return record ? t('history.one', { what, record: recordTitle(world, record) }) : what;
}

const editWords = (kind: EditKind): string => capitalized(t(`edit.${kind}`));

const capitalized = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
