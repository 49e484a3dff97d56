/** The line from a house to its road, in the hand: drawn while the door goes, its foot dragged onto another road. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { placeHouse } from '../../domain/addressing/roadOfHouse.ts';
import { networkOf } from '../../domain/addressing/network.ts';
import { localFrame } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { World } from '../../domain/records/world.ts';
import { signIn, type ApiClient } from '../apiClient.ts';
import { findBrowser, launchBrowser } from '../browser.ts';
import { newId } from '../domain/builders.ts';
import { startProduct, type Product } from '../product.ts';
import { fingersOn, freePlace, handAt, selectByLink, undoneAndRedone } from './mapHand.ts';
import { personAt, phone, smallDesktop, type Person } from './person.ts';
import { temporaryFolder } from './settled.ts';

const browserPath = findBrowser();

describe.skipIf(browserPath === null)('a house tied to its road in the hand', () => {
  const folder = temporaryFolder();
  let product: Product;
  let browser: Browser;
  let api: ApiClient;
  let villageId = '';
  let free: Position;
  const [nearId, farId, houseId] = [newId(), newId(), newId()];

  const world = (): Promise<World> => api.world(villageId);
  const place = (east: number, north: number): Position => localFrame(free).toDegrees([east, north]);
  const chosenIn = (now: World) => now.house.get(houseId)?.chosenRoadId;
  const roadIn = (now: World) =>
    placeHouse(now, now.house.get(houseId)!, (id) => networkOf(now).byId.get(id)?.line)?.roadId;
  const pictureOnFailure = (person: Person) =>
    onTestFailed(async () => void (await person.page.screenshot({ path: 'test-results/failed-fishbone.png' })));

  beforeAll(async () => {
    product = await startProduct({ dataFolder: folder.path });
    browser = await launchBrowser(browserPath ?? '');
    api = await signIn(product.url, 'truongthon');
    villageId = api.villages[0]?.id ?? '';
    const before = await world();
    free = freePlace(
      before,
      [...before.road.values()].find((one) => one.class === 'road')!,
      60,
    );
    const lane = (id: string, name: string, north: number) =>
      api.perform(villageId, newId(), 'road.draw', {
        ...{ id, class: 'road', name, parentRoadId: null, widthMeters: 3 },
        line: { type: 'LineString', coordinates: [place(-30, north), place(30, north)] },
      });
    await lane(nearId, 'Đường Bờ Ao', 20);
    await lane(farId, 'Đường Bờ Đê', 40);
    await api.perform(villageId, newId(), 'house.draw', {
      ...{ id: houseId, use: 'residential', state: 'standing', name: null, footprint: null, entrance: place(0, 26) },
    });
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await folder.remove();
  });

  it('by mouse: the door dragged across, the foot dragged onto a road; each undone and redone', async () => {
    const officer = await personAt(browser, product.url, smallDesktop);
    pictureOnFailure(officer);
    await officer.signIn('canbo');
    const { page } = officer;
    await selectByLink(page, 'house', houseId, place(0, 30));
    await officer.button('house.move').click();
    const hand = await handAt(page, place(0, 30));
    const door = await undoneAndRedone(page, world, () => hand.drag([0, -4], [0, 4]));
    expect([roadIn(door.before), roadIn(door.after)]).toEqual([nearId, farId]);
    const foot = await undoneAndRedone(page, world, () => hand.drag([0, 10], [5, -10]));
    expect([chosenIn(foot.before), chosenIn(foot.after)]).toEqual([null, nearId]);
    expect(officer.complaints).toEqual([]);
    await officer.leave();
  });

  it('by finger: the foot is dragged onto the other road', async () => {
    const head = await personAt(browser, product.url, phone);
    pictureOnFailure(head);
    await head.signIn('truongthon');
    const { page } = head;
    await selectByLink(page, 'house', houseId, place(0, 30));
    await head.button('house.move').tap();
    // The bar covers the lower part of a phone's map.
    const hand = await handAt(page, place(0, 24));
    const fingers = await fingersOn(page);
    const { before, after } = await undoneAndRedone(page, world, async () => {
      await fingers('touchStart', await hand.pixel(0, -4));
      await fingers('touchMove', await hand.pixel(2, 5));
      await fingers('touchMove', await hand.pixel(4, 16));
      await fingers('touchEnd');
    });
    expect([chosenIn(before), chosenIn(after)]).toEqual([nearId, farId]);
    expect(head.complaints).toEqual([]);
  });
});
