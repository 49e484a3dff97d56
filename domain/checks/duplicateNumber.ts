/** Two houses whose addresses read the same: a letter, a guest or an ambulance cannot tell which is meant. */
import { foldText } from '../addressing/roadName.ts';
import { fullNumber, waysTo } from '../addressing/fullNumber.ts';
import type { Address } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { currentByHouse } from './addressesOnRoads.ts';
import { defineCheck, type Found } from './check.ts';
import { numberRoad } from './numberRoad.ts';

export const duplicateNumber = defineCheck({
  id: 'duplicate-number',
  severity: 'error',
  kinds: ['road', 'address'],
  *look(world): Generator<Found | undefined> {
    const wayKeys = new Map<Id, string>();
    const bearers = new Map<string, Address[]>();
    for (const address of currentByHouse(world).values()) {
      yield;
      const road = world.road.get(address.roadId);
      if (!road) continue;
      let way = wayKeys.get(road.id);
      if (way === undefined) wayKeys.set(road.id, (way = wayKey(world, road)));
      const key = `${way}>${address.number}`;
      const others = bearers.get(key);
      if (others) others.push(address);
      else bearers.set(key, [address]);
    }
    for (const same of bearers.values()) {
      yield;
      const [first] = same;
      if (!first || same.length < 2) continue;
      const free = same.find(({ state }) => state === 'draft') ?? first;
      yield {
        recordIds: same.map(({ houseId }) => houseId).sort(),
        params: { number: fullNumber(world, first), count: same.length },
        facts: [first.number, ...same.map(({ roadId }) => roadId).sort()],
        fix: numberRoad(free.roadId, free.houseId),
      };
    }
  },
});

/** The ways as they are read: two lanes called alike on one road are one way to whoever reads the address. */
const wayKey = (world: World, road: Road): string =>
  waysTo(world, road)
    .map(({ id, name, numberName }) => (name === null ? (numberName ?? id) : foldText(name)))
    .join('>');
