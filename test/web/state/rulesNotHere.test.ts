/** What a person does, and what was kept on the device, while the rules of editing have not come over the network. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as editing from '../../../web/state/editing.ts';
import type { WaitingEdit } from '../../../web/state/waitingEdit.ts';
import { aRoad, anEdit, at, aWorld, idOf, newId } from '../../domain/builders.ts';
import { newDevice } from './onDevice.ts';

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
const naming = (name: string) => ({ id: road.id, name });

/** Fetching and making the rules takes its time on a machine at work. */
const soon = (holds: () => void) => vi.waitFor(holds, 10_000);

/** The line by which the rules come: nothing of them is another than the page's own. */
let isLineDown = false;

/** A page just loaded: its program knows nothing yet. */
async function newPage() {
  newDevice();
  vi.doMock('../../../web/state/editing.ts', async (original) => {
    if (isLineDown) throw new TypeError('Failed to fetch dynamically imported module');
    return original<typeof editing>();
  });
  const [village, rules, toasts, opened, texts] = await Promise.all([
    import('../../../web/state/village.svelte.ts'),
    import('../../../web/state/rules.svelte.ts'),
    import('../../../web/state/toasts.svelte.ts'),
    import('./openedVillage.ts'),
    import('../../../web/i18n/t.ts'),
  ]);
  const { t } = texts;
  const told = () => toasts.toasts.list.map(({ tone, text }) => [tone, text]);
  const nameNow = () => village.village.world.road.get(road.id)?.name;
  return { ...village, ...rules, ...opened, t, told, nameNow };
}
let page: Awaited<ReturnType<typeof newPage>>;

beforeEach(async () => {
  isLineDown = false;
  page = await newPage();
});
afterEach(() => {
  page.closeVillage();
  vi.doUnmock('../../../web/state/editing.ts');
  vi.unstubAllGlobals();
});

describe('a button, while the rules are not here', () => {
  it('says so, asks for them, and says what they say once they are here', async () => {
    await page.openedBeforeRules(road);
    expect(page.obstacle('road.name', naming('Đường Đình'))?.code).toBe('rules-not-here');
    await soon(() => expect(page.rulesHere() === null).toBe(false));
    expect(page.obstacle('road.name', naming('Đường Đình'))).toBeNull();
    expect(page.obstacle('road.name', naming('Đường Làng'))?.code).toBe('nothing-changes');
  });

  it('goes on saying so while the line is down, without a complaint, and asks again each time', async () => {
    isLineDown = true;
    await page.openedBeforeRules(road);
    for (let again = 0; again < 2; again++) {
      expect(page.obstacle('road.name', naming('Đường Đình'))?.code).toBe('rules-not-here');
      await new Promise((done) => setTimeout(done, 20));
    }
    expect(page.told()).toEqual([]);
    isLineDown = false;
    page.obstacle('road.name', naming('Đường Đình'));
    await soon(() => expect(page.rulesHere() === null).toBe(false));
  });
});

describe('an edit made while the rules are not here', () => {
  it('waits for them: nothing is shown or sent before, all after', async () => {
    const { sent } = await page.openedBeforeRules(road);
    const { refusal } = page.performNow('road.name', naming('Đường Đình'));
    expect([refusal, page.nameNow(), sent]).toEqual([null, 'Đường Làng', []]);
    await soon(() => expect(page.nameNow()).toBe('Đường Đình'));
    await soon(() => expect(sent).toHaveLength(1));
    expect(page.told()).toEqual([]);
  });

  it('is refused with their reason as they come, and never sent', async () => {
    const { sent } = await page.openedBeforeRules(road);
    const result = await page.perform('road.name', naming('Đường Làng'));
    expect(result).toMatchObject({ code: 'nothing-changes' });
    expect(page.told()).toEqual([['problem', page.t('refusal.nothing-changes')]]);
    expect(sent).toEqual([]);
  });

  it('is refused, and says so, where they cannot be had; made again it is done', async () => {
    const { sent } = await page.openedBeforeRules(road);
    isLineDown = true;
    expect(await page.perform('road.name', naming('Đường Đình'))).toMatchObject({ code: 'rules-not-here' });
    expect(page.told()).toEqual([['problem', page.t('refusal.rules-not-here')]]);
    expect([page.nameNow(), sent]).toEqual(['Đường Làng', []]);
    isLineDown = false;
    void page.perform('road.name', naming('Đường Đình'));
    await soon(() => expect(page.nameNow()).toBe('Đường Đình'));
  });
});

