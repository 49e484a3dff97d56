/** The open village: its world as confirmed and as this person has just changed it, and the way to change it. */
import { touches, type Change } from '../../domain/records/change.ts';
import type { Edit, EditHistory } from '../../domain/edits/edit.ts';
import { isRefusal } from '../../domain/edits/edit.ts';
import { refuse, type Refusal } from '../../domain/edits/refusal.ts';
import type { EditKind, InputOf } from '../../domain/edits/registry.ts';
import { mayEdit, type Role } from '../../domain/permissions.ts';
import type { Id } from '../../domain/records/fields.ts';
import { emptyWorld, findRecord, type World } from '../../domain/records/world.ts';
import type { Failure } from '../sync/api.ts';
import { openFeed } from '../sync/feed.ts';
import type { VillageAccess } from '../sync/session.ts';
import { isWhole, loadVillage, readChanges, type BriefEntry, type Entry } from '../sync/village.ts';
import { t } from '../i18n/t.ts';
import { newId } from './newId.ts';
import { addEarlier, addOwn, forgetOwn, giveUpUndoing, ownEdits, ownPending } from './ownEdits.svelte.ts';
import { tellRefused } from './refusedAfterwards.ts';
import { sayRefused } from './reshaping.svelte.ts';
import { fetchRules, listenToRules, rulesHere, withRules, type Performed, type Rules } from './rules.svelte.ts';
import { askSession, session, sessionExpired } from './session.svelte.ts';
import { addKept, addPending, receive, reloaded, restsOn, startTimeline, takeBack, type Rebased } from './timeline.ts';
import { say } from './toasts.svelte.ts';
import { listenToUnsent, retryUnsent, sendWaiting, takeUpUnsent, unsentOf } from './unsent.svelte.ts';
import { seenBy, type WaitingEdit } from './waitingEdit.ts';
import { mostUndoable, undoStackOf, type Undoable } from './undoStack.ts';

export type Link = 'connecting' | 'live' | 'reconnecting';
export type VillageStatus = 'closed' | 'loading' | 'open' | 'failed';

/** An entry whose predecessors do not come within this time means that something was missed. */
const gapMilliseconds = 3_000;

let access = $state.raw<VillageAccess | null>(null);
let status = $state<VillageStatus>('closed');
let failure = $state.raw<Failure | null>(null);
let timeline = $state.raw(startTimeline(emptyWorld, 0));
let link = $state<Link>('connecting');
let closeFeed: (() => void) | null = null;
let gapTimer: ReturnType<typeof setTimeout> | undefined;

/** Changes known whole, by the edit that made them: what undo needs to be shown at once. */
const known = new Map<Id, { readonly kind: string; readonly change: Change }>();
const history: EditHistory = { changeOf: (editId) => known.get(editId) };

/** The same world, though the timeline moves on, is no change to whoever shows it. */
const world = $derived(timeline.world);
const ownPendings = $derived(timeline.pending.map(({ edit }) => ownPending(edit)));
const undoStack = $derived(undoStackOf([...ownEdits.confirmed, ...ownPendings], ownEdits.hopeless));

listenToUnsent({
  onConfirmed: (entry, waiting) => {
    if (isHere(waiting)) takeIn(entry);
  },
  onRefused: (waiting, why) => {
    const { edit } = waiting;
    if (isHere(waiting)) settle(takeBack(timeline, edit.id, history));
    known.delete(edit.id);
    tellRefused(why);
  },
  onAdopted: () => void (status === 'open' && showUnsent()),
});

// What was kept, and could not be shown without them, is shown as soon as they are here.
listenToRules(() => {
  if (timeline.pending.length > 0) settle(addKept(timeline, [], history));
});

export const village = {
  get id(): Id {
    return access?.id ?? '';
  },
  get name(): string {
    return access?.name ?? '';
  },
  get isSample(): boolean {
    return access?.isSample ?? false;
  },
  get status(): VillageStatus {
    return status;
  },
  /** Why the village could not be loaded. */
  get failure(): Failure | null {
    return failure;
  },
  /** Confirmed and pending together. */
  get world(): World {
    return world;
  },
  /** What the server has confirmed. */
  get confirmed(): World {
    return timeline.confirmed;
  },
  get role(): Role | null {
    return access?.role ?? null;
  },
  get sequence(): number {
    return timeline.sequence;
  },
  get link(): Link {
    return link;
  },
  /** What undo and redo would act on, or null. */
  get nextUndo(): Undoable | null {
    return undoStack.undo.at(-1) ?? null;
  },
  get nextRedo(): Undoable | null {
    return undoStack.redo.at(-1) ?? null;
  },
};

