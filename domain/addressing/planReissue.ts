/** What a renumbering does to issued addresses: the old one retired, a new one issued, under one decision. */
import type { Address } from '../records/address.ts';
import { nextVersion } from '../records/change.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import { fullNumber } from './fullNumber.ts';
import { storedMeasure } from './housePlace.ts';
import type { PlannedWays } from './numberingWays.ts';
import type { WayNumbers } from './numberWays.ts';
import { standing, type PlannedHouses } from './planHouses.ts';

/** The decision a renumbering stands on, as far as addresses keep it. */
export interface Decided {
  readonly decisionId: Id;
  /** yyyy-mm-dd */
  readonly date: string;
}

export interface Reissue {
  readonly retired: readonly (readonly [Address, Address])[];
  /** The new addresses, without their ids: one for each of those retired whose house still stands. */
  readonly issued: readonly Omit<Address, 'id'>[];
}

/** An issued measure that moves less than this is the same place. */
const samePlaceMeters = 0.5;

/**
 * An address whose reading and place stay keeps its record. `after` has the roads as they will be: an address changes
 * with its number and with the name of any way above it, in scope or not.
 */
export function reissueAddresses(
  world: World,
  after: World,
  ways: PlannedWays,
  houses: PlannedHouses,
  numbers: WayNumbers,
  { decisionId, date }: Decided,
): Reissue {
  const anew = plannedPlaces(houses, numbers);
  const withdrawn = new Set(houses.withdrawn.map(({ id }) => id));
  const retired: (readonly [Address, Address])[] = [];
  const issued: Omit<Address, 'id'>[] = [];
  for (const address of world.address.values()) {
    if (address.state !== 'issued') continue;
    const place = anew.get(address.id) ?? placeThatStays(world, ways, address);
    const reading = fullNumber(world, address);
    const isGone = withdrawn.has(address.id);
    if (!isGone && isSamePlace(address, place) && fullNumber(after, { ...address, ...place }) === reading) continue;
    const end = { state: 'retired', retiredDecisionId: decisionId, retiredOn: date, retiredAs: reading } as const;
    retired.push([address, nextVersion(address, end)]);
    if (isGone || world.house.get(address.houseId)?.state === 'demolished') continue;
    const { id: _id, ...before } = address;
    const numberedBy = place.number === address.number ? address.numberedBy : null;
    issued.push({ ...before, ...place, numberedBy, version: 1, decisionId, issuedOn: date });
  }
  return { retired, issued };
}

type Place = Pick<Address, 'roadId' | 'measureMeters' | 'side' | 'number'> &
  Partial<Pick<Address, 'entrance' | 'plusCode'>>;

function plannedPlaces(houses: PlannedHouses, numbers: WayNumbers): ReadonlyMap<Id, Place> {
  const places = new Map<Id, Place>();
  for (const list of houses.byRoad.values()) {
    for (const { house, place, plusCode, official } of list) {
      const number = numbers.numberOfHouse.get(house.id);
      if (!official || number === undefined) continue;
      const { roadId, measureMeters, side } = place;
      places.set(official.id, { roadId, measureMeters, side, number, entrance: house.entrance, plusCode });
    }
  }
  return places;
}

/** Number and road as they are; measured anew where its road is turned round. */
function placeThatStays(world: World, ways: PlannedWays, address: Address): Place {
  const { roadId, measureMeters, side, number } = address;
  const way = ways.byId.get(roadId);
  if (!way?.turned) return { roadId, measureMeters, side, number };
  const stands = standing(world, ways, address);
  const { lengthMeters } = way.at.line;
  return { roadId, number, side: stands.side, measureMeters: storedMeasure(stands.alongMeters, lengthMeters) };
}

const isSamePlace = (address: Address, place: Place): boolean =>
  address.roadId === place.roadId &&
  address.side === place.side &&
  Math.abs(address.measureMeters - place.measureMeters) <= samePlaceMeters;
