/** A house whose entrance lies over the village's boundary: its address would name the wrong village. */
import { distanceOutsideMeters } from '../geometry/polygon.ts';
import { villageOf } from '../records/world.ts';
import { defineCheck, type Found } from './check.ts';

/** Nearer than this to a boundary drawn by hand nobody can say. */
const surelyOutsideMeters = 5;

/** Farther out than the tolerance of the store (50 m) no house can be recorded at all. */
export const houseOutside = defineCheck({
  id: 'house-outside',
  severity: 'error',
  kinds: ['village', 'house'],
  *look(world): Generator<Found | undefined> {
    const boundary = villageOf(world)?.boundary;
    if (!boundary) return;
    for (const house of world.house.values()) {
      yield;
      if (house.state === 'demolished') continue;
      const meters = distanceOutsideMeters(boundary, house.entrance);
      if (meters <= surelyOutsideMeters) continue;
      yield { recordIds: [house.id], params: { meters: Math.round(meters) }, facts: [...house.entrance] };
    }
  },
});
