/** A hand on the map, in metres from a place: clicks, drags, fingers; and what undo and redo make of its edits. */
import type { CDPSession, Page } from 'playwright-core';
import { lineLengthMeters, positionAt } from '../../domain/geometry/line.ts';
import { distanceMeters, localFrame } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { RecordKind } from '../../domain/records/record.ts';
import type { Road } from '../../domain/records/road.ts';
import type { World } from '../../domain/records/world.ts';
import { contentOf } from '../domain/edits/doing.ts';
import { goTo, hashOf, pixelOf, twoFrames } from '../mapOnPage.ts';
import { settled } from './settled.ts';

type Meters = readonly [east: number, north: number];

export interface MapHand {
  readonly place: (...to: Meters) => Position;
  pixel(...to: Meters): Promise<{ x: number; y: number }>;
  /** Moves there and stays, so that what the tool shows can be looked at. */
  hover(...to: Meters): Promise<void>;
  click(...to: Meters): Promise<void>;
  doubleClick(...to: Meters): Promise<void>;
  drag(from: Meters, to: Meters): Promise<void>;
  tap(...to: Meters): Promise<void>;
}

/** Brings the map there first. */
export async function handAt(page: Page, center: Position, zoom = 20): Promise<MapHand> {
  const view = await goTo(page, center, zoom);
  const place = (east: number, north: number) => localFrame(center).toDegrees([east, north]);
  const pixel = (east: number, north: number) => pixelOf(page, view, place(east, north));
  return {
    place,
    pixel,
    async hover(...to) {
      const { x, y } = await pixel(...to);
      await page.mouse.move(x, y, { steps: 3 });
      await twoFrames(page);
    },
    async click(...to) {
      const { x, y } = await pixel(...to);
      await page.mouse.move(x, y);
      await page.mouse.click(x, y);
      // Two clicks in one place within half a second would be a double click.
      await twoFrames(page);
    },
    async doubleClick(...to) {
      const { x, y } = await pixel(...to);
      await page.mouse.dblclick(x, y);
    },
    async drag(from, to) {
      const [start, end] = [await pixel(...from), await pixel(...to)];
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 3 });
      await page.mouse.move(end.x, end.y, { steps: 3 });
      await twoFrames(page);
      await page.mouse.up();
    },
    async tap(...to) {
      const { x, y } = await pixel(...to);
      await page.touchscreen.tap(x, y);
    },
  };
}

/** Fingers as a touch screen reports them, and the pause after each report. */
export async function fingersOn(page: Page, pauseMilliseconds = 50) {
  const touch: CDPSession = await page.context().newCDPSession(page);
  return async (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: readonly { x: number; y: number }[]) => {
    const touchPoints = at.map((point, id) => ({ ...point, id }));
    await touch.send('Input.dispatchTouchEvent', { type, touchPoints });
    await page.waitForTimeout(pauseMilliseconds);
  };
}

/** Selects a record as a link to it does. */
export async function selectByLink(page: Page, kind: RecordKind, id: string, at: Position, zoom = 20): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), `${hashOf(at, zoom)}&sel=${kind}:${id}`);
  await page.waitForFunction((wanted) => location.hash.includes(`sel=${wanted}`), `${kind}:${id}`);
}

/** A place on the road, away from its beginning, with no house so near. @throws when the road has none. */
export function freePlace({ house }: World, { line }: Pick<Road, 'line'>, clearMeters: number): Position {
  const entrances = [...house.values()].map(({ entrance }) => entrance);
  for (let meters = 60; meters < lineLengthMeters(line); meters += 5) {
    const { position } = positionAt(line, meters);
    if (entrances.every((entrance) => distanceMeters(entrance, position) > clearMeters)) return position;
  }
  throw new Error(`nowhere along the road are the houses ${clearMeters} m away`);
}

/** Whatever the versions: undo and redo raise them. */
const isSame = (one: World, other: World): boolean => contentOf(one).join() === contentOf(other).join();

/**
 * Does a gesture, waits until the server has it, takes it back with Ctrl+Z and brings it again with Ctrl+Y.
 * @throws unless the village is what it was before, and then what it became.
 */
export async function undoneAndRedone(
  page: Page,
  world: () => Promise<World>,
  gesture: () => Promise<void>,
): Promise<{ readonly before: World; readonly after: World }> {
  const before = await world();
  await gesture();
  const after = await settled(async () => {
    const now = await world();
    return !isSame(now, before) && now;
  });
  await page.keyboard.press('Control+z');
  await settled(async () => isSame(await world(), before));
  await page.keyboard.press('Control+y');
  await settled(async () => isSame(await world(), after));
  return { before, after };
}
