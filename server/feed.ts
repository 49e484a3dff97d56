/** One done edit as the screens get it: in the answer, in the history and in the stream of events. */
import type { Change } from '../domain/records/change.ts';
import type { Id } from '../domain/records/fields.ts';
import { visibleChange, type Visibility } from './visible.ts';

export interface FeedEntry {
  readonly sequence: number;
  readonly editId: Id;
  readonly kind: string;
  readonly author: { readonly id: Id; readonly displayName: string };
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly change: Change;
}

/** Named field by field: nothing else of what is stored goes out. */
export const visibleEntry = (entry: FeedEntry, sees: Visibility): FeedEntry => ({
  sequence: entry.sequence,
  editId: entry.editId,
  kind: entry.kind,
  author: { id: entry.author.id, displayName: entry.author.displayName },
  at: entry.at,
  change: visibleChange(entry.change, sees),
});
