/** Splitting the selected road where it is tapped; both pieces' lengths are shown before. */
import { locateOnLine, lineLengthMeters } from '../../domain/geometry/line.ts';
import { roundPosition } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Road } from '../../domain/records/road.ts';
import { line, point } from './sketch.ts';
import type { Tool, ToolContext, ToolEdit } from './tool.ts';
import { selectedRoad } from './underHand.ts';

export interface SplittingRoad {
  /** On the road, under the pointer. */
  readonly at: Position | null;
}

export const splitEdit = (road: Road, at: Position, { newId }: ToolContext): ToolEdit => ({
  kind: 'road.split',
  input: { id: road.id, at: roundPosition(at), newRoadId: newId(), newName: null },
  shows: { kind: 'road', id: road.id },
});

/** A pointer within this many reaches of the road means a place on it. */
const pulls = 2;

function footOn(road: Road, position: Position, { reachMeters }: ToolContext): Position | null {
  const { foot, distanceMeters } = locateOnLine(road.line, position);
  return distanceMeters <= reachMeters * pulls ? foot : null;
}

export const splitRoad: Tool<SplittingRoad> = {
  afterwards: 'select',
  start: () => ({ at: null }),
  handle(state, event, context) {
    const road = selectedRoad(context);
    if (!road) return { state };
    if (event.type === 'hover') return { state: { at: footOn(road, event.position, context) } };
    if (event.type === 'undo-point') return { state: { at: null } };
    if (event.type !== 'click') return { state };
    // Beside the road the rules say how far off it was.
    const at = footOn(road, event.position, context) ?? event.position;
    return { state: { at }, edit: splitEdit(road, at, context) };
  },
  sketch({ at }, context) {
    const road = selectedRoad(context);
    if (!road) return [];
    const shown = line('lit', road.line.coordinates);
    if (!at) return shown;
    const { measureMeters } = locateOnLine(road.line, at);
    const pieces = `${Math.round(measureMeters)} + ${Math.round(lineLengthMeters(road.line) - measureMeters)}`;
    return [...shown, point('snap', at, { key: 'tool.meters', params: { length: pieces } })];
  },
  status: (_state, context) => ({
    hintKey: selectedRoad(context) ? 'tool.splitRoad' : 'tool.splitRoad.nothing',
    canFinish: false,
    canUndoPoint: false,
  }),
};
