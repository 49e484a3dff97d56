/** How far a house is on its way to an address: what the map tells by fill and pattern. */
import { localFrame } from '../geometry/localFrame.ts';
import type { Address } from '../records/address.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';

/**
 * no-road: no road within reach; no-number: a road but no number; draft; issued; problem: its issued address no longer
 * fits (door moved, house demolished, road closed); gone: demolished, without an address.
 */
export const houseAddressStates = ['no-road', 'no-number', 'draft', 'issued', 'problem', 'gone'] as const;
export type HouseAddressState = (typeof houseAddressStates)[number];

/** Nearer than this, a moved entrance is still the one the address was issued for. */
const sameEntranceMeters = 2;

export function houseAddressState(
  world: World,
  house: House,
  address: Address | undefined,
  hasRoad: () => boolean,
): HouseAddressState {
  if (house.state === 'demolished') return address ? 'problem' : 'gone';
  if (!address) return hasRoad() ? 'no-number' : 'no-road';
  if (address.state === 'draft') return 'draft';
  const road = world.road.get(address.roadId);
  if (!road || road.state === 'closed') return 'problem';
  return entranceMovedMeters(house, address) > sameEntranceMeters ? 'problem' : 'issued';
}

function entranceMovedMeters(house: House, address: Address): number {
  if (house.entrance[0] === address.entrance[0] && house.entrance[1] === address.entrance[1]) return 0;
  const [east, north] = localFrame(house.entrance).toMeters(address.entrance);
  return Math.hypot(east, north);
}
