/** The same work on a phone of 360 by 740 with a thumb. */
import type { Locator } from 'playwright-core';
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import type { StepId } from '../../domain/coverage/steps.ts';
import { distanceMeters, localFrame } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { goTo, mapCanvas, pixelOf } from '../mapOnPage.ts';
import { describeInBrowser } from './inBrowser.ts';
import { fingersOn } from './mapHand.ts';
import { phone, type Person } from './person.ts';
import { newOnes, settled } from './settled.ts';
import { words } from './words.ts';

const steps: readonly StepId[] = ['roads', 'signs', 'houses', 'numbers', 'codes', 'handover'];
const panels = ['panel.criterion6', 'panel.criterion3', 'panel.legend', 'panel.history'] as const;

describeInBrowser('on a phone', 'truongthon', (stage) => {
  let head: Person;

  const pictureOnFailure = (name: string) =>
    onTestFailed(async () => {
      await head.page.screenshot({ path: `test-results/phone-${name}.png` });
    });

  /** A message where the hand wants to take back what it just did. */
  const isOverUndo = async (told: Locator) => {
    const { y, height } = (await told.boundingBox())!;
    const box = (await head.page.getByRole('group', { name: words('undo.group'), exact: true }).boundingBox())!;
    return y < box.y + box.height && y + height > box.y;
  };

  /** Nothing sticks out sideways, and every button that shows is wide and high enough for a thumb. */
  const fits = async () => {
    const { wide, small } = await head.page.evaluate(() => {
      const shown = [
        ...document.querySelectorAll<HTMLElement>('button, select, input:not([type=checkbox], [type=radio])'),
      ]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ element, box }) => box.width > 0 && getComputedStyle(element).visibility === 'visible');
      return {
        wide: document.documentElement.scrollWidth,
        small: shown
          .filter(({ box }) => box.height < 24 || box.width < 24)
          .map(({ element }) => element.textContent || element.ariaLabel),
      };
    });
    expect(wide).toBeLessThanOrEqual(360);
    expect(small).toEqual([]);
  };

  beforeAll(async () => {
    head = await stage.person(phone);
  });

  it('the village head signs in and finds every step and panel, each fitting the screen', async () => {
    pictureOnFailure('steps');
    await fits();
    await head.signIn('truongthon');
    for (const step of steps) {
      await head.openStep(step);
      await fits();
      await head.page.screenshot({ path: `test-results/phone-step-${step}.png` });
    }
    for (const panel of panels) {
      await head.openPanel(panel);
      await fits();
      await head.page.screenshot({ path: `test-results/phone-${panel}.png` });
    }
  });

  it('names a road; the main action stays in sight', async () => {
    pictureOnFailure('name');
    await head.openStep('roads');
    await head.page
      .getByRole('button', { name: /^Đường chưa đặt tên/ })
      .first()
      .tap();
    await head.field('road.name').fill('Đường Đền Hàn');
    await head.button('road.saveName').tap();
    expect(await isOverUndo(await head.isTold('road.named'))).toBe(false);
    expect([...(await stage.world()).road.values()].filter((road) => road.name === 'Đường Đền Hàn')).toHaveLength(1);
    await head.openStep('roads');
    expect(await head.button('roads.draw').isVisible()).toBe(true);
    const box = await head.button('roads.draw').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(740);
  });

  it('places a sign with two taps', async () => {
    pictureOnFailure('sign');
    const { page } = head;
    const before = await stage.world();
    const road = [...before.road.values()].find((one) => one.name === 'Đường Đền Hàn');
    await head.openStep('signs');
    await head.button('signs.place').tap();
    await goTo(page, road?.line.coordinates[3] as Position, 19);
    const box = await mapCanvas(page).boundingBox();
    const middle = { x: 180, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    await page.touchscreen.tap(middle.x, middle.y);
    await page.getByText(words('tool.placeSign.turn')).first().waitFor();
    await page.touchscreen.tap(middle.x, middle.y - 80);
    const [sign] = await settled(async () => newOnes(before.sign, (await stage.world()).sign));
    expect(sign.roadId).toBe(road?.id);
    expect(Math.min(sign.facingDegrees, 360 - sign.facingDegrees)).toBeLessThan(2);
    await page.screenshot({ path: 'test-results/phone-sign.png' });
    await fits();
  });

  it('a double tap ends a road, the map stays, and the road is not left under the sheet', async () => {
    pictureOnFailure('double-tap');
    const { page } = head;
    const before = await stage.world();
    const road = [...before.road.values()].find((one) => one.name === 'Đường Đền Hàn');
    const start = localFrame(road?.line.coordinates[3] as Position).toDegrees([12, 12]);
    const end = localFrame(start).toDegrees([12, 8]);
    await head.openStep('roads');
    await head.button('roads.draw').tap();
    const view = await goTo(page, start, 19);
    const [from, to] = [await pixelOf(page, view, start), await pixelOf(page, view, end)];
    await page.touchscreen.tap(from.x, from.y);
    await page.waitForTimeout(500);
    await page.touchscreen.tap(to.x, to.y);
    await page.waitForTimeout(80);
    await page.touchscreen.tap(to.x, to.y);
    const [drawn] = await settled(async () => newOnes(before.road, (await stage.world()).road));
    expect(drawn.line.coordinates).toHaveLength(2);
    await page.waitForTimeout(600);
    expect(page.url()).toContain('#map=19/');
    const [, lat, lng] = /map=19\/([\d.]+)\/([\d.]+)/.exec(page.url()) ?? [];
    const seen = await pixelOf(page, { zoom: 19, center: [Number(lng), Number(lat)] }, end);
    expect(seen.y).toBeLessThan((await page.locator('section.sheet').boundingBox())?.y ?? 0);
  });

  it('a second finger lets go of what the first one holds', async () => {
    pictureOnFailure('two-fingers');
    const { page } = head;
    const newest = async () => [...(await stage.world()).road.values()].at(-1);
    const road = await newest();
    const end = road?.line.coordinates.at(-1) as Position;
    await head.button('road.reshape').tap();
    const { x, y } = await pixelOf(page, await goTo(page, end, 19), end);
    const fingers = await fingersOn(page);
    await fingers('touchStart', { x, y });
    await fingers('touchMove', { x: x - 12, y });
    await fingers('touchStart', { x: x - 12, y }, { x: 60, y: 500 });
    await fingers('touchMove', { x: x - 24, y }, { x: 80, y: 480 });
    await fingers('touchEnd');
    await page.waitForTimeout(300);
    expect(await newest()).toEqual(road);

    // One finger alone, however quick, takes the point along.
    const again = await pixelOf(page, await goTo(page, end, 19), end);
    const quick = await fingersOn(page, 0);
    await quick('touchStart', again);
    await page.waitForTimeout(50);
    await quick('touchMove', { x: again.x + 60, y: again.y });
    await quick('touchEnd');
    const moved = await settled(async () => {
      const now = await newest();
      return now?.version !== road?.version && now;
    });
    expect(distanceMeters(end, moved.line.coordinates.at(-1) as Position)).toBeGreaterThan(6);
    await head.button('tool.done').tap();
    // The record the tool was taken up for is there again, not an empty sheet.
    await head.button('road.delete').tap();
    await head.isTold('removed');
  });

  it('a list shows what was chosen from it, also the second time', async () => {
    await head.openStep('houses');
    const filter = head.field('houses.filter');
    for (const chosen of ['no-number', 'other-use', 'all']) {
      await filter.selectOption(chosen);
      await settled(async () => (await filter.inputValue()) === chosen);
    }
  });

  it('what is refused in a dialog is read inside it', async () => {
    pictureOnFailure('dialog');
    const { page } = head;
    await head.openStep('houses');
    await head.button('household.add').tap();
    const dialog = page.getByRole('dialog');
    await head.field('household.headName').fill('=1+1');
    await head.field('household.ordinalField').fill('abc');
    await dialog.getByText(words('field.numberRange', { min: 1, max: '99.999' })).waitFor();
    expect(await head.button('dialog.save').getAttribute('aria-disabled')).toBe('true');
    await head.field('household.ordinalField').fill('900');
    await head.button('dialog.save').tap();
    await dialog.getByText(words('refusal.text-formula')).waitFor();
    await head.button('dialog.cancel').tap();
  });

  it('a word about the position lies under the buttons of the map, and goes with the walk', async () => {
    pictureOnFailure('told');
    const { page } = head;
    await head.openStep('numbers');
    await head.button('numbers.walk').tap();
    // This browser gives nobody its position.
    const denied = page.getByText(words('map.here.denied'));
    await denied.waitFor();
    expect(await isOverUndo(denied)).toBe(false);
    await head.button('tool.cancel').tap();
    await denied.waitFor({ state: 'detached' });
  });

  it('may not issue: only the officer does, and is told so', async () => {
    pictureOnFailure('issue');
    await head.openStep('numbers');
    await head.buttonLike('numbers.apply').tap();
    await head.isTold('numbers.applied');
    await head.openStep('codes');
    await head.page.getByText(words('codes.officerOnly')).waitFor();
    expect(await head.buttonLike('codes.issue').getAttribute('aria-disabled')).toBe('true');
  });

  it('the console had nothing to complain of', () => {
    expect(head.complaints).toEqual([]);
  });
});
