/**
 * `npm run bench:responsiveness [-- edits a kind [folder for the traces, with profiles]]`: the page with 2,000 houses
 * loaded, in a real browser.
 *
 * Counted is script alone: the processor's time for JavaScript on the page's main thread, of the interface, the rules
 * and the map library together, with its garbage collection; not style, layout and painting, not the workers, and not the
 * drawing in software in another process. `until shown`: from the end of a gesture to the end of the frame in which the
 * map has drawn what its workers made of it, all but what the page does in idle callbacks. `later`: those, and all that
 * follows within 1.2 s of the map being shown (the server's answer, lists, checks, the plan). `panning`: the longest task
 * while the map is dragged from right after an edit until 1.5 s later.
 */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { roadIdOfHouse } from '../../domain/addressing/roadOfHouse.ts';
import { villageFromFiles } from '../../domain/formats/villageFiles.ts';
import { isFileProblem } from '../../domain/formats/features.ts';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import { contains } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { House } from '../../domain/records/house.ts';
import type { World } from '../../domain/records/world.ts';
import { signIn, type ApiClient } from '../apiClient.ts';
import { findBrowser, launchBrowser } from '../browser.ts';
import { newId } from '../domain/builders.ts';
import { personAt, smallDesktop } from '../e2e/person.ts';
import { goTo, hashOf, mapCanvas, pixelOf, waitForRecordAt } from '../mapOnPage.ts';
import { startProduct, withTemporaryFolder } from '../product.ts';
import { inMilliseconds, median, printFigures, type Figure } from './figure.ts';
import { madeVillage } from './madeVillages.ts';
import { gestureEnd, mapShown, traced, watchMap, type PageTrace, type ScriptTask } from './pageScript.ts';
import { draw, move, nameRoad, paint, type Gesture } from './responsivenessGestures.ts';

const houseCount = 2_000;
const editsAKind = Number(process.argv[2] ?? 20);
const panningEdits = Math.ceil(editsAKind / 2);
const aims = { median: 16, p95: 50 } as const;
const restMilliseconds = 1_200;
const panMilliseconds = 1_500;
const begun = 'bench-begun';
const panned = 'bench-panned';
const tracesFolder = process.argv[3] ?? null;

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

/** All in milliseconds, one for each edit; `panning` is the longest task of each drag. */
interface Spent {
  readonly name: string;
  readonly shown: readonly number[];
  readonly later: readonly number[];
  readonly longestLater: readonly number[];
  readonly panning: readonly number[];
}

/** Houses this far from each other's doors: a press on one never meets one that has been edited before. */
const apartMeters = 20;

/**
 * Each on a road of its own, where the number painted is the first one: beside others painted before it, in no order, none
 * may be left for it. Their doors are in no outline but their own, so that a press there means them.
 */
function apart(world: World, wanted: number): readonly House[] {
  const chosen: House[] = [];
  const roadIds = new Set<Id>();
  const houses = [...world.house.values()];
  for (const house of houses) {
    const roadId = roadIdOfHouse(world, house);
    if (roadId === null || roadIds.has(roadId)) continue;
    if (chosen.some(({ entrance }) => distanceMeters(entrance, house.entrance) <= apartMeters)) continue;
    if (houses.some(({ id, footprint }) => id !== house.id && footprint && contains(footprint, house.entrance)))
      continue;
    chosen.push(house);
    roadIds.add(roadId);
    if (chosen.length === wanted) return chosen;
  }
  throw new Error(`the made village has ${chosen.length} such houses, not ${wanted}`);
}

const sum = (tasks: readonly ScriptTask[]): number => tasks.reduce((total, task) => total + task.milliseconds, 0);
const traceNamed = (name: string): string | null => tracesFolder && join(tracesFolder, `${name}.json`);
const longest = (tasks: readonly ScriptTask[]): number => Math.max(0, ...tasks.map(({ milliseconds }) => milliseconds));

/** The tasks that began, or were at work, in a time; in microseconds. */
const tasksIn = ({ tasks }: PageTrace, from: number, to: number): readonly ScriptTask[] =>
  tasks.filter((task) => task.to > from && task.from < to);

async function editsOf(browser: Browser, page: Page, gesture: Gesture): Promise<Omit<Spent, 'panning'>> {
  const work = async () => {
    for (let index = 0; index < editsAKind; index += 1) {
      await gesture.lead(index);
      await page.waitForTimeout(300);
      await page.evaluate((name) => performance.mark(name), begun);
      await gesture.end();
      await page.evaluate(() => window.benchShown());
      await page.waitForTimeout(restMilliseconds);
    }
  };
  const trace = await traced(browser, page, work, traceNamed(gesture.name));
  const begins = trace.marksOf(begun);
  const parts = begins.map((begin, index) => {
    const from = trace.marksOf(gestureEnd).find((at) => at > begin)!;
    const shownAt = trace.marksOf(mapShown).findLast((at) => at < (begins[index + 1] ?? Infinity))!;
    const all = tasksIn(trace, from, shownAt + restMilliseconds * 1000);
    const isBefore = (task: ScriptTask) => task.from < shownAt && !task.isIdle;
    return { before: all.filter(isBefore), later: all.filter((task) => !isBefore(task)) };
  });
  return {
    name: gesture.name,
    shown: parts.map(({ before }) => sum(before)),
    later: parts.map(({ later }) => sum(later)),
    longestLater: parts.map(({ later }) => longest(later)),
  };
}

