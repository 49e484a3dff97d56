/** Where the next cameras and streetlights go: proposed, pinned, moved, accepted at once and taken back at once. */
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import { coverageGroundOf } from '../../domain/coverage/ground.ts';
import { villageCoverage } from '../../domain/coverage/villageCoverage.ts';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import { describeInBrowser } from './inBrowser.ts';
import { desktop, phone, type Person } from './person.ts';
import { settled } from './settled.ts';
import { words } from './words.ts';

const asked = { densityIndex: 0, isWithPlanned: true, darkMeters: 40 };

describeInBrowser('where the next cameras and lamps go', 'canbo', (stage) => {
  let cameras = 0;
  let lamps = 0;

  beforeAll(async () => {
    const world = await stage.world();
    [cameras, lamps] = [world.camera.size, world.lamp.size];
    expect(coverageGroundOf(world).lengthMeters).toBeGreaterThan(1000);
  });

  const opened = async (person: Person, name: string) => {
    onTestFailed(async () => {
      await person.page.screenshot({ path: `test-results/where-next-${name}.png` });
    });
    await person.signIn('truongthon');
    await person.openPanel('panel.criterion3');
    await person.button('next.open').click();
    const rows = person.page.getByRole('list', { name: words('next.list') }).getByRole('listitem');
    await rows.first().waitFor();
    return rows;
  };

  it('at a desk: three cameras, one pinned, one not here, all accepted in one edit and taken back in one', async () => {
    const person = await stage.person(desktop);
    const rows = await opened(person, 'desk');
    const seen = async () => villageCoverage(await stage.world(), asked).roads.day.seenMeters;
    const before = await seen();
    expect(await rows.count()).toBe(3);
    await rows.nth(1).getByRole('button').first().click();
    await person.button('next.pin').click();
    await rows.filter({ hasText: words('next.pinned') }).waitFor();
    // The panel opens as itself, and nothing is lost by it.
    await person.openPanel('panel.criterion3');
    await person.button('next.open').click();
    await rows.filter({ hasText: words('next.pinned') }).waitFor();
    // The first that is not pinned: what it adds is added somewhere else, or less.
    const other = rows.filter({ hasNotText: words('next.pinned') }).first();
    await other.getByRole('button').first().click();
    await person.button('next.forbid').click();
    await person.page.getByText(words('next.forbidden', { count: 1 })).waitFor();
    await person.button('next.accept', { count: 3 }).click();
    await person.isTold('next.accepted.camera');
    await settled(async () => (await stage.world()).camera.size === cameras + 3);
    const added = [...(await stage.world()).camera.values()].filter(({ state }) => state === 'planned').slice(-3);
    expect(added.every(({ owner, horizontalPixels }) => owner === 'village' && horizontalPixels === 1920)).toBe(true);
    expect(await seen()).toBeGreaterThan(before + 100);
    await person.page.keyboard.press('Control+z');
    await settled(async () => (await stage.world()).camera.size === cameras);
    expect(person.complaints).toEqual([]);
    await person.leave();
  });

  it('on a phone: one of the lamps proposed is moved to a place and accepted there', async () => {
    const person = await stage.person(phone);
    const rows = await opened(person, 'phone');
    await person.button('next.kind.lamp').click();
    await settled(async () => (await rows.first().textContent())?.includes(words('next.newPole')) ?? false);
    await rows.first().getByRole('button').first().click();
    await person.button('next.move').click();
    // Ten metres to the north, by the keys.
    await person.page.getByText(words('tool.moveNext.lamp')).waitFor();
    const { page } = person;
    const canvas = page.locator('canvas').first();
    await canvas.focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowUp');
    await person.button('tool.done').click();
    await rows.filter({ hasText: words('next.pinned') }).waitFor();
    await person.button('next.acceptOne').click();
    await person.isTold('next.accepted.lamp');
    await settled(async () => (await stage.world()).lamp.size === lamps + 1);
    const world = await stage.world();
    const planned = [...world.lamp.values()].filter(({ state }) => state === 'planned');
    expect(planned).toHaveLength(1);
    const standing = [...world.lamp.values()].filter(({ state }) => state === 'existing');
    expect(Math.min(...standing.map(({ place }) => distanceMeters(place, planned[0]!.place)))).toBeGreaterThan(1);
    expect(person.complaints).toEqual([]);
    await person.leave();
  });
});
