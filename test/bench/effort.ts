/**
 * `npm run bench:effort`: how many presses a house takes in the real interface, from roads to issued codes: with
 * footprints as candidates, on foot with a phone, and on blank ground. Every press of the hand is counted.
 */
import type { Browser } from 'playwright-core';
import { positionAt } from '../../domain/geometry/line.ts';
import { centroid } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { World } from '../../domain/records/world.ts';
import { signIn } from '../apiClient.ts';
import { findBrowser, launchBrowser } from '../browser.ts';
import { desktop, personAt, phone, type Person } from '../e2e/person.ts';
import { settled } from '../e2e/settled.ts';
import { words, wordsLike } from '../e2e/words.ts';
import { startProduct, withTemporaryFolder } from '../product.ts';
import { printFigures, type Figure } from './figure.ts';
import { makeBlank, piecesOf, type Plot } from './pieces.ts';
import { countingHand, type CountingHand } from './press.ts';

const housesAPiece = 60;
const workZoom = 18;
/** One stands this far before the first house of a road when one comes to it, in metres. */
const runUpMeters = 6;

interface Bench {
  readonly browser: Browser;
  readonly url: string;
  readonly world: () => Promise<World>;
}
const issuedIn = ({ address }: World) => [...address.values()].filter(({ state }) => state === 'issued').length;

const actions = (figure: string, value: number, aim: number | null): Figure => ({
  ...{ figure, value, aim, better: 'lower', unit: 'actions' },
});

/** Says what a phase took. */
async function phase(name: string, hand: CountingHand, work: () => Promise<void>): Promise<void> {
  const [presses, started] = [hand.count(), performance.now()];
  await work();
  const seconds = (performance.now() - started) / 1000;
  console.log(`${name}: ${hand.count() - presses} actions, ${seconds.toFixed(1)} s`);
}

const step = (person: Person, hand: CountingHand, name: 'houses' | 'numbers' | 'codes') =>
  hand.press(person.page.locator('ol > li > button').filter({ hasText: words(`step.${name}`) }));

async function numberAll(person: Person, hand: CountingHand): Promise<void> {
  await step(person, hand, 'numbers');
  await hand.press(person.buttonLike('numbers.apply'));
  await person.isTold('numbers.applied');
}

/** Under a new decision, or the one that is there. Addresses with errors are left out, and so counted as not coded. */
async function issueAll(person: Person, hand: CountingHand, isFirst: boolean): Promise<void> {
  await step(person, hand, 'codes');
  const issue = person.buttonLike('codes.issue');
  await issue.waitFor();
  if (isFirst) {
    await hand.type(person.field('decision.number'), '45/QĐ-UBND');
    await hand.type(person.field('decision.date'), '5/10/2022');
    await hand.type(person.field('decision.signatory'), 'Lê Thị Minh Hoạ');
  } else {
    await hand.choose(person.field('decision.which'), 1);
  }
  const leave = person.buttonLike('codes.leaveErrors');
  if (await leave.isVisible()) {
    console.log(`  left out for their errors: ${await leave.innerText()}`);
    await hand.press(leave);
  }
  await hand.press(issue);
  await hand.press(person.page.getByRole('dialog').getByRole('button', { name: wordsLike('codes.issue') }));
  await person.isTold('codes.issued');
}

/** Footprints as a file: import, accept all, number, issue. */
async function withCandidates({ browser, url, world }: Bench, plots: readonly Plot[]): Promise<Figure[]> {
  const officer = await personAt(browser, url, desktop);
  await officer.signIn('canbo');
  const hand = countingHand(officer.page);
  await phase('footprints: file to candidates', hand, () => importOutlines(officer, hand, plots));
  await phase('footprints: candidates to houses', hand, async () => {
    await hand.press(officer.buttonLike('candidates.acceptAll'));
    await settled(async () => (await world()).house.size >= plots.length);
  });
  await phase('footprints: numbers', hand, () => numberAll(officer, hand));
  await phase('footprints: codes', hand, () => issueAll(officer, hand, true));
  const coded = await settled(async () => issuedIn(await world()));
  await officer.leave();
  console.log(`footprints: ${coded} of ${plots.length} houses coded`);
  return [actions('actions a house with candidates', hand.count() / coded, 1.5)];
}

async function importOutlines(person: Person, hand: CountingHand, plots: readonly Plot[]): Promise<void> {
  await step(person, hand, 'houses');
  await hand.press(person.button('candidates.import'));
  await hand.press(person.button('candidates.import'));
  const features = plots.map(({ house }) => ({ type: 'Feature', properties: {}, geometry: house.footprint }));
  const buffer = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
  const dialog = person.page.getByRole('dialog');
  await hand.give(dialog.locator('input[type=file]'), {
    ...{ name: 'mai-nha.geojson', mimeType: 'application/geo+json', buffer },
  });
  await hand.press(dialog.getByRole('button', { name: words('candidates.take'), exact: true }));
  await dialog.waitFor({ state: 'detached' });
}

