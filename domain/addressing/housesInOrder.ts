/** The houses of a village in the order of their ids: what is equally likely must not depend on the order of records. */
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';

/** Record maps are never changed in place, so the order of one stays true. */
const known = new WeakMap<World['house'], readonly House[]>();
/** The order found last: an edit of some house leaves it as it was. */
let latest: readonly House[] = [];

export function housesInOrder({ house }: World): readonly House[] {
  let houses = known.get(house);
  if (!houses) {
    houses = inSameOrder(latest, house) ?? [...house.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    known.set(house, (latest = houses));
  }
  return houses;
}

/** Null where the ids are not those of the list. */
function inSameOrder(list: readonly House[], houses: World['house']): House[] | null {
  if (list.length !== houses.size) return null;
  const ordered: House[] = [];
  for (const { id } of list) {
    const house = houses.get(id);
    if (!house) return null;
    ordered.push(house);
  }
  return ordered;
}
