/** A house known by its entrance alone that lies inside another's outline: one building counted twice, or two homes in it. */
import { contains } from '../geometry/polygon.ts';
import { defineCheck, type Found } from './check.ts';
import { deleteTwin } from './outlinesOverlap.ts';
import { footprintsOf } from './footprints.ts';

/** Only told: homes under one roof are common, and each may have its own number. */
export const housesShareOutline = defineCheck({
  id: 'houses-share-outline',
  severity: 'notice',
  kinds: ['house'],
  look: (world) => {
    const footprints = footprintsOf(world);
    const found: Found[] = [];
    for (const house of world.house.values()) {
      if (house.footprint !== null || house.state === 'demolished') continue;
      const [west, south] = house.entrance;
      for (const other of footprints.near({ west, south, east: west, north: south })) {
        if (!contains(other.polygon, house.entrance)) continue;
        found.push({
          recordIds: [house.id, other.house.id],
          facts: [...house.entrance, JSON.stringify(other.polygon.coordinates)],
          fix: (world) => deleteTwin(world, house, other.house),
        });
      }
    }
    return found;
  },
});
