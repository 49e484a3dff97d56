/** One done edit as the screens get it: in the answer, in the history and in the stream of events. */
import type { Entry } from './db/changes.ts';
import { visibleChange, type Visibility } from './visible.ts';

export type FeedEntry = Entry;

/** Named field by field: nothing else of what is stored goes out. */
export const visibleEntry = (entry: FeedEntry, sees: Visibility): FeedEntry => ({
  sequence: entry.sequence,
  editId: entry.editId,
  kind: entry.kind,
  author: { id: entry.author.id, displayName: entry.author.displayName },
  at: entry.at,
  change: visibleChange(entry.change, sees),
});