/** This very village is open, and none that was left or is still loading. */
export const isOpen = (villageId: Id): boolean => status === 'open' && access?.id === villageId;

export async function openVillage(next: VillageAccess): Promise<void> {
  closeVillage();
  access = next;
  status = 'loading';
  const { user } = session;
  const [answer] = await Promise.all([loadVillage(next.id), user && takeUpUnsent(user)]);
  if (access !== next) return;
  if (!answer.ok) {
    failure = answer;
    status = 'failed';
    if (answer.status === 401) sessionExpired();
    return;
  }
  // What was left unsent goes on top of what others have done meanwhile.
  timeline = startTimeline(answer.value.world, answer.value.sequence);
  await showUnsent();
  if (access !== next) return;
  status = 'open';
  closeFeed = openFeed(next.id, {
    sequence: () => timeline.sequence,
    onEntry: takeIn,
    onLink: (isLive) => {
      link = isLive ? 'live' : link === 'connecting' ? 'connecting' : 'reconnecting';
      if (isLive) retryUnsent();
      else void askSession();
    },
  });
  if (user) void readOwn(next.id, user.id);
}

/** Edits made earlier, on top of what is shown; should the rules not come, they are sent all the same, and shown later. */
async function showUnsent(): Promise<void> {
  const { id } = village;
  if (unsentOf(id).length > 0) await fetchRules().catch(() => null);
  const isNew = ({ edit }: WaitingEdit) => timeline.pending.every((one) => one.edit.id !== edit.id);
  if (village.id === id) settle(addKept(timeline, unsentOf(id).filter(isNew).map(asKnown), history));
}

async function readOwn(villageId: Id, author: Id): Promise<void> {
  const own = await readChanges(villageId, null, mostUndoable, { author });
  if (!own.ok || villageId !== access?.id) return;
  own.value.entries.filter(isWhole).forEach(learn);
  addEarlier(own.value.entries.toReversed());
}

export function closeVillage(): void {
  closeFeed?.();
  closeFeed = null;
  clearTimeout(gapTimer);
  known.clear();
  forgetOwn();
  timeline = startTimeline(emptyWorld, 0);
  access = null;
  failure = null;
  link = 'connecting';
  status = 'closed';
}

/** After signing in again: what waited is sent, the feed goes on. */
export function resumeVillage(): void {
  retryUnsent();
  if (access && status === 'failed') void openVillage(access);
}

/** Shows the edit at once and sends it; taken back, with the reason in words, if it is refused. */
export const perform = <K extends EditKind>(kind: K, input: InputOf<K>): Promise<Change | Refusal> =>
  performNow(kind, input).answer;

/** The same, told at once whether the rules here refuse it. */
export const performNow = <K extends EditKind>(kind: K, input: InputOf<K>): Performed =>
  withRules((rules) => performEdit(rules, editOf(rules, kind, input)));

/** The reason why an edit cannot be done now, or null; nothing is shown or sent. */
export function obstacle<K extends EditKind>(kind: K, input: InputOf<K>): Refusal | null {
  const rules = rulesHere();
  if (!rules) {
    void fetchRules().catch(() => undefined);
    return refuse('rules-not-here');
  }
  const result = decide(rules, editOf(rules, kind, input));
  return isRefusal(result) ? result : null;
}

export const undo = (): Promise<void> => takeBackOwn(undoStack.undo.at(-1), 'undo.done');
export const redo = (): Promise<void> => takeBackOwn(undoStack.redo.at(-1), 'redo.done');

/** Tells that something is done, and offers to take it back. */
export const sayDone = (text: string): void => say('done', text, { label: t('undo.do'), run: () => void undo() });

