/** A record as it would be with one of its handles moved. */
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Handle, Movable } from './handles.ts';
import { facingOf } from './placeFacing.ts';

export function moved(
  record: Movable,
  held: { readonly handle: Handle; readonly from: Position },
  to: Position,
): Movable {
  const { what, index, position } = held.handle;
  switch (record.kind) {
    case 'road': {
      const before = record.line.coordinates;
      const coordinates =
        what === 'vertex' ? before.with(index, to) : [...before.slice(0, index + 1), to, ...before.slice(index + 1)];
      return { ...record, line: { type: 'LineString', coordinates } };
    }
    case 'house': {
      if (what === 'entrance') return { ...record, entrance: to };
      const east = to[0] - held.from[0];
      const north = to[1] - held.from[1];
      const shifted = ([lng, lat]: Position): Position => [lng + east, lat + north];
      return {
        ...record,
        entrance: shifted(record.entrance),
        footprint: record.footprint && {
          type: 'Polygon',
          coordinates: record.footprint.coordinates.map((ring) => ring.map(shifted)),
        },
      };
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

/** A device is moved by where the hand went, not jerked to where it grabbed. */
const offset = (place: Position, from: Position, to: Position): Position => [
  place[0] + to[0] - from[0],
  place[1] + to[1] - from[1],
];
