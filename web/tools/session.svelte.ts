/** The tool in the hand: feeds it events, performs its edits, and tells the tool bar what can be done. */
import { isRefusal } from '../../domain/edits/edit.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Sign } from '../../domain/records/sign.ts';
import { t } from '../i18n/t.ts';
import type { ToolTextKey } from '../i18n/vi/tools.ts';
import type { KeptDrawing } from '../state/keptDrawing.ts';
import { newId } from '../state/newId.ts';
import { say } from '../state/toasts.svelte.ts';
import { cancelTool, select, startTool, view, type ToolId } from '../state/view.svelte.ts';
import { placeNext } from '../state/whereNext.svelte.ts';
import { performNow, undo, village } from '../state/village.svelte.ts';
import { faultOf } from './fault.ts';
import { foresee } from './foresight.ts';
import type { Hand } from './hand.ts';
import { loadTools } from './loadTools.ts';
import { reachMeters } from './reach.svelte.ts';
import { point, type Sketch, type SketchLabel } from './sketch.ts';
import type { Device, Held, ToolActionId, ToolContext, ToolEdit, ToolEvent, ToolOffer, ToolStatus } from './tool.ts';

/** Nudges and turns that follow each other faster than this are one edit. */
const settleMilliseconds = 700;

let hand = $state.raw<Hand | null>(null);
/** The tool the view wants; its machine comes over the line when it is first taken up. */
let wanted: ToolId = 'select';
/** What the hand did before the machine was there. */
const waiting: ToolEvent[] = [];
let settling: ReturnType<typeof setTimeout> | undefined;

const contextFor = (made: Held | null): ToolContext => ({
  world: village.world,
  options: view.toolOptions,
  selection: view.selection,
  made,
  reachMeters: reachMeters(),
  newId,
  on: new Date().toISOString().slice(0, 10),
});

/** Takes up the tool the view names; called by the map whenever that changes. */
export function takeUp(id: ToolId): void {
  if (hand?.id === id) return;
  settleNow();
  // Of a village that has been left it is kept on the device, and comes back with it.
  if (hand?.villageId === village.id) offerDrawingBack();
  hand = null;
  wanted = id;
  waiting.length = 0;
  if (id === 'select') return;
  loadTools().then(
    ({ toolOf }) => {
      const tool = toolOf(id);
      if (wanted !== id || hand?.id === id || !tool) return;
      hand = { id, villageId: village.id, tool, state: tool.start(contextFor(null)), made: null, fault: null };
      waiting.splice(0).forEach(toTool);
    },
    () => {
      if (wanted !== id || hand?.id === id) return;
      say('problem', t('tool.notLoaded'));
      putDown();
    },
  );
}

export function toTool(event: ToolEvent): void {
  if (!hand) {
    // Where the pointer was meanwhile tells nothing later.
    if (wanted !== 'select' && event.type !== 'hover') waiting.push(event);
    return;
  }
  const isRun = event.type === 'nudge' || event.type === 'turn';
  if (!isRun && event.type !== 'hover' && event.type !== 'settle') settleNow();
  if (!hand) return;
  const step = hand.tool.handle(hand.state, event, contextFor(hand.made));
  hand = { ...hand, state: step.state, fault: event.type === 'hover' ? hand.fault : null };
  if (event.type === 'hover') foresee(() => editOf({ ...event, type: 'click' }));
  if (step.edit) performEdit(step.edit, hand);
  if (step.takesBack) void undo();
  if (step.pins && placeNext(view.toolOptions.proposedDevice, step.pins)) putDown();
  if (step.says) say('problem', t(step.says.key, step.says.params));
  if (isRun) {
    clearTimeout(settling);
    settling = setTimeout(settleNow, settleMilliseconds);
  }
}

const editOf = (event: ToolEvent): ToolEdit | null =>
  hand?.tool.handle(hand.state, event, contextFor(hand.made)).edit ?? null;

/** Ends a run of nudges: they become one edit. */
function settleNow(): void {
  if (settling === undefined) return;
  dropRun();
  toTool({ type: 'settle' });
}

