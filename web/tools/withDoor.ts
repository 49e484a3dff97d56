/** Drawing houses, with the door of the one just drawn to be dragged where it really is before the next is begun. */
import { roundPosition } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { House } from '../../domain/records/house.ts';
import { point } from './sketch.ts';
import { isNear, onRing } from './snapping.ts';
import type { Tool, ToolContext } from './tool.ts';

export interface WithDoor<Drawing> {
  readonly drawing: Drawing;
  /** Where the door of the last house is being taken; null while nobody holds it. */
  readonly door: Position | null;
}

export function withDoor<Drawing>(tool: Tool<Drawing>): Tool<WithDoor<Drawing>> {
  /** The house whose door may be taken hold of: the last one, until the next is begun. */
  const lastHouse = (drawing: Drawing, context: ToolContext): House | null =>
    context.made?.kind === 'house' && !tool.status(drawing, context).canUndoPoint
      ? (context.world.house.get(context.made.id) ?? null)
      : null;
  const grabs = ({ drawing }: WithDoor<Drawing>, position: Position, context: ToolContext): boolean => {
    const house = lastHouse(drawing, context);
    return house !== null && isNear(house.entrance, position, context.reachMeters);
  };
  return {
    afterwards: tool.afterwards,
    ...(tool.pastes === undefined ? {} : { pastes: tool.pastes }),
    grabs,
    holds: ({ door }) => door !== null,
    start: (context) => ({ drawing: tool.start(context), door: null }),
    handle(state, event, context) {
      const house = lastHouse(state.drawing, context);
      if (event.type === 'press') {
        return { state: house && grabs(state, event.position, context) ? { ...state, door: house.entrance } : state };
      }
      if (state.door && house) {
        if (event.type === 'drag') return { state: { ...state, door: caughtOnWall(house, event.position, context) } };
        if (event.type === 'undo-point') return { state: { ...state, door: null } };
        if (event.type === 'release') {
          // Pressed and let go without going anywhere.
          if (isNear(state.door, house.entrance, 0.05)) return { state: { ...state, door: null } };
          const { id, footprint } = house;
          return {
            state,
            edit: {
              kind: 'house.move',
              input: { id, entrance: roundPosition(state.door), footprint },
              shows: { kind: 'house', id },
            },
          };
        }
      }
      const step = tool.handle(state.drawing, event, context);
      const next = { drawing: step.state, door: null };
      return step.edit ? { state: next, edit: step.edit } : { state: next };
    },
    sketch(state, context) {
      const house = lastHouse(state.drawing, context);
      const door = state.door ?? house?.entrance;
      return [...tool.sketch(state.drawing, context), ...(door ? [point('door', door)] : [])];
    },
    status: ({ drawing, door }, context) => {
      const status = tool.status(drawing, context);
      return door ? { ...status, canUndoPoint: true, hintKey: 'tool.move.entrance' } : status;
    },
  };
}

/** A door is in a wall: near one it goes there; farther away it is a gate. */
export function caughtOnWall(house: Pick<House, 'footprint'>, to: Position, { reachMeters }: ToolContext): Position {
  const ring = house.footprint?.coordinates[0];
  if (!ring) return to;
  const { foot, distanceMeters } = onRing(ring, to);
  return distanceMeters <= reachMeters / 2 ? foot : to;
}
