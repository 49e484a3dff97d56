/** What the checks find, walked through by keyboard and by thumb: fix, except, skip, next; issuing waits for the errors. */
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import { checkVillage } from '../../domain/checks/findings.ts';
import { seriousFaults } from './accessibility.ts';
import { describeInBrowser } from './inBrowser.ts';
import { smallDesktop, phone, type Person } from './person.ts';
import { settled } from './settled.ts';
import { words, wordsLike } from './words.ts';

const editId = (n: number): string => `019a0000-0000-7000-8000-00000000c0${n.toString().padStart(2, '0')}`;

describeInBrowser('the checks', 'truongthon', (stage) => {
  let head: Person;
  const openChecks = async () => checkVillage(await stage.world()).open.filter(({ checkId }) => of.has(checkId));
  const of = new Set(['outlines-overlap', 'names-similar', 'household-without-house']);

  /** One house drawn twice, two names that differ in a letter, a household without a house. */
  async function spoil() {
    const world = await stage.world();
    const house = [...world.house.values()].find(({ footprint, name }) => footprint !== null && name === null)!;
    const { entrance, footprint } = house;
    const twin = { id: editId(11), entrance, footprint, use: 'residential', state: 'standing', name: null } as const;
    await stage.perform('house.draw', twin);
    const roads = [...world.road.values()].filter((road) => road.class === 'road');
    for (const [n, name] of ['Đường Thanh Niên', 'Đường Thanh Niêng'].entries()) {
      const road = roads[n]!;
      await stage.perform('road.name', { id: road.id, name }, { [road.id]: road.version });
    }
    const household = { id: editId(12), houseId: null, ordinal: 9001, headName: null, phone: null, surveyAnswers: {} };
    await stage.perform('household.add', household);
  }

  beforeAll(async () => {
    await spoil();
    head = await stage.person(smallDesktop);
  });

  it('are counted on the rail, listed by check, and walked through by keyboard alone', async () => {
    const { page } = head;
    onTestFailed(async () => {
      await page.screenshot({ path: 'test-results/checks.png' });
    });
    await head.signIn('truongthon');
    const entry = page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${words('panel.checks')}`) });
    await entry.getByText(words('checks.errors', { count: 1 })).waitFor();
    await entry.click();
    await page.getByRole('heading', { name: words('panel.checks'), exact: true }).waitFor();
    await page.getByText(words('check.outlines-overlap')).waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await head.button('checks.walk').focus();
    await page.keyboard.press('Enter');
    const title = (key: Parameters<typeof words>[0]) =>
      page.getByRole('article').getByText(words(key), { exact: true });
    const place = page.getByText(wordsLike('checks.walkOf'));
    await title('check.outlines-overlap').waitFor();
    const total = Number((await place.innerText()).split('/')[1]);
    expect(await seriousFaults(page)).toEqual([]);

    // f: the house drawn twice goes.
    await page.keyboard.press('f');
    await head.isTold('checks.fixed');
    await settled(async () => !(await stage.world()).house.has(editId(11)));
    await page.getByText(words('checks.walkOf', { index: 2, total })).waitFor();

    // s and n pass what is no error, until the names come.
    for (let n = 0; n < total && !(await title('check.names-similar').isVisible()); n += 1) {
      await page.keyboard.press(n % 2 === 0 ? 's' : 'n');
    }
    // e: accepted with a reason; the letters of the reason steer nothing.
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.type('nen giu, dan quen goi');
    await page.keyboard.press('Enter');
    await head.isTold('checks.acceptedDone');
    await settled(async () => (await stage.world()).exception.size === 1);
    const [exception] = [...(await stage.world()).exception.values()];
    expect(exception).toMatchObject({ checkId: 'names-similar', reason: 'nen giu, dan quen goi' });

    for (let n = 0; n <= 2 * total && !(await page.getByText(wordsLike('checks.walkEnd')).isVisible()); n += 1) {
      await page.keyboard.press('s');
    }
    await page.getByText(wordsLike('checks.walkStats')).waitFor();
    await head.button('checks.stop').click();
    expect((await openChecks()).map(({ checkId }) => checkId)).toEqual(['household-without-house']);
  });

  it('an exception tells who and why, and is withdrawn', async () => {
    const { page } = head;
    await page.getByText(words('checks.accepted', { count: 1 })).click();
    await page.getByText('nen giu, dan quen goi').waitFor();
    await page.getByText(/Trưởng thôn \(minh hoạ\), \d\d\/\d\d\/\d{4}/).waitFor();
    await head.button('checks.withdraw').click();
    await settled(async () => (await stage.world()).exception.size === 0);
    await page.getByText(words('check.names-similar')).waitFor();
    expect(head.complaints).toEqual([]);
  });

  it('on a phone they are reached from the menu, with buttons for a thumb', async () => {
    const hand = await stage.person(phone);
    onTestFailed(async () => {
      await hand.page.screenshot({ path: 'test-results/checks-phone.png' });
    });
    await hand.signIn('truongthon');
    await hand.button('menu.open').tap();
    await hand.page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^${words('panel.checks')}`) })
      .tap();
    await hand.button('checks.walk').tap();
    for (const key of ['checks.skip', 'checks.next', 'checks.stop'] as const) {
      const box = await hand.page.getByRole('button', { name: new RegExp(`^${words(key)}`) }).boundingBox();
      expect(box?.height, key).toBeGreaterThanOrEqual(44);
      expect((box?.y ?? 0) + (box?.height ?? 0), key).toBeLessThanOrEqual(740);
    }
    expect(await seriousFaults(hand.page)).toEqual([]);
    expect(hand.complaints).toEqual([]);
    await hand.leave();
  });
});
