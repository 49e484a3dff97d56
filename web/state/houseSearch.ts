/** Finding houses in a list by what a person types: an address first, else words of what the list shows. */
import { textRank } from '../../domain/addressing/textSearch.ts';
import { addressMatch } from '../../domain/addressing/writing/addressMatch.ts';
import type { World } from '../../domain/records/world.ts';
import type { HouseItem } from './lists.ts';

/** The best hits first, else in the order given; all when nothing is typed. */
export function foundHouses(
  world: World,
  houses: readonly HouseItem[],
  typed: string,
  textOf: (item: HouseItem) => string,
): readonly HouseItem[] {
  if (typed.trim() === '') return houses;
  const match = addressMatch(world, typed);
  const byAddress = match ? ranked(houses, ({ address }) => address && match(address)) : [];
  return byAddress.length > 0 ? byAddress : ranked(houses, (item) => textRank(typed, textOf(item)));
}

const ranked = (houses: readonly HouseItem[], rankOf: (item: HouseItem) => number | null): readonly HouseItem[] =>
  houses
    .flatMap((item) => {
      const rank = rankOf(item);
      return rank === null ? [] : [{ item, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
