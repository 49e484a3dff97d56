/** A house on a phone: which road it is on and why; a person chooses another, and leaves it to the rules again. */
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import { roadOfHouse } from '../../domain/addressing/roadOfHouse.ts';
import { seriousFaults } from './accessibility.ts';
import { describeInBrowser } from './inBrowser.ts';
import { phone, type Person } from './person.ts';
import { settled } from './settled.ts';
import { words } from './words.ts';

describeInBrowser('the road of a house', 'truongthon', (stage) => {
  let head: Person;

  beforeAll(async () => {
    head = await stage.person(phone);
  });

  it('is told with its reason; the runner-up is chosen and left again', async () => {
    onTestFailed(async () => {
      await head.page.screenshot({ path: 'test-results/house-road.png' });
    });
    const world = await stage.world();
    const [house, at] = [...world.house.values()]
      .map((one) => [one, roadOfHouse(world, one)] as const)
      .find(([, place]) => place?.reason === 'nearest' && place.runnerUpRoadId !== null)!;
    const chosen = async () => (await stage.world()).house.get(house.id)?.chosenRoadId;

    await head.signIn('truongthon');
    await head.show('house', house.id);
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
