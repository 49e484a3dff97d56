/** Houses that belong together and are selected together: those of one road, those that still need an address. */
import { placeOnRoad } from '../../domain/addressing/housePlace.ts';
import { standingPlace } from '../../domain/addressing/standingPlace.ts';
import { currentAddresses } from '../../domain/coverage/currentAddress.ts';
import { wayOfHouse } from '../../domain/coverage/wayOfHouse.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { House } from '../../domain/records/house.ts';
import type { World } from '../../domain/records/world.ts';
import { housesInOrder } from './lists.ts';
import type { Selection } from './view.svelte.ts';

/** All houses on a way, by address or by rule; demolished ones are left out. */
export const housesOnRoad = (world: World, roadId: Id): readonly Selection[] =>
  selections(world, (house) => wayOfHouse(world, house) === roadId);

/** All houses without an address in force: no code has been issued for them. */
export function housesWithoutCode(world: World): readonly Selection[] {
  const current = currentAddresses(world);
  return selections(world, (house) => current.get(house.id)?.state !== 'issued');
}

const selections = (world: World, isMeant: (house: House) => boolean): readonly Selection[] =>
  [...world.house.values()]
    .filter((house) => house.state !== 'demolished' && isMeant(house))
    .map(({ id }) => ({ kind: 'house', id }));

/** The house after (1) or before (-1) another along its road; null at the road's end, or where there is no road. */
export function houseBeside(world: World, house: House, step: 1 | -1): Id | null {
  const roadId = wayOfHouse(world, house);
  const along = roadId === null ? [] : housesAlong(world, roadId);
  return along[along.indexOf(house.id) + step] ?? null;
}

/** All houses on a way in the order in which one passes them from its start. */
export function housesAlong(world: World, roadId: Id): readonly Id[] {
  const current = currentAddresses(world);
  const along = (id: Id): number => {
    const address = current.get(id);
    const place = address ? standingPlace(world, address) : placeOnRoad(world, world.house.get(id)!, roadId);
    return place?.alongMeters ?? 0;
  };
  return housesOnRoad(world, roadId)
    .map(({ id }) => ({ id, at: along(id) }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** Where going through the village begins: the first house of its list. */
export const firstOf = (world: World): Id | null => housesInOrder(world, 'all')[0]?.house.id ?? null;