function dropRun(): void {
  clearTimeout(settling);
  settling = undefined;
}

/**
 * What the rules refuse stays in the hand to be mended; `perform` says why. What they accept is shown at once, and the
 * hand is free while it is being sent; should the server refuse it after all, the drawing comes back into a free hand.
 */
function performEdit({ kind, input, shows }: ToolEdit, drawn: Hand): void {
  const { refusal, answer } = performNow(kind, input);
  if (refusal) {
    hand = { ...drawn, fault: faultOf(refusal) };
    return;
  }
  const made = shows ?? drawn.made;
  const rest = () => drawn.tool.rests?.(drawn.state, contextFor(made)) ?? drawn.tool.start(contextFor(made));
  const atRest = drawn.tool.afterwards === 'again' ? { ...drawn, made, fault: null, state: rest() } : null;
  hand = atRest;
  if (!atRest) {
    putDown();
    if (shows) select(shows.kind, shows.id);
  }
  void answer.then((result) => {
    if (!isRefusal(result)) return;
    const refused = { ...drawn, fault: faultOf(result) };
    // A tool that goes on from where it was has nothing to be brought back, and must not be thrown back itself.
    if (hand?.id === drawn.id && drawn.tool.rests && !hasDrawn(drawn)) hand = { ...hand, fault: refused.fault };
    else if (isFree(drawn.id)) bringBack(refused);
    else offerBack(refused);
  });
}

/** There is something drawn or changed in it. */
function hasDrawn({ tool, state, made }: Hand): boolean {
  const { canUndoPoint, canFinish } = tool.status(state, contextFor(made));
  return canUndoPoint || canFinish;
}

/** Nothing is drawn that a drawing come back would push out of the hand. */
const isFree = (id: ToolId): boolean => (hand ? hand.id === id && !hasDrawn(hand) : view.tool === 'select');

function putDown(): void {
  hand = null;
  wanted = 'select';
  cancelTool();
}

/** A drawing that was let go of, or that the server would not have, is in the hand again. */
function bringBack(drawn: Hand): void {
  if (view.tool !== drawn.id) startTool(drawn.id);
  wanted = drawn.id;
  hand = drawn;
}

/** True where a press takes hold of something: the map must not pan then. */
export const toolGrabs = (position: Position): boolean =>
  hand?.tool.grabs?.(hand.state, position, contextFor(hand.made)) ?? false;

/** True while what a press took hold of is in the hand. */
export const toolHolds = (): boolean => hand?.tool.holds?.(hand.state) ?? false;

export function sketchNow(): Sketch {
  if (!hand) return [];
  const sketch = hand.tool.sketch(hand.state, contextFor(hand.made));
  return hand.fault ? [...sketch, point('fault', hand.fault, { key: 'tool.fault' })] : sketch;
}

const statusNow = (): ToolStatus | null => (hand ? hand.tool.status(hand.state, contextFor(hand.made)) : null);

/** What lies in the hand unfinished, as plain data; null while nothing is drawn. */
export function handNow(): KeptDrawing | null {
  if (!hand || !statusNow()?.canUndoPoint) return null;
  return { tool: hand.id, options: view.toolOptions, selection: view.selection, state: hand.state };
}

/** Puts an earlier drawing into a free hand; false where it is not free, or this program's tools cannot go on with it. */
export async function takeBack({ tool: id, options, selection, state }: KeptDrawing): Promise<boolean> {
  const tool = (await loadTools()).toolOf(id);
  try {
    if (hand || !tool?.status(state, contextFor(null)).canUndoPoint) return false;
    tool.sketch(state, contextFor(null));
  } catch {
    // Kept by another version of the program, which drew otherwise.
    return false;
  }
  if (selection) select(selection.kind, selection.id);
  startTool(id, options);
  bringBack({ id, villageId: village.id, tool, state, made: null, fault: null });
  return true;
}