/** On the phone along every road, one press a house. The footprints are there as candidates, or nothing is. */
async function onFoot({ browser, url, world }: Bench, plots: readonly Plot[]): Promise<Figure[]> {
  const before = await world();
  const start = plots[0]!.foot;
  const walker = await personAt(browser, url, {
    ...{
      ...phone,
      permissions: ['geolocation'],
      geolocation: { longitude: start[0], latitude: start[1], accuracy: 4 },
    },
  });
  await walker.signIn('canbo');
  const hand = countingHand(walker.page, true);
  const offers = walker.page.locator('.offers button');
  const hint = walker.page.locator('.hint');
  const stand = async ([longitude, latitude]: Position, meters: number) => {
    await walker.page.context().setGeolocation({ longitude, latitude, accuracy: 4 });
    await settled(async () => {
      const said = /(\d+) m\.$/.exec((await hint.innerText()).trim())?.[1];
      return said !== undefined && Math.abs(Number(said) - meters) <= 2;
    });
  };
  let missed = 0;
  await phase('on foot: numbers', hand, async () => {
    await step(walker, hand, 'numbers');
    await hand.press(walker.button('numbers.walk'));
    let roadId = '';
    for (const { road, measureMeters, side } of plots) {
      if (road.id !== roadId) {
        const meters = Math.max(0, measureMeters - runUpMeters);
        await stand(positionAt(road.line, meters).position, meters);
      }
      roadId = road.id;
      await stand(positionAt(road.line, measureMeters).position, measureMeters);
      const offer = offers.nth(side === 'left' ? 0 : 1);
      if (await offer.isDisabled()) {
        missed++;
        continue;
      }
      const had = (await world()).address.size;
      await hand.press(offer);
      await settled(async () => (await world()).address.size > had);
    }
    await hand.press(walker.button('tool.done'));
  });
  const after = await world();
  const numbered = after.address.size - before.address.size;
  const walked = hand.count();
  console.log(
    `on foot: ${numbered} of ${plots.length} houses numbered, ${missed} already had a number where one stood`,
  );
  await phase('on foot: codes', hand, () => issueAll(walker, hand, false));
  const coded = issuedIn(await world()) - issuedIn(before);
  console.log(`on foot: ${coded} of ${plots.length} houses coded`);
  await walker.leave();
  return [
    actions('actions a house on foot, with opening and closing the mode', walked / numbered, 1),
    actions('actions a house on foot, to the code', hand.count() / coded, null),
  ];
}

/** Nothing but the roads: the first house in three taps, the others copied, one tap each. */
async function onBlankGround({ browser, url, world }: Bench, plots: readonly Plot[]): Promise<Figure[]> {
  const before = await world();
  const officer = await personAt(browser, url, desktop);
  await officer.signIn('canbo');
  const hand = countingHand(officer.page);
  await phase('blank: houses', hand, async () => {
    await step(officer, hand, 'houses');
    await hand.press(officer.button('houses.draw'));
    await hand.press(officer.button('tool.shape.draw-house'));
    const [first, ...others] = plots;
    const [a, b, c] = first!.house.footprint!.coordinates[0]!;
    for (const corner of [a!, b!, c!]) await hand.pressMap(corner, workZoom);
    await settled(async () => (await world()).house.size > before.house.size);
    await hand.press(officer.button('tool.shape.copy-house'));
    for (const { house } of others) await hand.pressMap(centroid(house.footprint!), workZoom);
    await hand.press(officer.button('tool.done'));
  });
  console.log(`blank: ${(await world()).house.size - before.house.size} of ${plots.length} houses drawn`);
  await phase('blank: numbers', hand, () => numberAll(officer, hand));
  await phase('blank: codes', hand, () => issueAll(officer, hand, false));
  const coded = issuedIn(await world()) - issuedIn(before);
  console.log(`blank: ${coded} of ${plots.length} houses coded`);
  await officer.leave();
  return [actions('actions a house on blank ground', hand.count() / coded, 4)];
}

const browserPath = findBrowser();
if (browserPath === null) {
  console.log('No browser can be had here: nothing was measured.');
} else {
  await withTemporaryFolder(async (dataFolder) => {
    const product = await startProduct({ dataFolder });
    const browser = await launchBrowser(browserPath);
    try {
      const api = await signIn(product.url, 'canbo');
      const villageId = api.villages[0]!.id;
      const [given, walked, blank] = piecesOf(await api.world(villageId), housesAPiece);
      await makeBlank(api, villageId);
      const bench: Bench = { browser, url: product.url, world: () => api.world(villageId) };
      const figures = await withCandidates(bench, given!);
      figures.push(...(await onFoot(bench, walked!)));
      figures.push(...(await onBlankGround(bench, blank!)));
      printFigures(figures);
    } finally {
      await browser.close();
      await product.stop();
    }
  });
}
