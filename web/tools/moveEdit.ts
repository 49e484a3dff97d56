/** The edit that stores a record as it was moved. */
import { roundLine, roundPolygon, roundPosition } from '../../domain/geometry/polygon.ts';
import type { Movable } from './handles.ts';
import type { ToolEdit } from './tool.ts';

/** `isOutline`: only corners of an outline changed; its door follows by the rules of the edit. */
export function moveEdit(record: Movable, isOutline = false): ToolEdit {
  const shows = { kind: record.kind, id: record.id };
  const { id } = record;
  switch (record.kind) {
    case 'road':
      return { kind: 'road.reshape', input: { id, line: roundLine(record.line) }, shows };
    case 'house': {
      const footprint = record.footprint && roundPolygon(record.footprint);
      if (isOutline && footprint) return { kind: 'house.reshape', input: { id, footprint }, shows };
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
