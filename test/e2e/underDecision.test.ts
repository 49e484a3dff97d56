/** An officer numbers a house by hand, and turns a road with issued addresses round under a decision. */
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import { reverseLine } from '../../domain/geometry/line.ts';
import type { Road } from '../../domain/records/road.ts';
import { newId } from '../domain/builders.ts';
import { seriousFaults } from './accessibility.ts';
import { describeInBrowser } from './inBrowser.ts';
import { smallDesktop, type Person } from './person.ts';
import { settled } from './settled.ts';
import { words } from './words.ts';

describeInBrowser('what needs a person’s word', 'canbo', (stage) => {
  let officer: Person;
  const select = (kind: 'road' | 'house', id: string) =>
    officer.page.evaluate((target) => {
      location.hash = `#sel=${target}`;
    }, `${kind}:${id}`);

  /** A road with a name, numbered and issued, as the steps before would have left it. */
  async function issuedRoad(): Promise<Road> {
    const road = [...(await stage.world()).road.values()].find((one) => one.class === 'road')!;
    await stage.api.perform(
      stage.villageId,
      newId(),
      'road.name',
      { id: road.id, name: 'Đường Làng Trên' },
      { [road.id]: 1 },
    );
    const on = new Date().toISOString().slice(0, 10);
    const { digest } = planNumbering(await stage.world(), [road.id], newId(), { on });
    await stage.api.perform(stage.villageId, newId(), 'numbering.apply', { roadIds: [road.id], digest });
    const drafts = [...(await stage.world()).address.values()].filter(({ roadId }) => roadId === road.id);
    const decision = {
      id: newId(),
      number: '1/QĐ-UBND',
      date: '2026-01-05',
      signatory: 'Chủ tịch',
      scope: 'Cấp số nhà',
    };
    const basis = Object.fromEntries(drafts.map(({ id, version }) => [id, version]));
    const addressIds = drafts.map(({ id }) => id);
    await stage.api.perform(stage.villageId, newId(), 'address.issue', { addressIds, decision }, basis);
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
    await select('house', house.id);
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
    await select('road', road.id);
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
