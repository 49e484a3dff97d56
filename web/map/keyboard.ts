/** The map without a mouse: arrows pan or nudge, the space bar points at the middle, other keys steer the tool. */
import type { Map as MapLibre } from 'maplibre-gl';
import { aim, toolStatus, toTool } from '../tools/session.svelte.ts';
import type { RecordRef } from './features/highlightFeatures.ts';
import { recordAt } from './hitTest.ts';

export interface KeyboardTargets {
  readonly hasTool: () => boolean;
  readonly onPick: (record: RecordRef | null) => void;
  /** Where the space bar points, in pixels of the map. */
  readonly middle: () => { readonly x: number; readonly y: number };
  /** What is on the clipboard, for a tool that draws from coordinates. */
  readonly onPaste: (text: string, least: number) => void;
}

const slackPixels = 10;
/** Metres a press of an arrow moves the selected thing; with Shift. */
const nudgeMeters = { fine: 0.1, coarse: 1 };
/** Degrees a press of a bracket turns it; with Shift. */
const turnDegrees = { fine: 1, coarse: 15 };

const arrows: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Which of a tool's large buttons an arrow presses. */
const hands: Readonly<Record<string, 'left' | 'right'>> = { ArrowLeft: 'left', ArrowRight: 'right' };

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], dialog') !== null;
const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, summary, [role="button"]') !== null;

/** What a key does to the tool in the hand; false where it means nothing to it. */
function steer(event: KeyboardEvent): boolean {
  const hand = hands[event.key];
  if (hand && toolStatus.offers.length > 0) {
    toTool({ type: 'offer', id: hand });
    event.stopPropagation();
    return true;
  }
  const arrow = arrows[event.key];
  if (arrow && toolStatus.takesNudges) {
    const meters = event.shiftKey ? nudgeMeters.coarse : nudgeMeters.fine;
    toTool({ type: 'nudge', eastMeters: arrow[0] * meters, northMeters: arrow[1] * meters });
    // Before the map pans.
    event.stopPropagation();
    return true;
  }
  switch (event.key) {
    case 'Escape':
      toolStatus.back();
      return true;
    case 'Enter':
      if (isPressable(event.target)) return false;
      toolStatus.finish();
      return true;
    case 'Backspace':
    case 'Delete':
      if (toolStatus.actions.includes('delete-vertex')) toolStatus.act('delete-vertex');
      else toolStatus.undoPoint();
      return true;
    case 'q':
    case 'Q':
      toolStatus.act('square');
      return true;
    case '[':
    case ']':
    case '{':
    case '}': {
      const degrees = event.shiftKey ? turnDegrees.coarse : turnDegrees.fine;
      toTool({ type: 'turn', degrees: event.key === '[' || event.key === '{' ? -degrees : degrees });
      return true;
    }
    case ',':
    case '.':
      toTool({ type: 'next', step: event.key === '.' ? 1 : -1 });
      return true;
    default:
      return false;
  }
}

/** Returns what undoes it. */
export function listenToKeyboard(map: MapLibre, { hasTool, onPick, middle, onPaste }: KeyboardTargets): () => void {
  const canvas = map.getCanvas();

  const onCanvas = (event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    if (hasTool()) aim.act(event.shiftKey);
    else onPick(recordAt(map, middle(), slackPixels));
  };

  const anywhere = (event: KeyboardEvent) => {
    if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!hasTool()) {
      if (event.key === 'Escape') onPick(null);
      return;
    }
    if (!steer(event)) return;
    aim.letGo();
    event.preventDefault();
  };

  const paste = (event: ClipboardEvent) => {
    const least = toolStatus.pastes;
    if (!hasTool() || least === null || isWriting(event.target)) return;
    event.preventDefault();
    onPaste(event.clipboardData?.getData('text/plain') ?? '', least);
  };

  canvas.addEventListener('keydown', onCanvas);
  window.addEventListener('keydown', anywhere, { capture: true });
  window.addEventListener('paste', paste);
  return () => {
    canvas.removeEventListener('keydown', onCanvas);
    window.removeEventListener('keydown', anywhere, { capture: true });
    window.removeEventListener('paste', paste);
  };
}
