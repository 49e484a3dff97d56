/** The line from a house to its road, in the hand: drawn while the door goes, its foot dragged onto another road. */
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import { placeHouse } from '../../domain/addressing/roadOfHouse.ts';
import { networkOf } from '../../domain/addressing/network.ts';
import { localFrame } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { World } from '../../domain/records/world.ts';
import { newId } from '../domain/builders.ts';
import { describeInBrowser } from './inBrowser.ts';
import { fingersOn, freePlace, handAt, selectByLink, undoneAndRedone } from './mapHand.ts';
import { phone, smallDesktop, type Person } from './person.ts';

describeInBrowser('a house tied to its road in the hand', 'truongthon', (stage) => {
  let free: Position;
  const [nearId, farId, houseId] = [newId(), newId(), newId()];

  const place = (east: number, north: number): Position => localFrame(free).toDegrees([east, north]);
  const chosenIn = (now: World) => now.house.get(houseId)?.chosenRoadId;
  const roadIn = (now: World) =>
    placeHouse(now, now.house.get(houseId)!, (id) => networkOf(now).byId.get(id)?.line)?.roadId;
  const pictureOnFailure = (person: Person) =>
    onTestFailed(async () => void (await person.page.screenshot({ path: 'test-results/failed-fishbone.png' })));

  beforeAll(async () => {
    const before = await stage.world();
    free = freePlace(
      before,
      [...before.road.values()].find((one) => one.class === 'road')!,
      60,
    );
    const lane = (id: string, name: string, north: number) =>
      stage.perform('road.draw', {
        ...{ id, class: 'road', name, parentRoadId: null, widthMeters: 3 },
        line: { type: 'LineString', coordinates: [place(-30, north), place(30, north)] },
      });
    await lane(nearId, 'Đường Bờ Ao', 20);
    await lane(farId, 'Đường Bờ Đê', 40);
    await stage.perform('house.draw', {
      ...{ id: houseId, use: 'residential', state: 'standing', name: null, footprint: null, entrance: place(0, 26) },
    });
  });

  it('by mouse: the door dragged across, the foot dragged onto a road; each undone and redone', async () => {
    const officer = await stage.person(smallDesktop);
    pictureOnFailure(officer);
    await officer.signIn('canbo');
    const { page } = officer;
    await selectByLink(page, 'house', houseId, place(0, 30));
    await officer.button('house.move').click();
    const hand = await handAt(page, place(0, 30));
    const door = await undoneAndRedone(page, stage.world, () => hand.drag([0, -4], [0, 4]));
    expect([roadIn(door.before), roadIn(door.after)]).toEqual([nearId, farId]);
    const foot = await undoneAndRedone(page, stage.world, () => hand.drag([0, 10], [5, -10]));
    expect([chosenIn(foot.before), chosenIn(foot.after)]).toEqual([null, nearId]);
    expect(officer.complaints).toEqual([]);
    await officer.leave();
  });

  it('by finger: the foot is dragged onto the other road', async () => {
    const head = await stage.person(phone);
    pictureOnFailure(head);
    await head.signIn('truongthon');
    const { page } = head;
    await selectByLink(page, 'house', houseId, place(0, 30));
    await head.button('house.move').tap();
    // The bar covers the lower part of a phone's map.
    const hand = await handAt(page, place(0, 24));
    const fingers = await fingersOn(page);
    // Known before: a finger that waits on its place for half a second asks what can be done there.
    const [foot, between, other] = [await hand.pixel(0, -4), await hand.pixel(2, 5), await hand.pixel(4, 16)];
    const { before, after } = await undoneAndRedone(page, stage.world, async () => {
      await fingers('touchStart', foot);
      await fingers('touchMove', between);
      await fingers('touchMove', other);
      await fingers('touchEnd');
    });
    expect([chosenIn(before), chosenIn(after)]).toEqual([nearId, farId]);
    expect(head.complaints).toEqual([]);
  });
});
