/** A tool in the hand, and how far it is. */
import type { Id } from '../../domain/records/fields.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { ToolId } from '../state/view.svelte.ts';
import type { Held } from './tool.ts';
import type { AnyTool } from './tools.ts';

export interface Hand {
  readonly id: ToolId;
  /** Where it was taken up. */
  readonly villageId: Id;
  readonly tool: AnyTool;
  /** What the tool has been told so far; of the tool's own type. */
  readonly state: unknown;
  /** What it has made last. */
  readonly made: Held | null;
  /** Where the rules found something wrong with what is drawn. */
  readonly fault: Position | null;
}
