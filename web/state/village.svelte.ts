/** The open village: its world as confirmed and as this person has just changed it, and the way to change it. */
import type { Change } from '../../domain/records/change.ts';
import type { Edit, EditHistory } from '../../domain/edits/edit.ts';
import { isRefusal } from '../../domain/edits/edit.ts';
import { underDecisionOf } from '../../domain/edits/numberingReshape.ts';
import { refuse, type Refusal } from '../../domain/edits/refusal.ts';
import { editDefinitions, type EditKind, type InputOf } from '../../domain/edits/registry.ts';
import { run } from '../../domain/edits/run.ts';
import { mayEdit, type Role } from '../../domain/permissions.ts';
import type { Id } from '../../domain/records/fields.ts';
import { applyChange, emptyWorld, findRecord, type World } from '../../domain/records/world.ts';
import type { Failure } from '../sync/api.ts';
import { openFeed } from '../sync/feed.ts';
import type { VillageAccess } from '../sync/session.ts';
import { loadVillage, type Entry } from '../sync/village.ts';
import { language } from '../i18n/language.svelte.ts';
import { refusalText } from '../i18n/refusals.ts';
import { t } from '../i18n/t.ts';
import { newId } from './newId.ts';
import { createOutbox } from './outbox.ts';
import { askForDecision } from './reshaping.svelte.ts';
import { askSession, session, sessionExpired } from './session.svelte.ts';
import { addPending, receive, reloaded, startTimeline, takeBack, type Rebased } from './timeline.ts';
import { say } from './toasts.svelte.ts';
import { afterEdit, afterRedo, afterUndo, emptyUndoStack, without, type Undoable } from './undoStack.ts';

export type Link = 'connecting' | 'live' | 'reconnecting';
export type VillageStatus = 'closed' | 'loading' | 'open' | 'failed';

/** An entry whose predecessors do not come within this time means that something was missed. */
const gapMilliseconds = 3_000;

let access = $state.raw<VillageAccess | null>(null);
let status = $state<VillageStatus>('closed');
let failure = $state.raw<Failure | null>(null);
let timeline = $state.raw(startTimeline(emptyWorld, 0));
let link = $state<Link>('connecting');
let lastRefusal = $state.raw<Refusal | null>(null);
let undoStack = $state.raw(emptyUndoStack);
let closeFeed: (() => void) | null = null;
let gapTimer: ReturnType<typeof setTimeout> | undefined;

/** Changes known by the edit that made them: what undo needs. */
const known = new Map<Id, { readonly kind: string; readonly change: Change }>();
const history: EditHistory = { changeOf: (editId) => known.get(editId) };

