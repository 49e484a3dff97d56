/** One action on all that is selected: one edit, one undo; where some stand in the way, the rest is offered. */
import { isRefusal } from '../../domain/edits/edit.ts';
import type { InputOf } from '../../domain/edits/registry.ts';
import type { Refusal } from '../../domain/edits/refusal.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { RecordKind } from '../../domain/records/record.ts';
import { findRecord } from '../../domain/records/world.ts';
import { formatNumber } from '../i18n/format.ts';
import { refusalText } from '../i18n/refusals.ts';
import { t, type TextKey } from '../i18n/t.ts';
import { manyRefused } from '../state/manyRefused.svelte.ts';
import { say } from '../state/toasts.svelte.ts';
import { clearSelection, view } from '../state/view.svelte.ts';
import { obstacle, perform, sayDone, village } from '../state/village.svelte.ts';
import { whyNotAllowed } from './permission.ts';
import { removeAndOfferUndo } from './removal.ts';

type ManyKind = 'records.update' | 'records.delete';
type Updates = InputOf<'records.update'>;

/** The same values for all of these records of one kind. */
export function updateMany(input: Updates): Promise<void> {
  return performMany({
    kind: 'records.update',
    ids: input.ids,
    inputFor: (ids) => ({ ...input, ids }),
    whyNot: (id) => singleUpdate(input, id),
    doneKey: 'many.changed',
  });
}

/** The reason of one record alone, which the edit of many does not tell. */
function singleUpdate({ recordKind, changes }: Updates, id: Id): Refusal | null {
  switch (recordKind) {
    case 'house':
      return obstacle('house.update', { id, changes });
    case 'road':
      return obstacle('road.update', { id, changes });
    default:
      return obstacle(`${recordKind}.update`, { id, changes } as InputOf<'lamp.update'>);
  }
}

const deletable = ['road', 'house', 'sign', 'camera', 'lamp', 'landmark'] as const satisfies RecordKind[];
const deletableKind = (kind: RecordKind | undefined) => deletable.find((one) => one === kind);

export function deleteMany(ids: readonly Id[]): Promise<void> {
  return performMany({
    kind: 'records.delete',
    ids,
    inputFor: (rest) => ({ ids: rest }),
    whyNot: (id) => {
      const kind = deletableKind(findRecord(village.world, id)?.kind);
      return kind ? obstacle(`${kind}.delete`, { id }) : null;
    },
    doneKey: 'many.deleted',
  });
}

/** All that is selected, be it one or many. */
export async function deleteSelected(): Promise<void> {
  const { selected } = view;
  const kind = deletableKind(selected[0]?.kind);
  const many = selected.filter((ref) => deletableKind(ref.kind)).map(({ id }) => id);
  if (selected.length > 1 && many.length > 0) await deleteMany(many);
  else if (selected[0] && kind) {
    const input = { id: selected[0].id };
    // What the rules refuse is said by the edit itself, and the record stays selected.
    if (obstacle(`${kind}.delete`, input)) await perform(`${kind}.delete`, input);
    else await removeAndOfferUndo(`${kind}.delete`, input, t(`kind.${kind}`));
  }
}

interface Many<K extends ManyKind> {
  readonly kind: K;
  readonly ids: readonly Id[];
  readonly inputFor: (ids: readonly Id[]) => InputOf<K>;
  readonly whyNot: (id: Id) => Refusal | null;
  readonly doneKey: TextKey;
}

async function performMany<K extends ManyKind>(many: Many<K>): Promise<void> {
  const { kind, ids, inputFor, whyNot, doneKey } = many;
  const why = whyNotAllowed(kind);
  if (why !== null) return say('notice', why);
  const refusal = obstacle(kind, inputFor(ids));
  if (refusal?.code === 'some-refused') {
    const refused = new Set(refusal.recordIds);
    const rest = ids.filter((id) => !refused.has(id));
    manyRefused.asked = {
      total: ids.length,
      refused: refusal.recordIds.map((id) => ({ id, why: refusalText(whyNot(id) ?? refusal) })),
      skip: () => void performMany({ ...many, ids: rest }),
    };
    return;
  }
  const done = perform(kind, inputFor(ids));
  if (!refusal && kind === 'records.delete') clearSelection();
  if (isRefusal(await done)) return;
  sayDone(t(doneKey, { count: formatNumber(ids.length) }));
}
