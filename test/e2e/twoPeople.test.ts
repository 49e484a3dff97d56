/** Two people at one house: the second is told, nothing is overwritten unseen, and what was drawn can be taken up again. */
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { House } from '../../domain/records/house.ts';
import { signIn } from '../apiClient.ts';
import { newId } from '../domain/builders.ts';
import { seriousFaults } from './accessibility.ts';
import { describeInBrowser } from './inBrowser.ts';
import { smallDesktop, type Person } from './person.ts';
import { newOnes, settled } from './settled.ts';
import { words, wordsLike } from './words.ts';

describeInBrowser('two people', 'canbo', (stage) => {
  let officer: Person;
  let head: Person;
  let houses: readonly House[] = [];

  beforeAll(async () => {
    officer = await stage.person(smallDesktop);
    head = await stage.person(smallDesktop);
    houses = [...(await stage.world()).house.values()].filter((house) => house.footprint !== null);
    await officer.signIn('canbo');
    await head.signIn('truongthon');
  });

  const pictureOnFailure = (name: string) =>
    onTestFailed(async () => {
      await officer.page.screenshot({ path: `test-results/${name}-officer.png` });
      await head.page.screenshot({ path: `test-results/${name}-head.png` });
    });

  const now = async (house: House) => (await stage.world()).house.get(house.id);
  const select = async (person: Person, house: House) => {
    await person.show('house', house.id);
    await person.button('house.move').waitFor();
  };
  /** A place inside, away from the handles at the corners. */
  const insideOf = (house: House): Position => {
    const corners = house.footprint?.coordinates[0]?.slice(0, -1) ?? [];
    const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
    return [mean(0), mean(1)];
  };
  const away = ([lng, lat]: Position, north: number): Position => [lng, lat + north / 111_000];
  const drag = async (person: Person, house: House, north: number) => {
    await select(person, house);
    await person.button('house.move').click();
    await person.dragOnMap(insideOf(house), away(insideOf(house), north));
  };
  /** What the person does reaches the server only when let through. */
  const hold = async (person: Person) => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await person.page.route('**/edits', async (route) => {
      await held;
      await route.continue();
    });
    return release;
  };

  it('moving the same house at once: the first stands, the second is told and can do it again', async () => {
    pictureOnFailure('two-move');
    const house = houses[0]!;
    const letThrough = await hold(head);
    await drag(head, house, 4);
    await head.page.getByText(words('link.unsent', { count: 1 })).waitFor();
    await drag(officer, house, -3);
    await settled(async () => (await now(house))?.version === 2);
    letThrough();

    await head.page.getByText(words('refusal.stale-version')).first().waitFor();
    const first = await now(house);
    expect(distanceMeters(first!.entrance, house.entrance)).toBeCloseTo(3, 0);
    expect(first!.entrance[1]).toBeLessThan(house.entrance[1]);

    // The drawing is in the hand again, and the edit in the list.
    await head.button('tool.cancel').click();
    await head.button('link.lookAt').click();
    await head.page.getByRole('heading', { name: words('unsent.refused', { count: 1 }) }).waitFor();
    expect(await seriousFaults(head.page)).toEqual([]);
    await head.button('unsent.onMap').click();
    await head.button('unsent.again').click();
    const second = await settled(async () => ((await now(house))?.version ?? 0) > 2 && (await now(house)));
    expect(second.entrance[1]).toBeGreaterThan(house.entrance[1]);
    await head.page.getByText(words('unsent.none')).waitFor();
  });

  it('a house just deleted by another: what was drawn becomes a new house if wanted', async () => {
    pictureOnFailure('two-delete');
    const house = houses[1]!;
    const letThrough = await hold(head);
    await drag(head, house, 4);
    await head.page.getByText(words('link.unsent', { count: 1 })).waitFor();
    const before = await stage.world();
    await stage.perform('house.delete', { id: house.id }, { [house.id]: 1 });
    letThrough();
    await head.page.getByText(words('refusal.record-missing')).first().waitFor();
    await head.button('tool.done').click();
    await head.button('link.lookAt').click();
    await head.button('unsent.anew').click();
    const [anew] = await settled(async () => newOnes(before.house, (await stage.world()).house));
    expect(anew).toMatchObject({ version: 1, name: house.name, use: house.use });
    expect(anew.footprint).not.toEqual(house.footprint);
    await head.page.getByText(words('unsent.none')).waitFor();
  });

  it('the history of a house: who moved it, from where to where, and why an old move cannot be taken back', async () => {
    pictureOnFailure('two-history');
    const house = houses[0]!;
    const { page } = officer;
    await select(officer, house);
    await officer.button('history.ofThis').click();
    await page.getByRole('heading', { name: words('panel.history'), exact: true }).waitFor();
    const lines = page
      .locator('li')
      .filter({ has: page.getByText(wordsLike('history.fromTo')).or(page.locator('.who')) });
    await settled(async () => (await lines.count()) === 3);
    const last = lines.nth(1);
    await last.getByRole('button', { name: words('history.what') }).click();
    await last.getByText(new RegExp(`^${words('attribute.entrance')}: dời [23],?\\d* m$`)).waitFor();
    // The village head has moved it since.
    await last.getByText(words('refusal.revert-changed-since', { count: 1 })).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await lines
      .nth(0)
      .getByRole('button', { name: wordsLike('history.revertOne') })
      .click();
    await officer.isTold('undo.done');
    expect((await now(house))!.entrance[1]).toBeLessThan(house.entrance[1]);
    await page.getByLabel(words('history.who')).selectOption({ label: 'Trưởng thôn (minh hoạ)' });
    await settled(async () => (await lines.count()) === 1);
  });

  it('undo refuses what another has changed since, says so, and goes on with the one before', async () => {
    pictureOnFailure('two-undo');
    const [, , mine, other] = houses;
    await drag(officer, mine!, 3);
    await officer.button('tool.done').click();
    await drag(officer, other!, 3);
    await officer.button('tool.done').click();
    const moved = await settled(async () => ((await now(other!))?.version ?? 0) > 1 && (await now(other!)));
    const basis = { [moved.id]: moved.version };
    const headApi = await signIn(stage.product.url, 'truongthon');
    await headApi.perform(
      stage.villageId,
      newId(),
      'house.update',
      { id: moved.id, changes: { state: 'vacant' } },
      basis,
    );
    await officer.page.getByText(words('houseState.vacant')).first().waitFor({ state: 'attached' });
    const undo = officer.buttonLike('undo.what');
    await undo.click();
    await officer.isTold('refusal.revert-changed-since');
    expect((await now(mine!))?.version).toBe(2);
    await undo.click();
    await settled(async () => (await now(mine!))?.version === 3);
    expect(distanceMeters((await now(mine!))!.entrance, mine!.entrance)).toBeLessThan(0.01);
  });
});
