/**
 * What the server has confirmed, what waits to be confirmed, and the world that follows from both by the rules, once they
 * are here. Entries may come twice, early or from two sides (the answer to an edit and the feed); each counts once, in
 * order.
 */
import { isRefusal, type Edit, type EditHistory } from '../../domain/edits/edit.ts';
import type { Refusal } from '../../domain/edits/refusal.ts';
import type { EditKind, InputOf } from '../../domain/edits/registry.ts';
import type { Change } from '../../domain/records/change.ts';
import type { Id } from '../../domain/records/fields.ts';
import { applyChange, type World } from '../../domain/records/world.ts';
import type { Entry } from '../sync/village.ts';
import { isSameData } from './sameData.ts';
import { rulesHere } from './rules.svelte.ts';

export interface PendingEdit {
  readonly edit: Edit<EditKind>;
  /** False where only the server can tell what the edit does (undoing what holds hidden person data). */
  readonly isShown: boolean;
}

export interface Timeline {
  readonly confirmed: World;
  readonly sequence: number;
  readonly pending: readonly PendingEdit[];
  /** What each pending edit that is shown does to the world before it, by the edit's id. */
  readonly made: ReadonlyMap<Id, Change>;
  /** Entries that came before the ones they follow. */
  readonly early: ReadonlyMap<number, Entry>;
  /** Confirmed and pending together. */
  readonly world: World;
}

export const startTimeline = (confirmed: World, sequence: number): Timeline => ({
  confirmed,
  sequence,
  pending: [],
  made: new Map(),
  early: new Map(),
  world: confirmed,
});

export interface Rebased {
  readonly timeline: Timeline;
  /** Pending edits that no longer fit what others have done; left in the queue, the server has the last word. */
  readonly unfit: readonly { readonly editId: Id; readonly refusal: Refusal }[];
}

/** An edit that has just been made, with what it does; null when only the server can tell. */
export function addPending(timeline: Timeline, edit: Edit<EditKind>, change: Change | null): Timeline {
  const pending = [...timeline.pending, { edit, isShown: change !== null }];
  if (!change) return { ...timeline, pending };
  const made = new Map(timeline.made).set(edit.id, change);
  return { ...timeline, pending, made, world: applyChange(timeline.world, change) };
}

/** Edits made earlier and found on the device. */
export const addKept = (timeline: Timeline, kept: readonly PendingEdit[], history: EditHistory): Rebased =>
  rebase({ ...timeline, pending: [...timeline.pending, ...kept] }, history);

/** The pending edits whose result this one was made on: those that made what it acts on, or what it takes back. */
export function restsOn({ made }: Timeline, edit: Edit<EditKind>): readonly Id[] {
  const reverted = edit.kind === 'change.revert' ? (edit.input as InputOf<'change.revert'>).editId : null;
  const isBasis = ({ id }: { readonly id: Id }) => id in edit.basis;
  return [...made]
    .filter(
      ([id, { created, updated }]) => id === reverted || created.some(isBasis) || updated.some(([now]) => isBasis(now)),
    )
    .map(([id]) => id);
}

export function takeBack(timeline: Timeline, editId: Id, history: EditHistory): Rebased {
  return rebase({ ...timeline, pending: timeline.pending.filter(({ edit }) => edit.id !== editId) }, history);
}

/** Takes in an entry of the log; one that is already in changes nothing but the queue. */
export function receive(timeline: Timeline, entry: Entry, history: EditHistory): Rebased {
  if (entry.sequence <= timeline.sequence) {
    const isWaiting = timeline.pending.some(({ edit }) => edit.id === entry.editId);
    return isWaiting ? takeBack(timeline, entry.editId, history) : { timeline, unfit: [] };
  }
  if (isAsShown(timeline, entry)) return { timeline: settled(timeline, entry), unfit: [] };
  const early = new Map(timeline.early).set(entry.sequence, entry);
  const arrived = new Set<Id>();
  let { confirmed, sequence } = timeline;
  for (let next = early.get(sequence + 1); next; next = early.get(sequence + 1)) {
    confirmed = applyChange(confirmed, next.change);
    sequence = next.sequence;
    arrived.add(next.editId);
    early.delete(sequence);
  }
  // An early entry of our own stays pending until the ones before it are here, so that it is still shown.
  const pending = timeline.pending.filter(({ edit }) => !arrived.has(edit.id));
  return rebase({ ...timeline, confirmed, sequence, early, pending }, history);
}

/** The next entry of the log says just what is shown of the edit that waits first, and all that waits is shown. */
const isAsShown = ({ sequence, pending, made, early }: Timeline, entry: Entry): boolean =>
  entry.sequence === sequence + 1 &&
  early.size === 0 &&
  pending[0]?.edit.id === entry.editId &&
  pending.every(({ edit }) => made.has(edit.id)) &&
  isSameData(made.get(entry.editId), entry.change);

/** The world stays the same object, and its records too: nothing that was made of them need be made again. */
function settled(timeline: Timeline, { sequence, editId }: Entry): Timeline {
  const pending = timeline.pending.slice(1);
  const made = new Map(timeline.made);
  made.delete(editId);
  const confirmed = pending.length === 0 ? timeline.world : applyChange(timeline.confirmed, timeline.made.get(editId)!);
  return { ...timeline, confirmed, sequence, pending, made };
}

/** A fresh copy of the village under the edits that still wait. */
export function reloaded(timeline: Timeline, confirmed: World, sequence: number, history: EditHistory): Rebased {
  const early = new Map([...timeline.early].filter(([at]) => at > sequence));
  return rebase({ ...timeline, confirmed, sequence, early }, history);
}

function rebase(timeline: Timeline, history: EditHistory): Rebased {
  let world = timeline.confirmed;
  const made = new Map<Id, Change>();
  const kinds = new Map(timeline.pending.map(({ edit }) => [edit.id, edit.kind]));
  // Undoing what is itself still pending takes back what that does now.
  const now: EditHistory = {
    changeOf: (id) => {
      const change = made.get(id);
      return change ? { kind: kinds.get(id) ?? '', change } : history.changeOf(id);
    },
  };
  const unfit: { editId: Id; refusal: Refusal }[] = [];
  for (const { edit, isShown } of timeline.pending) {
    const result = isShown && rulesHere()?.run(world, edit, now);
    if (!result) continue;
    if (isRefusal(result)) unfit.push({ editId: edit.id, refusal: result });
    else {
      made.set(edit.id, result);
      world = applyChange(world, result);
    }
  }
  return { timeline: { ...timeline, world, made }, unfit };
}
