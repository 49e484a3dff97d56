/** A road without a name: an address needs the name of each way that leads to it (ANCHORS). */
import { parseGroupNumber } from '../addressing/groupNumber.ts';
import { carriesAddresses } from '../addressing/network.ts';
import { isNamed } from '../addressing/roadName.ts';
import { addressesOnRoads } from './addressesOnRoads.ts';
import { defineCheck, type Found } from './check.ts';

/**
 * With addresses on it, an error; a road (đường) without any, told. A lane without any is left alone: numbering the
 * road it opens from names it. Houses in a group (A10) need no name: the letter stands for it (RULES §1.6).
 */
export const roadWithoutName = defineCheck({
  id: 'road-without-name',
  severity: 'error',
  kinds: ['road', 'house', 'address'],
  look: (world) => {
    const found: Found[] = [];
    for (const road of world.road.values()) {
      if (isNamed(road) || !carriesAddresses(road)) continue;
      const passed = addressesOnRoads(world).get(road.id)?.passed ?? [];
      const needing = passed.filter(({ address }) => parseGroupNumber(address.number) === null);
      if (needing.length === 0 && (road.class !== 'road' || passed.length > 0)) continue;
      found.push({
        recordIds: [road.id],
        params: { count: needing.length },
        facts: [needing.length > 0 ? 'addresses' : ''],
        ...(needing.length === 0 ? { severity: 'notice' } : { mustBeFixed: true }),
      });
    }
    return found;
  },
});