export const toolStatus = {
  get hintKey(): ToolTextKey | null {
    return statusNow()?.hintKey ?? null;
  },
  /** Something is drawn that "Xong" would perform. */
  get canFinish(): boolean {
    return statusNow()?.canFinish ?? false;
  },
  get canUndoPoint(): boolean {
    return statusNow()?.canUndoPoint ?? false;
  },
  /** "Bỏ" would drop something: what a tool that backs out level by level has done is done, and taken back by undo. */
  get canDrop(): boolean {
    return !hand?.tool.backs || toolStatus.canUndoPoint;
  },
  /** The edit made last can be taken back without putting the tool down. */
  get canTakeBack(): boolean {
    return statusNow()?.canTakeBack ?? false;
  },
  get actions(): readonly ToolActionId[] {
    return statusNow()?.actions ?? [];
  },
  /** Where the actions are offered beside the thing itself. */
  get menuAt(): Position | null {
    return statusNow()?.menuAt ?? null;
  },
  get hintParams(): Readonly<Record<string, string | number>> {
    return hand?.tool.hintParams?.(hand.state, contextFor(hand.made)) ?? {};
  },
  get offers(): readonly ToolOffer[] {
    return hand?.tool.offers?.(hand.state, contextFor(hand.made)) ?? [];
  },
  /** Signs in the hand, as they were and as they would be. */
  get signs(): { readonly before: readonly Sign[]; readonly now: readonly Sign[] } {
    const of = (which: 'signs' | 'signsBefore') => hand?.tool[which]?.(hand.state, contextFor(hand.made)) ?? [];
    return { before: of('signsBefore'), now: of('signs') };
  },
  /** Cameras and lamps in the hand, as they would be. */
  get devices(): readonly Device[] {
    return hand?.tool.devices?.(hand.state, contextFor(hand.made)) ?? [];
  },
  get tells(): readonly SketchLabel[] {
    return hand?.tool.tells?.(hand.state, contextFor(hand.made)) ?? [];
  },
  /** Words in the tool's field; null where it has none. */
  get typed(): string | null {
    return hand?.tool.typed?.(hand.state) ?? null;
  },
  /** The record of a list that is meant; null where there is none. */
  get chosen(): Id | null {
    return hand?.tool.chosen?.(hand.state) ?? null;
  },
  /** The fewest positions a paste needs; null where the tool takes none. */
  get pastes(): number | null {
    return hand?.tool.pastes ?? null;
  },
  /** Arrows move what is selected instead of the map. */
  get takesNudges(): boolean {
    return hand?.tool.takesNudges?.(contextFor(hand.made)) ?? false;
  },
  act(action: ToolActionId): void {
    if (toolStatus.actions.includes(action)) toTool({ type: 'act', action });
  },
  /** "Xong": performs what is drawn, or puts the tool down when nothing is. */
  finish(): void {
    if (toolStatus.canFinish) toTool({ type: 'finish' });
    else if (!toolStatus.canUndoPoint) toolStatus.cancel();
  },
  undoPoint(): void {
    if (toolStatus.canUndoPoint || toolStatus.canTakeBack) toTool({ type: 'undo-point' });
  },
  /** Escape: out of one level, a point before the drawing, the drawing before the tool. */
  back(): void {
    if (!hand) return toolStatus.cancel();
    const { tool, state, made } = hand;
    const context = contextFor(made);
    if (tool.backs) {
      const back = tool.backs(state, context);
      if (back === null) return toolStatus.cancel();
      dropRun();
      hand = { ...hand, state: back, fault: null };
      return;
    }
    if (!tool.status(state, context).canUndoPoint) return toolStatus.cancel();
    offerBack(hand);
    hand = { ...hand, state: tool.start(context), fault: null };
  },
  /** "Bỏ": forgets the drawing and puts the tool down. */
  cancel(): void {
    dropRun();
    offerDrawingBack();
    putDown();
  },
};

/** What is half drawn as the tool leaves the hand; what is merely moved stands where it stood. */
function offerDrawingBack(): void {
  if (hand && !hand.tool.backs && toolStatus.canUndoPoint) offerBack(hand);
}

/** A drawing dropped by a slip of the hand can be had again. */
function offerBack(dropped: Hand): void {
  say('notice', t('tool.dropped'), { label: t('tool.takeBack'), run: () => bringBack(dropped) });
}
