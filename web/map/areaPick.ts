/** Selecting all that lies in an area: a box by Shift and dragging, or, when asked for, a box or a freehand line. */
import type { Map as MapLibre } from 'maplibre-gl';
import type { Polygon } from '../../domain/geometry/shapes.ts';
import { areaOf } from '../state/inArea.ts';
import type { PickMode } from '../state/view.svelte.ts';

export type Pixel = readonly [x: number, y: number];

export interface AreaTargets {
  readonly mode: () => PickMode | null;
  readonly hasTool: () => boolean;
  /** The ring being drawn, in pixels of the map; empty when none is. */
  readonly onDraw: (ring: readonly Pixel[]) => void;
  /** What was drawn, unless it is so small that it was a click. */
  readonly onArea: (area: Polygon) => void;
}

/** Less than this is a click that trembles. */
const clickPixels = 6;
/** A freehand line keeps a corner this often. */
const stepPixels = 4;

/** Returns what undoes it. One finger draws, a second one means the map. */
export function listenToAreas(map: MapLibre, { mode, hasTool, onDraw, onArea }: AreaTargets): () => void {
  const container = map.getCanvasContainer();
  let start: Pixel | null = null;
  let shape: 'box' | 'lasso' = 'box';
  let ring: readonly Pixel[] = [];

  const pixelOf = (event: PointerEvent): Pixel => {
    const { left, top } = container.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const distance = ([ax, ay]: Pixel, [bx, by]: Pixel) => Math.hypot(ax - bx, ay - by);

  const stop = () => {
    start = null;
    ring = [];
    map.dragPan.enable();
    onDraw([]);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', stop);
  };

  /** A mouse that comes back to where it began ends with a click: that is part of the drawing. */
  const swallow = (event: Event) => event.stopImmediatePropagation();
  const onceSwallowed = { capture: true, once: true };

  const down = (event: PointerEvent) => {
    container.removeEventListener('click', swallow, onceSwallowed);
    if (!event.isPrimary) {
      if (start) stop();
      return;
    }
    const asked = mode();
    const isBox = asked === 'box' || (event.shiftKey && event.pointerType === 'mouse');
    if (event.button !== 0 || hasTool() || !(isBox || asked === 'lasso')) return;
    shape = asked === 'lasso' && !event.shiftKey ? 'lasso' : 'box';
    start = pixelOf(event);
    ring = [start];
    map.dragPan.disable();
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', stop);
  };

  function move(event: PointerEvent) {
    if (!start || !event.isPrimary) return;
    const at = pixelOf(event);
    if (shape === 'box') ring = [start, [at[0], start[1]], at, [start[0], at[1]]];
    else if (distance(ring.at(-1)!, at) >= stepPixels) ring = [...ring, at];
    onDraw(ring);
  }

  function end(event: PointerEvent) {
    if (!event.isPrimary) return;
    const drawn = ring;
    const from = start;
    stop();
    if (!from || !drawn.some((pixel) => distance(from, pixel) >= clickPixels)) return;
    container.addEventListener('click', swallow, onceSwallowed);
    const area = areaOf(
      drawn.map(([x, y]) => {
        const { lng, lat } = map.unproject([x, y]);
        return [lng, lat];
      }),
    );
    if (area) onArea(area);
  }

  container.addEventListener('pointerdown', down, { capture: true });
  return () => {
    container.removeEventListener('pointerdown', down, { capture: true });
    container.removeEventListener('click', swallow, onceSwallowed);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', stop);
  };
}
