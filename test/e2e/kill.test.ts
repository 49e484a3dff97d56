/** kill -9 in the middle of work: what was confirmed is there after the next start, and the open page goes on. */
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import { unsaidOfLamp } from '../../domain/records/lamp.ts';
import { signIn } from '../apiClient.ts';
import { at, newId } from '../domain/builders.ts';
import { describeInBrowser } from './inBrowser.ts';
import { smallDesktop, type Person } from './person.ts';
import { settled } from './settled.ts';
import { words } from './words.ts';

describeInBrowser('kill -9 in the middle of work', 'canbo', (stage) => {
  let officer: Person;

  beforeAll(async () => {
    officer = await stage.person(smallDesktop);
    await officer.signIn('canbo');
  });

  const nameNextRoad = async (name: string) => {
    await officer.openStep('roads');
    await officer.page
      .getByRole('button', { name: /^Đường chưa đặt tên/ })
      .first()
      .click();
    await officer.field('road.name').fill(name);
    await officer.button('road.saveName').click();
  };

  it('nothing confirmed is lost, and what waited on the page is sent after the restart', async () => {
    const { page } = officer;
    onTestFailed(async () => {
      await page.screenshot({ path: 'test-results/kill.png' });
      console.error([...(await page.getByRole('status').allInnerTexts()), ...officer.complaints].join('\n'));
    });
    await nameNextRoad('Đường Trước Khi Tắt');
    await officer.isTold('road.named');

    const confirmed: string[] = [];
    const addLamps = async () => {
      for (;;) {
        const id = newId();
        const lamp = {
          id,
          place: at(0, 0),
          owner: 'village',
          state: 'planned',
          heightMeters: 6,
          powerWatts: null,
          ...unsaidOfLamp,
        } as const;
        await stage.perform('lamp.add', lamp);
        confirmed.push(id);
      }
    };
    // Each of them goes on until the server is gone.
    const writers = [addLamps(), addLamps()].map((writing) => writing.catch(() => undefined));
    await settled(() => Promise.resolve(confirmed.length >= 20));
    await stage.product.kill();
    await Promise.all(writers);

    await nameNextRoad('Đường Trong Lúc Tắt');
    await page.getByText(words('link.unsent', { count: 1 })).waitFor();

    await stage.startAgain();
    const again = await signIn(stage.product.url, 'canbo');
    const world = await again.world(stage.villageId);
    expect(confirmed.filter((id) => !world.lamp.has(id))).toEqual([]);
    expect([...world.road.values()].map((road) => road.name)).toContain('Đường Trước Khi Tắt');

    await page.getByText(words('link.live')).waitFor();
    await settled(async () =>
      [...(await again.world(stage.villageId)).road.values()].some((road) => road.name === 'Đường Trong Lúc Tắt'),
    );
    await page.reload();
    await page.getByRole('heading', { name: 'Đường Trong Lúc Tắt' }).waitFor();
  });

  it('the console mentions only the lost connection', () => {
    expect(officer.complaints.filter((line) => !/Failed to load resource|ERR_/.test(line))).toEqual([]);
  });
});
