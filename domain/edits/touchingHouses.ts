/** The houses that may be one with a house (`house.merge`): standing, with an outline that touches or overlaps its own. */
import { boxesMeet, boxOfPolygon } from '../geometry/box.ts';
import { unionOf } from '../geometry/polygonUnion.ts';
import type { House } from '../records/house.ts';
import { remember } from '../records/remember.ts';
import type { World } from '../records/world.ts';

/** How far two boxes may lie apart in degrees (about two metres) and their outlines still touch for the rules. */
const slackDegrees = 2e-5;

/** Asked with every movement of the hand. */
const known = remember(['house'], () => new WeakMap<House, readonly House[]>());

export function touchingHouses(world: World, house: House): readonly House[] {
  const ofWorld = known(world);
  const found = ofWorld.get(house) ?? findTouching(world, house);
  ofWorld.set(house, found);
  return found;
}

function findTouching(world: World, { id, footprint }: House): readonly House[] {
  if (!footprint) return [];
  const { west, south, east, north } = boxOfPolygon(footprint);
  const around = {
    west: west - slackDegrees,
    south: south - slackDegrees,
    east: east + slackDegrees,
    north: north + slackDegrees,
  };
  return [...world.house.values()].filter(
    (other) =>
      other.id !== id &&
      other.state !== 'demolished' &&
      other.footprint !== null &&
      boxesMeet(around, boxOfPolygon(other.footprint)) &&
      unionOf(footprint, other.footprint) !== null,
  );
}
