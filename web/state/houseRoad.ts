/** What is told of a house's road: where it lies and why, which others it could be, and whether its address agrees. */
import { networkOf } from '../../domain/addressing/network.ts';
import { placeOnRoad, type HousePlace } from '../../domain/addressing/housePlace.ts';
import { placeOfAddress } from '../../domain/addressing/standingPlace.ts';
import { roadOfHouse, type RoadOfHouse } from '../../domain/addressing/roadOfHouse.ts';
import { currentAddresses } from '../../domain/coverage/currentAddress.ts';
import type { Address } from '../../domain/records/address.ts';
import type { House } from '../../domain/records/house.ts';
import { defaultNumberingProfile } from '../../domain/records/village.ts';
import { villageOf, type World } from '../../domain/records/world.ts';

/** Roads are compared by their edges, so that is the distance to tell; 0 for an entrance on the road itself. */
interface FromEdge {
  readonly edgeMeters: number;
}

export interface HouseRoad {
  /** Null where no road is within reach. */
  readonly at: (RoadOfHouse & FromEdge) | null;
  /** Roads a person could choose instead: the second most likely first, then the one of its address. */
  readonly others: readonly (HousePlace & FromEdge)[];
}

/** What is issued on the road is told as it was given. */
export function houseRoad(world: World, house: House): HouseRoad {
  const found = roadOfHouse(world, house);
  const address = currentAddresses(world).get(house.id);
  const official = address?.state === 'issued' && address.roadId === found?.roadId;
  const at = found && { ...found, ...(official ? placeOfAddress(world, address) : null) };
  const ids = new Set([at?.runnerUpRoadId ?? null, address?.roadId ?? null]);
  const others = [...ids]
    .filter((id) => id !== at?.roadId)
    // Nothing can be addressed on a driveway or a closed road.
    .map((id) => (id !== null && networkOf(world).byId.has(id) ? placeOnRoad(world, house, id) : null))
    .filter((place) => place !== null)
    .map((place) => fromEdge(world, place));
  return { at: at && fromEdge(world, at), others };
}

const fromEdge = <Place extends HousePlace>(world: World, place: Place): Place & FromEdge => ({
  ...place,
  edgeMeters: Math.max(0, place.distanceMeters - (world.road.get(place.roadId)?.widthMeters ?? 0) / 2),
});

/** What the rules say of a house for which a person chose; null where nobody did, or where they say nothing. */
export function roadByRule(world: World, house: House): RoadOfHouse | null {
  return house.chosenRoadId === null ? null : roadOfHouse(world, { ...house, chosenRoadId: null });
}

/** A choice that no longer counts: that road is closed or has become a driveway. */
export const isChoiceIdle = (world: World, house: House): boolean =>
  house.chosenRoadId !== null && !networkOf(world).byId.has(house.chosenRoadId);

/** The present address of a house where it is on another road than the house is now. */
export function addressElsewhere(world: World, house: House): Address | null {
  const address = currentAddresses(world).get(house.id);
  const at = address && roadOfHouse(world, house);
  return address && at && at.roadId !== address.roadId ? address : null;
}

/** How far an entrance may be from its road in this village. */
export const reachMeters = (world: World): number =>
  (villageOf(world)?.numberingProfile ?? defaultNumberingProfile).maxEntranceDistanceMeters;
