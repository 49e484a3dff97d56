/** Which entries of the log say how a sign is: those that made it or set its state. */
import type { Change } from '../records/change.ts';
import type { Id } from '../records/fields.ts';
import type { AnyRecord } from '../records/record.ts';
import { isInState, stateOf } from '../signs/stateFields.ts';
import type { EditKind } from './registry.ts';

/** Those that name the sign set its state. */
const alwaysSay: ReadonlySet<EditKind> = new Set(['sign.setState', 'sign.add', 'sign.addMany', 'village.import']);
/** Those may set its state, or only a due day, a place, a text: the change tells (`setsStateOf`). */
const maySay: ReadonlySet<EditKind> = new Set(['records.update', 'change.revert']);

/** Whether an edit of that kind that touches a sign says how it is. */
export function saysState(kind: EditKind): 'always' | 'perhaps' | 'never' {
  if (alwaysSay.has(kind)) return 'always';
  return maySay.has(kind) ? 'perhaps' : 'never';
}

export function setsStateOf({ created, updated }: Change, signId: Id): boolean {
  const isIt = (record: AnyRecord) => record.kind === 'sign' && record.id === signId;
  return created.some(isIt) || updated.some(([before, after]) => isIt(after) && !isSameState(before, after));
}

/** Another due day alone says nothing of how the sign is. */
const isSameState = (before: AnyRecord, after: AnyRecord): boolean =>
  before.kind === 'sign' && after.kind === 'sign' && isInState(before, { ...stateOf(after), dueDay: before.dueDay });
