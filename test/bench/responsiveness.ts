/**
 * `npm run bench:responsiveness`: with 2,000 houses loaded, the script time in the page from the end of a gesture until
 * the map shows it, and all script time of the edit with what follows in idle time (checks, lists, the server's answer).
 */
import type { CDPSession, Page } from 'playwright-core';
import { villageFromFiles } from '../../domain/formats/villageFiles.ts';
import { isFileProblem } from '../../domain/formats/features.ts';
import { localFrame } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { House } from '../../domain/records/house.ts';
import { signIn, type ApiClient } from '../apiClient.ts';
import { findBrowser, launchBrowser } from '../browser.ts';
import { newId } from '../domain/builders.ts';
import { personAt, smallDesktop, type Person } from '../e2e/person.ts';
import { selectByLink } from '../e2e/mapHand.ts';
import { goTo, hashOf, mapCanvas, pixelOf, twoFrames, waitForRecordAt } from '../mapOnPage.ts';
import { startProduct, withTemporaryFolder } from '../product.ts';
import { inMilliseconds, median, printFigures, type Figure } from './figure.ts';
import { madeVillage } from './madeVillages.ts';

const houseCount = 2_000;
const editsAKind = Number(process.argv[2] ?? 20);
const aims = { median: 16, p95: 50 } as const;

