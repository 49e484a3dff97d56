/** Changing what is selected by its handles: points of a road or an outline, a house, its entrance, a device. */
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Sign } from '../../domain/records/sign.ts';
import type { World } from '../../domain/records/world.ts';
import type { ToolTextKey } from '../i18n/vi/tools.ts';
import { boneSketch, choiceEdit, footHandle, ontoRoad } from './bone.ts';
import { handlesOf, nearestHandle, type Handle, type Movable } from './handles.ts';
import { moved, nudged, pointsOf, squared, turned, withoutPoint } from './moved.ts';
import { moveEdit } from './moveEdit.ts';
import { area, line, point, type Sketch, type SketchRole } from './sketch.ts';
import { sketchSnap, snapToHouses, snapToRoads, type Snap } from './snapping.ts';
import type { Tool, ToolActionId, ToolContext, ToolStep } from './tool.ts';
import { splitEdit } from './splitRoad.ts';
import { caughtOnWall } from './withDoor.ts';

export interface Moving {
  /** The handle in the hand and where it was taken; null while nothing is held. */
  readonly held: { readonly handle: Handle; readonly from: Position; readonly record: Movable } | null;
  /** The record as it would be; kept after the release until the edit is accepted. */
  readonly after: Movable | null;
  /** The record as it was before its first change by this tool; null before that. */
  readonly original: Movable | null;
  /** The point of a line or outline that keys and buttons act upon. */
  readonly picked: number | null;
  /** What is done with the picked point is offered beside it. */
  readonly isMenuOpen: boolean;
  /** It was nudged or turned and waits for the end of the run. */
  readonly isNudged: boolean;
  readonly snap: Snap | null;
}

const atRest: Moving = {
  ...{ held: null, after: null, original: null, picked: null, isMenuOpen: false, isNudged: false, snap: null },
};

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

/** What is in the hand: as it was drawn and refused, if it was, so that it can be mended; else as it is. */
function recordOf({ after }: Moving, { world, selection }: ToolContext): Movable | null {
  const selected = movableOf(world, selection);
  return after && selected && after.id === selected.id ? after : selected;
}

const handlesNow = (record: Movable, context: ToolContext): readonly Handle[] => [
  ...handlesOf(record, context.reachMeters),
  ...footHandle(record, context),
];

const handleAt = (record: Movable, position: Position, context: ToolContext): Handle | null =>
  nearestHandle(handlesNow(record, context), position, context.reachMeters);

/** Points of a road catch on other roads, corners on neighbours, doors on their own walls. */
function caught(record: Movable, what: Handle['what'], position: Position, context: ToolContext): Snap {
  const { world, reachMeters } = context;
  if (record.kind === 'road') return snapToRoads(world, position, reachMeters, record.id);
  if (record.kind === 'house' && (what === 'vertex' || what === 'between')) {
    return snapToHouses(world, position, reachMeters / 2, record.id);
  }
  const to = record.kind === 'house' && what === 'entrance' ? caughtOnWall(record, position, context) : position;
  return { position: to, onto: 'nothing', roadId: null };
}

const stored = (state: Moving, after: Movable, context: ToolContext): ToolStep<Moving> => {
  const before = movableOf(context.world, context.selection);
  const isOutline =
    after.kind === 'house' && before?.kind === 'house' && String(after.entrance) === String(before.entrance);
  const original = state.original?.id === after.id ? state.original : before;
  return {
    state: { ...state, after, original, held: null, isMenuOpen: false, isNudged: false, snap: null },
    edit: moveEdit(after, isOutline),
  };
};

/** From the menu to the point, from what is held or changed to how it was, from the point to the whole. */
function backOut(state: Moving): Moving | null {
  if (state.isMenuOpen) return { ...state, isMenuOpen: false };
  const { original, picked } = state;
  if (state.held || state.after) return { ...atRest, original, picked };
  return picked === null ? null : { ...atRest, original };
}

