/** Changing what is drawn, with mouse and keyboard: points, turning, splitting, joining, rows; each undone and redone. */
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import { lineLengthMeters, positionAt } from '../../domain/geometry/line.ts';
import { distanceMeters, localFrame } from '../../domain/geometry/localFrame.ts';
import type { Polygon, Position } from '../../domain/geometry/shapes.ts';
import type { House } from '../../domain/records/house.ts';
import type { World } from '../../domain/records/world.ts';
import { metersPerPixel } from '../../web/map/scale.ts';
import { newId } from '../domain/builders.ts';
import { describeInBrowser } from './inBrowser.ts';
import { freePlace, handAt, selectByLink, undoneAndRedone } from './mapHand.ts';
import { smallDesktop, type Person } from './person.ts';
import { newOnes } from './settled.ts';
import { words } from './words.ts';

describeInBrowser('changing what is drawn', 'canbo', (stage) => {
  let officer: Person;
  /** A free place beside a road; two lanes and two houses are put there over HTTP, as somebody else would. */
  let free: Position;
  const [firstId, secondId, longId, besideId] = [newId(), newId(), newId(), newId()];

  const look = (name: string) => officer.page.screenshot({ path: `test-results/reshaping-${name}.png` });
  const pictureOnFailure = (name: string) => onTestFailed(async () => void (await look(`failed-${name}`)));
  const place = (east: number, north: number): Position => localFrame(free).toDegrees([east, north]);

  beforeAll(async () => {
    officer = await stage.person(smallDesktop);
    const before = await stage.world();
    const main = [...before.road.values()].find((one) => one.class === 'road')!;
    free = freePlace(before, main, 60);
    const lane = (id: string, ...line: readonly Position[]) =>
      stage.perform('road.draw', {
        ...{ id, class: 'road', name: null, parentRoadId: null, widthMeters: 3 },
        line: { type: 'LineString', coordinates: line },
      });
    await lane(firstId, place(-40, 30), place(-20, 30), place(0, 32));
    await lane(secondId, place(0, 32), place(30, 36));
    const house = (id: string, west: number, south: number, east: number, north: number) =>
      stage.perform('house.draw', {
        ...{ id, use: 'residential', state: 'standing', name: null },
        entrance: place((west + east) / 2, north),
        footprint: ring(place(west, south), place(east, south), place(east, north), place(west, north)),
      });
    await house(longId, -36, 16, -12, 26);
    await house(besideId, -12, 16, -6, 26);
    await officer.signIn('canbo');
  });

  it('points of a road are dragged, added and removed', async () => {
    pictureOnFailure('points');
    const { page } = officer;
    await selectByLink(page, 'road', firstId, place(-20, 24));
    await officer.button('road.reshape').click();
    const hand = await handAt(page, place(-20, 24));
    const dragged = await undoneAndRedone(page, stage.world, () => hand.drag([0, 6], [2, 9]));
    expect(lengthOf(dragged.after, firstId)).toBeGreaterThan(lengthOf(dragged.before, firstId));
    const added = await undoneAndRedone(page, stage.world, () => hand.drag([-9, 7.5], [-9, 10]));
    expect(added.after.road.get(firstId)?.line.coordinates).toHaveLength(4);
    const removed = await undoneAndRedone(page, stage.world, () => hand.doubleClick(-9, 10));
    expect(removed.after.road.get(firstId)?.line.coordinates).toHaveLength(3);
    await look('points');
    await page.keyboard.press('Escape');
  });

  it('a road is split where it is clicked, and the two are joined again', async () => {
    pictureOnFailure('split');
    const { page } = officer;
    await selectByLink(page, 'road', firstId, place(-20, 24));
    await officer.button('tool.start.split-road').click();
    const hand = await handAt(page, place(-20, 24));
    const split = await undoneAndRedone(page, stage.world, async () => {
      await hand.hover(-12, 7);
      await look('split');
      await hand.click(-12, 7);
    });
    const [part] = newOnes(split.before.road, split.after.road)!;
    await officer.button('tool.start.merge-roads').click();
    await hand.hover(-12, 7);
    const { position } = positionAt(part.line, lineLengthMeters(part.line) / 2);
    const atPart = await handAt(page, position);
    await look('merge');
    const merged = await undoneAndRedone(page, stage.world, () => atPart.click(0, 0));
    expect(merged.after.road.size).toBe(split.before.road.size);
  });

  it('a split at the very end is refused in words and the tool stays', async () => {
    pictureOnFailure('split-end');
    const { page } = officer;
    await selectByLink(page, 'road', secondId, place(30, 36));
    await officer.button('tool.start.split-road').click();
    const hand = await handAt(page, place(30, 36));
    await hand.click(0, 0);
    await officer.isTold('refusal.split-at-end');
    await page.getByText(words('tool.splitRoad')).first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('a road is continued from its end', async () => {
    pictureOnFailure('extend');
    const { page } = officer;
    await selectByLink(page, 'road', secondId, place(30, 30));
    await officer.button('tool.start.extend-road').click();
    const hand = await handAt(page, place(30, 30));
    const { before, after } = await undoneAndRedone(page, stage.world, async () => {
      await hand.click(0, 6);
      await hand.click(10, 7);
      await hand.hover(16, 12);
      await look('extend');
      await page.keyboard.press('Enter');
    });
    expect(lengthOf(after, secondId) - lengthOf(before, secondId)).toBeGreaterThan(9);
  });

  it('a house is turned by its knob, and by keys; nudges are one edit', async () => {
    pictureOnFailure('turn');
    const { page } = officer;
    await selectByLink(page, 'house', besideId, place(-9, 21));
    await officer.button('house.move').click();
    const hand = await handAt(page, place(-9, 21));
    await look('house');
    // A reach is twelve pixels; the knob is two and a half above the circle around the house.
    const reachMeters = 12 * metersPerPixel(free[1], 20);
    const knob = Math.hypot(3, 5) + reachMeters * 2.5;
    const turned = await undoneAndRedone(page, stage.world, () => hand.drag([0, knob], [knob * 0.5, knob * 0.87]));
    expect(turned.after.house.get(besideId)?.footprint).not.toEqual(turned.before.house.get(besideId)?.footprint);
    const nudged = await undoneAndRedone(page, stage.world, async () => {
      for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Shift+ArrowLeft');
    });
    const [from, to] = [nudged.before, nudged.after].map((one) => one.house.get(besideId)!.entrance) as [
      Position,
      Position,
    ];
    expect(distanceMeters(from, to)).toBeCloseTo(1.5, 1);
    await undoneAndRedone(page, stage.world, () => page.keyboard.press(']'));
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: words('tool.bar') }).waitFor({ state: 'detached' });
  });

  it('a long building becomes a row with numbers, the parts shown before', async () => {
    pictureOnFailure('row');
    const { page } = officer;
    await selectByLink(page, 'house', longId, place(-24, 21));
    await officer.button('tool.start.split-house').click();
    await handAt(page, place(-24, 18));
    for (let press = 0; press < 2; press++) await officer.button('stepper.more').click();
    await officer.field('tool.splitHouse.from').fill('2');
    await officer.field('tool.splitHouse.to').fill('8');
    await look('row');
    const { before, after } = await undoneAndRedone(page, stage.world, () => officer.button('tool.done').click());
    expect(newOnes(before.house, after.house)).toHaveLength(3);
    const numbers = newOnes(before.address, after.address)!.map(({ number }) => number);
    expect(numbers.sort()).toEqual(['2', '4', '6', '8']);
  });

  it('two outlines of one house are merged: only those that touch are lit', async () => {
    pictureOnFailure('merge-houses');
    const { page } = officer;
    const [first, second] = [...(await stage.world()).house.values()]
      .filter(({ entrance }) => distanceMeters(entrance, place(-24, 26)) < 14 && entrance[1] > place(0, 10)[1])
      .filter(({ id }) => id !== besideId)
      .sort((one, other) => one.entrance[0] - other.entrance[0]) as [House, House];
    await selectByLink(page, 'house', first.id, first.entrance);
    await officer.button('tool.start.merge-houses').click();
    const [a, , c] = second.footprint!.coordinates[0] as [Position, Position, Position];
    const hand = await handAt(page, [(a[0] + c[0]) / 2, (a[1] + c[1]) / 2]);
    await hand.hover(0, 0);
    await look('merge-houses');
    const { before, after } = await undoneAndRedone(page, stage.world, () => hand.click(0, 0));
    expect(after.house.size).toBe(before.house.size - 1);
  });

  it('the console had nothing to complain of', () => {
    expect(officer.complaints).toEqual([]);
  });
});

const ring = (...corners: readonly Position[]): Polygon => ({
  type: 'Polygon',
  coordinates: [[...corners, corners[0] as Position]],
});

const lengthOf = (world: World, id: string): number => lineLengthMeters(world.road.get(id)!.line);
