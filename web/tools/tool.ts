/** A tool: a small machine that turns pointer events into a sketch and, when done, one edit. Pure. */
import type { EditKind, InputOf } from '../../domain/edits/registry.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { ToolOptions } from './options.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { RecordKind } from '../../domain/records/record.ts';
import type { World } from '../../domain/records/world.ts';
import type { MapTextKey } from '../i18n/map.vi.ts';
import type { Sketch } from './sketch.ts';

export interface ToolContext {
  readonly world: World;
  readonly options: ToolOptions;
  readonly selection: { readonly kind: RecordKind; readonly id: Id } | null;
  /** Metres on the ground of the hand's tolerance (12 pixels, more for a finger) at the present zoom. */
  readonly reachMeters: number;
  readonly newId: () => Id;
}

export type ToolEvent =
  | { readonly type: 'hover' | 'click' | 'press' | 'drag' | 'release'; readonly position: Position }
  | { readonly type: 'finish' | 'undo-point' };

export type ToolEdit = {
  readonly [K in EditKind]: { readonly kind: K; readonly input: InputOf<K>; readonly shows: ToolContext['selection'] };
}[EditKind];

export interface ToolStep<State> {
  readonly state: State;
  /** To be performed now; the state stays as it is until the edit is accepted. */
  readonly edit?: ToolEdit;
}

export interface ToolStatus {
  readonly hintKey: MapTextKey;
  readonly canFinish: boolean;
  readonly canUndoPoint: boolean;
}

export interface Tool<State> {
  readonly start: (context: ToolContext) => State;
  readonly handle: (state: State, event: ToolEvent, context: ToolContext) => ToolStep<State>;
  readonly sketch: (state: State, context: ToolContext) => Sketch;
  readonly status: (state: State, context: ToolContext) => ToolStatus;
  /** True where a press takes hold of something, so that the map must not pan. */
  readonly grabs?: (state: State, position: Position, context: ToolContext) => boolean;
  /** What follows an accepted edit: the same again, or the new record selected for its details. */
  readonly afterwards: 'again' | 'select';
}
