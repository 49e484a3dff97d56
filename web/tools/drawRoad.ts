/** Drawing a road: click, click, double click. It catches on other roads, and opens from the one it catches on. */
import { orientRoadLine } from '../../domain/addressing/direction.ts';
import { suggestParent } from '../../domain/addressing/network.ts';
import { parentClasses } from '../../domain/addressing/roadClass.ts';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import { roundLine } from '../../domain/geometry/polygon.ts';
import type { LineString, Position } from '../../domain/geometry/shapes.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { RoadClass } from '../../domain/records/road.ts';
import type { World } from '../../domain/records/world.ts';
import { usualWidthMeters } from './options.ts';
import { lengthLabel, line, point } from './sketch.ts';
import { isNear, sketchSnap, snapToRoads, type Snap } from './snapping.ts';
import { steadyNext } from './steady.ts';
import type { Tool, ToolContext, ToolEdit } from './tool.ts';

export interface RoadDrawing {
  readonly snaps: readonly Snap[];
  readonly pointer: Snap | null;
}

/** The road caught on at the start, else at the end, if the class may open from it; else what the rules propose. */
export function parentOf(world: World, drawn: LineString, roadClass: RoadClass, snaps: readonly Snap[]): Id | null {
  const allowed = parentClasses[roadClass];
  if (allowed.length === 0) return null;
  for (const snap of [snaps[0], snaps.at(-1)]) {
    const road = snap?.roadId ? world.road.get(snap.roadId) : undefined;
    if (road && allowed.includes(road.class)) return road.id;
  }
  return suggestParent(world, drawn, roadClass);
}

function editOf(snaps: readonly Snap[], { world, options, newId }: ToolContext): ToolEdit {
  const drawn = roundLine({ type: 'LineString', coordinates: snaps.map(({ position }) => position) });
  const parentRoadId = parentOf(world, drawn, options.roadClass, snaps);
  const id = newId();
  return {
    kind: 'road.draw',
    input: {
      id,
      line: orientRoadLine(world, { class: options.roadClass, parentRoadId, line: drawn }),
      class: options.roadClass,
      name: null,
      parentRoadId,
      widthMeters: usualWidthMeters[options.roadClass],
    },
    shows: { kind: 'road', id },
  };
}

/** The road being drawn catches on its own first point too, so that a loop can be closed; a steady hand on nothing. */
function snapped(state: RoadDrawing, position: Position, isSteady: boolean, context: ToolContext): Snap {
  const { world, reachMeters } = context;
  const [first] = state.snaps;
  if (first && state.snaps.length >= 3 && isNear(first.position, position, reachMeters)) {
    return { ...first, onto: 'start' };
  }
  if (isSteady && first) {
    const drawn = state.snaps.map((snap) => snap.position);
    return { position: steadyNext(world, drawn, position), onto: 'nothing', roadId: null };
  }
  return snapToRoads(world, position, reachMeters);
}

const canFinish = ({ snaps }: RoadDrawing): boolean => snaps.length >= 2;

export const drawRoad: Tool<RoadDrawing> = {
  afterwards: 'select',
  pastes: 2,
  start: () => ({ snaps: [], pointer: null }),
  handle(state, event, context) {
    switch (event.type) {
      case 'hover':
        return { state: { ...state, pointer: snapped(state, event.position, event.isSteady ?? false, context) } };
      case 'click': {
        const last = state.snaps.at(-1);
        const next = snapped(state, event.position, event.isSteady ?? false, context);
        // The second click of a double click means the point just set, or catches on the same place: the road ends there.
        const isSamePlace = last !== undefined && isNear(last.position, next.position, 0.01);
        if (last && (isSamePlace || isNear(last.position, event.position, context.reachMeters / 2))) {
          return canFinish(state) ? { state, edit: editOf(state.snaps, context) } : { state };
        }
        const snaps = [...state.snaps, next];
        const isLoop = snaps.length >= 4 && next.onto === 'start';
        const drawn = { snaps, pointer: null };
        return isLoop ? { state: drawn, edit: editOf(snaps, context) } : { state: drawn };
      }
      case 'finish':
        return canFinish(state) ? { state, edit: editOf(state.snaps, context) } : { state };
      case 'undo-point':
        return { state: { snaps: state.snaps.slice(0, -1), pointer: null } };
      case 'paste':
        return { state: { snaps: event.positions.map(asPasted), pointer: null } };
      default:
        return { state };
    }
  },
  sketch({ snaps, pointer }, { world }) {
    const positions = snaps.map(({ position }) => position);
    const last = positions.at(-1);
    return [
      ...line('line', positions),
      ...(last && pointer ? line('guide', [last, pointer.position]) : []),
      ...positions.map((position) => point('vertex', position)),
      ...(last && pointer ? [lengthLabel(last, pointer.position, distanceMeters(last, pointer.position))] : []),
      ...sketchSnap(world, pointer),
    ];
  },
  status: (state) => ({
    hintKey: state.snaps.length === 0 ? 'tool.drawRoad.start' : 'tool.drawRoad.more',
    canFinish: canFinish(state),
    canUndoPoint: state.snaps.length >= 1,
  }),
};

const asPasted = (position: Position): Snap => ({ position, onto: 'nothing', roadId: null });
