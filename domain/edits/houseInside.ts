/** A house drawn inside another: one of the two is meant, or both are one house. */
import { footprintsOf } from '../checks/footprints.ts';
import { boxOfPolygon } from '../geometry/box.ts';
import { contains } from '../geometry/polygon.ts';
import type { Polygon } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Outlines that only overlap are a matter for the checks: neighbours drawn by hand often do. */
export function insideRefusal(world: World, id: Id, footprint: Polygon | null): Refusal | undefined {
  if (!footprint) return undefined;
  for (const { house, polygon } of footprintsOf(world).near(boxOfPolygon(footprint))) {
    if (house.id === id) continue;
    if (isWithin(footprint, polygon)) return refuse('house-inside-another', [id, house.id]);
    if (isWithin(polygon, footprint)) return refuse('house-around-another', [id, house.id]);
  }
  return undefined;
}

const isWithin = (inner: Polygon, outer: Polygon): boolean =>
  (inner.coordinates[0] ?? []).every((corner) => contains(outer, corner));
