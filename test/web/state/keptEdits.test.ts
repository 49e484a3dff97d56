import { beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../../web/sync/api.ts';
import type { KeptEdit } from '../../../web/state/keptEdits.ts';
import { newDevice } from './onDevice.ts';

beforeEach(newDevice);

const device = () => import('../../../web/state/keptEdits.ts');
const ann = { id: 'ann', displayName: 'Ánh' };
const binh = { id: 'binh', displayName: 'Bình' };

const kept = (id: string, by = ann, tab = 'tab-1'): KeptEdit => ({
  edit: { id, villageId: 'v', kind: 'lamp.delete', input: { id: 'l' }, basis: {}, author: by.id, at: '2026-11-24' },
  villageName: 'Thôn',
  isShown: true,
  restsOn: [],
  seen: [],
  undoes: null,
  by,
  tab,
});
const failure: Failure = { ok: false, status: 409, code: 'x', message: '', refusal: null, retryAfterSeconds: null };

describe('edits on the device', () => {
  it('come back in the order in which they were made, and are gone once answered', async () => {
    const { keepEdit, keptEdits, settleEdit } = await device();
    for (const id of ['c', 'a', 'b']) await keepEdit(kept(id));
    expect((await keptEdits()).map(({ edit }) => edit.id)).toEqual(['c', 'a', 'b']);
    await settleEdit('a', null);
    await settleEdit('never kept', null);
    expect((await keptEdits()).map(({ edit }) => edit.id)).toEqual(['c', 'b']);
  });

  it('outlive the page', async () => {
    await (await device()).keepEdit(kept('a'));
    const { vi } = await import('vitest');
    vi.resetModules();
    expect(await (await device()).keptEdits()).toMatchObject([{ edit: { id: 'a' }, by: ann }]);
  });

  it('one edit is kept once', async () => {
    const { keepEdit, keptEdits } = await device();
    await keepEdit(kept('a'));
    await expect(keepEdit(kept('a'))).rejects.toThrow();
    expect(await keptEdits()).toHaveLength(1);
  });

  it('of a closed tab go to one other, and only those of the same person', async () => {
    const { adoptEdits, keepEdit } = await device();
    for (const edit of [kept('a'), kept('b', binh), kept('c', ann, 'tab-2'), kept('d')]) await keepEdit(edit);
    const both = await Promise.all(['tab-8', 'tab-9'].map((tab) => adoptEdits('ann', 'tab-1', tab)));
    expect(both.map((left) => left.map(({ edit }) => edit.id))).toEqual([['a', 'd'], []]);
  });

  it('refused, they change over in one step and stay until they are dropped', async () => {
    const { forgetRefused, keepEdit, keptEdits, refusedEdits, settleEdit } = await device();
    await keepEdit(kept('a'));
    await settleEdit('a', { ...kept('a'), id: 'a', failure, refusedAt: '2026-11-24T10:00:00Z' });
    expect(await keptEdits()).toEqual([]);
    expect(await refusedEdits('ann')).toMatchObject([{ id: 'a', failure: { code: 'x' } }]);
    expect(await refusedEdits('binh')).toEqual([]);
    await forgetRefused(['a']);
    expect(await refusedEdits('ann')).toEqual([]);
  });
});

describe('an unfinished drawing', () => {
  it('is kept for one person and village, and goes with the person', async () => {
    const { forgetDrawings, keepDrawing, keptDrawing } = await import('../../../web/state/keptDrawing.ts');
    const { firstOptions } = await import('../../../web/tools/options.ts');
    const drawing = { tool: 'draw-road', options: firstOptions, selection: null, state: { snaps: [1] } } as const;
    await keepDrawing('ann', 'v', drawing);
    await keepDrawing('ann', 'w', drawing);
    await keepDrawing('binh', 'v', drawing);
    await keepDrawing('ann', 'w', null);
    expect(await keptDrawing('ann', 'v')).toMatchObject({ state: { snaps: [1] } });
    expect(await keptDrawing('ann', 'w')).toBeNull();
    await forgetDrawings('ann');
    expect([await keptDrawing('ann', 'v'), (await keptDrawing('binh', 'v'))?.tool]).toEqual([null, 'draw-road']);
  });
});

it('a device without a database says so, and is asked again', async () => {
  const { keepEdit, keptEdits } = await device();
  const { indexedDB } = globalThis;
  globalThis.indexedDB = {
    open: () => {
      throw new DOMException('not in a private window', 'SecurityError');
    },
  } as unknown as IDBFactory;
  await expect(keepEdit(kept('a'))).rejects.toThrow('private');
  globalThis.indexedDB = indexedDB;
  await keepEdit(kept('a'));
  expect(await keptEdits()).toHaveLength(1);
});
