/** The log of the village as far back as the person has looked. */
import type { Failure } from '../sync/api.ts';
import { readChanges, type Entry } from '../sync/village.ts';
import { village } from './village.svelte.ts';

const pageSize = 50;

let entries = $state.raw<readonly Entry[]>([]);
let hasMore = $state(false);
let isLoading = $state(false);
let failure = $state.raw<Failure | null>(null);

export const log = {
  /** Newest first. */
  get entries(): readonly Entry[] {
    return entries;
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

export function forgetLog(): void {
  entries = [];
  hasMore = false;
  failure = null;
}

async function readPage(before: number | null): Promise<readonly Entry[] | null> {
  const villageId = village.id;
  isLoading = true;
  const answer = await readChanges(villageId, before, pageSize);
  isLoading = false;
  failure = answer.ok ? null : answer;
  return answer.ok && villageId === village.id ? answer.value.entries : null;
}
