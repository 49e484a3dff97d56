/** The map without a mouse: arrows pan or nudge, the space bar points at the middle, other keys steer the tool. */
import type { Map as MapLibre } from 'maplibre-gl';
import { keyOf, shortcuts, type ShortcutId } from '../state/shortcuts.ts';
import { aim } from '../tools/aim.svelte.ts';
import { toolStatus, toTool } from '../tools/session.svelte.ts';
import type { RecordRef } from './features/highlightFeatures.ts';
import { recordAt } from './hitTest.ts';

export interface KeyboardTargets {
  readonly hasTool: () => boolean;
  readonly onPick: (record: RecordRef | null) => void;
  /** What pointing there would show that is no record. */
  readonly planAt: (map: MapLibre, point: { x: number; y: number }, slackPixels: number) => (() => void) | null;
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

type ToolShortcut = Extract<ShortcutId, `tool.${string}`>;

/** What the keys of the table do to the tool in the hand; false where they mean nothing to it now. */
const steering: { readonly [id in ToolShortcut]: (event: KeyboardEvent) => boolean } = {
  'tool.back': () => done(toolStatus.back),
  'tool.finish': (event) => !isPressable(event.target) && done(toolStatus.finish),
  'tool.undoPoint': () =>
    done(() =>
      toolStatus.actions.includes('delete-vertex') ? toolStatus.act('delete-vertex') : toolStatus.undoPoint(),
    ),
  'tool.square': () => done(() => toolStatus.act('square')),
  'tool.nudge': (event) => {
    const hand = hands[event.key];
    if (hand && toolStatus.offers.length > 0) {
      toTool({ type: 'offer', id: hand });
      event.stopPropagation();
      return true;
    }
    const arrow = arrows[event.key];
    if (!arrow || !toolStatus.takesNudges) return false;
    const meters = event.shiftKey ? nudgeMeters.coarse : nudgeMeters.fine;
    toTool({ type: 'nudge', eastMeters: arrow[0] * meters, northMeters: arrow[1] * meters });
    // Before the map pans.
    event.stopPropagation();
    return true;
  },
  'tool.turn': (event) => {
    const degrees = event.shiftKey ? turnDegrees.coarse : turnDegrees.fine;
    return done(() => toTool({ type: 'turn', degrees: '[{'.includes(event.key) ? -degrees : degrees }));
  },
  'tool.next': (event) => done(() => toTool({ type: 'next', step: event.key === '.' ? 1 : -1 })),
};

function done(run: () => void): true {
  run();
  return true;
}

/** With Shift a key of a tool does the same, in larger steps. */
function steer(event: KeyboardEvent): boolean {
  const keys: readonly string[] = [keyOf(event), keyOf({ ...held, key: event.key })];
  const id = (Object.keys(steering) as ToolShortcut[]).find((one) =>
    shortcuts[one].keys.some((key) => keys.includes(key)),
  );
  return id !== undefined && steering[id](event);
}

const held = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

/** Returns what undoes it. */
export function listenToKeyboard(
  map: MapLibre,
  { hasTool, onPick, planAt, middle, onPaste }: KeyboardTargets,
): () => void {
  const canvas = map.getCanvas();

  const onCanvas = (event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    if (hasTool()) return aim.act(event.shiftKey);
    const showPlan = planAt(map, middle(), slackPixels);
    if (showPlan) showPlan();
    else onPick(recordAt(map, middle(), slackPixels));
  };

  const anywhere = (event: KeyboardEvent) => {
    if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!hasTool() || !steer(event)) return;
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
