import { afterEach, expect, it, vi } from 'vitest';
import { noChange, updated, type Change } from '../../../domain/records/change.ts';
import { readSaidState } from '../../../web/state/saidState.ts';
import { aSign, at, newId } from '../../domain/builders.ts';

const sign = aSign(at(0, 0), { state: 'damaged', stateDay: '2026-11-01' });
const hung = updated(aSign(at(0, 0), { ...sign, state: 'installed' }), { state: 'damaged' });
const rewritten = updated(sign, { faces: ['NGÕ 1'] });
const put = updated(sign, { dueDay: '2026-12-31' });

/** Newest first; those cut short have only their `whole` under their own address. */
function log(...entries: readonly { kind: string; change: Change; touched?: number; whole?: Change }[]) {
  const all = entries.map(({ kind, change, touched, whole }) => ({
    ...{ editId: newId(), sequence: 1, kind, author: { id: 'a', displayName: 'Ánh' }, at: '2026-11-01T00:00:00.000Z' },
    ...{ reverts: null, change, touched: touched ?? change.updated.length + change.created.length },
    whole,
  }));
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    const one = all.find(({ editId }) => path.endsWith(editId));
    return Promise.resolve(Response.json(one ? { ...one, change: one.whole } : { entries: all }));
  });
  return { asked, ids: all.map(({ editId }) => editId) };
}
const said = async () => {
  const answer = await readSaidState('v', sign.id);
  return answer.ok ? (answer.value?.editId ?? null) : answer;
};
afterEach(() => vi.unstubAllGlobals());

it('who told the state, not who wrote another text or set another due day since', async () => {
  const { ids, asked } = log(
    { kind: 'sign.update', change: rewritten },
    { kind: 'records.update', change: put },
    { kind: 'change.revert', change: rewritten },
    { kind: 'road.delete', change: rewritten },
    { kind: 'sign.setState', change: hung },
    { kind: 'sign.add', change: { ...noChange, created: [sign] } },
  );
  expect(await said()).toBe(ids[4]);
  expect(asked).toHaveLength(1);
});

it('who told it of many in the table, took it back, brought it back or made it', async () => {
  for (const [kind, change] of [
    ['records.update', hung],
    ['change.revert', hung],
    ['change.revert', { ...noChange, created: [sign] }],
    ['sign.addMany', { ...noChange, created: [sign] }],
    ['village.import', { ...noChange, created: [sign] }],
  ] as const) {
    const { ids } = log({ kind: 'sign.update', change: rewritten }, { kind, change });
    expect([kind, await said()]).toEqual([kind, ids[1]]);
  }
});

it('an entry that is cut short is asked for whole', async () => {
  const cut = updated(aSign(at(1, 1)), { state: 'ordered' });
  const { ids } = log(
    { kind: 'records.update', change: cut, touched: 9, whole: put },
    { kind: 'records.update', change: cut, touched: 9, whole: hung },
  );
  expect(await said()).toBe(ids[1]);
});

it('nobody, where nothing in the log told it; and why, where the log cannot be read', async () => {
  log({ kind: 'sign.update', change: rewritten });
  expect(await said()).toBeNull();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  expect(await said()).toMatchObject({ ok: false, status: 0 });
});
