/** The tool in the hand: feeds it events, performs its edits, and tells the tool bar what can be done. */
import { isRefusal } from '../../domain/edits/edit.ts';
import { newId } from '../state/newId.ts';
import { cancelTool, select, startTool, view, type ToolId } from '../state/view.svelte.ts';
import { attempt, perform, village } from '../state/village.svelte.ts';
import type { MapTextKey } from '../i18n/map.vi.ts';
import type { Sketch } from './sketch.ts';
import type { ToolContext, ToolEdit, ToolEvent } from './tool.ts';
import { toolOf, type AnyTool } from './tools.ts';

interface Hand {
  readonly id: ToolId;
  readonly tool: AnyTool;
  /** What the tool has been told so far; of the tool's own type. */
  readonly state: unknown;
}

/** Pixels within which a mouse or pen, and a finger, mean the same place. */
const reachPixels = { fine: 12, coarse: 22 } as const;

let hand = $state.raw<Hand | null>(null);
let metersPerPixel = $state(0.3);
let isCoarse = $state(false);

const context = (): ToolContext => ({
  world: village.world,
  options: view.toolOptions,
  selection: view.selection,
  reachMeters: metersPerPixel * (isCoarse ? reachPixels.coarse : reachPixels.fine),
  newId,
});

/** Takes up the tool the view names; called by the map whenever that changes. */
export function takeUp(id: ToolId): void {
  if (hand?.id === id) return;
  const tool = toolOf(id);
  hand = tool && { id, tool, state: tool.start(context()) };
}

export const setMetersPerPixel = (next: number): void => {
  metersPerPixel = next;
};
export const setCoarsePointer = (next: boolean): void => {
  isCoarse = next;
};

export function toTool(event: ToolEvent): void {
  if (!hand) return;
  const step = hand.tool.handle(hand.state, event, context());
  hand = { ...hand, state: step.state };
  if (step.edit) performEdit(step.edit, hand);
}

/**
 * What the rules refuse stays in the hand to be mended; `perform` says why. What they accept is shown at once, and the
 * hand is free while it is being sent; should the server refuse it after all, the drawing comes back into a free hand.
 */
function performEdit({ kind, input, shows }: ToolEdit, drawn: Hand): void {
  const isRefused = isRefusal(attempt(kind, input));
  const done = perform(kind, input);
  if (isRefused) return;
  const atRest = drawn.tool.afterwards === 'again' ? { ...drawn, state: drawn.tool.start(context()) } : null;
  hand = atRest;
  if (!atRest) {
    cancelTool();
    if (shows) select(shows.kind, shows.id);
  }
  void done.then((result) => {
    if (!isRefusal(result) || hand !== atRest) return;
    if (!atRest) startTool(drawn.id);
    hand = drawn;
  });
}

/** True where a press takes hold of something: the map must not pan then. */
export const toolGrabs = (position: readonly [number, number]): boolean =>
  hand?.tool.grabs?.(hand.state, position, context()) ?? false;

export const sketchNow = (): Sketch => (hand ? hand.tool.sketch(hand.state, context()) : []);

export const toolStatus = {
  get hintKey(): MapTextKey | null {
    return hand ? hand.tool.status(hand.state, context()).hintKey : null;
  },
  /** Something is drawn that "Xong" would perform. */
  get canFinish(): boolean {
    return hand !== null && hand.tool.status(hand.state, context()).canFinish;
  },
  get canUndoPoint(): boolean {
    return hand !== null && hand.tool.status(hand.state, context()).canUndoPoint;
  },
  /** "Xong": performs what is drawn, or puts the tool down when nothing is. */
  finish(): void {
    if (toolStatus.canFinish) toTool({ type: 'finish' });
    else if (!toolStatus.canUndoPoint) toolStatus.cancel();
  },
  undoPoint(): void {
    if (toolStatus.canUndoPoint) toTool({ type: 'undo-point' });
  },
  /** "Bỏ": forgets the drawing and puts the tool down. */
  cancel(): void {
    hand = null;
    cancelTool();
  },
};
