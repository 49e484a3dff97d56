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
  look: (world) => {
    const boundary = villageOf(world)?.boundary;
    if (!boundary) return [];
    const found: Found[] = [];
    for (const house of world.house.values()) {
      if (house.state === 'demolished') continue;
      const meters = distanceOutsideMeters(boundary, house.entrance);
      if (meters <= surelyOutsideMeters) continue;
      found.push({ recordIds: [house.id], params: { meters: Math.round(meters) }, facts: [...house.entrance] });
    }
    return found;
  },
});
