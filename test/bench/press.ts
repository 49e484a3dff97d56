/** A hand that counts: every press of a button or of the map, and every character, that a person would need. */
import type { Locator, Page } from 'playwright-core';
import type { Position } from '../../domain/geometry/shapes.ts';
import { goTo, pixelOf, twoFrames, type MapView } from '../mapOnPage.ts';

export interface CountingHand {
  readonly count: () => number;
  press(button: Locator): Promise<void>;
  /** A press into the field, and one for each character. */
  type(field: Locator, text: string): Promise<void>;
  /** Opening the list and choosing from it. */
  choose(field: Locator, index: number): Promise<void>;
  /** The file dialog of the system: opening it, choosing the file, confirming. */
  give(
    field: Locator,
    file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
  ): Promise<void>;
  /** One drag of the map. */
  bring(center: Position, zoom: number): Promise<void>;
  /** One press on the map, which is brought there first where the place is out of sight. */
  pressMap(place: Position, zoom: number): Promise<void>;
}

/** Free of panels and buttons: this part of the map's width and height about its middle. */
const clearShare = 0.3;

export function countingHand(page: Page, isTouch = false): CountingHand {
  let count = 0;
  let view: MapView | null = null;
  const hand: CountingHand = {
    count: () => count,
    async press(button) {
      count++;
      // One waits, as a person does, until the button can be pressed.
      const ready = button.and(page.locator(':not([aria-disabled="true"])'));
      await (isTouch ? ready.tap() : ready.click());
    },
    async type(field, text) {
      count += 1 + [...text].length;
      await field.fill(text);
    },
    async choose(field, index) {
      count += 2;
      await field.selectOption({ index });
    },
    async give(field, file) {
      count += 3;
      await field.setInputFiles(file);
    },
    async bring(center, zoom) {
      count++;
      view = await goTo(page, center, zoom);
    },
    async pressMap(place, zoom) {
      const size = page.viewportSize()!;
      const seen = view && (await pixelOf(page, view, place));
      const middle = view && (await pixelOf(page, view, view.center));
      const isClear =
        seen &&
        middle &&
        Math.abs(seen.x - middle.x) < size.width * clearShare &&
        Math.abs(seen.y - middle.y) < size.height * clearShare &&
        // The bar of a tool lies over the map: a press on it would set nothing.
        (await page.evaluate(({ x, y }) => document.elementFromPoint(x, y) instanceof HTMLCanvasElement, seen));
      if (!isClear) await hand.bring(place, zoom);
      const { x, y } = await pixelOf(page, view!, place);
      count++;
      if (isTouch) await page.touchscreen.tap(x, y);
      else {
        await page.mouse.move(x, y);
        await page.mouse.click(x, y);
      }
      await twoFrames(page);
    },
  };
  return hand;
}
