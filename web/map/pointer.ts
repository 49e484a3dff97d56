/** Mouse, finger and pen on the map: to the tool in the hand, else hovering and selecting. */
import type { LngLat, Map as MapLibre, MapMouseEvent, MapTouchEvent, Point } from 'maplibre-gl';
import type { Position } from '../../domain/geometry/shapes.ts';
import { aim } from '../tools/aim.svelte.ts';
import { setCoarsePointer } from '../tools/reach.svelte.ts';
import { toolGrabs, toTool } from '../tools/session.svelte.ts';
import type { RecordRef } from './features/highlightFeatures.ts';
import { recordAt } from './hitTest.ts';

export interface PointerTargets {
  readonly hasTool: () => boolean;
  readonly onHover: (record: RecordRef | null) => void;
  /** Several are being selected: quick touches one after the other must not zoom. */
  readonly isPicking: () => boolean;
  /** A click on a record, or on nothing; `isMore` where it is to be added to what is selected, or taken out. */
  readonly onPick: (record: RecordRef | null, isMore: boolean) => void;
  /** What a click would show that is no record: a proposed sign. */
  readonly planAt: (map: MapLibre, point: Point, slackPixels: number) => (() => void) | null;
}

/** How far beside a thing a click still means it: mouse, finger. */
const slackPixels = { fine: 4, coarse: 16 };
/** A finger kept on one place for this long asks what can be done there. */
const holdMilliseconds = 500;
/** A finger that trembles less than this is on one place. */
const stillPixels = 8;

const isTwoFingers = (event: MapMouseEvent | MapTouchEvent): boolean => 'points' in event && event.points.length > 1;
const positionOf = ({ lng, lat }: LngLat): Position => [lng, lat];

/** Returns what undoes it. */
export function listenToPointer(
  map: MapLibre,
  { hasTool, isPicking, onHover, onPick, planAt }: PointerTargets,
): () => void {
  const canvas = map.getCanvas();
  let slack = slackPixels.fine;
  let isDragging = false;
  let isSteady = false;
  let last: Position = [0, 0];
  /** The frame a move waits for; 0 when none does. */
  let frame = 0;
  let holding: ReturnType<typeof setTimeout> | undefined;
  let heldAt: Point | null = null;
  /** The finger that asked what can be done does not click as it is lifted. */
  let hasHeld = false;

  const pointerDown = (event: PointerEvent) => {
    // Asked as the finger comes down: the second click of a double click may end the tool, and must not zoom for it.
    if (hasTool() || isPicking()) map.doubleClickZoom.disable();
    else map.doubleClickZoom.enable();
    const isCoarse = event.pointerType === 'touch';
    slack = isCoarse ? slackPixels.coarse : slackPixels.fine;
    setCoarsePointer(isCoarse);
  };

  const release = () => {
    if (!isDragging) return;
    isDragging = false;
    // A quick hand lets go before the frame that would have shown its last move.
    if (frame !== 0) toTool({ type: 'drag', position: last, isSteady });
    cancelAnimationFrame(frame);
    frame = 0;
    toTool({ type: 'release', position: last, isSteady });
  };

  /** A second finger means the map, not what the first one holds. */
  const letGo = () => {
    isDragging = false;
    cancelAnimationFrame(frame);
    frame = 0;
    toTool({ type: 'undo-point' });
  };

  const stopHolding = () => clearTimeout(holding);

  const hold = (position: Position) => {
    isDragging = false;
    hasHeld = true;
    toTool({ type: 'hold', position });
  };

  /** What a browser sends after a touch for pages that only know mice. */
  const isEcho = (event: MapMouseEvent | MapTouchEvent): boolean =>
    !('points' in event) && slack === slackPixels.coarse;

  const press = (event: MapMouseEvent | MapTouchEvent) => {
    if (isEcho(event)) return;
    stopHolding();
    hasHeld = false;
    if (isTwoFingers(event)) {
      if (isDragging) letGo();
      return;
    }
    if (!hasTool() || aim.isOn) return;
    const position = positionOf(event.lngLat);
    isSteady = event.originalEvent.shiftKey;
    if ('points' in event) {
      heldAt = event.point;
      holding = setTimeout(() => hold(position), holdMilliseconds);
    }
    if (!toolGrabs(position)) return;
    event.preventDefault();
    isDragging = true;
    last = position;
    toTool({ type: 'press', position });
    window.addEventListener('pointerup', release, { once: true });
    window.addEventListener('pointercancel', release, { once: true });
  };

  const moved = (event: MapMouseEvent | MapTouchEvent) => {
    if (isEcho(event)) return;
    last = positionOf(event.lngLat);
    isSteady = event.originalEvent.shiftKey;
    const { point } = event;
    if (heldAt && point.dist(heldAt) > stillPixels) {
      stopHolding();
      heldAt = null;
    }
    // A finger that trembles on a point does not drag it yet; once it has left the place, it may come back to it.
    if (heldAt && isDragging && 'points' in event) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (isDragging) toTool({ type: 'drag', position: last, isSteady });
      else if (hasTool()) {
        if (aim.isOn) return;
        toTool({ type: 'hover', position: last, isSteady });
        canvas.style.cursor = toolGrabs(last) ? 'grab' : 'crosshair';
      } else if (event.type === 'mousemove') {
        const isPlan = planAt(map, point, slackPixels.fine) !== null;
        const record = isPlan ? null : recordAt(map, point, slackPixels.fine);
        canvas.style.cursor = record || isPlan ? 'pointer' : '';
        onHover(record);
      }
    });
  };

  const click = (event: MapMouseEvent) => {
    stopHolding();
    if (hasHeld) {
      hasHeld = false;
      return;
    }
    if (!hasTool()) {
      const { shiftKey, ctrlKey, metaKey } = event.originalEvent;
      const isMore = isPicking() || shiftKey || ctrlKey || metaKey;
      const showPlan = isMore ? null : planAt(map, event.point, slack);
      return showPlan ? showPlan() : onPick(recordAt(map, event.point, slack), isMore);
    }
    const position = positionOf(event.lngLat);
    // Under the cross only its button sets a point: a thumb that moves the map must not.
    if (!aim.isOn) toTool({ type: 'click', position, isSteady: event.originalEvent.shiftKey });
  };

  const doubleClick = (event: MapMouseEvent) => {
    if (hasTool() && !aim.isOn) toTool({ type: 'double', position: positionOf(event.lngLat) });
  };

  /** The right button asks what a long press asks; nothing needs it. */
  const askByButton = (event: MapMouseEvent) => {
    if (!hasTool() || slack === slackPixels.coarse) return;
    hold(positionOf(event.lngLat));
    hasHeld = false;
  };

  const leave = () => onHover(null);

  canvas.addEventListener('pointerdown', pointerDown, { capture: true });
  const subscriptions = [
    map.on('mousedown', press),
    map.on('touchstart', press),
    map.on('mousemove', moved),
    map.on('touchmove', moved),
    map.on('touchend', stopHolding),
    map.on('touchcancel', stopHolding),
    map.on('click', click),
    map.on('dblclick', doubleClick),
    map.on('contextmenu', askByButton),
    map.on('mouseout', leave),
  ];
  return () => {
    canvas.removeEventListener('pointerdown', pointerDown, { capture: true });
    cancelAnimationFrame(frame);
    stopHolding();
    for (const subscription of subscriptions) subscription.unsubscribe();
  };
}
