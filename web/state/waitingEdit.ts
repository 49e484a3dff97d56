/** An edit that has been made here and not yet answered by the server, with what is needed to send it much later. */
import type { Edit } from '../../domain/edits/edit.ts';
import type { EditKind } from '../../domain/edits/registry.ts';
import type { Change } from '../../domain/records/change.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { AnyRecord } from '../../domain/records/record.ts';

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
