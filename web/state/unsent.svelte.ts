/**
 * What this person has made and the server has not answered yet, in all their villages: how much there is, here, in
 * other tabs and of other people on this device; and what was refused and waits to be taken up again.
 */
import type { Refusal } from '../../domain/edits/refusal.ts';
import type { Change } from '../../domain/records/change.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Failure } from '../sync/api.ts';
import { sendEdit, type Entry } from '../sync/village.ts';
import {
  adoptEdits,
  forgetRefused,
  keepEdit,
  keptEdits,
  refusedEdits,
  settleEdit,
  type Person,
  type RefusedEdit,
} from './keptEdits.ts';
import { createOutbox } from './outbox.ts';
import { sessionExpired } from './session.svelte.ts';
import { gone, isGone, joinTabs, tellTabs, thisTab } from './tabs.ts';
import { isTakenUpBy } from './takeUpAgain.ts';
import type { WaitingEdit } from './waitingEdit.ts';

/** What the open village wants to hear of. */
export interface UnsentListener {
  readonly onConfirmed: (entry: Entry, waiting: WaitingEdit) => void;
  readonly onRefused: (waiting: WaitingEdit, failure: Failure) => void;
  /** Edits that a closed tab left and this one sends from now on. */
  readonly onAdopted: () => void;
}

/** Other people whose edits wait on this device. */
export interface OthersUnsent {
  readonly id: Id;
  readonly name: string;
  readonly count: number;
}

/** The device is asked again this long after a piece of news, once for all that come in between. */
const newsMilliseconds = 150;
/** Keeping that takes longer is as good as none: the edit is sent and the person warned. */
const longestKeepingMilliseconds = 3_000;

let person: Person | null = null;
let listener: UnsentListener | null = null;
let taken: Promise<void> = Promise.resolve();
let queue = $state.raw<readonly WaitingEdit[]>([]);
let notKept = $state(0);
let canKeep = $state(true);
let elsewhere = $state(0);
let others = $state.raw<readonly OthersUnsent[]>([]);
let refused = $state.raw<readonly RefusedEdit[]>([]);
let newsTimer: ReturnType<typeof setTimeout> | undefined;
const watched = new Set<string>();

export const unsent = {
  /** All of this person's, in whatever tab they were made. */
  get count(): number {
    return queue.length + elsewhere;
  },
  get others(): readonly OthersUnsent[] {
    return others;
  },
  /** True where closing the page now would lose something. */
  get mayBeLost(): boolean {
    return notKept > 0;
  },
  /** False once the device has failed to keep something: a private window, a full disk. */
  get canKeep(): boolean {
    return canKeep;
  },
  get refused(): readonly RefusedEdit[] {
    return refused;
  },
};

export const listenToUnsent = (next: UnsentListener): void => void (listener = next);

const outbox = createOutbox(
  {
    onQueue: (next, missing) => {
      queue = next;
      notKept = missing;
    },
    onConfirmed: (entry, waiting) => {
      settle(entry.editId, null);
      dropRefused(refused.filter(({ edit }) => isTakenUpBy(edit, waiting.edit)).map(({ id }) => id));
      listener?.onConfirmed(entry, waiting);
    },
    onRefused: (waiting, failure) => {
      const row = person && {
        ...waiting,
        id: waiting.edit.id,
        by: person,
        failure,
        refusedAt: new Date().toISOString(),
      };
      if (row) refused = [...refused, row];
      settle(waiting.edit.id, row);
      listener?.onRefused(waiting, failure);
    },
    onSessionExpired: sessionExpired,
  },
  { post: ({ edit }) => sendEdit(edit), keep },
);

export const sendWaiting = (waiting: WaitingEdit): Promise<Change | Refusal> => outbox.send(waiting);
export const retryUnsent = (): void => outbox.retryNow();

/** What waits of one village, in order. */
export const unsentOf = (villageId: Id): readonly WaitingEdit[] =>
  queue.filter(({ edit }) => edit.villageId === villageId);

/** After signing in: what this person left on the device is sent from here, unless its own tab is still open. */
export function takeUpUnsent(next: Person): Promise<void> {
  if (person?.id === next.id) return taken;
  outbox.clear();
  person = { id: next.id, displayName: next.displayName };
  taken = (async () => {
    joinTabs((tab) => {
      watch(tab);
      askDevice();
    });
    try {
      refused = await refusedEdits(next.id);
      await adoptLeft(next.id);
    } catch {
      canKeep = false;
    }
  })();
  return taken;
}

/** After signing out: nothing of this person is shown or sent; what waits stays on the device. */
export function leaveUnsent(): void {
  person = null;
  taken = Promise.resolve();
  outbox.clear();
  refused = [];
  watched.clear();
  elsewhere = 0;
  askDevice();
}

/** Taken up again or thrown away by the person. */
export function dropRefused(editIds: readonly Id[]): void {
  if (!refused.some(({ id }) => editIds.includes(id))) return;
  refused = refused.filter(({ id }) => !editIds.includes(id));
  void forgetRefused(editIds).catch(() => (canKeep = false));
}

/** How many edits wait on this device, before anybody is known: for a page that does not reach the server. */
export async function countOnDevice(): Promise<number> {
  return (await keptEdits().catch(() => [])).length;
}

async function keep(waiting: WaitingEdit): Promise<boolean> {
  if (!person) return false;
  const slow = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('too slow')), longestKeepingMilliseconds);
  });
  try {
    // A copy without the interface's proxies is what the device can hold.
    await Promise.race([keepEdit({ ...plain(waiting), by: person, tab: thisTab }), slow]);
    canKeep = true;
    tellTabs();
    return true;
  } catch {
    canKeep = false;
    return false;
  }
}

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function settle(editId: Id, row: RefusedEdit | null): void {
  void settleEdit(editId, row && plain(row))
    .then(tellTabs)
    .catch(() => (canKeep = false));
}

async function adoptLeft(personId: Id): Promise<void> {
  const tabs = new Set((await keptEdits()).filter(({ by }) => by.id === personId).map(({ tab }) => tab));
  for (const tab of tabs) {
    // This tab's own are left from before signing out.
    if (tab === thisTab || (await isGone(tab))) await adopt(tab);
    else watch(tab);
  }
  askDevice();
}

async function adopt(tab: string): Promise<void> {
  if (!person) return;
  const left = await adoptEdits(person.id, tab, thisTab);
  if (left.length === 0) return;
  outbox.resume(left);
  listener?.onAdopted();
  askDevice();
}

/** When another tab is closed before it has sent everything, this one does. */
function watch(tab: string): void {
  if (tab === thisTab || watched.has(tab)) return;
  watched.add(tab);
  void gone(tab)
    .then(() => adopt(tab))
    .catch(() => (canKeep = false));
}

function askDevice(): void {
  clearTimeout(newsTimer);
  newsTimer = setTimeout(() => void countKept(), newsMilliseconds);
}

async function countKept(): Promise<void> {
  const rows = await keptEdits().catch(() => []);
  // This tab's own are in its queue, or have just been answered.
  elsewhere = rows.filter(({ by, tab }) => by.id === person?.id && tab !== thisTab).length;
  const counts = new Map<Id, OthersUnsent>();
  for (const { by } of rows) {
    if (by.id === person?.id) continue;
    counts.set(by.id, { id: by.id, name: by.displayName, count: (counts.get(by.id)?.count ?? 0) + 1 });
  }
  others = [...counts.values()];
}
