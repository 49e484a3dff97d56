/** First load of the page in a real browser with an empty cache: bytes of JavaScript, time to an interactive map. */
import type { Position } from '../../domain/geometry/shapes.ts';
import { signIn } from '../apiClient.ts';
import { findBrowser, launchBrowser } from '../browser.ts';
import { hashOf, mapCanvas, pixelOf, waitForRecordAt } from '../mapOnPage.ts';
import { samplePassword, startProduct, withTemporaryFolder } from '../product.ts';
import { inKilobytes, inMilliseconds, median, type Bench } from './figure.ts';

const loads = 3;
const aimBytes = 500_000;

interface Load {
  readonly scriptBytes: number;
  readonly mapMilliseconds: number;
}

/** Runs in the page. As they came over the line, the map's worker with them: a page's own network events leave it out. */
const bytesOfScripts = () =>
  performance
    .getEntriesByType('resource')
    .filter((resource) => new URL(resource.name).pathname.endsWith('.js'))
    .reduce((bytes, resource) => bytes + (resource as PerformanceResourceTiming).transferSize, 0);

/** Signs in over HTTP first, so that the page measured is the one that people at work open. */
async function loadOnce(browserPath: string, url: string, house: Position): Promise<Load> {
  const browser = await launchBrowser(browserPath);
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    await context.request.post(`${url}/api/session`, {
      data: { username: 'canbo', password: samplePassword },
      headers: { origin: url },
    });
    const page = await context.newPage();
    const started = performance.now();
    const view = { center: house, zoom: 18 };
    await page.goto(`${url}/${hashOf(view.center, view.zoom)}`);
    await mapCanvas(page).waitFor();
    await waitForRecordAt(page, await pixelOf(page, view, house));
    const mapMilliseconds = performance.now() - started;
    return { scriptBytes: await page.evaluate(bytesOfScripts), mapMilliseconds };
  } finally {
    await browser.close();
  }
}

export const pageBench: Bench = async () => {
  const browserPath = findBrowser();
  if (browserPath === null) {
    console.log('No browser can be had here: the first load of the page was not measured.');
    return [];
  }
  return withTemporaryFolder(async (dataFolder) => {
    const product = await startProduct({ dataFolder });
    try {
      const api = await signIn(product.url, 'canbo');
      const world = await api.world(api.villages[0]?.id ?? '');
      const house = [...world.house.values()].find((one) => one.footprint !== null)?.footprint?.coordinates[0]?.[0];
      if (!house) throw new Error('the sample village has no house to point at');
      const seen: Load[] = [];
      for (let i = 0; i < loads; i++) seen.push(await loadOnce(browserPath, product.url, house));
      return [
        inKilobytes(
          'JavaScript of the first load, compressed',
          median(seen.map((load) => load.scriptBytes)),
          aimBytes / 1000,
        ),
        inMilliseconds('first load to an interactive map', median(seen.map((load) => load.mapMilliseconds)), null),
      ];
    } finally {
      await product.stop();
    }
  });
};
