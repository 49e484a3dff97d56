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
  reverts: entry.reverts,
  change: visibleChange(entry.change, sees),
});

/** Records of a change that a line of the history carries; numbering a village changes hundreds. */
const mostInBrief = 6;

export interface BriefEntry extends FeedEntry {
  /** How many records the whole change touches, of those the reader may see. */
  readonly touched: number;
}

/** A line of the history: the first records of its change stand for the rest, which is fetched when it is looked at. */
export function briefEntry(entry: FeedEntry, sees: Visibility): BriefEntry {
  const visible = visibleEntry(entry, sees);
  const { created, updated, deleted } = visible.change;
  const touched = created.length + updated.length + deleted.length;
  const change = {
    created: created.slice(0, mostInBrief),
    updated: updated.slice(0, Math.max(0, mostInBrief - created.length)),
    deleted: deleted.slice(0, Math.max(0, mostInBrief - created.length - updated.length)),
  };
  return { ...visible, change, touched };
}