const outbox = createOutbox({
  onConfirmed: (entry) => takeIn(entry),
  onRefused: (edit, { refusal, message }) => {
    settle(takeBack(timeline, edit.id, history));
    undoStack = without(undoStack, edit.id);
    known.delete(edit.id);
    if (refusal) refused(refusal);
    // The server's own words are Vietnamese.
    else say('problem', (language.current === 'vi' && message) || t('problem.unknown'));
  },
  onSessionExpired: sessionExpired,
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
    return timeline.world;
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
  get pendingCount(): number {
    return timeline.pending.length;
  },
  get lastRefusal(): Refusal | null {
    return lastRefusal;
  },
  /** What undo and redo would act on, or null. */
  get nextUndo(): Undoable | null {
    return undoStack.undo.at(-1) ?? null;
  },
  get nextRedo(): Undoable | null {
    return undoStack.redo.at(-1) ?? null;
  },
};

export async function openVillage(next: VillageAccess): Promise<void> {
  closeVillage();
  access = next;
  status = 'loading';
  const answer = await loadVillage(next.id);
  if (access !== next) return;
  if (!answer.ok) {
    failure = answer;
    status = 'failed';
    if (answer.status === 401) sessionExpired();
    return;
  }
  timeline = startTimeline(answer.value.world, answer.value.sequence);
  status = 'open';
  closeFeed = openFeed(next.id, {
    sequence: () => timeline.sequence,
    onEntry: takeIn,
    onLink: (isLive) => {
      link = isLive ? 'live' : link === 'connecting' ? 'connecting' : 'reconnecting';
      if (isLive) outbox.retryNow();
      else void askSession();
    },
  });
}

export function closeVillage(): void {
  closeFeed?.();
  closeFeed = null;
  clearTimeout(gapTimer);
  outbox.clear();
  known.clear();
  undoStack = emptyUndoStack;
  timeline = startTimeline(emptyWorld, 0);
  access = null;
  failure = null;
  lastRefusal = null;
  link = 'connecting';
  status = 'closed';
}

/** After signing in again: what waited is sent, the feed goes on. */
export function resumeVillage(): void {
  outbox.retryNow();
  if (access && status === 'failed') void openVillage(access);
}

/** Shows the edit at once and sends it; taken back, with the reason in words, if it is refused. */
export function perform<K extends EditKind>(kind: K, input: InputOf<K>): Promise<Change | Refusal> {
  return performEdit(editOf(kind, input), true).done;
}

/** What the edit would do now, with nothing shown or sent: for previews, and for buttons that say why not. */
export function attempt<K extends EditKind>(kind: K, input: InputOf<K>): Change | Refusal {
  return decide(editOf(kind, input));
}

/** The reason why an edit cannot be done now, or null. */
export function obstacle<K extends EditKind>(kind: K, input: InputOf<K>): Refusal | null {
  const result = attempt(kind, input);
  return isRefusal(result) ? result : null;
}

export async function undo(): Promise<void> {
  const last = undoStack.undo.at(-1);
  if (!last) return;
  const { edit, done } = performEdit(editOf('change.revert', { editId: last.editId }), false);
  undoStack = afterUndo(undoStack, edit.id);
  const result = await done;
  if (isRefusal(result)) undoStack = without(undoStack, edit.id);
  else say('done', t('undo.done', { what: t(`edit.${last.kind}`) }));
}

export async function redo(): Promise<void> {
  const last = undoStack.redo.at(-1);
  if (!last) return;
  const { edit, done } = performEdit(editOf('change.revert', { editId: last.editId }), false);
  undoStack = afterRedo(undoStack, edit.id);
  const result = await done;
  if (isRefusal(result)) undoStack = without(undoStack, edit.id);
  else say('done', t('redo.done', { what: t(`edit.${last.kind}`) }));
}

/** Takes back an edit of the log, whoever made it. */
export async function revert(entry: Entry): Promise<Change | Refusal> {
  const hidesPersons = touchesHouseholds(entry.change);
  if (!hidesPersons && !known.has(entry.editId)) known.set(entry.editId, entry);
  const { edit, done } = performEdit(editOf('change.revert', { editId: entry.editId }), false, !hidesPersons);
  const result = await done;
  if (!isRefusal(result)) undoStack = afterEdit(undoStack, { editId: edit.id, kind: 'change.revert' });
  return result;
}

const touchesHouseholds = ({ created, updated, deleted }: Change): boolean =>
  [...created, ...updated.map(([, after]) => after), ...deleted].some((item) => item.kind === 'household');

function editOf<K extends EditKind>(kind: K, input: InputOf<K>): Edit<EditKind> {
  const basis: Record<Id, number> = {};
  for (const id of editDefinitions[kind].targets(input as never)) {
    const record = findRecord(timeline.world, id);
    if (record) basis[id] = record.version;
  }
  const author = session.user?.id ?? '';
  return { id: newId(), villageId: access?.id ?? '', kind, input, basis, author, at: new Date().toISOString() };
}

function decide(edit: Edit<EditKind>): Change | Refusal {
  if (!mayEdit(village.role, edit.kind)) return refuse('forbidden');
  return run(timeline.world, edit, history);
}

function performEdit(
  edit: Edit<EditKind>,
  isUndoable: boolean,
  isShown = true,
): { readonly edit: Edit<EditKind>; readonly done: Promise<Change | Refusal> } {
  const result = isShown ? decide(edit) : null;
  if (result && isRefusal(result)) return { edit, done: Promise.resolve(refused(result, edit)) };
  if (result) known.set(edit.id, { kind: edit.kind, change: result });
  const world = result ? applyChange(timeline.world, result) : timeline.world;
  timeline = addPending(timeline, { edit, isShown }, world);
  if (isUndoable) undoStack = afterEdit(undoStack, { editId: edit.id, kind: edit.kind });
  return { edit, done: outbox.send(edit) };
}

function refused(refusal: Refusal, edit?: Edit<EditKind>): Refusal {
  lastRefusal = refusal;
  const reshaping = edit && mayEdit(village.role, 'numbering.reshape') ? underDecisionOf(edit, refusal) : null;
  const way = reshaping && { label: t('reshape.offer'), run: () => askForDecision(reshaping) };
  say('problem', refusalText(refusal), way);
  return refusal;
}

function takeIn(entry: Entry): void {
  if (!known.has(entry.editId) || !touchesHouseholds(entry.change)) known.set(entry.editId, entry);
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
}
