/** Drawing a house by its corners; the entrance is put by the rules in the wall that faces its road. */
import { defaultEntrance } from '../../domain/addressing/defaultEntrance.ts';
import { roundPolygon } from '../../domain/geometry/polygon.ts';
import type { Polygon, Position } from '../../domain/geometry/shapes.ts';
import type { World } from '../../domain/records/world.ts';
import { area, line, point } from './sketch.ts';
import { isNear } from './snapping.ts';
import type { Tool, ToolContext, ToolEdit } from './tool.ts';

export interface HouseDrawing {
  readonly corners: readonly Position[];
  readonly pointer: Position | null;
}

const canClose = ({ corners }: HouseDrawing): boolean => corners.length >= 3;

const footprintOf = (corners: readonly Position[]): Polygon =>
  roundPolygon({ type: 'Polygon', coordinates: [[...corners, corners[0] as Position]] });

/** Asked again at every move of the pointer, while the corners stay. */
const entrances = new WeakMap<readonly Position[], Position>();

function entranceOf(world: World, corners: readonly Position[]): Position {
  let entrance = entrances.get(corners);
  if (!entrance) entrances.set(corners, (entrance = defaultEntrance(world, footprintOf(corners))));
  return entrance;
}

function editOf({ corners }: HouseDrawing, { options, newId }: ToolContext): ToolEdit {
  const id = newId();
  return {
    kind: 'house.draw',
    input: {
      id,
      entrance: null,
      footprint: footprintOf(corners),
      use: options.houseUse,
      state: 'standing',
      name: null,
    },
    shows: { kind: 'house', id },
  };
}

export const drawHouse: Tool<HouseDrawing> = {
  afterwards: 'again',
  start: () => ({ corners: [], pointer: null }),
  handle(state, event, context) {
    switch (event.type) {
      case 'hover':
        return { state: { ...state, pointer: event.position } };
      case 'click': {
        const { corners } = state;
        const near = (corner: Position | undefined) =>
          corner !== undefined && isNear(corner, event.position, context.reachMeters);
        const closes =
          near(corners[0]) || isNear(corners.at(-1) ?? event.position, event.position, context.reachMeters / 2);
        if (corners.length > 0 && closes) return canClose(state) ? { state, edit: editOf(state, context) } : { state };
        return { state: { corners: [...corners, event.position], pointer: null } };
      }
      case 'finish':
        return canClose(state) ? { state, edit: editOf(state, context) } : { state };
      case 'undo-point':
        return { state: { corners: state.corners.slice(0, -1), pointer: null } };
      default:
        return { state };
    }
  },
  sketch(state, { world }) {
    const { corners, pointer } = state;
    const [first] = corners;
    const last = corners.at(-1);
    return [
      ...area('area', corners),
      ...(last && pointer
        ? line('guide', first && corners.length >= 2 ? [last, pointer, first] : [last, pointer])
        : []),
      ...corners.map((corner, index) => point(index === 0 && canClose(state) ? 'first' : 'vertex', corner)),
      ...(canClose(state) ? [point('mid', entranceOf(world, corners))] : []),
    ];
  },
  status: (state) => ({
    hintKey:
      state.corners.length === 0
        ? 'tool.drawHouse.start'
        : canClose(state)
          ? 'tool.drawHouse.close'
          : 'tool.drawHouse.more',
    canFinish: canClose(state),
    canUndoPoint: state.corners.length >= 1,
  }),
};
