/** Mouse, finger and keyboard on the map: to the tool in the hand, else hovering and selecting. */
import type { LngLat, Map as MapLibre, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { Position } from '../../domain/geometry/shapes.ts';
import { setCoarsePointer, toolGrabs, toTool } from '../tools/session.svelte.ts';
import type { RecordRef } from './features/highlightFeatures.ts';
import { recordAt } from './hitTest.ts';

export interface PointerTargets {
  readonly hasTool: () => boolean;
  readonly onHover: (record: RecordRef | null) => void;
  /** A click on a record, or on nothing. */
  readonly onPick: (record: RecordRef | null) => void;
}

/** How far beside a thing a click still means it: mouse, finger. */
const slackPixels = { fine: 4, coarse: 16 };

const isTwoFingers = (event: MapMouseEvent | MapTouchEvent): boolean => 'points' in event && event.points.length > 1;
const positionOf = ({ lng, lat }: LngLat): Position => [lng, lat];

/** Returns what undoes it. */
export function listenToPointer(map: MapLibre, { hasTool, onHover, onPick }: PointerTargets): () => void {
  const canvas = map.getCanvas();
  let slack = slackPixels.fine;
  let isDragging = false;
  let last: Position = [0, 0];
  /** The frame a move waits for; 0 when none does. */
  let frame = 0;

  const pointerDown = (event: PointerEvent) => {
    // Asked as the finger comes down: the second click of a double click may end the tool, and must not zoom for it.
    if (hasTool()) map.doubleClickZoom.disable();
    else map.doubleClickZoom.enable();
    const isCoarse = event.pointerType === 'touch';
    slack = isCoarse ? slackPixels.coarse : slackPixels.fine;
    setCoarsePointer(isCoarse);
  };

  const release = () => {
    if (!isDragging) return;
    isDragging = false;
    // A quick hand lets go before the frame that would have shown its last move.
    if (frame !== 0) toTool({ type: 'drag', position: last });
    cancelAnimationFrame(frame);
    frame = 0;
    toTool({ type: 'release', position: last });
  };

  /** A second finger means the map, not what the first one holds. */
  const letGo = () => {
    isDragging = false;
    cancelAnimationFrame(frame);
    frame = 0;
    toTool({ type: 'undo-point' });
  };

  const press = (event: MapMouseEvent | MapTouchEvent) => {
    if (isTwoFingers(event)) {
      if (isDragging) letGo();
      return;
    }
    const position = positionOf(event.lngLat);
    if (!hasTool() || !toolGrabs(position)) return;
    event.preventDefault();
    isDragging = true;
    last = position;
    toTool({ type: 'press', position });
    window.addEventListener('pointerup', release, { once: true });
    window.addEventListener('pointercancel', release, { once: true });
  };

  const moved = (event: MapMouseEvent | MapTouchEvent) => {
    last = positionOf(event.lngLat);
    const { point } = event;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (isDragging) toTool({ type: 'drag', position: last });
      else if (hasTool()) {
        toTool({ type: 'hover', position: last });
        canvas.style.cursor = toolGrabs(last) ? 'grab' : 'crosshair';
      } else if (event.type === 'mousemove') {
        const record = recordAt(map, point, slackPixels.fine);
        canvas.style.cursor = record ? 'pointer' : '';
        onHover(record);
      }
    });
  };

  const click = (event: MapMouseEvent) => {
    if (hasTool()) toTool({ type: 'click', position: positionOf(event.lngLat) });
    else onPick(recordAt(map, event.point, slack));
  };

  const leave = () => onHover(null);

  canvas.addEventListener('pointerdown', pointerDown, { capture: true });
  const subscriptions = [
    map.on('mousedown', press),
    map.on('touchstart', press),
    map.on('mousemove', moved),
    map.on('touchmove', moved),
    map.on('click', click),
    map.on('mouseout', leave),
  ];
  return () => {
    canvas.removeEventListener('pointerdown', pointerDown, { capture: true });
    cancelAnimationFrame(frame);
    for (const subscription of subscriptions) subscription.unsubscribe();
  };
}
