/** Drawing a house in three taps: two for a wall, one for the depth. Always square, whichever way it stands. */
import type { Position } from '../../domain/geometry/shapes.ts';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import { rectangleOn } from '../../domain/geometry/rectangle.ts';
import { houseSnap } from './drawOutline.ts';
import { entranceTowardsRoad } from './entrance.ts';
import { houseEdit } from './houseEdit.ts';
import { area, lengthLabel, line, point, type Sketch } from './sketch.ts';
import { isNear, sketchSnap, type Snap } from './snapping.ts';
import type { Tool, ToolContext } from './tool.ts';
import { withDoor } from './withDoor.ts';

export interface HouseDrawing {
  /** The ends of the first wall, as far as they are set. */
  readonly wall: readonly Position[];
  readonly pointer: Snap | null;
  /** What was made of it and refused, kept to be looked at: the depth that was tapped. */
  readonly depth: Position | null;
}

/** A shallower house is a slip of the hand, in metres. */
const leastMeters = 0.5;

function rectangle({ wall, pointer, depth }: HouseDrawing, at?: Position) {
  const [from, to] = wall;
  const far = at ?? depth ?? pointer?.position;
  const drawn = from && to && far ? rectangleOn(from, to, far) : null;
  return drawn && drawn.depthMeters >= leastMeters ? drawn : null;
}

export const drawHouse = withDoor<HouseDrawing>({
  afterwards: 'again',
  start: () => ({ wall: [], pointer: null, depth: null }),
  handle(state, event, context) {
    switch (event.type) {
      case 'hover':
        return { state: { ...state, pointer: snapped(state, event.position, event.isSteady ?? false, context) } };
      case 'click': {
        const { wall } = state;
        const next = snapped(state, event.position, event.isSteady ?? false, context).position;
        if (wall.length < 2) {
          // The second click of a double click is not a wall.
          if (wall[0] && isNear(wall[0], next, context.reachMeters / 2)) return { state };
          return { state: { wall: [...wall, next], pointer: null, depth: null } };
        }
        const drawn = rectangle(state, next);
        return drawn ? { state: { ...state, depth: next }, edit: houseEdit(drawn.corners, context) } : { state };
      }
      case 'finish': {
        const drawn = rectangle(state);
        return drawn ? { state, edit: houseEdit(drawn.corners, context) } : { state };
      }
      case 'undo-point':
        if (state.depth) return { state: { ...state, depth: null, pointer: null } };
        return { state: { wall: state.wall.slice(0, -1), pointer: null, depth: null } };
      default:
        return { state };
    }
  },
  sketch(state, { world }) {
    const { wall, pointer } = state;
    const [from, to] = wall;
    const drawn = rectangle(state);
    if (drawn) {
      const [a, b, c] = drawn.corners as [Position, Position, Position];
      return [
        ...area('area', drawn.corners),
        ...wall.map((corner) => point('vertex', corner)),
        point('door', entranceTowardsRoad(world, drawn.corners)),
        lengthLabel(a, b, drawn.wallMeters),
        lengthLabel(b, c, drawn.depthMeters),
        ...sketchSnap(world, pointer),
      ];
    }
    const next = to ?? pointer?.position;
    return [
      ...(from && next ? wallSketch(from, next) : []),
      ...wall.map((corner) => point('vertex', corner)),
      ...sketchSnap(world, pointer),
    ];
  },
  status: (state) => ({
    hintKey:
      state.wall.length === 0
        ? 'tool.drawHouse.wall'
        : state.wall.length === 1
          ? 'tool.drawHouse.wallEnd'
          : 'tool.drawHouse.depth',
    canFinish: rectangle(state) !== null,
    canUndoPoint: state.wall.length >= 1,
  }),
} satisfies Tool<HouseDrawing>);

function snapped({ wall }: HouseDrawing, position: Position, isSteady: boolean, context: ToolContext): Snap {
  // A rectangle is square by itself: a steady hand matters for its wall only.
  return houseSnap(wall, position, isSteady && wall.length === 1, context);
}

const wallSketch = (from: Position, to: Position): Sketch => [
  ...line('guide', [from, to]),
  lengthLabel(from, to, distanceMeters(from, to)),
];
