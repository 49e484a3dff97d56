/** What cameras see and lamps light, on the map: switched on, by day and by night, and following a camera in the hand. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import { localFrame } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { unsaidOfCamera } from '../../domain/records/camera.ts';
import { theme } from '../../web/map/theme.ts';
import { newId } from '../domain/builders.ts';
import { seriousFaults } from './accessibility.ts';
import { describeInBrowser } from './inBrowser.ts';
import { fingersOn, freePlace, handAt, selectByLink } from './mapHand.ts';
import { phone, smallDesktop, type Person } from './person.ts';
import { settled } from './settled.ts';
import { words } from './words.ts';

/** What is drawn there: red, green, blue. */
async function colourAt(page: Page, { x, y }: { x: number; y: number }): Promise<readonly number[]> {
  const picture = await page.screenshot({ clip: { x: x - 1, y: y - 1, width: 4, height: 4 } });
  return page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
      canvas.drawImage(bitmap, 0, 0, bitmap.width, bitmap.height, 0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    },
    [...picture],
  );
}

const isColour = (colour: readonly number[], hex: string): boolean =>
  [1, 3, 5].every((at, index) => Math.abs(colour[index]! - parseInt(hex.slice(at, at + 2), 16)) <= 14);

describeInBrowser('what cameras see, on the map', 'canbo', (stage) => {
  let free: Position;
  const [laneId, cameraId] = [newId(), newId()];
  const place = (east: number, north: number): Position => localFrame(free).toDegrees([east, north]);
  const pictureOnFailure = (person: Person) =>
    onTestFailed(async () => void (await person.page.screenshot({ path: 'test-results/failed-coverage.png' })));

  beforeAll(async () => {
    const before = await stage.world();
    free = freePlace(
      before,
      [...before.road.values()].find((one) => one.class === 'road')!,
      60,
    );
    await stage.perform('road.draw', {
      ...{ id: laneId, class: 'road', name: null, parentRoadId: null, widthMeters: 3 },
      line: { type: 'LineString', coordinates: [place(-45, 30), place(45, 30)] },
    });
    await stage.perform('camera.add', {
      ...{ id: cameraId, name: null, owner: 'village', state: 'existing', houseId: null, ...unsaidOfCamera },
      ...{ place: place(0, 30), facingDegrees: 90, horizontalFieldOfViewDegrees: 84 },
      ...{ heightMeters: 4, horizontalPixels: 1920 },
    });
  });

  const facing = async () => (await stage.world()).camera.get(cameraId)!.facingDegrees;
  /** Waits until the road has this colour there. */
  const looks = (page: Page, pixel: { x: number; y: number }, hex: string) =>
    settled(async () => isColour(await colourAt(page, pixel), hex));

  async function switchedOn(person: Person) {
    await person.openPanel('panel.legend');
    await person.page.getByRole('switch', { name: words('map.coverage'), exact: true }).check({ force: true });
    await person.page.getByRole('region', { name: words('map.coverage'), exact: true }).waitFor();
  }

  it('by mouse: by day, by night and the light; the road follows the camera in the hand before it is let go', async () => {
    const officer = await stage.person(smallDesktop);
    pictureOnFailure(officer);
    await officer.signIn('canbo');
    const { page } = officer;
    await switchedOn(officer);
    await selectByLink(page, 'camera', cameraId, place(0, 30));
    const hand = await handAt(page, place(0, 30));
    const [ahead, behind, ground] = [await hand.pixel(15, 0), await hand.pixel(-15, 0), await hand.pixel(-10, -9)];
    await looks(page, ahead, theme.seenOne);
    expect(isColour(await colourAt(page, behind), theme.seenOne)).toBe(false);
    await looks(page, ground, theme.paper);

    await officer.button('map.coverage.lit').click();
    await looks(page, ahead, theme.dark);
    expect(isColour(await colourAt(page, ground), theme.paper)).toBe(false);
    // As far as its infrared reaches.
    await officer.button('map.coverage.night').click();
    await looks(page, ahead, theme.seenOne);
    await officer.button('map.coverage.day').click();
    await looks(page, ground, theme.paper);

    await page.getByText(words('map.coverage.choices'), { exact: true }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByText(words('map.coverage.choices'), { exact: true }).click();

    await officer.button('camera.move').click();
    const [tip, around] = [await hand.pixel(3.4, 0), await hand.pixel(-4, 0.05)];
    await page.mouse.move(tip.x, tip.y);
    await page.mouse.down();
    await page.mouse.move((tip.x + around.x) / 2, tip.y - 40, { steps: 3 });
    await page.mouse.move(around.x, around.y, { steps: 3 });
    await looks(page, behind, theme.seenOne);
    expect(isColour(await colourAt(page, ahead), theme.seenOne)).toBe(false);
    expect(await facing()).toBe(90);
    await page.mouse.up();
    await settled(async () => Math.abs((await facing()) - 270) <= 2);
    await looks(page, behind, theme.seenOne);
    await officer.button('map.coverage.close').click();
    await settled(async () => !isColour(await colourAt(page, behind), theme.seenOne));
    expect(officer.complaints).toEqual([]);
    await officer.leave();
  });

  it('by finger: the switches are within reach of the thumb, and the road follows', async () => {
    const head = await stage.person(phone);
    pictureOnFailure(head);
    await head.signIn('truongthon');
    const { page } = head;
    const { version } = (await stage.world()).camera.get(cameraId)!;
    await stage.perform('camera.update', { id: cameraId, changes: { facingDegrees: 90 } }, { [cameraId]: version });
    await switchedOn(head);
    await selectByLink(page, 'camera', cameraId, place(0, 30));
    await head.button('camera.move').tap();
    // The bar covers the lower part of a phone's map.
    const hand = await handAt(page, place(0, 30));
    const [ahead, behind] = [await hand.pixel(10, 0), await hand.pixel(-10, 0)];
    await looks(page, ahead, theme.seenOne);
    for (const key of ['lit', 'night', 'day'] as const) await head.button(`map.coverage.${key}`).tap();
    await looks(page, ahead, theme.seenOne);
    const fingers = await fingersOn(page);
    const [tip, over, around] = [await hand.pixel(6.2, 0), await hand.pixel(0, 6), await hand.pixel(-7, 0.05)];
    await fingers('touchStart', tip);
    await fingers('touchMove', over);
    await fingers('touchMove', around);
    await looks(page, behind, theme.seenOne);
    expect(await facing()).toBe(90);
    await fingers('touchEnd');
    await settled(async () => Math.abs((await facing()) - 270) <= 2);
    expect(head.complaints).toEqual([]);
  });
});
