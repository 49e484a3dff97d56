/** A number that does not rise along its side of the road: passing the houses, one meets it too early or too late. */
import { compareParts, parseNumber, type HouseNumberParts } from '../addressing/number.ts';
import { roadLabel } from '../addressing/roadName.ts';
import { onEachRoad, onSide, type PassedAddress } from './addressesOnRoads.ts';
import { defineCheck, type Found } from './check.ts';
import { numberRoad } from './numberRoad.ts';

/** Two doors nearer to each other along the road than this are passed together. */
const togetherMeters = 1;

/**
 * Tells the fewest houses that would have to change for the rest to rise. Numbers in groups (A10) are not looked at:
 * their letters follow an order of their own.
 */
export const numberOutOfOrder = defineCheck({
  id: 'number-out-of-order',
  severity: 'notice',
  kinds: ['road', 'house', 'address'],
  look: onEachRoad(['road'], (world, onRoad) =>
    (['left', 'right'] as const).flatMap((side) => {
      const numbered = onSide(onRoad, side).flatMap((passed) => {
        const parts = parseNumber(passed.address.number);
        return parts ? [{ ...passed, parts }] : [];
      });
      const rising = longestRising(numbered);
      return numbered.flatMap(({ address, house }, index): Found[] => {
        if (rising.has(index)) return [];
        const before = numbered[index - 1];
        return [
          {
            recordIds: [house.id],
            besideIds: [onRoad.road.id, ...(before ? [before.house.id] : [])],
            params: { number: address.number, road: roadLabel(world, onRoad.road) },
            facts: [address.number, address.side, onRoad.road.id, before?.address.number ?? null],
            fix: numberRoad(onRoad.road.id, house.id),
          },
        ];
      });
    }),
  ),
});

type Numbered = PassedAddress & { readonly parts: HouseNumberParts };

/** Indexes of a longest series whose numbers rise; among doors at one place any order will do. */
function longestRising(numbered: readonly Numbered[]): ReadonlySet<number> {
  const order = numbered.map((_, index) => index);
  // Doors passed together are put in the order of their numbers.
  for (let i = 1; i < order.length; i += 1) {
    for (let j = i; j > 0; j -= 1) {
      const [a, b] = [numbered[order[j - 1]!]!, numbered[order[j]!]!];
      if (b.alongMeters - a.alongMeters > togetherMeters || compareParts(a.parts, b.parts) <= 0) break;
      [order[j - 1], order[j]] = [order[j]!, order[j - 1]!];
    }
  }
  /** The last of the best series of each length, and what comes before each. */
  const lasts: number[] = [];
  const before = new Map<number, number>();
  for (const index of order) {
    const { parts } = numbered[index]!;
    let low = 0;
    let high = lasts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareParts(numbered[lasts[middle]!]!.parts, parts) < 0) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before.set(index, lasts[low - 1]!);
    lasts[low] = index;
  }
  const rising = new Set<number>();
  for (let index = lasts.at(-1); index !== undefined; index = before.get(index)) rising.add(index);
  return rising;
}