export const move: Tool<Moving> = {
  afterwards: 'again',
  start: () => atRest,
  rests: ({ original, picked }, context) => {
    const record = movableOf(context.world, context.selection);
    const isThere = picked !== null && record !== null && picked < pointsOf(record).length;
    return { ...atRest, original, picked: isThere ? picked : null };
  },
  takesNudges: ({ world, selection }) => movableOf(world, selection) !== null,
  backs: backOut,
  holds: ({ held }) => held !== null,
  grabs: (state, position, context) => {
    const record = recordOf(state, context);
    return record !== null && handleAt(record, position, context) !== null;
  },
  handle(state, event, context) {
    const record = recordOf(state, context);
    if (!record) return { state: atRest };
    switch (event.type) {
      case 'press': {
        const handle = handleAt(record, event.position, context);
        if (!handle) return { state };
        const picked = handle.what === 'vertex' ? handle.index : null;
        const held = { handle, from: event.position, record };
        return { state: { ...state, held, picked, isMenuOpen: false } };
      }
      case 'drag': {
        const { held } = state;
        if (!held) return { state };
        if (held.handle.what === 'foot' && held.record.kind === 'house') {
          const snap: Snap = { position: event.position, onto: 'nothing', roadId: null };
          return { state: { ...state, after: ontoRoad(held.record, event.position, context), snap } };
        }
        const snap = caught(held.record, held.handle.what, event.position, context);
        const after = moved(held.record, held, snap.position, event.isSteady);
        return { state: { ...state, after, snap, isMenuOpen: false } };
      }
      case 'release': {
        const { held, after } = state;
        if (!held || !after || after === held.record) return { state: { ...state, held: null, snap: null } };
        if (held.handle.what === 'foot' && after.kind === 'house') {
          // Refused, it springs back: the line would tell of a road the house is not on.
          return { state: { ...atRest, original: state.original }, edit: choiceEdit(after) };
        }
        return stored(state, after, context);
      }
      case 'hold': {
        const handle = handleAt(record, event.position, context);
        if (handle?.what !== 'vertex') return { state };
        return { state: { ...state, held: null, picked: handle.index, isMenuOpen: true } };
      }
      case 'double': {
        const handle = handleAt(record, event.position, context);
        return handle?.what === 'vertex' ? withoutPicked(state, record, handle.index, context) : { state };
      }
      case 'click': {
        // Beside everything: nothing is picked any more.
        const isBeside = handleAt(record, event.position, context) === null;
        return { state: isBeside ? { ...state, picked: null, isMenuOpen: false } : state };
      }
      case 'act': {
        if (event.action === 'delete-vertex') {
          return state.picked === null ? { state } : withoutPicked(state, record, state.picked, context);
        }
        if (event.action === 'split-here') return splitAtPicked(state, record, context);
        const square = event.action === 'square' ? squared(record) : null;
        return square ? stored({ ...state, picked: null }, square, context) : { state };
      }
      case 'nudge': {
        const after = nudged(record, state.picked, event.eastMeters, event.northMeters);
        return { state: { ...state, after, isNudged: true, isMenuOpen: false } };
      }
      case 'turn': {
        const after = turned(record, event.degrees);
        return after === record ? { state } : { state: { ...state, after, isNudged: true, isMenuOpen: false } };
      }
      case 'settle':
      case 'finish':
        return state.isNudged && state.after ? stored(state, state.after, context) : { state };
      case 'next': {
        const count = pointsOf(record).length;
        if (count === 0) return { state };
        const from = state.picked ?? (event.step === 1 ? -1 : 0);
        return { state: { ...state, picked: (from + event.step + count) % count, isMenuOpen: false } };
      }
      case 'undo-point':
        return { state: backOut(state) ?? { ...atRest, original: state.original } };
      default:
        return { state };
    }
  },
  signs: (state, context) => signsOf(recordOf(state, context)),
  signsBefore({ original }, { world, selection }) {
    const selected = movableOf(world, selection);
    return signsOf(original && original.id === selected?.id ? original : selected);
  },
  devices(state, context) {
    const record = state.after && recordOf(state, context);
    return record?.kind === 'camera' || record?.kind === 'lamp' ? [record] : [];
  },
  sketch(state, context) {
    const record = recordOf(state, context);
    if (!record) return [];
    const isChanged = state.after?.id === record.id;
    const held = state.held?.handle;
    // While one handle is held the others would only be in the way.
    const shown = held ? [] : handlesNow(record, context);
    return [
      ...(isChanged && held?.what !== 'foot' ? shapeOf(record) : []),
      ...directionOf(record, context.reachMeters),
      ...shown.map((handle) => point(roleOf(handle, state.picked), handle.position)),
      ...(held && state.after ? heldSketch(state.after, held) : []),
      ...boneOf(state, record, context),
      ...sketchSnap(context.world, state.snap),
    ];
  },
  status(state, context) {
    const record = recordOf(state, context);
    if (!record) return { hintKey: 'tool.move.nothing', canFinish: false, canUndoPoint: false };
    const menuAt = state.isMenuOpen && state.picked !== null ? (pointsOf(record)[state.picked] ?? null) : null;
    return {
      hintKey: record.kind === 'house' && !record.footprint ? 'tool.move.entrance' : hints[record.kind],
      canFinish: state.isNudged,
      canUndoPoint: state.after !== null || state.held !== null || state.isMenuOpen,
      actions: actionsOf(record, state.picked),
      menuAt,
    };
  },
};

