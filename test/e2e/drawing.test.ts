/** Drawing with a mouse: roads that join, houses in three taps, copied, by corners and pasted; each undone and redone. */
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import { lineLengthMeters } from '../../domain/geometry/line.ts';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import { areaSquareMeters } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Road } from '../../domain/records/road.ts';
import { seriousFaults } from './accessibility.ts';
import { describeInBrowser } from './inBrowser.ts';
import { freePlace, handAt, undoneAndRedone } from './mapHand.ts';
import { smallDesktop, type Person } from './person.ts';
import { newOnes, settled } from './settled.ts';
import { words } from './words.ts';

describeInBrowser('drawing with a mouse', 'canbo', (stage) => {
  let officer: Person;
  /** A road, and a free place beside it: outside every house, inside the village. */
  let road: Road;
  let free: Position;

  const look = (name: string) => officer.page.screenshot({ path: `test-results/drawing-${name}.png` });
  const pictureOnFailure = (name: string) => onTestFailed(async () => void (await look(`failed-${name}`)));

  beforeAll(async () => {
    officer = await stage.person(smallDesktop);
    const before = await stage.world();
    road = [...before.road.values()].find((one) => one.class === 'road')!;
    free = freePlace(before, road, 45);
    await officer.signIn('canbo');
  });

  it('a lane that ends on a road is joined to it, in one edit that is taken back whole', async () => {
    pictureOnFailure('road');
    const { page } = officer;
    const hand = await handAt(page, free, 19);
    const { before, after } = await undoneAndRedone(page, stage.world, async () => {
      await officer.openStep('roads');
      await officer.button('roads.draw').click();
      await hand.click(30, 25);
      await hand.click(14, 14);
      await hand.hover(0.8, 0.4);
      await look('road-catches');
      await hand.doubleClick(0.8, 0.4);
    });
    const [drawn] = newOnes(before.road, after.road)!;
    const ends = [drawn.line.coordinates[0], drawn.line.coordinates.at(-1)].map(String);
    const joined = [...after.road.values()].filter(
      (one) => one.id !== drawn.id && one.line.coordinates.some((vertex) => ends.includes(String(vertex))),
    );
    expect(joined.map(({ id }) => id)).toEqual([road.id]);
  });

  it('a house in three taps, its length and depth shown; then its door is dragged', async () => {
    pictureOnFailure('house');
    const { page } = officer;
    const hand = await handAt(page, free, 19);
    await officer.openStep('houses');
    await officer.button('houses.draw').click();
    const { before, after } = await undoneAndRedone(page, stage.world, async () => {
      await hand.click(8, -14);
      await hand.hover(14, -14);
      await look('wall');
      await hand.click(14, -14);
      await hand.hover(11, -5);
      await look('depth');
      await hand.click(11, -5);
    });
    const [house] = newOnes(before.house, after.house)!;
    expect(areaSquareMeters(house.footprint!)).toBeGreaterThan(50);
    expect(house.footprint!.coordinates[0]).toHaveLength(5);

    const [lng, lat] = house.entrance;
    const atDoor = await handAt(page, house.entrance, 19);
    const moved = await undoneAndRedone(page, stage.world, () => atDoor.drag([0, 0], [1.2, 1.2]));
    expect(moved.after.house.get(house.id)?.entrance).not.toEqual([lng, lat]);
    expect(moved.after.house.get(house.id)?.footprint).toEqual(house.footprint);
  });

  it('one tap sets another like it in the row', async () => {
    pictureOnFailure('copy');
    const { page } = officer;
    await officer.button('tool.shape.copy-house').click();
    const hand = await handAt(page, free, 19);
    const { before, after } = await undoneAndRedone(page, stage.world, async () => {
      await hand.hover(-16, -12);
      await look('copy');
      await hand.click(-16, -12);
    });
    const [copy] = newOnes(before.house, after.house)!;
    const last = [...before.house.values()].reduce((one, other) => (other.id > one.id ? other : one));
    expect(areaSquareMeters(copy.footprint!)).toBeCloseTo(areaSquareMeters(last.footprint!), 0);
  });

  it('a house by its corners, made square with a key; then only an entrance', async () => {
    pictureOnFailure('outline');
    const { page } = officer;
    await officer.button('tool.shape.draw-outline').click();
    const hand = await handAt(page, free, 19);
    const { before, after } = await undoneAndRedone(page, stage.world, async () => {
      for (const [east, north] of [
        [-14, 6],
        [-5, 7],
        [-5.6, 12],
        [-14.6, 11.4],
      ] as const)
        await hand.click(east, north);
      await look('outline');
      await page.keyboard.press('q');
      await page.keyboard.press('Enter');
    });
    const [house] = newOnes(before.house, after.house)!;
    const [a, b, c, d] = house.footprint!.coordinates[0] as [Position, Position, Position, Position];
    expect(distanceMeters(a, c)).toBeCloseTo(distanceMeters(b, d), 1);

    await officer.button('tool.shape.place-entrance').click();
    await undoneAndRedone(page, stage.world, () => hand.click(-22, 8));
  });

  it('Escape goes out one level at a time, and a dropped drawing can be had again', async () => {
    pictureOnFailure('escape');
    const { page } = officer;
    await officer.button('tool.shape.draw-outline').click();
    const hand = await handAt(page, free, 19);
    await hand.click(-30, 2);
    await hand.click(-24, 2);
    await page.keyboard.press('Escape');
    const told = await officer.isTold('tool.dropped');
    await page.getByText(words('tool.drawOutline.start')).first().waitFor();
    await told.getByRole('button', { name: words('tool.takeBack') }).click();
    await page.getByText(words('tool.drawOutline.more')).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: words('tool.bar') }).waitFor({ state: 'detached' });
  });

  it('coordinates are pasted, looked at and then kept; too many are refused in words', async () => {
    pictureOnFailure('paste');
    const { page } = officer;
    const hand = await handAt(page, free, 19);
    await officer.openStep('roads');
    await officer.button('roads.draw').click();
    await officer.button('tool.paste').click();
    const many = Array.from({ length: 5001 }, (_, index) => [105.788 + index / 1e6, 19.97]);
    await officer.field('tool.paste.text').fill(JSON.stringify({ type: 'LineString', coordinates: many }));
    await officer.button('tool.paste.do').click();
    await page.getByText(words('tool.paste.problem.too-many', { count: '5.001', most: '5.000' })).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const line = [hand.place(-40, 20), hand.place(-20, 22)];
    const pairs = line.map((position) => position.join(' ')).join(', ');
    await officer.field('tool.paste.text').fill(`LINESTRING (${pairs})`);
    await officer.button('tool.paste.do').click();
    await look('pasted');
    const { before, after } = await undoneAndRedone(page, stage.world, () => officer.button('tool.done').click());
    expect(newOnes(before.road, after.road)![0].line.coordinates).toHaveLength(2);
  });

  it('a road drawn over itself stays in the hand, its fault is shown, and it can be mended', async () => {
    pictureOnFailure('crossing');
    const { page } = officer;
    const hand = await handAt(page, free, 19);
    await officer.openStep('roads');
    await officer.button('roads.draw').click();
    const before = await stage.world();
    for (const [east, north] of [
      // Between the messages at the top and the tool's bar at the bottom.
      [20, -5],
      [42, -5],
      [42, -14],
      [28, 5],
    ] as const)
      await hand.click(east, north);
    await page.keyboard.press('Enter');
    await officer.isTold('refusal.line-crosses-itself');
    await look('crossing');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    const [drawn] = await settled(async () => newOnes(before.road, (await stage.world()).road));
    expect(drawn.line.coordinates).toHaveLength(3);
  });

  it('a house inside another is refused, and so is what the server will not have: the drawing stays', async () => {
    pictureOnFailure('refused');
    const { page } = officer;
    const before = await stage.world();
    const house = [...before.house.values()].find(
      (one) => one.footprint && one.id > road.id && areaSquareMeters(one.footprint) > 50,
    )!;
    const ring = house.footprint!.coordinates[0]!;
    const middle: Position = [(ring[0]![0] + ring[2]![0]) / 2, (ring[0]![1] + ring[2]![1]) / 2];
    await officer.openStep('houses');
    await officer.button('houses.draw').click();
    const inside = await handAt(page, middle, 21);
    for (const [east, north] of [
      [-1.3, -1.3],
      [1.3, -1.3],
      [0, 1.3],
    ] as const)
      await inside.click(east, north);
    await officer.isTold('refusal.house-inside-another');
    expect(await officer.button('tool.undoPoint').isVisible()).toBe(true);
    await officer.button('tool.cancel').click();

    await page.route('**/edits', (route) =>
      route.fulfill({ status: 409, json: { refusal: { code: 'outside-village', params: {}, recordIds: [] } } }),
    );
    await officer.button('houses.draw').click();
    const hand = await handAt(page, free, 19);
    for (const [east, north] of [
      [20, -12],
      [26, -12],
      [23, -4],
    ] as const)
      await hand.click(east, north);
    await officer.isTold('refusal.outside-village');
    expect(await officer.button('tool.undoPoint').isVisible()).toBe(true);
    await look('refused-by-server');
    await page.unroute('**/edits');
    await page.keyboard.press('Enter');
    await settled(async () => newOnes(before.house, (await stage.world()).house));
    await page.keyboard.press('Escape');
  });

  it('by keyboard alone: the space bar sets points under the cross, arrows move the map', async () => {
    pictureOnFailure('keyboard');
    const { page } = officer;
    await officer.openStep('roads');
    await officer.button('roads.draw').click();
    const { before, after } = await undoneAndRedone(page, stage.world, async () => {
      await handAt(page, free, 19);
      await page.locator('canvas.maplibregl-canvas').focus();
      for (let press = 0; press < 2; press++) await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(600);
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(600);
      await look('keyboard');
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
    });
    const [drawn] = newOnes(before.road, after.road)!;
    expect(lineLengthMeters(drawn.line)).toBeGreaterThan(10);
  });

  it('the console had nothing to complain of', () => {
    expect(officer.complaints.filter((line) => !line.includes('409'))).toEqual([]);
  });
});
