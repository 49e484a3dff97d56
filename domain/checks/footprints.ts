/** The outlines of a village's houses, found by where they lie. Houses that are gone have none. */
import Flatbush from 'flatbush';
import { boxOfPolygon, type Box } from '../geometry/box.ts';
import type { Polygon } from '../geometry/shapes.ts';
import type { House } from '../records/house.ts';
import { remember } from '../records/remember.ts';

export interface Footprint {
  readonly house: House;
  readonly polygon: Polygon;
  readonly box: Box;
}

export interface Footprints {
  readonly all: readonly Footprint[];
  /** Those whose boxes touch a box. */
  readonly near: (box: Box) => readonly Footprint[];
}

export const footprintsOf = remember(['house'], (world): Footprints => {
  const all: Footprint[] = [];
  for (const house of world.house.values()) {
    if (house.footprint === null || house.state === 'demolished') continue;
    all.push({ house, polygon: house.footprint, box: boxOfPolygon(house.footprint) });
  }
  if (all.length === 0) return { all, near: () => [] };
  const index = new Flatbush(all.length);
  for (const { box } of all) index.add(box.west, box.south, box.east, box.north);
  index.finish();
  return {
    all,
    near: ({ west, south, east, north }) => index.search(west, south, east, north).map((at) => all[at]!),
  };
});
