/** The log of the village as far back as the person has looked, and only what they look for. */
import type { Failure } from '../sync/api.ts';
import { isWhole, readAuthors, readChange, readChanges } from '../sync/village.ts';
import type { BriefEntry, ChangeFilter, Entry } from '../sync/village.ts';
import { village } from './village.svelte.ts';

const pageSize = 50;

export const noFilter: ChangeFilter = { author: null, subject: null, record: null };

let entries = $state.raw<readonly BriefEntry[]>([]);
let authors = $state.raw<readonly Entry['author'][]>([]);
let filter = $state.raw<ChangeFilter>(noFilter);
let hasMore = $state(false);
let isLoading = $state(false);
let failure = $state.raw<Failure | null>(null);

export const log = {
  /** Newest first. */
  get entries(): readonly BriefEntry[] {
    return entries;
  },
  /** Everyone who has changed something here. */
  get authors(): readonly Entry['author'][] {
    return authors;
  },
  get filter(): ChangeFilter {
    return filter;
  },
  get hasMore(): boolean {
    return hasMore;
  },
  get isLoading(): boolean {
    return isLoading;
  },
  get failure(): Failure | null {
    return failure;
  },
};

/** Looks for something else; what was read so far is forgotten, and `readNewest` is to follow. */
export function lookFor(next: Partial<ChangeFilter>): void {
  filter = { ...filter, ...next };
  entries = [];
  hasMore = false;
}

/** The newest page; what was read further back stays. */
export async function readNewest(): Promise<void> {
  const page = await readPage(null);
  if (!page) return;
  const oldest = page.at(-1)?.sequence ?? 0;
  const kept = entries.filter((entry) => entry.sequence < oldest && page.length === pageSize);
  if (kept.length === 0) hasMore = page.length === pageSize;
  entries = [...page, ...kept];
}

export async function readOlder(): Promise<void> {
  const page = await readPage(entries.at(-1)?.sequence ?? null);
  if (!page) return;
  hasMore = page.length === pageSize;
  entries = [...entries, ...page];
}

export async function readWho(): Promise<void> {
  const villageId = village.id;
  const answer = await readAuthors(villageId);
  if (answer.ok && villageId === village.id) authors = answer.value.authors;
}

/** The entry with its whole change: numbering a road touches more records than a line of the list carries. */
export async function readWhole(entry: BriefEntry): Promise<Entry | null> {
  if (isWhole(entry)) return entry;
  const answer = await readChange(village.id, entry.editId);
  failure = answer.ok ? null : answer;
  return answer.ok ? answer.value : null;
}

export function forgetLog(): void {
  entries = [];
  authors = [];
  filter = noFilter;
  hasMore = false;
  failure = null;
}

async function readPage(before: number | null): Promise<readonly BriefEntry[] | null> {
  const villageId = village.id;
  const asked = filter;
  isLoading = true;
  const answer = await readChanges(villageId, before, pageSize, asked);
  // Another question has been asked meanwhile: its answer is on its way.
  if (villageId !== village.id || asked !== filter) return null;
  isLoading = false;
  failure = answer.ok ? null : answer;
  return answer.ok ? answer.value.entries : null;
}
