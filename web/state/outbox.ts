/** Edits on their way to the server: one after another, in order, again and again until the server has answered. */
import type { Edit } from '../../domain/edits/edit.ts';
import { refuse, type Refusal } from '../../domain/edits/refusal.ts';
import type { EditKind } from '../../domain/edits/registry.ts';
import type { Change } from '../../domain/records/change.ts';
import type { Answer, Failure } from '../sync/api.ts';
import { sendEdit, type Entry } from '../sync/village.ts';

export interface OutboxListener {
  readonly onConfirmed: (entry: Entry) => void;
  readonly onRefused: (edit: Edit<EditKind>, failure: Failure) => void;
  readonly onSessionExpired: () => void;
}

export interface Outbox {
  readonly send: (edit: Edit<EditKind>) => Promise<Change | Refusal>;
  /** The line or the session is back: do not wait for the next try. */
  readonly retryNow: () => void;
  readonly clear: () => void;
}

interface Item {
  readonly edit: Edit<EditKind>;
  readonly settle: (result: Change | Refusal) => void;
}

const firstDelayMilliseconds = 1_000;
const longestDelayMilliseconds = 20_000;

export function createOutbox(
  listener: OutboxListener,
  post: (edit: Edit<EditKind>) => Promise<Answer<Entry>> = sendEdit,
): Outbox {
  let queue: readonly Item[] = [];
  let isSending = false;
  let delay = firstDelayMilliseconds;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const next = async (): Promise<void> => {
    const [item] = queue;
    if (!item || isSending) return;
    isSending = true;
    const answer = await post(item.edit);
    isSending = false;
    // Cleared meanwhile: another village is open.
    if (queue[0] !== item) return void next();
    if (answer.ok) {
      delay = firstDelayMilliseconds;
      queue = queue.slice(1);
      listener.onConfirmed(answer.value);
      item.settle(answer.value.change);
      return void next();
    }
    if (mayBeTriedAgain(answer)) {
      if (answer.status === 401) listener.onSessionExpired();
      timer = setTimeout(() => void next(), (answer.retryAfterSeconds ?? 0) * 1000 || delay);
      delay = Math.min(delay * 2, longestDelayMilliseconds);
      return;
    }
    queue = queue.slice(1);
    listener.onRefused(item.edit, answer);
    item.settle(refusalOf(answer));
    void next();
  };

  return {
    send: (edit) =>
      new Promise((settle) => {
        queue = [...queue, { edit, settle }];
        void next();
      }),
    retryNow: () => {
      clearTimeout(timer);
      delay = firstDelayMilliseconds;
      void next();
    },
    clear: () => {
      clearTimeout(timer);
      queue = [];
      delay = firstDelayMilliseconds;
    },
  };
}

/** No answer, an ended session, too many requests or a server in trouble: the edit itself is not at fault. */
const mayBeTriedAgain = ({ status }: Failure): boolean =>
  status === 0 || status === 401 || status === 429 || status >= 500;

/** Refusals of the rules come with their code; what the boundary turned away (a bug of ours) changed nothing either. */
const refusalOf = ({ refusal, status }: Failure): Refusal =>
  refusal ?? refuse(status === 403 ? 'forbidden' : 'nothing-changes');
