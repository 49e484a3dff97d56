/** The map without a mouse: arrows pan, the space bar points at the middle, Enter, Backspace and Escape steer the tool. */
import type { Map as MapLibre } from 'maplibre-gl';
import type { Position } from '../../domain/geometry/shapes.ts';
import { toolGrabs, toolStatus, toTool } from '../tools/session.svelte.ts';
import type { RecordRef } from './features/highlightFeatures.ts';
import { recordAt } from './hitTest.ts';

export interface KeyboardTargets {
  readonly hasTool: () => boolean;
  readonly onPick: (record: RecordRef | null) => void;
}

const slackPixels = 10;

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], dialog') !== null;
const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, summary, [role="button"]') !== null;

/** Returns what undoes it. */
export function listenToKeyboard(map: MapLibre, { hasTool, onPick }: KeyboardTargets): () => void {
  const canvas = map.getCanvas();
  let isHolding = false;

  const middle = (): Position => {
    const { lng, lat } = map.getCenter();
    return [lng, lat];
  };

  /** The space bar: a click in the middle; where a tool takes hold, first the taking, then the letting go. */
  const pointAtMiddle = () => {
    const position = middle();
    if (!hasTool()) {
      const { clientWidth, clientHeight } = map.getContainer();
      onPick(recordAt(map, { x: clientWidth / 2, y: clientHeight / 2 }, slackPixels));
    } else if (isHolding) {
      isHolding = false;
      toTool({ type: 'release', position });
    } else if (toolGrabs(position)) {
      isHolding = true;
      toTool({ type: 'press', position });
    } else {
      toTool({ type: 'click', position });
    }
  };

  const onCanvas = (event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    pointAtMiddle();
  };

  const anywhere = (event: KeyboardEvent) => {
    if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!hasTool()) {
      if (event.key === 'Escape') onPick(null);
      return;
    }
    if (event.key === 'Escape') toolStatus.cancel();
    else if (event.key === 'Enter' && !isPressable(event.target)) toolStatus.finish();
    else if (event.key === 'Backspace') toolStatus.undoPoint();
    else return;
    isHolding = false;
    event.preventDefault();
  };

  const follow = () => {
    if (!hasTool() || document.activeElement !== canvas || !canvas.matches(':focus-visible')) return;
    toTool({ type: isHolding ? 'drag' : 'hover', position: middle() });
  };

  canvas.addEventListener('keydown', onCanvas);
  window.addEventListener('keydown', anywhere);
  const following = map.on('move', follow);
  return () => {
    canvas.removeEventListener('keydown', onCanvas);
    window.removeEventListener('keydown', anywhere);
    following.unsubscribe();
  };
}
