/** No serious fault of accessibility in any panel, dialog or table, on a desk and on a phone. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import type { RecordKind } from '../../domain/records/record.ts';
import { stepIds } from '../../domain/coverage/steps.ts';
import { signIn } from '../apiClient.ts';
import { findBrowser, launchBrowser } from '../browser.ts';
import { startProduct, type Product } from '../product.ts';
import { seriousFaults } from './accessibility.ts';
import { desktop, personAt, phone, type Person } from './person.ts';
import { temporaryFolder } from './settled.ts';
import { words, wordsLike } from './words.ts';

const browserPath = findBrowser();
const panels = ['panel.criterion6', 'panel.criterion3', 'panel.legend', 'panel.history'] as const;
const kinds: readonly RecordKind[] = ['road', 'house', 'sign', 'camera', 'lamp', 'landmark'];

describe.skipIf(browserPath === null)('every panel is for everyone', () => {
  const folder = temporaryFolder();
  let product: Product;
  let browser: Browser;
  /** One record of each kind, as the address bar names it. */
  let records: readonly string[] = [];

  beforeAll(async () => {
    product = await startProduct({ dataFolder: folder.path });
    browser = await launchBrowser(browserPath ?? '');
    const api = await signIn(product.url, 'canbo');
    const world = await api.world(api.villages[0]?.id ?? '');
    records = kinds.flatMap((kind) => [...world[kind].keys()].slice(0, 1).map((id) => `${kind}:${id}`));
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await folder.remove();
  });

  for (const [name, size] of [
    ['desk', desktop],
    ['phone', phone],
  ] as const) {
    it(`on a ${name}`, async () => {
      const person: Person = await personAt(browser, product.url, size);
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

      await look('sign in');
      await person.signIn('canbo');
      for (const step of stepIds) {
        await person.openStep(step);
        await look(step);
      }
      for (const panel of panels) {
        await person.openPanel(panel);
        await look(panel);
      }
      for (const record of records) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, `#sel=${record}`);
        await page.getByRole('button', { name: words('detail.show'), exact: true }).waitFor();
        await look(record.split(':')[0]!);
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
