/** An edit that has been made here and not yet answered by the server, with what is needed to send it much later. */
import type { Edit } from '../../domain/edits/edit.ts';
import type { EditKind } from '../../domain/edits/registry.ts';
import type { Change } from '../../domain/records/change.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { AnyRecord } from '../../domain/records/record.ts';
import { findRecord, type World } from '../../domain/records/world.ts';

export interface WaitingEdit {
  readonly edit: Edit<EditKind>;
  readonly villageName: string;
  /** False where only the server can tell what the edit does (undoing what holds hidden person data). */
  readonly isShown: boolean;
  /** Edits not yet answered whose result this one was made on: if one of them is refused, so is this. */
  readonly restsOn: readonly Id[];
  /** The records it acts on, as the person saw them: one deleted meanwhile can be made anew. */
  readonly seen: readonly AnyRecord[];
  /** Of an undo: what the edit it takes back had done, for showing it without asking the server. */
  readonly undoes: { readonly kind: string; readonly change: Change } | null;
}

/** An edit of more records than this (numbering a road) is made again from the world, not from what was seen. */
const mostSeen = 3;

/** The records it acts upon, as they are in that world. */
export function seenBy(world: World, { basis }: Edit): readonly AnyRecord[] {
  const ids = Object.keys(basis);
  return ids.length > mostSeen ? [] : ids.flatMap((id) => findRecord(world, id) ?? []);
}
