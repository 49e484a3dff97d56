/** A tool: a small machine that turns what a hand does into a sketch and, when done, one edit. Pure. */
import type { Camera } from '../../domain/records/camera.ts';
import type { Lamp } from '../../domain/records/lamp.ts';
import type { EditKind, InputOf } from '../../domain/edits/registry.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { ToolOptions } from './options.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { RecordKind } from '../../domain/records/record.ts';
import type { Sign } from '../../domain/records/sign.ts';
import type { World } from '../../domain/records/world.ts';
import type { ToolTextKey } from '../i18n/vi/tools.ts';
import type { Sketch, SketchLabel } from './sketch.ts';

export interface Held {
  readonly kind: RecordKind;
  readonly id: Id;
}

export type Device = Camera | Lamp;

export interface ToolContext {
  readonly world: World;
  readonly options: ToolOptions;
  readonly selection: Held | null;
  /** What this tool has made last, since it was taken up. */
  readonly made: Held | null;
  /** Metres on the ground of the hand's tolerance (12 pixels, more for a finger) at the present zoom. */
  readonly reachMeters: number;
  readonly newId: () => Id;
  /** Today, yyyy-mm-dd: numbers that rest are not proposed. */
  readonly on: string;
}

/** What can be done with what is drawn or picked, by a button or a key. */
export type ToolActionId = 'delete-vertex' | 'square' | 'split-here';

export type ToolEvent =
  | {
      /** click: pressed and let go in one place; double: twice so; hold: kept down on one place. */
      readonly type: 'hover' | 'click' | 'double' | 'hold' | 'press' | 'drag' | 'release';
      readonly position: Position;
      /** Shift: right angles and steps of 15°. */
      readonly isSteady?: boolean;
    }
  /** undo-point takes back the last point, or lets go of what is held; settle ends a run of nudges. */
  | { readonly type: 'finish' | 'undo-point' | 'settle' }
  | { readonly type: 'act'; readonly action: ToolActionId }
  | { readonly type: 'nudge'; readonly eastMeters: number; readonly northMeters: number }
  /** Clockwise. */
  | { readonly type: 'turn'; readonly degrees: number }
  /** The next or the last point is picked. */
  | { readonly type: 'next'; readonly step: 1 | -1 }
  /** Where the person stands, as the device says. */
  | { readonly type: 'here'; readonly position: Position }
  /** One of the large buttons was pressed. */
  | { readonly type: 'offer'; readonly id: ToolOfferId }
  /** A record of a list is the one that is meant from now on. */
  | { readonly type: 'choose'; readonly id: Id }
  /** Words typed into the tool's field. */
  | { readonly type: 'type'; readonly text: string }
  /** Positions from the clipboard take the place of what is drawn. */
  | { readonly type: 'paste'; readonly positions: readonly Position[] };

export type ToolEdit = {
  readonly [K in EditKind]: { readonly kind: K; readonly input: InputOf<K>; readonly shows: Held | null };
}[EditKind];

export interface ToolStep<State> {
  readonly state: State;
  /** To be performed now; the state stays as it is until the edit is accepted. */
  readonly edit?: ToolEdit;
  /** The edit made last is to be undone. */
  readonly takesBack?: boolean;
  /** A proposed device is to stay there; the tool is then put down. */
  readonly pins?: Device;
  /** Why the hand did nothing where it was to do something: to be told to the person. */
  readonly says?: SaidByTool;
}

export interface SaidByTool {
  readonly key: ToolTextKey;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type ToolOfferId = 'left' | 'right' | 'turn';

/** What one press of a large button would do. */
export interface ToolOffer {
  readonly id: ToolOfferId;
  readonly label: SketchLabel;
  readonly note: SketchLabel | null;
  readonly more: SketchLabel | null;
  readonly isOff: boolean;
  /** It would make a house that nobody has drawn yet. */
  readonly isNew: boolean;
}

export interface ToolStatus {
  readonly hintKey: ToolTextKey;
  readonly canFinish: boolean;
  readonly canUndoPoint: boolean;
  /** Nothing is unfinished, and what was performed last can be taken back from within the tool. */
  readonly canTakeBack?: boolean;
  /** What a button or key can do now. */
  readonly actions?: readonly ToolActionId[];
  /** Where the actions are offered beside the thing itself: after a long press. */
  readonly menuAt?: Position | null;
}

export interface Tool<State> {
  readonly start: (context: ToolContext) => State;
  readonly handle: (state: State, event: ToolEvent, context: ToolContext) => ToolStep<State>;
  readonly sketch: (state: State, context: ToolContext) => Sketch;
  readonly status: (state: State, context: ToolContext) => ToolStatus;
  /** True where a press takes hold of something, so that the map must not pan. */
  readonly grabs?: (state: State, position: Position, context: ToolContext) => boolean;
  /** True while what a press took hold of is in the hand. */
  readonly holds?: (state: State) => boolean;
  /** True while there is something that arrows and brackets move and turn. */
  readonly takesNudges?: (context: ToolContext) => boolean;
  /** One level back out (Escape): from a point to the whole; null where there is no level left within the tool. */
  readonly backs?: (state: State, context: ToolContext) => State | null;
  /** What is kept of the state when its edit has been accepted; without it the tool starts afresh. */
  readonly rests?: (state: State, context: ToolContext) => State;
  /** What follows an accepted edit: the same again, or the new record selected for its details. */
  readonly afterwards: 'again' | 'select';
  readonly hintParams?: (state: State, context: ToolContext) => Readonly<Record<string, string | number>>;
  /** Large buttons; where there are any, left and right arrows press them. */
  readonly offers?: (state: State, context: ToolContext) => readonly ToolOffer[];
  /** Signs as they would be: what they would be good for is told beside the tool. */
  readonly signs?: (state: State, context: ToolContext) => readonly Sign[];
  /** The same signs as they were when the tool took hold of them; without it they are new. */
  readonly signsBefore?: (state: State, context: ToolContext) => readonly Sign[];
  /** Cameras and lamps that are moved, turned or placed, as they would be: what they see and light follows the hand. */
  readonly devices?: (state: State, context: ToolContext) => readonly Device[];
  /** What the tool has found out, a line each. */
  readonly tells?: (state: State, context: ToolContext) => readonly SketchLabel[];
  /** Words typed by the person into the tool's field; without it there is no field. */
  readonly typed?: (state: State) => string;
  /** The record of a list that is meant; without it the tool knows no list. */
  readonly chosen?: (state: State) => Id | null;
  /** The fewest positions a paste needs; without it the tool takes no paste. */
  readonly pastes?: number;
}