const signsOf = (record: Movable | null): readonly Sign[] => (record?.kind === 'sign' ? [record] : []);

function withoutPicked(state: Moving, record: Movable, index: number, context: ToolContext): ToolStep<Moving> {
  const after = withoutPoint(record, index);
  return after ? stored({ ...state, picked: null }, after, context) : { state };
}

function splitAtPicked(state: Moving, record: Movable, context: ToolContext): ToolStep<Moving> {
  const at = state.picked === null ? undefined : pointsOf(record)[state.picked];
  if (record.kind !== 'road' || !at) return { state };
  return { state: { ...state, isMenuOpen: false }, edit: splitEdit(record, at, context) };
}

function actionsOf(record: Movable, picked: number | null): readonly ToolActionId[] {
  const actions: ToolActionId[] = [];
  if (picked !== null && withoutPoint(record, picked)) actions.push('delete-vertex');
  const isInside = picked !== null && picked > 0 && picked < pointsOf(record).length - 1;
  if (record.kind === 'road' && isInside) actions.push('split-here');
  if (record.kind === 'house' && record.footprint && picked === null) actions.push('square');
  return actions;
}

const hints: Readonly<Record<Movable['kind'], ToolTextKey>> = {
  road: 'tool.move.road',
  house: 'tool.move.house',
  camera: 'tool.move.camera',
  sign: 'tool.move.camera',
  lamp: 'tool.move.point',
  landmark: 'tool.move.point',
};

const roles: Readonly<Record<Handle['what'], SketchRole>> = {
  vertex: 'handle',
  between: 'mid',
  whole: 'handle',
  turn: 'turn',
  entrance: 'door',
  foot: 'foot',
  place: 'handle',
  direction: 'handle',
};

const roleOf = ({ what, index }: Handle, picked: number | null): SketchRole =>
  what === 'vertex' && index === picked ? 'picked' : roles[what];

function shapeOf(record: Movable): Sketch {
  if (record.kind === 'road') return line('line', record.line.coordinates);
  if (record.kind === 'house') {
    return record.footprint ? area('area', pointsOf(record)) : [];
  }
  return [];
}

/** Drawn while a door goes anywhere, or its foot is in the hand: then from the door to the pointer. */
function boneOf({ held, snap }: Moving, record: Movable, context: ToolContext): Sketch {
  if (record.kind !== 'house' || record.state === 'demolished') return [];
  if (held?.handle.what === 'foot') return boneSketch(record, snap?.position ?? held.from, context);
  const before = context.world.house.get(record.id);
  return before && String(before.entrance) !== String(record.entrance) ? boneSketch(record, null, context) : [];
}

/** The handle where it is now, and the door that goes with the house. */
function heldSketch(after: Movable, held: Handle): Sketch {
  const door = after.kind === 'house' ? [point('door', after.entrance)] : [];
  if (held.what === 'vertex') return [...door, point('picked', pointsOf(after)[held.index]!)];
  if (held.what === 'between') return [...door, point('picked', pointsOf(after)[held.index + 1]!)];
  return 'place' in after ? [point('handle', after.place)] : door;
}

/** The line from a device to the tip by which it is turned. */
export function directionOf(record: Movable, reachMeters: number): Sketch {
  const [tip, place] = handlesOf(record, reachMeters);
  return tip?.what === 'direction' && place ? line('guide', [place.position, tip.position]) : [];
}