describe('a tool taken up while the rules are not here', () => {
  async function takenUp() {
    const session = await import('../../../web/tools/session.svelte.ts');
    const { startTool } = await import('../../../web/state/view.svelte.ts');
    startTool('place-lamp');
    session.takeUp('place-lamp');
    return session;
  }

  it('keeps the press until they come; then it is an edit', async () => {
    const { sent } = await page.openedBeforeRules(road);
    const { toTool } = await takenUp();
    toTool({ type: 'click', position: at(5, 0) });
    expect([page.village.world.lamp.size, sent]).toEqual([0, []]);
    await soon(() => expect(page.village.world.lamp.size).toBe(1));
    await soon(() => expect(sent).toHaveLength(1));
  });

  it('is put down, and says so, where they cannot be had', async () => {
    await page.openedBeforeRules(road);
    isLineDown = true;
    const { toTool } = await takenUp();
    const { view } = await import('../../../web/state/view.svelte.ts');
    toTool({ type: 'click', position: at(5, 0) });
    await soon(() => expect(page.told()).toEqual([['problem', page.t('tool.notLoaded')]]));
    expect([view.tool, page.village.world.lamp.size]).toEqual(['select', 0]);
  });
});

describe('an edit kept on the device, in a village opened anew', () => {
  const person = { id: idOf(2), username: 'canbo', displayName: 'Cán bộ' };
  const kept = (name: string): WaitingEdit => ({
    edit: { ...anEdit(aWorld(road), 'road.name', naming(name), [road.id]), id: newId() },
    villageName: 'Thôn Thử',
    isShown: true,
    restsOn: [],
    seen: [road],
    undoes: null,
  });

  /** Left by a tab that is closed. */
  async function leave(waiting: WaitingEdit): Promise<string> {
    const { keepEdit } = await import('../../../web/state/keptEdits.ts');
    await keepEdit({ ...waiting, by: person, tab: 'closed-tab' });
    return waiting.edit.id;
  }
  async function signedIn(): Promise<void> {
    const { startSession } = await import('../../../web/state/session.svelte.ts');
    const settings = { background: { kind: 'none', url: '', attribution: '' }, sample: false };
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ user: person, villages: [], settings })));
    await startSession();
  }

  it('is shown and sent', async () => {
    const id = await leave(kept('Đường Đình'));
    await signedIn();
    const { sent } = await page.openedBeforeRules(road);
    expect(page.nameNow()).toBe('Đường Đình');
    await soon(() => expect(sent).toEqual([id]));
  });

  it('that the rules refuse as they come is not shown; it is sent, and the server’s no is told and kept', async () => {
    const id = await leave(kept('Đường Làng'));
    await signedIn();
    const before = aWorld(road).road.get(road.id);
    const { sent, answer } = await page.openedBeforeRules(road);
    const { unsent } = await import('../../../web/state/unsent.svelte.ts');
    expect(page.village.world.road.get(road.id)).toEqual(before);
    expect(unsent.count).toBe(1);
    await soon(() => expect(sent).toEqual([id]));
    const refusal = { code: 'nothing-changes', params: {}, recordIds: [road.id] };
    answer(Response.json({ code: 'nothing-changes', refusal }, { status: 409 }));
    await soon(() => expect(unsent.refused.map((one) => one.id)).toEqual([id]));
    expect(page.told()).toEqual([['problem', page.t('refusal.nothing-changes')]]);
    expect([page.nameNow(), unsent.count]).toEqual(['Đường Làng', 0]);
  });

  it('is sent though the rules cannot be had, and shown once they are here', async () => {
    isLineDown = true;
    const id = await leave(kept('Đường Đình'));
    await signedIn();
    const { sent } = await page.openedBeforeRules(road);
    await soon(() => expect(sent).toEqual([id]));
    expect(page.nameNow()).toBe('Đường Làng');
    isLineDown = false;
    await page.fetchRules();
    expect(page.nameNow()).toBe('Đường Đình');
  });
});
