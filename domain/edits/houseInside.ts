/** A house drawn inside another: one of the two is meant, or both are one house. */
import { contains } from '../geometry/polygon.ts';
import type { Polygon } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Outlines that only overlap are a matter for the checks: neighbours drawn by hand often do. */
export function insideRefusal(world: World, id: Id, footprint: Polygon | null): Refusal | undefined {
  if (!footprint) return undefined;
  for (const other of world.house.values()) {
    if (other.id === id || !other.footprint || other.state === 'demolished') continue;
    if (isWithin(footprint, other.footprint)) return refuse('house-inside-another', [id, other.id]);
    if (isWithin(other.footprint, footprint)) return refuse('house-around-another', [id, other.id]);
  }
  return undefined;
}

const isWithin = (inner: Polygon, outer: Polygon): boolean =>
  (inner.coordinates[0] ?? []).every((corner) => contains(outer, corner));
