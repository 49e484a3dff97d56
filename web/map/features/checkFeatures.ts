/** Where a village's open findings are: one mark a record, the worst of its findings. */
import type { Finding } from '../../../domain/checks/findings.ts';
import { positionAt } from '../../../domain/geometry/line.ts';
import { measureLine } from '../../../domain/geometry/measuredLine.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import { findRecord, type World } from '../../../domain/records/world.ts';
import { collection, pointFeature, type MapFeature, type MapFeatures } from './feature.ts';
import { shownRecord } from './highlightFeatures.ts';
import { plateOf } from './houseFeatures.ts';

/** Records of the same place are drawn once: an error hides a notice. Households without a house are on no map. */
export function checkFeatures(world: World, findings: readonly Finding[]): MapFeatures {
  const marks = new Map<string, MapFeature>();
  for (const { severity, recordIds, at } of findings) {
    for (const id of at ? recordIds.slice(0, 1) : recordIds) {
      const found = findRecord(world, id);
      const shown = found && shownRecord(world, found);
      const place = at ?? (shown && placeOf(shown));
      if (!shown || !place) continue;
      const key = at ? place.join() : shown.id;
      if (marks.get(key)?.properties['severity'] === 'error') continue;
      marks.set(key, pointFeature(place, { id: shown.id, kind: shown.kind, severity }));
    }
  }
  return collection([...marks.values()]);
}

function placeOf(record: AnyRecord): Position | undefined {
  switch (record.kind) {
    case 'house':
      return plateOf(record);
    case 'road':
      return positionAt(record.line, measureLine(record.line).lengthMeters / 2).position;
    case 'sign':
    case 'camera':
    case 'lamp':
    case 'landmark':
      return record.place;
    default:
      return undefined;
  }
}
