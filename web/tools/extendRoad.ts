/** Continuing the selected road from one of its ends: the nearer one to the first tap. */
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import { roundPosition } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Road } from '../../domain/records/road.ts';
import { lengthLabel, line, point } from './sketch.ts';
import { isNear, sketchSnap, snapToRoads, type Snap } from './snapping.ts';
import { steadyNext } from './steady.ts';
import type { Tool, ToolContext, ToolEdit } from './tool.ts';
import { selectedRoad } from './underHand.ts';

export interface ExtendingRoad {
  readonly end: 'start' | 'end' | null;
  readonly snaps: readonly Snap[];
  readonly pointer: Snap | null;
}

const endOf = ({ line: { coordinates } }: Road, end: 'start' | 'end'): Position =>
  end === 'start' ? coordinates[0]! : coordinates.at(-1)!;

const nearerEnd = (road: Road, position: Position): 'start' | 'end' =>
  distanceMeters(endOf(road, 'start'), position) < distanceMeters(endOf(road, 'end'), position) ? 'start' : 'end';

/** The piece that was there and the ones drawn, from which angles are taken. */
function chainOf(road: Road, { end, snaps }: ExtendingRoad): readonly Position[] {
  if (end === null) return [];
  const { coordinates } = road.line;
  const before = end === 'start' ? coordinates[1]! : coordinates.at(-2)!;
  return [before, endOf(road, end), ...snaps.map(({ position }) => position)];
}

function snapped(road: Road, state: ExtendingRoad, to: Position, isSteady: boolean, context: ToolContext): Snap {
  if (isSteady && state.end !== null) {
    return { position: steadyNext(context.world, chainOf(road, state), to), onto: 'nothing', roadId: null };
  }
  return snapToRoads(context.world, to, context.reachMeters, road.id);
}

const editOf = (road: Road, end: 'start' | 'end', snaps: readonly Snap[]): ToolEdit => ({
  kind: 'road.extend',
  input: { id: road.id, end, positions: snaps.map(({ position }) => roundPosition(position)) },
  shows: { kind: 'road', id: road.id },
});

export const extendRoad: Tool<ExtendingRoad> = {
  afterwards: 'select',
  pastes: 1,
  start: () => ({ end: null, snaps: [], pointer: null }),
  handle(state, event, context) {
    const road = selectedRoad(context);
    if (!road) return { state };
    const { end, snaps } = state;
    switch (event.type) {
      case 'hover':
        return { state: { ...state, pointer: snapped(road, state, event.position, event.isSteady ?? false, context) } };
      case 'click': {
        if (end === null) {
          const nearer = nearerEnd(road, event.position);
          if (isNear(endOf(road, nearer), event.position, context.reachMeters)) {
            return { state: { ...state, end: nearer, pointer: null } };
          }
          const first = snapped(road, state, event.position, false, context);
          return { state: { end: nearer, snaps: [first], pointer: null } };
        }
        const last = snaps.at(-1)?.position ?? endOf(road, end);
        const next = snapped(road, state, event.position, event.isSteady ?? false, context);
        // The second click of a double click: the road ends there.
        if (isNear(last, next.position, 0.01) || isNear(last, event.position, context.reachMeters / 2)) {
          return snaps.length > 0 ? { state, edit: editOf(road, end, snaps) } : { state };
        }
        return { state: { end, snaps: [...snaps, next], pointer: null } };
      }
      case 'finish':
        return end !== null && snaps.length > 0 ? { state, edit: editOf(road, end, snaps) } : { state };
      case 'undo-point':
        return { state: { end: snaps.length === 0 ? null : end, snaps: snaps.slice(0, -1), pointer: null } };
      case 'paste': {
        const pasted = event.positions.map((position): Snap => ({ position, onto: 'nothing', roadId: null }));
        return { state: { end: nearerEnd(road, event.positions[0]!), snaps: pasted, pointer: null } };
      }
      default:
        return { state };
    }
  },
  sketch(state, context) {
    const road = selectedRoad(context);
    if (!road) return [];
    const { end, snaps, pointer } = state;
    if (end === null) {
      const near = pointer ? endOf(road, nearerEnd(road, pointer.position)) : null;
      return [
        ...(near && pointer ? line('guide', [near, pointer.position]) : []),
        point('first', endOf(road, 'start')),
        point('first', endOf(road, 'end')),
      ];
    }
    const drawn = chainOf(road, state).slice(1);
    const last = drawn.at(-1)!;
    return [
      ...line('line', drawn),
      ...(pointer ? line('guide', [last, pointer.position]) : []),
      ...snaps.map(({ position }) => point('vertex', position)),
      point('first', endOf(road, end)),
      ...(pointer ? [lengthLabel(last, pointer.position, distanceMeters(last, pointer.position))] : []),
      ...sketchSnap(context.world, pointer),
    ];
  },
  status: ({ end, snaps }, context) => ({
    hintKey: !selectedRoad(context)
      ? 'tool.splitRoad.nothing'
      : end === null
        ? 'tool.extendRoad.start'
        : 'tool.extendRoad.more',
    canFinish: snaps.length > 0,
    canUndoPoint: end !== null,
  }),
};
