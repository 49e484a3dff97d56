/** Moving what is selected by its handles: points of a road, a house or its entrance, a device and its direction. */
import { roundLine, roundPolygon, roundPosition } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { World } from '../../domain/records/world.ts';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import type { MapTextKey } from '../i18n/map.vi.ts';
import { handlesOf, type Handle, type Movable } from './handles.ts';
import { moved } from './moved.ts';
import { area, line, point, type Sketch } from './sketch.ts';
import { snapToRoads } from './snapping.ts';
import type { Tool, ToolContext, ToolEdit } from './tool.ts';

export interface Moving {
  /** The handle in the hand and where it was taken; null while nothing is held. */
  readonly held: { readonly handle: Handle; readonly from: Position } | null;
  /** The record as it would be; kept after the release until the edit is accepted. */
  readonly after: Movable | null;
}

const atRest: Moving = { held: null, after: null };

export function movableOf(world: World, selection: ToolContext['selection']): Movable | null {
  if (!selection) return null;
  const found = world[selection.kind].get(selection.id);
  switch (found?.kind) {
    case 'road':
    case 'house':
    case 'sign':
    case 'camera':
    case 'lamp':
    case 'landmark':
      return found;
    default:
      return null;
  }
}

/** The nearest handle within reach; a point itself before the small one between two. */
function handleAt(record: Movable, position: Position, context: ToolContext): Handle | null {
  const near = handlesOf(record, context.reachMeters)
    .map((handle) => ({ handle, meters: distanceMeters(handle.position, position) }))
    .filter(({ meters }) => meters <= context.reachMeters)
    .sort((one, other) => one.handle.rank - other.handle.rank || one.meters - other.meters);
  return near[0]?.handle ?? null;
}

function editOf(record: Movable): ToolEdit {
  const shows = { kind: record.kind, id: record.id };
  const { id } = record;
  switch (record.kind) {
    case 'road':
      return { kind: 'road.reshape', input: { id, line: roundLine(record.line) }, shows };
    case 'house': {
      const footprint = record.footprint && roundPolygon(record.footprint);
      return { kind: 'house.move', input: { id, entrance: roundPosition(record.entrance), footprint }, shows };
    }
    case 'camera': {
      const changes = { place: roundPosition(record.place), facingDegrees: record.facingDegrees };
      return { kind: 'camera.update', input: { id, changes }, shows };
    }
    case 'sign': {
      const changes = { place: roundPosition(record.place), facingDegrees: record.facingDegrees };
      return { kind: 'sign.update', input: { id, changes }, shows };
    }
    case 'lamp':
      return { kind: 'lamp.update', input: { id, changes: { place: roundPosition(record.place) } }, shows };
    case 'landmark':
      return { kind: 'landmark.update', input: { id, changes: { place: roundPosition(record.place) } }, shows };
  }
}

/** Points of a road catch on other roads, so that a lane's mouth meets its road exactly. */
function caught(record: Movable, position: Position, { world, reachMeters }: ToolContext): Position {
  return record.kind === 'road' ? snapToRoads(world, position, reachMeters, record.id).position : position;
}

export const move: Tool<Moving> = {
  afterwards: 'again',
  start: () => atRest,
  grabs: (_state, position, context) => {
    const record = movableOf(context.world, context.selection);
    return record !== null && handleAt(record, position, context) !== null;
  },
  handle(state, event, context) {
    const record = movableOf(context.world, context.selection);
    if (!record) return { state: atRest };
    switch (event.type) {
      case 'press': {
        const handle = handleAt(record, event.position, context);
        return { state: handle ? { held: { handle, from: event.position }, after: null } : state };
      }
      case 'drag':
        if (!state.held) return { state };
        return { state: { ...state, after: moved(record, state.held, caught(record, event.position, context)) } };
      case 'release': {
        if (!state.held || !state.after) return { state: { ...state, held: null } };
        return { state: { held: null, after: state.after }, edit: editOf(state.after) };
      }
      case 'undo-point':
        return { state: atRest };
      default:
        return { state };
    }
  },
  sketch(state, context) {
    const selected = movableOf(context.world, context.selection);
    if (!selected) return [];
    // A drawing that was refused belongs to the record it was made from, not to one selected since.
    const after = state.after?.id === selected.id ? state.after : null;
    const record = after ?? selected;
    return [
      ...(after ? shapeOf(after) : []),
      ...directionOf(record, context.reachMeters),
      ...handlesOf(record, context.reachMeters).map((handle) =>
        point(handle.what === 'between' ? 'mid' : 'handle', handle.position),
      ),
    ];
  },
  status(state, context) {
    const record = movableOf(context.world, context.selection);
    return {
      hintKey: record ? hints[record.kind] : 'tool.move.nothing',
      canFinish: false,
      canUndoPoint: state.after !== null,
    };
  },
};

const hints: Readonly<Record<Movable['kind'], MapTextKey>> = {
  road: 'tool.move.road',
  house: 'tool.move.house',
  camera: 'tool.move.camera',
  sign: 'tool.move.camera',
  lamp: 'tool.move.point',
  landmark: 'tool.move.point',
};

function shapeOf(record: Movable): Sketch {
  if (record.kind === 'road') return line('line', record.line.coordinates);
  if (record.kind === 'house')
    return record.footprint ? area('area', record.footprint.coordinates[0]?.slice(0, -1) ?? []) : [];
  return [];
}

/** The line from a device to the tip by which it is turned. */
function directionOf(record: Movable, reachMeters: number): Sketch {
  const [tip, place] = handlesOf(record, reachMeters);
  return tip?.what === 'direction' && place ? line('guide', [place.position, tip.position]) : [];
}
