/** No serious fault of accessibility in any panel, dialog or table, on a desk and on a phone. */
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import type { RecordKind } from '../../domain/records/record.ts';
import { stepIds } from '../../domain/coverage/steps.ts';
import { localFrame } from '../../domain/geometry/localFrame.ts';
import type { TextKey } from '../../web/i18n/vi.ts';
import { newId } from '../domain/builders.ts';
import { newlyPlanned } from '../../domain/records/sign.ts';
import { seriousFaults } from './accessibility.ts';
import { describeInBrowser } from './inBrowser.ts';
import { freePlace } from './mapHand.ts';
import { desktop, phone, type Person } from './person.ts';
import { words, wordsLike } from './words.ts';

const panels = ['panel.criterion6', 'panel.criterion3', 'panel.legend', 'panel.history'] as const;
const kinds: readonly RecordKind[] = ['road', 'house', 'sign', 'camera', 'lamp', 'landmark', 'candidate'];

describeInBrowser('every panel is for everyone', 'canbo', (stage) => {
  /** One record of each kind, as the address bar names it. */
  let records: readonly string[] = [];

  beforeAll(async () => {
    const before = await stage.world();
    const road = [...before.road.values()].find((one) => one.class === 'road')!;
    const place = freePlace(before, road, 30);
    const beside = (east: number, north: number) => localFrame(place).toDegrees([east, north]);
    await stage.perform('sign.add', {
      ...{ id: newId(), signKind: 'direction', place, facingDegrees: 0, faces: ['NHÀ VĂN HOÁ'], post: 'new' },
      ...newlyPlanned,
    });
    await stage.perform('road.name', { id: road.id, name: 'Đường Gốc Đa' }, { [road.id]: road.version });
    const ring = [beside(8, 8), beside(16, 8), beside(16, 16), beside(8, 16), beside(8, 8)];
    await stage.perform('candidates.import', {
      source: 'mai-nha.geojson',
      outlines: [{ id: newId(), footprint: { type: 'Polygon', coordinates: [ring] }, confidence: 0.9 }],
    });
    const world = await stage.world();
    records = kinds.flatMap((kind) => [...world[kind].keys()].slice(0, 1).map((id) => `${kind}:${id}`));
    expect(records).toHaveLength(kinds.length);
  });

  for (const [name, size] of [
    ['desk', desktop],
    ['phone', phone],
  ] as const) {
    it(`on a ${name}`, async () => {
      const person: Person = await stage.person(size);
      const { page } = person;
      onTestFailed(async () => {
        await page.screenshot({ path: `test-results/every-panel-${name}.png` });
      });
      const isPhone = name === 'phone';
      const found: Record<string, readonly string[]> = {};
      const look = async (what: string) => {
        const faults = await seriousFaults(page);
        if (faults.length > 0) found[what] = faults;
      };
      const closed = async () => {
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      };
      /** What a button opens over the page. */
      const lookInto = async (what: TextKey) => {
        await person.button(what).click();
        await page.getByRole('dialog').waitFor();
        await look(what);
        await closed();
      };

      await look('sign in');
      await person.signIn('canbo');
      for (const step of stepIds) {
        await person.openStep(step);
        await look(step);
      }
      await person.openStep('signs');
      await page.getByText(words('signRules.title')).click();
      await person.button('signPlan.start').click();
      await person.buttonLike('signPlan.acceptAll').waitFor();
      await look('plan of signs');
      await page
        .getByRole('list', { name: wordsLike('signPlan.posts') })
        .getByRole('button')
        .first()
        .click();
      await person.buttonLike('signPlan.refuse').waitFor();
      await look('proposed sign');
      await person.button('signPlan.move').click();
      await page.getByRole('region', { name: words('tool.bar') }).waitFor();
      await look('moving a proposed sign');
      await person.button('tool.cancel').click();
      await page.getByRole('button', { name: /^‹/ }).click();
      await person.button('signPlan.close').click();
      for (const panel of panels) {
        await person.openPanel(panel);
        await look(panel);
      }
      if (isPhone) {
        await person.button('menu.open').click();
        await look('menu');
      }
      // Its button tells how many findings there are.
      await page
        .getByRole(isPhone ? 'dialog' : 'navigation')
        .getByRole('button', { name: new RegExp(`^${words('panel.checks')}`) })
        .click();
      await page.getByRole('heading', { name: words('panel.checks'), exact: true }).waitFor();
      await look('panel.checks');
      await person.openStep('houses');
      await lookInto('household.add');
      await person.button('households.open').click();
      for (const part of ['households.part.all', 'households.part.walk'] as const) {
        await person.button(part).click();
        await look(part);
      }
      await person.openStep('houses');
      await person.button('persons.open').click();
      await page.getByRole('heading', { name: words('panel.persons'), exact: true }).waitFor();
      await look('panel.persons');
      await lookInto('persons.newRequest');
      await lookInto('persons.newCollection');
      await person.openStep('houses');
      await person.button('candidates.see').click();
      await page.getByRole('heading', { name: words('panel.candidates'), exact: true }).waitFor();
      await look('panel.candidates');
      await lookInto('candidates.import');
      for (const record of records) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, `#sel=${record}`);
        await page.getByRole('button', { name: words('detail.show'), exact: true }).waitFor();
        await look(record.split(':')[0]!);
        if (record === records[0]) await lookInto('road.reverse');
      }
      await person.button('search.open').click();
      await page.getByRole('dialog').getByRole('combobox').fill('d');
      await page.getByRole('dialog').getByRole('option').first().waitFor();
      await look('search');
      await closed();

      await person.button('pick.start').click();
      await person.button('pick.withoutCode').click();
      await look('picking');
      await person.button('tool.done').click();
      await page.getByRole('heading', { name: wordsLike('many.title') }).waitFor();
      await look('many');
      await person.button('pick.clear').click();

      if (isPhone) {
        await person.openStep('houses');
        await person.button('table.open').click();
        await page.getByRole('list', { name: words('table.houses') }).waitFor();
        await page.getByText(words('table.more')).click();
      } else {
        await person.button('table.open').click();
        await page.getByRole('grid').waitFor();
      }
      await look('table');
      await person.button('table.columns').click();
      await page.getByRole('dialog').waitFor();
      await look('columns');
      await closed();
      if (!isPhone) {
        await person.button('shortcuts.title').click();
        await page.getByRole('dialog').waitFor();
        await look('shortcuts');
        await closed();
        for (const [key, hint] of [['r', 'tool.drawRoad.start'] as const, ['h', null] as const]) {
          await page.keyboard.press(key);
          await page.getByRole('region', { name: words('tool.bar') }).waitFor();
          await look(hint ?? key);
          await page.keyboard.press('Escape');
        }
      }
      expect(found).toEqual({});
      expect(person.complaints).toEqual([]);
      await person.leave();
    });
  }
});
