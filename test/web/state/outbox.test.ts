import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refuse } from '../../../domain/edits/refusal.ts';
import { noChange } from '../../../domain/records/change.ts';
import { createOutbox } from '../../../web/state/outbox.ts';
import type { WaitingEdit } from '../../../web/state/waitingEdit.ts';
import type { Answer, Failure } from '../../../web/sync/api.ts';
import type { Entry } from '../../../web/sync/village.ts';

const edit = (id: string, restsOn: readonly string[] = []): WaitingEdit => ({
  edit: { id, villageId: 'v', kind: 'road.name', input: {}, basis: {}, author: 'a', at: '2026-11-24T00:00:00Z' },
  villageName: 'Thôn',
  isShown: true,
  restsOn,
  seen: [],
  undoes: null,
});
const confirmed = (id: string, sequence: number): Answer<Entry> => ({
  ok: true,
  value: {
    sequence,
    editId: id,
    kind: 'road.name',
    author: { id: 'a', displayName: 'A' },
    at: '2026-11-24T00:00:00Z',
    reverts: null,
    change: noChange,
  },
});
const failure = (status: number, rest: Partial<Failure> = {}): Failure => ({
  ok: false,
  status,
  code: 'x',
  message: '',
  refusal: null,
  retryAfterSeconds: null,
  ...rest,
});

/** An outbox whose server answers what `answers` holds, in turn; the device keeps what `keep` says. */
function outboxWith(...answers: readonly (Answer<Entry> | ((id: string) => Answer<Entry>))[]) {
  const sent: string[] = [];
  const heard: string[] = [];
  const queues: [ids: string, notKept: number][] = [];
  let turn = 0;
  let keep = () => Promise.resolve(true);
  const outbox = createOutbox(
    {
      onQueue: (queue, notKept) => queues.push([queue.map((item) => item.edit.id).join(), notKept]),
      onConfirmed: (entry) => heard.push(`confirmed ${entry.editId}`),
      onRefused: (refused, why) => heard.push(`refused ${refused.edit.id} ${why.refusal?.code ?? why.code}`),
      onSessionExpired: () => heard.push('expired'),
    },
    {
      keep: () => keep(),
      post: async ({ edit: { id } }) => {
        sent.push(id);
        const answer = answers[Math.min(turn++, answers.length - 1)]!;
        return typeof answer === 'function' ? answer(id) : answer;
      },
    },
  );
  return { outbox, sent, heard, queues, keepBy: (next: typeof keep) => (keep = next) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('outbox', () => {
  it('sends one after another, in order', async () => {
    let sequence = 0;
    const { outbox, sent, heard } = outboxWith((id) => confirmed(id, ++sequence));
    await Promise.all([outbox.send(edit('1')), outbox.send(edit('2')), outbox.send(edit('3'))]);
    expect(sent).toEqual(['1', '2', '3']);
    expect(heard).toEqual(['confirmed 1', 'confirmed 2', 'confirmed 3']);
  });

  it.each([0, 429, 500, 503])('tries the same edit again after status %d', async (status) => {
    const { outbox, sent } = outboxWith(failure(status), failure(status), (id) => confirmed(id, 1));
    const done = outbox.send(edit('1'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await done).toEqual(noChange);
    expect(sent).toEqual(['1', '1', '1']);
  });

  it('waits as long as the server asks', async () => {
    const { outbox, sent } = outboxWith(failure(429, { retryAfterSeconds: 30 }), (id) => confirmed(id, 1));
    void outbox.send(edit('1'));
    await vi.advanceTimersByTimeAsync(29_000);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(2);
  });

  it('keeps what waits when the session ends, and sends it when told that it is back', async () => {
    const { outbox, sent, heard } = outboxWith(failure(401), (id) => confirmed(id, 1));
    const done = outbox.send(edit('1'));
    await vi.advanceTimersByTimeAsync(0);
    expect(heard).toEqual(['expired']);
    outbox.retryNow();
    await done;
    expect(sent).toEqual(['1', '1']);
  });

  it('a refusal ends that edit only', async () => {
    const refusal = refuse('stale-version');
    const { outbox, heard } = outboxWith(failure(409, { refusal }), (id) => confirmed(id, 1));
    const [first, second] = await Promise.all([outbox.send(edit('1')), outbox.send(edit('2'))]);
    expect(first).toEqual(refusal);
    expect(second).toEqual(noChange);
    expect(heard).toEqual(['refused 1 stale-version', 'confirmed 2']);
  });

  it('cleared, it sends no more', async () => {
    const { outbox, sent } = outboxWith(failure(0));
    void outbox.send(edit('1'));
    await vi.advanceTimersByTimeAsync(0);
    outbox.clear();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual(['1']);
  });

  it('an edit is on the device before it is sent', async () => {
    const { outbox, sent, queues, keepBy } = outboxWith((id) => confirmed(id, 1));
    let written = () => undefined as void;
    keepBy(() => new Promise((resolve) => (written = () => resolve(true))));
    void outbox.send(edit('1'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([]);
    expect(queues.at(-1)).toEqual(['1', 1]);
    written();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['1']);
    expect(queues.at(-1)).toEqual(['', 0]);
  });

  it('what the device cannot keep is sent all the same, and counted as not kept until then', async () => {
    const { outbox, sent, queues, keepBy } = outboxWith(failure(0), (id) => confirmed(id, 1));
    keepBy(() => Promise.resolve(false));
    void outbox.send(edit('1'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['1']);
    expect(queues.at(-1)).toEqual(['1', 1]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(queues.at(-1)).toEqual(['', 0]);
  });

  it('what was left on the device is sent in its order, once', async () => {
    let sequence = 0;
    const { outbox, sent } = outboxWith((id) => confirmed(id, ++sequence));
    outbox.resume([edit('1'), edit('2')]);
    outbox.resume([edit('2'), edit('3')]);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['1', '2', '3']);
  });

  it('what was made on the result of a refused edit is refused with it, unsent', async () => {
    const refusal = refuse('road-name-duplicate');
    const { outbox, sent, heard } = outboxWith(failure(422, { refusal }), (id) => confirmed(id, 1));
    void outbox.send(edit('1'));
    void outbox.send(edit('2', ['1']));
    void outbox.send(edit('3'));
    const last = outbox.send(edit('4', ['2']));
    await vi.advanceTimersByTimeAsync(0);
    expect(await last).toMatchObject({ code: 'stale-version' });
    expect(sent).toEqual(['1', '3']);
    expect(heard).toEqual([
      'refused 1 road-name-duplicate',
      'refused 2 stale-version',
      'refused 4 stale-version',
      'confirmed 3',
    ]);
  });
});