async function pansOf(browser: Browser, page: Page, gesture: Gesture): Promise<readonly number[]> {
  const { width, height } = page.viewportSize()!;
  const mark = () => page.evaluate((name) => performance.mark(name), panned);
  const work = async () => {
    for (let index = editsAKind; index < editsAKind + panningEdits; index += 1) {
      await gesture.lead(index);
      await page.waitForTimeout(300);
      await gesture.end();
      await gesture.letGo?.();
      await mark();
      await page.mouse.move(width * 0.4, height * 0.4);
      await page.mouse.down();
      const until = performance.now() + panMilliseconds;
      for (let step = 1; performance.now() < until; step += 1) {
        await page.mouse.move(width * 0.4 + 60 * Math.sin(step / 8), height * 0.4 + 40 * Math.sin(step / 5));
      }
      await mark();
      // Let go at rest, so that the map does not glide on, and rewrite its address, while the next gesture leads there.
      await page.waitForTimeout(300);
      await page.mouse.up();
      await page.waitForTimeout(300);
    }
  };
  const trace = await traced(browser, page, work, traceNamed(`${gesture.name}, panning`));
  const marks = trace.marksOf(panned);
  return marks.flatMap((from, index) =>
    index % 2 === 0 ? [longest(tasksIn(trace, from, marks[index + 1]!).filter((task) => task.from >= from))] : [],
  );
}

const p95 = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!;

function figuresOf({ name, shown, later, longestLater, panning }: Spent): Figure[] {
  return [
    inMilliseconds(`script time until shown, ${name}, median`, median(shown), aims.median),
    inMilliseconds(`script time until shown, ${name}, 95th percentile`, p95(shown), aims.p95),
    inMilliseconds(`script time later, ${name}, median`, median(later), null),
    inMilliseconds(`longest script task later, ${name}, median`, median(longestLater), null),
    inMilliseconds(`longest script task while panning after it, ${name}, median`, median(panning), aims.p95),
    inMilliseconds(`longest script task while panning after it, ${name}, of all`, Math.max(...panning), aims.p95),
  ];
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
      const gestures = editsAKind + panningEdits;
      const houses = apart(world, 3 * gestures);
      const roads = [...world.road.values()].map(({ id, line }) => ({ id, at: line.coordinates[0] as Position }));
      console.log(`${world.house.size} houses, ${roads.length} roads`);
      const inside = houses[0]!.footprint!.coordinates[0]![0]!;
      const person = await personAt(browser, `${product.url}/${hashOf(inside, 19)}&village=${villageId}`, smallDesktop);
      const { page } = person;
      await page.addInitScript(watchMap, { gestureEnd, mapShown });
      await page.reload();
      await person.signIn('admin');
      await page.evaluate((id) => void (location.hash += `&village=${id}`), villageId);
      await page.getByText('Thôn Đo').first().waitFor();
      await mapCanvas(page).waitFor();
      await waitForRecordAt(page, await pixelOf(page, await goTo(page, inside, 19), inside));

      const sequenceOnceAt = async (wanted: number): Promise<number> => {
        const deadline = performance.now() + 10_000;
        for (;;) {
          const sequence = await api.sequence(villageId);
          if (sequence >= wanted || performance.now() > deadline) return sequence;
          await page.waitForTimeout(100);
        }
      };
      /** @throws unless each gesture was an edit that the server has. */
      const measure = async (gesture: Gesture): Promise<Spent> => {
        const before = await api.sequence(villageId);
        await gesture.begin();
        const spent = await editsOf(browser, page, gesture);
        const panning = await pansOf(browser, page, gesture);
        await gesture.putDown();
        const done = await sequenceOnceAt(before + gestures).then((sequence) => sequence - before);
        if (done !== gestures) throw new Error(`${gesture.name}: ${gestures} gestures, ${done} edits`);
        printFigures(figuresOf({ ...spent, panning }));
        return { ...spent, panning };
      };
      const spent = [
        await measure(paint(person, houses)),
        await measure(draw(person, houses.slice(gestures))),
        await measure(move(person, houses.slice(2 * gestures))),
        await measure(nameRoad(person, roads)),
      ];
      const everyEdit = spent.flatMap(({ shown }) => shown);
      console.log(`the page complained: ${JSON.stringify(person.complaints)}`);
      printFigures([
        inMilliseconds('script time until shown, every edit, median', median(everyEdit), aims.median),
        inMilliseconds('script time until shown, every edit, 95th percentile', p95(everyEdit), aims.p95),
      ]);
    } finally {
      await browser.close();
      await product.stop();
    }
  });
}
