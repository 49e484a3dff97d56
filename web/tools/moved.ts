/** A record as it would be with one of its handles moved, with a point less, or moved or turned as a whole. */
import { bearingDegrees } from '../../domain/geometry/line.ts';
import { localFrame } from '../../domain/geometry/localFrame.ts';
import { centroid } from '../../domain/geometry/polygon.ts';
import type { Polygon, Position } from '../../domain/geometry/shapes.ts';
import { squareCorners } from '../../domain/geometry/squareCorners.ts';
import { turnAbout } from '../../domain/geometry/turn.ts';
import type { House } from '../../domain/records/house.ts';
import type { Handle, Movable } from './handles.ts';
import { facingOf } from './placeFacing.ts';

/** `isSteady`: turning goes by whole 15°. */
export function moved(
  record: Movable,
  held: { readonly handle: Handle; readonly from: Position },
  to: Position,
  isSteady = false,
): Movable {
  const { what, index, position } = held.handle;
  switch (record.kind) {
    case 'road': {
      const before = record.line.coordinates;
      const coordinates = what === 'vertex' ? before.with(index, to) : inserted(before, index, to);
      return { ...record, line: { type: 'LineString', coordinates } };
    }
    case 'house': {
      if (what === 'entrance') return { ...record, entrance: to, entranceOrigin: 'shown' };
      if (what === 'vertex' || what === 'between') return withCorners(record, index, to, what);
      if (what === 'turn') {
        const middle = centroid(record.footprint!);
        const degrees = bearingDegrees(middle, to) - bearingDegrees(middle, position);
        return turned(record, isSteady ? Math.round(degrees / 15) * 15 : degrees);
      }
      const east = to[0] - held.from[0];
      const north = to[1] - held.from[1];
      return carried(record, ([lng, lat]) => [lng + east, lat + north]);
    }
    case 'sign':
    case 'camera':
      return what === 'direction'
        ? { ...record, facingDegrees: facingOf(record.place, to) }
        : { ...record, place: offset(record.place, position, to) };
    case 'lamp':
    case 'landmark':
      return { ...record, place: to };
  }
}

/** All of it by so many metres; a single point of it where one is picked. */
export function nudged(record: Movable, picked: number | null, eastMeters: number, northMeters: number): Movable {
  const shift = (position: Position): Position => localFrame(position).toDegrees([eastMeters, northMeters]);
  const at = picked === null ? undefined : pointsOf(record)[picked];
  if (at) {
    const handle: Handle = { what: 'vertex', index: picked!, position: at, rank: 0 };
    return moved(record, { handle, from: at }, shift(at));
  }
  switch (record.kind) {
    case 'road':
      return { ...record, line: { type: 'LineString', coordinates: record.line.coordinates.map(shift) } };
    case 'house':
      return carried(record, shift);
    default:
      return { ...record, place: shift(record.place) };
  }
}

/** Turned clockwise about its middle, entrance and all; a device turns where it looks. The rest has no direction. */
export function turned(record: Movable, degrees: number): Movable {
  if (record.kind === 'sign' || record.kind === 'camera') {
    return { ...record, facingDegrees: (((record.facingDegrees + Math.round(degrees)) % 360) + 360) % 360 };
  }
  if (record.kind !== 'house' || !record.footprint) return record;
  return carried(record, turnAbout(centroid(record.footprint), degrees));
}

/** The points that can be picked one by one: of a road's line or of an outline. */
export function pointsOf(record: Movable): readonly Position[] {
  if (record.kind === 'road') return record.line.coordinates;
  if (record.kind === 'house') return record.footprint?.coordinates[0]?.slice(0, -1) ?? [];
  return [];
}

/** Null where too little would be left. */
export function withoutPoint(record: Movable, index: number): Movable | null {
  const left = pointsOf(record).filter((_, at) => at !== index);
  if (record.kind === 'road' && left.length >= 2) {
    return { ...record, line: { type: 'LineString', coordinates: left } };
  }
  if (record.kind === 'house' && left.length >= 3) return withOutline(record, left);
  return null;
}

/** The outline with square corners; null where there is none or nothing square comes of it. */
export function squared(record: Movable): House | null {
  if (record.kind !== 'house') return null;
  const corners = squareCorners(pointsOf(record));
  return corners && withOutline(record, corners);
}

function withCorners(house: House, index: number, to: Position, what: 'vertex' | 'between'): House {
  const corners = pointsOf(house);
  return withOutline(house, what === 'vertex' ? corners.with(index, to) : inserted(corners, index, to));
}

function withOutline(house: House, corners: readonly Position[]): House {
  const [, ...holes] = house.footprint?.coordinates ?? [];
  const footprint: Polygon = { type: 'Polygon', coordinates: [[...corners, corners[0]!], ...holes] };
  return { ...house, footprint };
}

const carried = (house: House, carry: (position: Position) => Position): House => ({
  ...house,
  entrance: carry(house.entrance),
  footprint: house.footprint && {
    type: 'Polygon',
    coordinates: house.footprint.coordinates.map((ring) => ring.map(carry)),
  },
});

const inserted = (positions: readonly Position[], index: number, added: Position): Position[] => [
  ...positions.slice(0, index + 1),
  added,
  ...positions.slice(index + 1),
];

/** A device is moved by where the hand went, not jerked to where it grabbed. */
const offset = (place: Position, from: Position, to: Position): Position => [
  place[0] + to[0] - from[0],
  place[1] + to[1] - from[1],
];
