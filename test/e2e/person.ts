/** A person in front of a browser: signs in, opens steps, points at the map, reads what the page says. */
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { StepId } from '../../domain/coverage/steps.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { RecordKind } from '../../domain/records/record.ts';
import { goTo, mapCanvas, pixelOf, twoFrames, waitForRecordAt } from '../mapOnPage.ts';
import { samplePassword } from '../product.ts';
import { words, wordsLike } from './words.ts';
import type { TextKey } from '../../web/i18n/vi.ts';

export const desktop: BrowserContextOptions = { viewport: { width: 1920, height: 1080 } };
/** Drawn twice as quickly where there is no graphics card. */
export const smallDesktop: BrowserContextOptions = { viewport: { width: 1366, height: 768 } };
export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Near enough to hit a house, far enough to see a few. */
const closeZoom = 19;

export interface Person {
  readonly page: Page;
  /** Everything the console complained about, and every error nobody caught. */
  readonly complaints: string[];
  signIn(username: string): Promise<void>;
  openStep(id: StepId): Promise<void>;
  openPanel(key: TextKey): Promise<void>;
  button(key: TextKey, params?: Readonly<Record<string, string | number>>): Locator;
  /** A button whose text holds figures. */
  buttonLike(key: TextKey): Locator;
  field(key: TextKey): Locator;
  /** Waits for a message of this text at the edge of the screen. */
  isTold(key: TextKey): Promise<Locator>;
  /** Clicks places of the map one after the other, with the first in its middle. */
  clickOnMap(places: readonly Position[], zoom?: number): Promise<void>;
  /** Selects what stands at a place by clicking it. */
  pick(place: Position, zoom?: number): Promise<void>;
  dragOnMap(from: Position, to: Position, zoom?: number): Promise<void>;
  /** Opens a record as a link to it would. */
  show(kind: RecordKind, id: string): Promise<void>;
  leave(): Promise<void>;
}

export async function personAt(browser: Browser, url: string, options: BrowserContextOptions): Promise<Person> {
  return anotherTab(await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce', ...options }), url);
}

/** The same browser and its cookies, another tab. */
export async function anotherTab(context: BrowserContext, url: string): Promise<Person> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error.stack)));
  await page.goto(url);

  const button: Person['button'] = (key, params) => page.getByRole('button', { name: words(key, params), exact: true });
  const field: Person['field'] = (key) => page.getByLabel(words(key), { exact: true });
  return {
    page,
    complaints,
    button,
    field,
    buttonLike: (key) => page.getByRole('button', { name: wordsLike(key) }),
    async signIn(username) {
      await field('signIn.username').fill(username);
      await field('signIn.password').fill(samplePassword);
      await button('signIn.do').click();
      await mapCanvas(page).waitFor();
    },
    async openStep(id) {
      const step = page.locator('ol > li > button').filter({ hasText: words(`step.${id}`) });
      // A record open on a phone takes the room of the steps; back to its list first.
      const back = page.getByRole('button', { name: /^‹/ });
      if (!(await step.isVisible()) && (await back.isVisible())) await back.click();
      await step.click();
      await page.getByRole('heading', { name: words(`step.${id}`), exact: true }).waitFor();
    },
    async openPanel(key) {
      if (await button('menu.open').isVisible()) await button('menu.open').click();
      await button(key).click();
      await page.getByRole('heading', { name: words(key), exact: true }).waitFor();
    },
    async isTold(key) {
      const message = page
        .getByRole('log', { name: words('toast.label') })
        .locator('.toast')
        .filter({
          has: page.getByText(wordsLike(key)),
        });
      await message.last().waitFor();
      return message.last();
    },
    async clickOnMap(places, zoom = closeZoom) {
      const [first] = places;
      if (!first) return;
      const view = await goTo(page, first, zoom);
      for (const place of places) {
        const { x, y } = await pixelOf(page, view, place);
        await page.mouse.move(x, y);
        await page.mouse.click(x, y);
      }
    },
    async pick(place, zoom = closeZoom) {
      const pixel = await pixelOf(page, await goTo(page, place, zoom), place);
      await waitForRecordAt(page, pixel);
      await page.mouse.click(pixel.x, pixel.y);
      await page.waitForFunction(() => location.hash.includes('sel='));
    },
    async dragOnMap(from, to, zoom = closeZoom) {
      const view = await goTo(page, from, zoom);
      const start = await pixelOf(page, view, from);
      const end = await pixelOf(page, view, to);
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
      await page.mouse.move(end.x, end.y, { steps: 4 });
      // The map follows the pointer once a frame; let go only when it has caught up.
      await twoFrames(page);
      await page.mouse.up();
    },
    show: (kind, id) => page.evaluate((hash) => void (location.hash = hash), `#sel=${kind}:${id}`),
    leave: () => context.close(),
  };
}
