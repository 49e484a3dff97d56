/** Nothing lost: a dead network, a stopped server, a closed page and another person at the same device. */
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import type { Position } from '../../domain/geometry/shapes.ts';
import { seriousFaults } from './accessibility.ts';
import { describeInBrowser } from './inBrowser.ts';
import { anotherTab, smallDesktop, type Person } from './person.ts';
import { panelsFetched, settled } from './settled.ts';
import { words } from './words.ts';

describeInBrowser('unsent edits', 'canbo', (stage) => {
  let officer: Person;
  let place: Position;

  beforeAll(async () => {
    officer = await stage.person(smallDesktop);
    place = [...(await stage.world()).road.values()][0]!.line.coordinates[0]!;
    await officer.signIn('canbo');
    await panelsFetched(officer.page);
  });

  const pictureOnFailure = (name: string) =>
    onTestFailed(async () => {
      await officer.page.screenshot({ path: `test-results/${name}.png` });
      console.error(officer.complaints.join('\n'));
    });

  const lamps = async () => [...(await stage.world()).lamp.keys()];
  const unsent = (count: number) => officer.page.getByText(words('link.unsent', { count })).first();
  const north = (meters: number): Position => [place[0], place[1] + meters / 111_000];
  const addLamps = async (from: number, count: number) => {
    await officer.openPanel('panel.criterion3');
    await officer.button('criterion3.addLamp').click();
    for (let n = 0; n < count; n++) {
      await officer.clickOnMap([north(from + 2 * n)]);
      await unsent(n + 1).waitFor();
    }
    await officer.button('tool.done').click();
  };

  it('without a network the count rises with each edit; with it, it goes to nothing', async () => {
    pictureOnFailure('unsent-offline');
    const before = await lamps();
    const { page } = officer;
    await page.context().setOffline(true);
    await addLamps(0, 3);
    await officer.button('link.lookAt').click();
    await page.getByRole('heading', { name: words('unsent.waiting', { count: 3 }) }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await lamps()).toEqual(before);
    await page.context().setOffline(false);
    await page.getByText(words('link.live')).waitFor();
    await page.getByText(words('unsent.none')).waitFor();
    expect(await lamps()).toHaveLength(before.length + 3);
  });

  it('five edits outlive the server and the page, and arrive once; undo goes on where it was', async () => {
    pictureOnFailure('unsent-killed');
    const before = new Set(await lamps());
    const sequence = await stage.api.sequence(stage.villageId);
    await stage.product.kill();
    await addLamps(20, 5);
    const context = officer.page.context();
    await officer.page.close();

    await stage.startAgain();
    officer = await anotherTab(context, stage.product.url);
    await panelsFetched(officer.page);
    await officer.page.getByText(words('link.live')).waitFor();
    const added = await settled(async () => {
      const all = (await lamps()).filter((id) => !before.has(id));
      return all.length >= 5 && all;
    });
    expect(added).toHaveLength(5);
    const log = JSON.parse(
      (await stage.api.get(`/api/villages/${stage.villageId}/changes?limit=20`)).body.toString(),
    ) as {
      entries: { sequence: number; change: { created: { id: string }[] } }[];
    };
    const arrived = log.entries.filter((entry) => entry.sequence > sequence);
    expect(arrived.map(({ change }) => change.created[0]?.id).toSorted()).toEqual(added.toSorted());

    await officer.button('undo.what', { what: words('edit.lamp.add') }).click();
    await settled(async () => (await lamps()).length === before.size + 4);
    await officer.page.reload();
    await officer.button('redo.what', { what: words('edit.lamp.add') }).click();
    await settled(async () => (await lamps()).length === before.size + 5);
  });

  it('a closed tab is taken over by another one that is open', async () => {
    pictureOnFailure('unsent-tabs');
    const before = await lamps();
    const context = officer.page.context();
    const other = await anotherTab(context, stage.product.url);
    await panelsFetched(other.page);
    await other.page.getByText(words('link.live')).waitFor();
    // Only the first tab's edits are kept from the server.
    await officer.page.route('**/edits', (route) => route.abort());
    await addLamps(40, 2);
    await other.page.getByText(words('link.unsent', { count: 2 })).waitFor();
    expect(await lamps()).toHaveLength(before.length);
    await officer.page.close();
    officer = other;
    await other.page.getByText(words('link.live')).waitFor();
    await settled(async () => (await lamps()).length === before.length + 2);
    expect(await lamps()).toHaveLength(before.length + 2);
  });

  it('another person at the same device neither sends nor sees them', async () => {
    pictureOnFailure('unsent-other-person');
    const before = await lamps();
    const { page } = officer;
    await page.route('**/edits', (route) => route.abort());
    await addLamps(60, 2);
    await officer.button('signOut.do').click();
    await page.getByText(words('signOut.lead', { count: 2 })).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await officer.button('signOut.anyway').click();
    await page.getByText(words('unsent.others', { count: 2, name: 'Cán bộ xã (minh hoạ)' })).waitFor();
    await page.unroute('**/edits');
    await officer.signIn('truongthon');
    await page.getByText(words('link.live')).waitFor();
    expect(await page.getByText(words('link.unsent', { count: 2 })).count()).toBe(0);
    expect(await lamps()).toHaveLength(before.length);
    await officer.button('signOut.do').click();
    await officer.signIn('canbo');
    await page.getByText(words('link.live')).waitFor();
    await settled(async () => (await lamps()).length === before.length + 2);
    await settled(async () => (await keptOnDevice(officer)) === 0);
  });

  it('an unfinished drawing is in the hand again after a reload', async () => {
    pictureOnFailure('unsent-drawing');
    const { page } = officer;
    await officer.openStep('roads');
    await officer.button('roads.draw').click();
    await officer.clickOnMap([north(80), north(90), north(100)]);
    // A slow hand's first point is kept before its last.
    await settled(async () => (await pointsKept(officer)) === 3);
    await page.reload();
    await officer.isTold('drawing.restored');
    const before = (await stage.world()).road.size;
    await officer.button('tool.done').click();
    await settled(async () => (await stage.world()).road.size === before + 1);
    await settled(async () => (await keptOnDevice(officer)) === 0);
  });
});

/** How many things of any kind lie in the browser's database. */
const keptOnDevice = (person: Person): Promise<number> =>
  person.page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const open = indexedDB.open('so-nha');
        open.onerror = () => reject(new Error('no database'));
        open.onsuccess = () => {
          const names = [...open.result.objectStoreNames];
          const transaction = open.result.transaction(names, 'readonly');
          const counts = names.map((name) => transaction.objectStore(name).count());
          transaction.oncomplete = () => {
            open.result.close();
            resolve(counts.reduce((sum, { result }) => sum + result, 0));
          };
        };
      }),
  );

/** How many places the drawing has that lies in the browser's database. */
const pointsKept = (person: Person): Promise<number> =>
  person.page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const open = indexedDB.open('so-nha');
        open.onerror = () => reject(new Error('no database'));
        open.onsuccess = () => {
          const found = open.result.transaction(['drawings'], 'readonly').objectStore('drawings').getAll();
          found.onsuccess = () => {
            open.result.close();
            resolve([...JSON.stringify(found.result).matchAll(/\[1\d\d\.\d+,\d+\.\d+\]/g)].length);
          };
        };
      }),
  );
