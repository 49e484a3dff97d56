/** Drawing around what is to be selected: the click with which a mouse ends a drawing selects nothing of its own. */
import type { Map as MapLibre } from 'maplibre-gl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listenToAreas } from '../../../web/map/areaPick.ts';

/** Of the map only its canvas container and where a pixel lies are asked for. */
class Container extends EventTarget {
  getBoundingClientRect = () => ({ left: 0, top: 0 });
}
let container: Container;
let areas: number;
let stop: () => void;

beforeEach(() => {
  container = new Container();
  areas = 0;
  vi.stubGlobal('window', new EventTarget());
  const map = {
    getCanvasContainer: () => container,
    dragPan: { enable: () => undefined, disable: () => undefined },
    unproject: ([x, y]: readonly [number, number]) => ({ lng: 105 + x / 1e5, lat: 21 - y / 1e5 }),
  };
  stop = listenToAreas(map as unknown as MapLibre, {
    mode: () => 'lasso',
    hasTool: () => false,
    onDraw: () => undefined,
    onArea: () => (areas += 1),
  });
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

const pointer = (type: string, clientX: number, clientY: number) =>
  Object.assign(new Event(type), { clientX, clientY, isPrimary: true, button: 0, pointerType: 'mouse' });

function drag(...pixels: readonly (readonly [number, number])[]): void {
  const [first, last] = [pixels[0]!, pixels.at(-1)!];
  container.dispatchEvent(pointer('pointerdown', ...first));
  for (const pixel of pixels) window.dispatchEvent(pointer('pointermove', ...pixel));
  window.dispatchEvent(pointer('pointerup', ...last));
}

/** Whether a click gets as far as the map, which hears it after those who catch it on its way down. */
function isHeard(): boolean {
  let heard = false;
  const hear = () => (heard = true);
  container.addEventListener('click', hear);
  container.dispatchEvent(new Event('click'));
  container.removeEventListener('click', hear);
  return heard;
}

it('a line back to where it began selects an area, and its click nothing; the next click is heard', () => {
  drag([10, 10], [60, 10], [60, 60], [10, 60], [11, 11]);
  expect(areas).toBe(1);
  expect(isHeard()).toBe(false);
  expect(isHeard()).toBe(true);
});

it('where the browser sent no click after the drawing, the next press has its own', () => {
  drag([10, 10], [60, 10], [60, 60], [10, 60]);
  drag([30, 30]);
  expect(areas).toBe(1);
  expect(isHeard()).toBe(true);
});
