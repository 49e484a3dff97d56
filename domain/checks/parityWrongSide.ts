/** An even number on the left or an odd one on the right (RULES R1): people look for it on the other side. */
import { firstNumber, parseNumber } from '../addressing/number.ts';
import { countsInOneSeries } from '../addressing/oneSeries.ts';
import { profileOf } from '../addressing/profile.ts';
import { roadLabel } from '../addressing/roadName.ts';
import { onEachRoad } from './addressesOnRoads.ts';
import { defineCheck, type Found } from './check.ts';
import { numberRoad } from './numberRoad.ts';

/**
 * Numbers in groups (A10) have no sides; a lane with houses on one side only may count 1, 2, 3 if the village says so.
 * A number with a suffix is looked for at the one it follows: where that stands on the same side, it is that one's fault.
 */
export const parityWrongSide = defineCheck({
  id: 'parity-wrong-side',
  severity: 'error',
  kinds: ['village', 'road', 'house', 'address'],
  look: onEachRoad(['village', 'road'], (world, onRoad) => {
    const sides = onRoad.passed.map(({ address }) => address.side);
    if (countsInOneSeries(onRoad.road, sides, profileOf(world))) return [];
    const numbers = new Set(onRoad.passed.map(({ address: { number, side } }) => `${number} ${side}`));
    return onRoad.passed.flatMap(({ address, house }): Found[] => {
      const parts = parseNumber(address.number);
      if (!parts || parts.base % 2 === firstNumber(address.side) % 2) return [];
      if (parts.suffix && numbers.has(`${parts.base} ${address.side}`)) return [];
      return [
        {
          recordIds: [house.id],
          besideIds: [onRoad.road.id],
          params: { number: address.number, road: roadLabel(world, onRoad.road) },
          facts: [address.number, address.side, onRoad.road.id],
          fix: numberRoad(onRoad.road.id, house.id),
        },
      ];
    });
  }),
});
