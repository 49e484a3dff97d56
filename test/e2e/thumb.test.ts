/** Drawing on a phone with one thumb: by taps, under the cross, by a long press; each undone and redone. */
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import { distanceMeters, localFrame } from '../../domain/geometry/localFrame.ts';
import { areaSquareMeters } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { House } from '../../domain/records/house.ts';
import { metersPerPixel } from '../../web/map/scale.ts';
import { goTo, mapCanvas } from '../mapOnPage.ts';
import { describeInBrowser } from './inBrowser.ts';
import { fingersOn, freePlace, handAt, selectByLink, undoneAndRedone } from './mapHand.ts';
import { phone, type Person } from './person.ts';
import { newOnes } from './settled.ts';
import { words } from './words.ts';

describeInBrowser('drawing with a thumb', 'truongthon', (stage) => {
  let head: Person;
  let free: Position;
  let house: House;

  const look = (name: string) => head.page.screenshot({ path: `test-results/thumb-${name}.png` });
  const pictureOnFailure = (name: string) => onTestFailed(async () => void (await look(`failed-${name}`)));
  /** Its words say what it would do under the cross. */
  const bigButton = () => head.page.getByRole('region', { name: words('tool.bar') }).locator('button.place');
  const place = (east: number, north: number): Position => localFrame(free).toDegrees([east, north]);

  beforeAll(async () => {
    head = await stage.person(phone);
    const before = await stage.world();
    free = freePlace(
      before,
      [...before.road.values()].find((one) => one.class === 'road')!,
      45,
    );
    await head.signIn('truongthon');
  });

  it('a house in three taps', async () => {
    pictureOnFailure('taps');
    const { page } = head;
    await head.openStep('houses');
    await head.button('houses.draw').tap();
    const hand = await handAt(page, place(0, 10));
    const { before, after } = await undoneAndRedone(page, stage.world, async () => {
      await hand.tap(-4, 4);
      await page.waitForTimeout(400);
      await hand.tap(4, 4);
      await page.waitForTimeout(400);
      await look('two-taps');
      await hand.tap(0, 13);
    });
    [house] = newOnes(before.house, after.house)!;
    expect(areaSquareMeters(house.footprint!)).toBeGreaterThan(55);
  });

  it('under the cross: the map moves, the button sets the points, a tap on the map does not', async () => {
    pictureOnFailure('cross');
    const { page } = head;
    await head.button('tool.aim').tap();
    const box = (await mapCanvas(page).boundingBox())!;
    const set = async (east: number, north: number) => {
      await goTo(page, place(east, north), 20);
      await bigButton().tap();
    };
    const { before, after } = await undoneAndRedone(page, stage.world, async () => {
      await set(-30, 0);
      await page.touchscreen.tap(box.x + 60, box.y + 300);
      await set(-22, 0);
      await goTo(page, place(-26, -9), 20);
      await look('cross');
      await bigButton().tap();
    });
    const [drawn] = newOnes(before.house, after.house)!;
    // Walls of 8 and 9 m: a point set by the tap would have made others.
    expect(areaSquareMeters(drawn.footprint!)).toBeCloseTo(72, -1);
    expect(drawn.footprint!.coordinates[0]).toHaveLength(5);
    expect((await bigButton().boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await head.button('tool.aim').tap();
    await head.button('tool.done').tap();
  });

  it('a long press on a corner offers to remove it', async () => {
    pictureOnFailure('long-press');
    const { page } = head;
    const corner = house.footprint!.coordinates[0]![2]!;
    await selectByLink(page, 'house', house.id, corner);
    await head.button('house.move').tap();
    const hand = await handAt(page, corner);
    const fingers = await fingersOn(page);
    const { after } = await undoneAndRedone(page, stage.world, async () => {
      await fingers('touchStart', await hand.pixel(0, 0));
      await page.waitForTimeout(700);
      await fingers('touchEnd');
      await look('menu');
      const remove = page
        .getByRole('group', { name: words('tool.menu') })
        .getByRole('button')
        .first();
      expect((await remove.boundingBox())!.height).toBeGreaterThanOrEqual(44);
      await remove.tap();
    });
    expect(after.house.get(house.id)?.footprint?.coordinates[0]).toHaveLength(4);
  });

  it('a corner is dragged by a finger, and taken and put down under the cross', async () => {
    pictureOnFailure('drag');
    const { page } = head;
    const corner = (await stage.world()).house.get(house.id)!.footprint!.coordinates[0]![0]!;
    const hand = await handAt(page, corner);
    const fingers = await fingersOn(page);
    const [from, to] = [await hand.pixel(0, 0), await hand.pixel(-3, -1)];
    const dragged = await undoneAndRedone(page, stage.world, async () => {
      await fingers('touchStart', from);
      await fingers('touchMove', { x: (from.x + to.x) / 2, y: from.y });
      await fingers('touchMove', to);
      await fingers('touchEnd');
    });
    const moved = dragged.after.house.get(house.id)!.footprint!.coordinates[0]![0]!;
    expect(distanceMeters(moved, corner)).toBeGreaterThan(2);

    await head.button('tool.aim').tap();
    const box = (await mapCanvas(page).boundingBox())!;
    const bar = (await page.getByRole('region', { name: words('tool.bar') }).boundingBox())!;
    // The cross is in the middle of what the bar leaves of the map.
    const above = (box.height - (bar.y - box.y)) / 2;
    const downMeters = above * metersPerPixel(moved[1], 20);
    const under = (position: Position): Position => localFrame(position).toDegrees([0, -downMeters]);
    await goTo(page, under(moved), 20);
    await undoneAndRedone(page, stage.world, async () => {
      await head.button('tool.aim.take').tap();
      await goTo(page, under(localFrame(moved).toDegrees([-2, -2])), 20);
      await look('held');
      await head.button('tool.aim.release').tap();
    });
    await head.button('tool.aim').tap();
    await head.button('tool.done').tap();
  });

  it('the console had nothing to complain of', () => {
    expect(head.complaints).toEqual([]);
  });
});
