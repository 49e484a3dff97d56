/** Drawing a house corner by corner; the entrance is put on the side that faces its road. */
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { squareCorners } from '../../domain/geometry/squareCorners.ts';
import { entranceTowardsRoad } from './entrance.ts';
import { houseEdit } from './houseEdit.ts';
import { area, lengthLabel, line, point } from './sketch.ts';
import { isNear, sketchSnap, snapToHouses, type Snap } from './snapping.ts';
import { steadyNext } from './steady.ts';
import type { Tool, ToolContext } from './tool.ts';
import { withDoor } from './withDoor.ts';

export interface OutlineDrawing {
  readonly corners: readonly Position[];
  readonly pointer: Snap | null;
}

const canClose = ({ corners }: OutlineDrawing): boolean => corners.length >= 3;

/** A steady hand goes where the angle says; else corners and walls of other houses pull. */
export function houseSnap(
  drawn: readonly Position[],
  position: Position,
  isSteady: boolean,
  { world, reachMeters }: ToolContext,
): Snap {
  if (isSteady && drawn.length > 0)
    return { position: steadyNext(world, drawn, position), onto: 'nothing', roadId: null };
  return snapToHouses(world, position, reachMeters);
}

export const drawOutline = withDoor<OutlineDrawing>({
  afterwards: 'again',
  pastes: 3,
  start: () => ({ corners: [], pointer: null }),
  handle(state, event, context) {
    const { corners } = state;
    switch (event.type) {
      case 'hover':
        return {
          state: { ...state, pointer: houseSnap(corners, event.position, event.isSteady ?? false, context) },
        };
      case 'click': {
        const near = (corner: Position | undefined) =>
          corner !== undefined && isNear(corner, event.position, context.reachMeters);
        const closes =
          near(corners[0]) || isNear(corners.at(-1) ?? event.position, event.position, context.reachMeters / 2);
        if (corners.length > 0 && closes)
          return canClose(state) ? { state, edit: houseEdit(corners, context) } : { state };
        const next = houseSnap(corners, event.position, event.isSteady ?? false, context).position;
        return { state: { corners: [...corners, next], pointer: null } };
      }
      case 'finish':
        return canClose(state) ? { state, edit: houseEdit(corners, context) } : { state };
      case 'undo-point':
        return { state: { corners: corners.slice(0, -1), pointer: null } };
      case 'act': {
        const squared = event.action === 'square' ? squareCorners(corners) : null;
        return { state: squared ? { corners: squared, pointer: null } : state };
      }
      case 'paste':
        return { state: { corners: event.positions, pointer: null } };
      default:
        return { state };
    }
  },
  sketch(state, { world }) {
    const { corners, pointer } = state;
    const [first] = corners;
    const last = corners.at(-1);
    const next = pointer?.position;
    return [
      ...area('area', corners),
      ...(last && next ? line('guide', first && corners.length >= 2 ? [last, next, first] : [last, next]) : []),
      ...corners.map((corner, index) => point(index === 0 && canClose(state) ? 'first' : 'vertex', corner)),
      ...(canClose(state) ? [point('door', entranceTowardsRoad(world, corners))] : []),
      ...(last && next ? [lengthLabel(last, next, distanceMeters(last, next))] : []),
      ...sketchSnap(world, pointer),
    ];
  },
  status: (state) => ({
    hintKey:
      state.corners.length === 0
        ? 'tool.drawOutline.start'
        : canClose(state)
          ? 'tool.drawOutline.close'
          : 'tool.drawOutline.more',
    canFinish: canClose(state),
    canUndoPoint: state.corners.length >= 1,
    actions: state.corners.length >= 4 ? ['square'] : [],
  }),
} satisfies Tool<OutlineDrawing>);
