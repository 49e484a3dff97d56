/** The gestures whose script time is measured, each up to its last act, and that act. */
import type { Page } from 'playwright-core';
import { localFrame } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { House } from '../../domain/records/house.ts';
import { selectByLink } from '../e2e/mapHand.ts';
import type { Person } from '../e2e/person.ts';
import { goTo, pixelOf, twoFrames } from '../mapOnPage.ts';

export interface Gesture {
  readonly name: string;
  /** Takes the tool into the hand, once for all. */
  begin(): Promise<void>;
  /** All of the gesture on the record at this place of the list but its last act. */
  lead(index: number): Promise<void>;
  /** The last act: it ends with the pointer let go. */
  end(): Promise<void>;
  /** What lay in the hand is let go of, where a drag of the map could take hold of it again. */
  letGo?(): Promise<void>;
  putDown(): Promise<void>;
}

export interface RoadPlace {
  readonly id: Id;
  readonly at: Position;
}

const nothing = (): Promise<void> => Promise.resolve();

async function press(page: Page): Promise<void> {
  await page.mouse.down();
  await page.mouse.up();
}

async function pointAt(page: Page, place: Position): Promise<void> {
  const { x, y } = await pixelOf(page, await goTo(page, place, 19), place);
  await page.mouse.move(x, y);
  await twoFrames(page);
}

export const paint = ({ page, ...person }: Person, houses: readonly House[]): Gesture => ({
  name: 'number painted',
  async begin() {
    await person.openStep('numbers');
    await person.button('numbers.paint').click();
  },
  lead: (index) => pointAt(page, houses[index]!.entrance),
  end: () => press(page),
  putDown: () => person.button('tool.done').click(),
});

export const draw = ({ page, ...person }: Person, houses: readonly House[]): Gesture => ({
  name: 'house drawn',
  async begin() {
    await person.openStep('houses');
    await person.button('houses.draw').click();
    await person.button('tool.shape.draw-house').click();
  },
  async lead(index) {
    const corner = localFrame(houses[index]!.entrance).toDegrees([3, 3]);
    for (const [east, north] of [
      [0, 0],
      [6, 0],
    ] as const) {
      await pointAt(page, localFrame(corner).toDegrees([east, north]));
      await press(page);
      await page.waitForTimeout(300);
    }
    await pointAt(page, localFrame(corner).toDegrees([6, 8]));
  },
  end: () => press(page),
  putDown: () => person.button('tool.cancel').click(),
});

export const move = ({ page, ...person }: Person, houses: readonly House[]): Gesture => ({
  name: 'house moved',
  begin: nothing,
  async lead(index) {
    const house = houses[index]!;
    await selectByLink(page, 'house', house.id, house.entrance, 19);
    await person.button('house.move').click();
    await page.waitForTimeout(200);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
  },
  end: () => person.button('tool.done').click(),
  // With nothing left to finish it puts the tool down.
  letGo: () => person.button('tool.done').click(),
  putDown: nothing,
});

export const nameRoad = ({ page, ...person }: Person, roads: readonly RoadPlace[]): Gesture => ({
  name: 'road named',
  begin: nothing,
  async lead(index) {
    const { id, at } = roads[index]!;
    await selectByLink(page, 'road', id, at, 17);
    await person.field('road.name').fill(`Đường Mới ${index + 1}`);
  },
  end: () => person.button('road.saveName').click(),
  putDown: nothing,
});
