/** An officer numbers a house by hand, and turns a road with issued addresses round under a decision. */
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import { reverseLine } from '../../domain/geometry/line.ts';
import type { Road } from '../../domain/records/road.ts';
import { seriousFaults } from './accessibility.ts';
import { describeInBrowser } from './inBrowser.ts';
import { issueRoad, namedRoad } from './issuing.ts';
import { smallDesktop, type Person } from './person.ts';
import { settled } from './settled.ts';
import { words } from './words.ts';

describeInBrowser('what needs a person’s word', 'canbo', (stage) => {
  let officer: Person;
  /** A road with a name, numbered and issued, as the steps before would have left it. */
  async function issuedRoad(): Promise<Road> {
    const road = await namedRoad(stage, 'Đường Làng Trên');
    await issueRoad(stage, road.id);
    return road;
  }

  beforeAll(async () => {
    officer = await stage.person(smallDesktop);
    await officer.signIn('canbo');
  });

  it('a number typed for a house is kept as set by hand, and given back to the rule', async () => {
    onTestFailed(async () => {
      await officer.page.screenshot({ path: 'test-results/number-by-hand.png' });
    });
    const before = await stage.world();
    const issuedTo = new Set([...before.address.values()].map(({ houseId }) => houseId));
    const house = [...before.house.values()].find(({ id, state }) => !issuedTo.has(id) && state === 'standing')!;
    await officer.show('house', house.id);
    await officer.field('numberByHand.label').fill('88a');
    await officer.button('numberByHand.save').click();
    await officer.isTold('numberByHand.done');
    const addressNow = async () =>
      [...(await stage.world()).address.values()].find(({ houseId }) => houseId === house.id);
    const byHand = await settled(addressNow);
    expect([byHand.number, byHand.numberedBy]).toEqual(['88A', 'hand']);
    await officer.page.getByText(words('numberByHand.kept')).waitFor();
    expect(await seriousFaults(officer.page)).toEqual([]);
    await officer.button('numberByHand.release').click();
    await settled(async () => (await addressNow())?.numberedBy === null);
    expect(officer.complaints).toEqual([]);
  });

  it('a road with issued addresses is turned round only under a decision, its table shown first', async () => {
    onTestFailed(async () => {
      await officer.page.screenshot({ path: 'test-results/under-decision.png' });
    });
    const road = await issuedRoad();
    await officer.show('road', road.id);
    await officer.button('road.reverse').click();
    await officer.field('road.reverseReason').fill('Từ đình làng ra');
    await officer.page
      .getByRole('dialog')
      .getByRole('button', { name: words('road.reverse'), exact: true })
      .click();
    await officer.button('reshape.offer').click();
    await officer.page.getByRole('columnheader', { name: words('numbers.old') }).waitFor();
    expect(await seriousFaults(officer.page)).toEqual([]);
    await officer.field('decision.which').selectOption({ index: 1 });
    await officer.button('reshape.do').click();
    await officer.isTold('reshape.done');
    const retired = async () =>
      [...(await stage.world()).address.values()].filter(({ state }) => state === 'retired').length;
    await settled(async () => (await retired()) > 0);
    expect((await stage.world()).road.get(road.id)?.line).toEqual(reverseLine(road.line));
    expect(officer.complaints).toEqual([]);
  });
});
