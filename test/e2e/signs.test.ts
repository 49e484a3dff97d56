/** The plan of signs: proposed, accepted at once, taken back at once, moved with the needs in sight; read from the road. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import { distanceMeters, localFrame } from '../../domain/geometry/localFrame.ts';
import type { Sign } from '../../domain/records/sign.ts';
import { siteSigns } from '../../domain/signs/siting.ts';
import { goTo, pixelOf, waitForRecordAt } from '../mapOnPage.ts';
import { describeInBrowser } from './inBrowser.ts';
import { handAt, selectByLink } from './mapHand.ts';
import { desktop, phone, type Person } from './person.ts';
import { settled } from './settled.ts';
import { words, wordsLike } from './words.ts';

const names = ['Đường Đền Hàn', 'Đường Bờ Ao', 'Đường Làng', 'Đường Gốc Đa', 'Đường Giếng Mới', 'Đường Cầu Đá'];

describeInBrowser('the plan of signs', 'canbo', (stage) => {
  let planned = 0;

  const signCount = (count: number) => settled(async () => (await stage.world()).sign.size === count);
  const withPicture = async (person: Person, name: string) => {
    onTestFailed(async () => {
      await person.page.screenshot({ path: `test-results/signs-${name}.png` });
    });
    await person.signIn('truongthon');
    await person.openStep('signs');
  };

  beforeAll(async () => {
    const roads = [...(await stage.world()).road.values()]
      .filter((road) => road.class === 'road')
      .slice(0, names.length);
    for (const [index, { id, version }] of roads.entries())
      await stage.perform('road.name', { id, name: names[index]! }, { [id]: version });
    planned = siteSigns(await stage.world()).proposals.length;
    expect(planned).toBeGreaterThan(5);
  });

  /** Until the map has drawn the newest plan, what stood there before answers: the road, or a post that was refused. */
  const openProposalAt = (page: Page, pixel: { x: number; y: number }) =>
    settled(async () => {
      await waitForRecordAt(page, pixel);
      await page.mouse.click(pixel.x, pixel.y);
      const why = page.getByText(words('signPlan.without')).first();
      return why.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });

  /** Proposed, all accepted in one edit, and all taken back in one. */
  async function planAcceptUndo(person: Person): Promise<void> {
    await person.button('signPlan.start').click();
    await person.button('signPlan.acceptAll', { count: planned }).click();
    await person.isTold('signPlan.accepted');
    await signCount(planned);
    await person.page.getByText(words('signPlan.nothing')).waitFor();
    await person.page.keyboard.press('Control+z');
    await signCount(0);
    await person.button('signPlan.acceptAll', { count: planned }).waitFor();
  }

  it('at a desk: plan, accept, undo, refuse a place, move a sign, read it from the road', async () => {
    const person = await stage.person(desktop);
    await withPicture(person, 'desk');
    const { page } = person;
    await planAcceptUndo(person);

    // A proposed post on the map, and why it stands there.
    const { proposals } = siteSigns(await stage.world());
    const proposal = proposals.find(
      ({ serves, signKind }) => signKind === 'road-name' && serves[0]?.kind === 'choice',
    )!;
    const view = await goTo(page, proposal.place, 19);
    const pixel = await pixelOf(page, view, proposal.place);
    await openProposalAt(page, pixel);
    await page
      .getByText(/^Người đi .+ không đọc được tên .+\.$/u)
      .first()
      .waitFor();

    // Not here: the next plan says the same on another post nearby, where there was none before.
    const elsewhere = siteSigns(await stage.world(), undefined, [proposal.place]).proposals.find(
      ({ roadId, place }) =>
        roadId === proposal.roadId &&
        distanceMeters(place, proposal.place) < 60 &&
        proposals.every((known) => distanceMeters(known.place, place) > 1),
    )!;
    await person.button('signPlan.refuse').click();
    await person.isTold('signPlan.refused');
    await page.getByText(words('signPlan.refusedPlaces', { count: 1 })).waitFor();
    await page.getByText(words('signPlan.working')).waitFor({ state: 'detached' });
    const there = await pixelOf(page, await goTo(page, elsewhere.place, 20), elsewhere.place);
    await openProposalAt(page, there);
    await page.getByText(elsewhere.faces[0]!.split('\n').at(-1)!, { exact: true }).first().waitFor();
    await page.getByRole('button', { name: /^‹/ }).click();
    await page.getByText(words('signPlan.refusedPlaces', { count: 1 })).click();
    await page
      .getByRole('listitem')
      .getByRole('button', { name: words('signPlan.takeBack'), exact: true })
      .click();
    await page.getByText(words('signPlan.refusedPlaces', { count: 1 })).waitFor({ state: 'detached' });

    // Accepted, then dragged away: who can no longer read what is said while it is in the hand.
    await person.buttonLike('signPlan.acceptAll').click();
    await signCount(planned);
    const signAt = async (): Promise<Sign> =>
      [...(await stage.world()).sign.values()].find(
        ({ place, roadId }) => roadId === proposal.roadId && distanceMeters(place, proposal.place) < 0.1,
      )!;
    const sign = await signAt();
    await selectByLink(page, 'sign', sign.id, sign.place, 20);
    await page.getByText(words('purpose.alone')).waitFor();

    // A text that is too long is told and not cut off unseen; one that hardly fits its plate is told and may be kept.
    const label = sign.faces.length === 1 ? words('sign.text') : words('sign.face', { number: 1 });
    const text = page.getByRole('textbox', { name: label, exact: true });
    const isSaveOff = () => person.button('sign.saveText').getAttribute('aria-disabled');
    await text.fill('A'.repeat(200));
    expect(await text.inputValue()).toHaveLength(200);
    await page
      .getByText(words('refusal.text-too-long', { longest: 120 }))
      .first()
      .waitFor();
    expect(await isSaveOff()).toBe('true');
    await text.fill(`ĐƯỜNG ${'ĐỀN HÀN '.repeat(12)}`);
    await page.getByText(words('sign.crowded')).waitFor();
    expect(await isSaveOff()).toBe('false');
    await text.fill(sign.faces[0]!);
    await page.getByText(words('sign.crowded')).waitFor({ state: 'detached' });

    await person.button('point.move').click();
    await page.getByText(words('effect.same')).waitFor();
    const hand = await handAt(page, sign.place, 20);
    const start = await hand.pixel(0, 0);
    const far = await hand.pixel(40, 12);
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(far.x, far.y, { steps: 6 });
    await page.getByText(words('effect.lost')).waitFor();
    await page.mouse.up();
    await settled(async () => distanceMeters((await stage.world()).sign.get(sign.id)!.place, sign.place) > 20);
    await person.button('tool.done').click();
    await page.keyboard.press('Control+z');
    await settled(async () => distanceMeters((await stage.world()).sign.get(sign.id)!.place, sign.place) < 1);

    // Read from the road by which somebody arrives, then the other way.
    const [need] = proposal.serves;
    const eye = need!.readers[Math.floor(need!.readers.length / 2)]!.eye;
    const { boundary } = [...(await stage.world()).village.values()][0]!;
    const from = localFrame(boundary.coordinates[0]![0]!).toDegrees(eye);
    await person.openStep('signs');
    await person.button('signPlan.read').click();
    await person.clickOnMap([from], 19);
    await page.getByText(wordsLike('tool.read.on')).waitFor();
    const isRead = page.getByRole('listitem').filter({ hasText: /^Đọc được: / });
    // One looks along the road as it was drawn; `]` turns round.
    const read = isRead.filter({ hasText: proposal.faces[0]!.replace('\n', ' ') });
    if (!(await read.first().isVisible())) await page.keyboard.press(']');
    await read.first().waitFor();
    await page.keyboard.press(']');
    await read.first().waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    expect(person.complaints).toEqual([]);
    await person.leave();
    for (const { id, version } of (await stage.world()).sign.values())
      await stage.perform('sign.delete', { id }, { [id]: version });
  });

  it('on a phone: plan, accept, undo, move a proposal before it is accepted', async () => {
    const person = await stage.person(phone);
    await withPicture(person, 'phone');
    const { page } = person;
    await planAcceptUndo(person);
    await page
      .getByRole('list', { name: wordsLike('signPlan.posts') })
      .getByRole('button')
      .first()
      .tap();
    await person.button('signPlan.move').tap();
    const bar = page.getByRole('region', { name: words('tool.bar') });
    await bar.getByText(words('effect.same')).waitFor();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift+ArrowLeft');
    await person.button('tool.done').tap();
    await settled(async () => (await stage.world()).sign.size > 0);
    await page.getByText(words('purpose.title')).waitFor();
    await page.keyboard.press('Control+z');
    await signCount(0);

    await page.getByRole('button', { name: /^‹/ }).click();
    await person.button('signPlan.read').tap();
    const road = [...(await stage.world()).road.values()].find(({ name }) => name === names[0])!;
    const place = road.line.coordinates[1]!;
    const view = await goTo(page, place, 19);
    const { x, y } = await pixelOf(page, view, place);
    await page.touchscreen.tap(x, y - 60);
    await page.getByText(wordsLike('tool.read.on')).waitFor();
    await bar.getByText(words('tool.read.none')).waitFor();
    await person.button('tool.read.go.turn').tap();
    await person.button('tool.done').tap();
    expect(person.complaints).toEqual([]);
    await person.leave();
  });
});