async function takeBackOwn(last: Undoable | undefined, doneKey: 'undo.done' | 'redo.done'): Promise<void> {
  if (!last) return;
  const result = await performRevert(last.editId);
  if (isRefusal(result)) giveUpUndoing(last.editId);
  else say('done', t(doneKey, { what: t(`edit.${last.kind}`) }));
}

/** Takes back an edit of the log, whoever made it. */
export function revert(entry: BriefEntry): Promise<Change | Refusal> {
  if (isWhole(entry)) learn(entry);
  return performRevert(entry.editId);
}

/** Why an entry, whole, cannot be taken back now; null also where only the server can tell. */
export function revertObstacle(entry: Entry): Refusal | null {
  learn(entry);
  return known.has(entry.editId) ? obstacle('change.revert', { editId: entry.editId }) : null;
}

/** Shown at once where it is known whole what was done; else when the server has done it. */
const performRevert = (editId: Id): Promise<Change | Refusal> =>
  withRules((rules) => performEdit(rules, editOf(rules, 'change.revert', { editId }), known.has(editId))).answer;

/** Person data may be erased from the log since: then only the server can tell what taking it back does. */
function learn({ editId, kind, change }: Entry): void {
  if (!touches(change, 'household')) known.set(editId, { kind, change });
}

function editOf<K extends EditKind>({ targetsOf }: Rules, kind: K, input: InputOf<K>): Edit<EditKind> {
  const basis: Record<Id, number> = {};
  for (const id of targetsOf({ kind, input })) {
    const record = findRecord(world, id);
    if (record) basis[id] = record.version;
  }
  const author = session.user?.id ?? '';
  return { id: newId(), villageId: access?.id ?? '', kind, input, basis, author, at: new Date().toISOString() };
}

function decide({ run }: Rules, edit: Edit<EditKind>): Change | Refusal {
  if (!mayEdit(village.role, edit.kind)) return refuse('forbidden');
  return run(world, edit, history);
}

function performEdit(rules: Rules, edit: Edit<EditKind>, isShown = true): Performed {
  const result = isShown ? decide(rules, edit) : null;
  if (result && isRefusal(result)) {
    const mayReshape = mayEdit(village.role, 'numbering.reshape');
    sayRefused(result, mayReshape ? rules.underDecisionOf(edit, result) : null);
    return { refusal: result, answer: Promise.resolve(result) };
  }
  if (result) known.set(edit.id, { kind: edit.kind, change: result });
  const waiting = waitingOf(edit, isShown);
  timeline = addPending(timeline, edit, result);
  return { refusal: null, answer: sendWaiting(waiting) };
}

function waitingOf(edit: Edit<EditKind>, isShown: boolean): WaitingEdit {
  const { reverts } = ownPending(edit);
  return {
    edit,
    villageName: access?.name ?? '',
    isShown,
    restsOn: restsOn(timeline, edit),
    seen: seenBy(timeline.world, edit),
    undoes: (reverts !== null && isShown && known.get(reverts)) || null,
  };
}

const isHere = ({ edit }: WaitingEdit): boolean => edit.villageId === access?.id;

/** A kept undo brings along what it takes back. */
function asKnown(waiting: WaitingEdit): WaitingEdit {
  const { reverts } = ownPending(waiting.edit);
  if (reverts !== null && waiting.undoes && !known.has(reverts)) known.set(reverts, waiting.undoes);
  return waiting;
}

function takeIn(entry: Entry): void {
  if (status !== 'open') return;
  learn(entry);
  if (entry.author.id === session.user?.id) addOwn(entry);
  settle(receive(timeline, entry, history));
  clearTimeout(gapTimer);
  if (timeline.early.size > 0) gapTimer = setTimeout(() => void reload(), gapMilliseconds);
}

async function reload(): Promise<void> {
  const opened = access;
  const answer = opened ? await loadVillage(opened.id) : null;
  if (!answer?.ok || access !== opened || answer.value.sequence < timeline.sequence) return;
  settle(reloaded(timeline, answer.value.world, answer.value.sequence, history));
}

function settle(rebased: Rebased): void {
  timeline = rebased.timeline;
  const kinds = new Map(timeline.pending.map(({ edit }) => [edit.id, edit.kind]));
  for (const [id, change] of timeline.made) known.set(id, { kind: kinds.get(id) ?? '', change });
}
