/** What lies in an area a person drew on the map: by box or freehand. */
import { centroid, contains } from '../../domain/geometry/polygon.ts';
import type { Polygon, Position } from '../../domain/geometry/shapes.ts';
import type { RecordKind, RecordOf } from '../../domain/records/record.ts';
import type { World } from '../../domain/records/world.ts';
import type { Selection } from './view.svelte.ts';

/** Kinds that stand on the map and can be selected by an area. */
export const areaKinds = [
  'road',
  'house',
  'candidate',
  'sign',
  'camera',
  'lamp',
  'landmark',
] as const satisfies RecordKind[];
export type AreaKind = (typeof areaKinds)[number];

/**
 * A house by its entrance or the middle of its footprint, a candidate that waits by its middle, a road when all of it lies inside (one that only passes is
 * rarely meant), the rest by where they stand. In the order of kinds above.
 */
export function recordsInArea(world: World, area: Polygon, kinds: readonly AreaKind[] = areaKinds): Selection[] {
  const isIn = (position: Position) => contains(area, position);
  const found: Selection[] = [];
  for (const kind of kinds) {
    for (const record of world[kind].values()) {
      if (isInside(record, isIn)) found.push({ kind, id: record.id });
    }
  }
  return found;
}

function isInside(record: RecordOf[AreaKind], isIn: (position: Position) => boolean): boolean {
  switch (record.kind) {
    case 'road':
      return record.line.coordinates.every(isIn);
    case 'house':
      return isIn(record.entrance) || (record.footprint !== null && isIn(centroid(record.footprint)));
    case 'candidate':
      return record.state === 'open' && isIn(centroid(record.footprint));
    default:
      return isIn(record.place);
  }
}

/** The closed ring of corners or of a freehand line, as a polygon; null with fewer than three places. */
export function areaOf(ring: readonly Position[]): Polygon | null {
  const [first] = ring;
  return first && ring.length > 2 ? { type: 'Polygon', coordinates: [[...ring, first]] } : null;
}
