/**
 * Edits on their way to the server: one after another, in order, again and again until the server has answered. Each is
 * on the device before it is sent and until it is answered; an edit sent twice is one edit, for its id says so.
 */
import { refuse, type Refusal } from '../../domain/edits/refusal.ts';
import type { Change } from '../../domain/records/change.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Answer, Failure } from '../sync/api.ts';
import type { Entry } from '../sync/village.ts';
import type { WaitingEdit } from './waitingEdit.ts';

export interface OutboxListener {
  /** The queue is another; of what it holds, this many are not on the device (yet). */
  readonly onQueue: (queue: readonly WaitingEdit[], notKept: number) => void;
  readonly onConfirmed: (entry: Entry, waiting: WaitingEdit) => void;
  readonly onRefused: (waiting: WaitingEdit, failure: Failure) => void;
  readonly onSessionExpired: () => void;
}

export interface OutboxMeans {
  readonly post: (waiting: WaitingEdit) => Promise<Answer<Entry>>;
  /** Keeps an edit on the device; false when the device cannot. */
  readonly keep: (waiting: WaitingEdit) => Promise<boolean>;
}

export interface Outbox {
  readonly send: (waiting: WaitingEdit) => Promise<Change | Refusal>;
  /** Edits found on the device. */
  readonly resume: (kept: readonly WaitingEdit[]) => void;
  /** The line or the session is back: do not wait for the next try. */
  readonly retryNow: () => void;
  /** Another person: what is on the device stays there. */
  readonly clear: () => void;
}

interface Item {
  readonly waiting: WaitingEdit;
  /** Settled when it is known whether the device keeps it. */
  readonly keeping: Promise<unknown>;
  readonly settle: (result: Change | Refusal) => void;
}

const firstDelayMilliseconds = 1_000;
const longestDelayMilliseconds = 20_000;

export function createOutbox(listener: OutboxListener, { post, keep }: OutboxMeans): Outbox {
  let queue: readonly Item[] = [];
  const notKept = new Set<Id>();
  let isSending = false;
  let delay = firstDelayMilliseconds;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = () =>
    listener.onQueue(
      queue.map(({ waiting }) => waiting),
      notKept.size,
    );
  const leave = (item: Item) => {
    queue = queue.filter((other) => other !== item);
    notKept.delete(item.waiting.edit.id);
  };

  const next = async (): Promise<void> => {
    const [item] = queue;
    if (!item || isSending) return;
    isSending = true;
    await item.keeping;
    const answer = queue[0] === item ? await post(item.waiting) : null;
    isSending = false;
    // Cleared meanwhile: another person is here.
    if (!answer || queue[0] !== item) return void next();
    if (answer.ok) {
      delay = firstDelayMilliseconds;
      leave(item);
      listener.onConfirmed(answer.value, item.waiting);
      tell();
      item.settle(answer.value.change);
      return void next();
    }
    if (mayBeTriedAgain(answer)) {
      if (answer.status === 401) listener.onSessionExpired();
      clearTimeout(timer);
      timer = setTimeout(() => void next(), (answer.retryAfterSeconds ?? 0) * 1000 || delay);
      delay = Math.min(delay * 2, longestDelayMilliseconds);
      return;
    }
    refuseItem(item, answer);
    tell();
    void next();
  };

  /** Whatever was made on the result of a refused edit was made on something that is not so. */
  const refuseItem = (item: Item, failure: Failure): void => {
    leave(item);
    listener.onRefused(item.waiting, failure);
    item.settle(refusalOf(failure));
    for (const later of queue) {
      if (queue.includes(later) && later.waiting.restsOn.includes(item.waiting.edit.id)) {
        refuseItem(later, restedOn(later.waiting));
      }
    }
  };

  return {
    send: (waiting) =>
      new Promise((settle) => {
        const { id } = waiting.edit;
        notKept.add(id);
        const keeping = keep(waiting).then((isKept) => {
          if (!isKept || !notKept.delete(id)) return;
          tell();
        });
        queue = [...queue, { waiting, settle, keeping }];
        tell();
        void next();
      }),
    resume: (kept) => {
      const here = new Set(queue.map(({ waiting }) => waiting.edit.id));
      const items = kept
        .filter(({ edit }) => !here.has(edit.id))
        .map((waiting) => ({ waiting, settle: () => undefined, keeping: Promise.resolve() }));
      queue = [...queue, ...items];
      tell();
      void next();
    },
    retryNow: () => {
      clearTimeout(timer);
      delay = firstDelayMilliseconds;
      void next();
    },
    clear: () => {
      clearTimeout(timer);
      queue = [];
      notKept.clear();
      delay = firstDelayMilliseconds;
      tell();
    },
  };
}

/** No answer, an ended session, too many requests or a server in trouble: the edit itself is not at fault. */
const mayBeTriedAgain = ({ status }: Failure): boolean =>
  status === 0 || status === 401 || status === 429 || status >= 500;

/** Refusals of the rules come with their code; what the boundary turned away (a bug of ours) changed nothing either. */
const refusalOf = ({ refusal, status }: Failure): Refusal =>
  refusal ?? refuse(status === 403 ? 'forbidden' : 'nothing-changes');

const restedOn = ({ edit }: WaitingEdit): Failure => {
  const refusal = refuse('stale-version', Object.keys(edit.basis));
  return { ok: false, status: 409, code: refusal.code, message: '', refusal, retryAfterSeconds: null };
};
