/** A house on a phone: which road it is on and why; a person chooses another, and leaves it to the rules again. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { signIn, type ApiClient } from '../apiClient.ts';
import { roadOfHouse } from '../../domain/addressing/roadOfHouse.ts';
import { findBrowser, launchBrowser } from '../browser.ts';
import { startProduct, type Product } from '../product.ts';
import { seriousFaults } from './accessibility.ts';
import { personAt, phone, type Person } from './person.ts';
import { settled, temporaryFolder } from './settled.ts';
import { words } from './words.ts';

const browserPath = findBrowser();

describe.skipIf(browserPath === null)('the road of a house', () => {
  const folder = temporaryFolder();
  let product: Product;
  let browser: Browser;
  let head: Person;
  let api: ApiClient;

  beforeAll(async () => {
    product = await startProduct({ dataFolder: folder.path });
    browser = await launchBrowser(browserPath ?? '');
    head = await personAt(browser, product.url, phone);
    api = await signIn(product.url, 'truongthon');
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await folder.remove();
  });

  it('is told with its reason; the runner-up is chosen and left again', async () => {
    onTestFailed(async () => {
      await head.page.screenshot({ path: 'test-results/house-road.png' });
    });
    const villageId = api.villages[0]?.id ?? '';
    const world = await api.world(villageId);
    const [house, at] = [...world.house.values()]
      .map((one) => [one, roadOfHouse(world, one)] as const)
      .find(([, place]) => place?.reason === 'nearest' && place.runnerUpRoadId !== null)!;
    const chosen = async () => (await api.world(villageId)).house.get(house.id)?.chosenRoadId;

    await head.signIn('truongthon');
    await head.page.evaluate((id) => {
      location.hash = `#sel=house:${id}`;
    }, house.id);
    await head.page.getByText(words('roadReason.nearest')).waitFor();
    expect(await seriousFaults(head.page)).toEqual([]);

    const choose = head.page.getByRole('button', { name: new RegExp(`^${words('house.chooseRoad')}`) }).first();
    expect((await choose.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await choose.tap();
    await head.page.getByText(words('roadReason.chosen')).waitFor();
    await head.isTold('house.roadChosen');
    expect(await chosen()).toBe(at?.runnerUpRoadId);

    await head.button('house.chooseAgain').tap();
    await head.page.getByText(words('roadReason.nearest')).waitFor();
    await settled(async () => (await chosen()) === null);
    expect(head.complaints).toEqual([]);
  });
});