async function makeVillage(api: ApiClient): Promise<string> {
  const made = madeVillage(0, houseCount, 7);
  const features = <T>(list: readonly T[], of: (one: T) => object) =>
    JSON.stringify({ type: 'FeatureCollection', features: list.map((one) => ({ type: 'Feature', ...of(one) })) });
  const importId = newId();
  const village = villageFromFiles({
    name: 'Thôn Đo',
    importId,
    roads: features(
      made.roads.filter(({ name }) => name !== null),
      ({ name, line }) => ({ properties: { name }, geometry: { type: 'LineString', coordinates: line } }),
    ),
    buildings: features(made.houses, ({ ring }) => ({
      properties: {},
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  });
  if (isFileProblem(village)) throw new Error(`the made village is refused: ${village.code}`);
  const villageId = newId();
  await api.perform(villageId, newId(), 'village.create', { village: village.village });
  await api.perform(villageId, importId, 'village.import', village.import);
  return villageId;
}

interface Spent {
  readonly shown: number[];
  readonly all: number[];
}

/** Script time of the page's main thread so far, in milliseconds. */
async function scriptMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
}

async function measure(
  page: Page,
  session: CDPSession,
  spent: Spent,
  lastOfGesture: () => Promise<void>,
): Promise<void> {
  await page.waitForTimeout(300);
  const before = await scriptMilliseconds(session);
  await lastOfGesture();
  await twoFrames(page);
  spent.shown.push((await scriptMilliseconds(session)) - before);
  await page.waitForTimeout(1200);
  spent.all.push((await scriptMilliseconds(session)) - before);
}

function figuresOf(what: string, { shown, all }: Spent): Figure[] {
  const p95 = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!;
  return [
    inMilliseconds(`script time until shown, ${what}, median`, median(shown), aims.median),
    inMilliseconds(`script time until shown, ${what}, 95th percentile`, p95(shown), aims.p95),
    inMilliseconds(`script time with all that follows, ${what}, median`, median(all), null),
  ];
}

const press = (page: Page) => async () => {
  await page.mouse.down();
  await page.mouse.up();
};

async function pointAt(page: Page, place: Position): Promise<void> {
  const { x, y } = await pixelOf(page, await goTo(page, place, 19), place);
  await page.mouse.move(x, y);
  await twoFrames(page);
}

async function paint({ page, ...person }: Person, session: CDPSession, houses: readonly House[]): Promise<Spent> {
  const spent: Spent = { shown: [], all: [] };
  await person.openStep('numbers');
  await person.button('numbers.paint').click();
  for (const house of houses) {
    await pointAt(page, house.entrance);
    await measure(page, session, spent, press(page));
  }
  await person.button('tool.done').click();
  return spent;
}

async function draw({ page, ...person }: Person, session: CDPSession, houses: readonly House[]): Promise<Spent> {
  const spent: Spent = { shown: [], all: [] };
  await person.openStep('houses');
  await person.button('houses.draw').click();
  await person.button('tool.shape.draw-house').click();
  for (const house of houses) {
    const corner = localFrame(house.entrance).toDegrees([3, 3]);
    for (const [east, north] of [
      [0, 0],
      [6, 0],
    ] as const) {
      await pointAt(page, localFrame(corner).toDegrees([east, north]));
      await press(page)();
      await page.waitForTimeout(300);
    }
    await pointAt(page, localFrame(corner).toDegrees([6, 8]));
    await measure(page, session, spent, press(page));
  }
  await person.button('tool.cancel').click();
  return spent;
}

async function move({ page, ...person }: Person, session: CDPSession, houses: readonly House[]): Promise<Spent> {
  const spent: Spent = { shown: [], all: [] };
  for (const house of houses) {
    await selectByLink(page, 'house', house.id, house.entrance, 19);
    await person.button('house.move').click();
    await page.waitForTimeout(200);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await measure(page, session, spent, () => person.button('tool.done').click());
  }
  return spent;
}

async function nameRoads(
  { page, ...person }: Person,
  session: CDPSession,
  roads: readonly RoadPlace[],
): Promise<Spent> {
  const spent: Spent = { shown: [], all: [] };
  for (const [index, { id, at }] of roads.entries()) {
    await selectByLink(page, 'road', id, at, 17);
    await person.field('road.name').fill(`Đường Mới ${index + 1}`);
    await measure(page, session, spent, () => person.button('road.saveName').click());
  }
  return spent;
}

interface RoadPlace {
  readonly id: string;
  readonly at: Position;
}

const browserPath = findBrowser();
if (browserPath === null) {
  console.log('No browser can be had here: nothing was measured.');
} else {
  await withTemporaryFolder(async (dataFolder) => {
    const product = await startProduct({ dataFolder });
    const browser = await launchBrowser(browserPath);
    try {
      const api = await signIn(product.url, 'admin');
      const villageId = await makeVillage(api);
      const world = await api.world(villageId);
      const houses = [...world.house.values()];
      const roads = [...world.road.values()].map(({ id, line }) => ({ id, at: line.coordinates[0] as Position }));
      console.log(`${houses.length} houses, ${roads.length} roads`);
      const first = houses[0]!;
      const person = await personAt(browser, `${product.url}/${hashOf(first.entrance, 19)}&village=${villageId}`, {
        ...smallDesktop,
      });
      const { page } = person;
      await person.signIn('admin');
      await page.evaluate((id) => void (location.hash += `&village=${id}`), villageId);
      await page.getByText('Thôn Đo').first().waitFor();
      await mapCanvas(page).waitFor();
      const inside = first.footprint!.coordinates[0]![0]!;
      await waitForRecordAt(page, await pixelOf(page, await goTo(page, inside, 19), inside));
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      const some = (from: number) => houses.slice(from, from + editsAKind);
      /** @throws unless each sample of the work was an edit that the server has. */
      const edits = async (what: string, work: () => Promise<Spent>): Promise<Figure[]> => {
        const before = await api.sequence(villageId);
        const spent = await work();
        const done = (await api.sequence(villageId)) - before;
        if (done !== spent.all.length) throw new Error(`${what}: ${spent.all.length} gestures, ${done} edits`);
        return figuresOf(what, spent);
      };
      const figures = [
        ...(await edits('number painted', () => paint(person, session, some(0)))),
        ...(await edits('house drawn', () => draw(person, session, some(200)))),
        ...(await edits('house moved', () => move(person, session, some(400)))),
        ...(await edits('road named', () => nameRoads(person, session, roads.slice(0, editsAKind)))),
      ];
      console.log(`the page complained: ${JSON.stringify(person.complaints)}`);
      printFigures(figures);
    } finally {
      await browser.close();
      await product.stop();
    }
  });
}
