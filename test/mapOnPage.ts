/** The map of a page seen from outside: where a place is on the screen, and whether something answers there. */
import type { Locator, Page } from 'playwright-core';
import type { Position } from '../domain/geometry/shapes.ts';

/** The canvas on which MapLibre draws. */
export const mapCanvas = (page: Page): Locator => page.locator('canvas.maplibregl-canvas');

/** The address part that shows a place in the middle of the map. */
export const hashOf = ([lng, lat]: Position, zoom: number): string => `#map=${zoom}/${lat}/${lng}`;

/** Until the map has drawn what just changed: the frame after the next. */
export const twoFrames = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

export interface MapView {
  readonly center: Position;
  readonly zoom: number;
}

/** Moves the map as a link does, and waits until it stands there. */
export async function goTo(page: Page, center: Position, zoom: number): Promise<MapView> {
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    hashOf(center, zoom),
  );
  // The page rewrites the address with five decimals once the map has moved.
  const [lng, lat] = center;
  await page.waitForFunction(([lat5, lng5]) => location.hash.includes(`/${lat5}/${lng5}`), [
    lat.toFixed(5),
    lng.toFixed(5),
  ] as const);
  await twoFrames(page);
  return { center, zoom };
}

/** Pixels of the page for a place: web Mercator, 512 pixels for the world at zoom 0. */
export async function pixelOf(page: Page, view: MapView, [lng, lat]: Position): Promise<{ x: number; y: number }> {
  const box = await mapCanvas(page).boundingBox();
  if (!box) throw new Error('there is no map on the page');
  const scale = 512 * 2 ** view.zoom;
  const x = (degrees: number) => (degrees / 360) * scale;
  const y = (degrees: number) => (-Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI)) * scale;
  return {
    x: box.x + box.width / 2 + x(lng) - x(view.center[0]),
    y: box.y + box.height / 2 + y(lat) - y(view.center[1]),
  };
}

/** Waits until the mouse over a place finds a record there: the map is drawn and answers. */
export async function waitForRecordAt(page: Page, pixel: { x: number; y: number }): Promise<void> {
  const canvas = mapCanvas(page);
  const deadline = performance.now() + 60_000;
  for (let step = 0; performance.now() < deadline; step++) {
    await page.mouse.move(pixel.x + (step % 2), pixel.y);
    await page.waitForTimeout(25);
    const isFound = await canvas.evaluate((element) => element.style.cursor === 'pointer').catch(() => false);
    if (isFound) return;
  }
  throw new Error('no record answers there within a minute');
}
