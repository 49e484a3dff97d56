import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Edit } from '../../../domain/edits/edit.ts';
import type { EditKind } from '../../../domain/edits/registry.ts';
import { refuse } from '../../../domain/edits/refusal.ts';
import { noChange } from '../../../domain/records/change.ts';
import { createOutbox } from '../../../web/state/outbox.ts';
import type { Answer, Failure } from '../../../web/sync/api.ts';
import type { Entry } from '../../../web/sync/village.ts';

const edit = (id: string): Edit<EditKind> => ({
  id,
  villageId: 'v',
  kind: 'road.name',
  input: {},
  basis: {},
  author: 'a',
  at: '2026-11-24T00:00:00Z',
});
const confirmed = (id: string, sequence: number): Answer<Entry> => ({
  ok: true,
  value: {
    sequence,
    editId: id,
    kind: 'road.name',
    author: { id: 'a', displayName: 'A' },
    at: '2026-11-24T00:00:00Z',
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

/** An outbox whose server answers what `answers` holds, in turn. */
function outboxWith(...answers: readonly (Answer<Entry> | ((id: string) => Answer<Entry>))[]) {
  const sent: string[] = [];
  const heard: string[] = [];
  let turn = 0;
  const outbox = createOutbox(
    {
      onConfirmed: (entry) => heard.push(`confirmed ${entry.editId}`),
      onRefused: (refused) => heard.push(`refused ${refused.id}`),
      onSessionExpired: () => heard.push('expired'),
    },
    async ({ id }) => {
      sent.push(id);
      const answer = answers[Math.min(turn++, answers.length - 1)]!;
      return typeof answer === 'function' ? answer(id) : answer;
    },
  );
  return { outbox, sent, heard };
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
    expect(heard).toEqual(['refused 1', 'confirmed 2']);
  });

  it('cleared, it sends no more', async () => {
    const { outbox, sent } = outboxWith(failure(0));
    void outbox.send(edit('1'));
    await vi.advanceTimersByTimeAsync(0);
    outbox.clear();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual(['1']);
  });
});
