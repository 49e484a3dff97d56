/** A hand that works a tool without a map: clicks in metres, and what came of it. */
import { run } from '../../../domain/edits/run.ts';
import { editDefinitions } from '../../../domain/edits/registry.ts';
import type { Change } from '../../../domain/records/change.ts';
import type { Refusal } from '../../../domain/edits/refusal.ts';
import type { World } from '../../../domain/records/world.ts';
import { firstOptions } from '../../../web/tools/options.ts';
import type { Tool, ToolContext, ToolEdit, ToolEvent } from '../../../web/tools/tool.ts';
import { anEdit, at, newId } from '../../domain/builders.ts';

type Moment = readonly [
  'hover' | 'click' | 'double' | 'hold' | 'press' | 'drag' | 'release',
  eastMeters: number,
  northMeters: number,
  steady?: 'steady',
];

export function contextOf(world: World, more: Partial<ToolContext> = {}): ToolContext {
  return {
    world,
    options: firstOptions,
    selection: null,
    made: null,
    reachMeters: 3,
    newId,
    on: '2026-06-01',
    ...more,
  };
}

export interface Worked<State> {
  readonly state: State;
  readonly edits: readonly ToolEdit[];
}

export function work<State>(
  tool: Tool<State>,
  context: ToolContext,
  moments: readonly (Moment | ToolEvent | 'finish' | 'undo-point' | 'settle')[],
): Worked<State> {
  let state = tool.start(context);
  const edits: ToolEdit[] = [];
  for (const moment of moments) {
    const event: ToolEvent =
      typeof moment === 'string'
        ? { type: moment }
        : 'type' in moment
          ? moment
          : { type: moment[0], position: at(moment[1], moment[2]), isSteady: moment[3] === 'steady' };
    const step = tool.handle(state, event, context);
    state = step.state;
    if (step.edit) edits.push(step.edit);
  }
  return { state, edits };
}

/** What the rules say to the one edit a gesture made. */
export function decided(world: World, { edits }: Worked<unknown>): Change | Refusal {
  if (edits.length !== 1) throw new Error(`the gesture made ${edits.length} edits, not one`);
  const [{ kind, input }] = edits as [ToolEdit];
  const targets = editDefinitions[kind].targets(input as never);
  return run(world, anEdit(world, kind, input as never, targets));
}
