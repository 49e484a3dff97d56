/** A house drawn inside another, or around it: one of the two is a slip of the hand. */
import { distanceOutsideMeters } from '../geometry/polygon.ts';
import { boxesMeet, boxOfPolygon } from '../geometry/box.ts';
import type { Polygon } from '../geometry/shapes.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';
import { refuse, type Refusal } from './refusal.ts';

/** A corner this far out, in metres, is still taken to lie inside: neighbours share walls drawn by hand. */
const slackMeters = 0.3;

/** Refused where every corner of one footprint lies in the other. Houses next to each other may share a wall. */
export function withinRefusal(world: World, house: Pick<House, 'id' | 'footprint'>): Refusal | undefined {
  const { footprint } = house;
  if (!footprint) return undefined;
  const box = boxOfPolygon(footprint);
  for (const other of world.house.values()) {
    if (other.id === house.id || !other.footprint || other.state === 'demolished') continue;
    if (!boxesMeet(box, boxOfPolygon(other.footprint))) continue;
    if (isWithin(footprint, other.footprint) || isWithin(other.footprint, footprint)) {
      return refuse('house-within-another', [house.id, other.id]);
    }
  }
  return undefined;
}

const isWithin = (one: Polygon, other: Polygon): boolean =>
  (one.coordinates[0] ?? []).every((corner) => distanceOutsideMeters(other, corner) <= slackMeters);
