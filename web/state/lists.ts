/** Records of a world in the order in which people read them. */
import { addressesInListOrder } from '../../domain/addressing/order.ts';
import { roadLabel } from '../../domain/addressing/roadName.ts';
import { compareVietnamese } from '../../domain/addressing/vietnameseText.ts';
import { currentAddresses } from '../../domain/coverage/currentAddress.ts';
import { standingAnswers } from '../../domain/coverage/platformAnswers.ts';
import { wayOfHouse } from '../../domain/coverage/wayOfHouse.ts';
import { lineLengthMeters } from '../../domain/geometry/line.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Address } from '../../domain/records/address.ts';
import type { ExternalCode } from '../../domain/records/externalCode.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { House } from '../../domain/records/house.ts';
import type { Household } from '../../domain/records/household.ts';
import type { RecordKind, RecordOf } from '../../domain/records/record.ts';
import type { Road } from '../../domain/records/road.ts';
import type { Sign } from '../../domain/records/sign.ts';
import type { Records, World } from '../../domain/records/world.ts';

export interface RoadItem {
  readonly road: Road;
  readonly lengthMeters: number;
  /** 0 for a road, 1 for a lane under it… */
  readonly depth: number;
}

/** Roads by name, each followed by the ways that open from it; what is not joined comes last. */
export function roadsInOrder(world: World): readonly RoadItem[] {
  const below = new Map<Id | null, Road[]>();
  for (const road of world.road.values()) {
    const parentId = road.parentRoadId !== null && world.road.has(road.parentRoadId) ? road.parentRoadId : null;
    below.set(parentId, [...(below.get(parentId) ?? []), road]);
  }
  const items: RoadItem[] = [];
  const seen = new Set<Id>();
  const walk = (parentId: Id | null, depth: number): void => {
    for (const road of (below.get(parentId) ?? []).sort(byClassAndLabel(world))) {
      if (seen.has(road.id)) continue;
      seen.add(road.id);
      items.push({ road, depth, lengthMeters: lineLengthMeters(road.line) });
      walk(road.id, depth + 1);
    }
  };
  walk(null, 0);
  return items;
}

const classOrder: readonly Road['class'][] = ['road', 'lane', 'alley', 'branch', 'access'];

const byClassAndLabel =
  (world: World) =>
  (a: Road, b: Road): number =>
    classOrder.indexOf(a.class) - classOrder.indexOf(b.class) ||
    compareVietnamese(roadLabel(world, a), roadLabel(world, b)) ||
    (a.id < b.id ? -1 : 1);

/** Draft addresses in the order of the list: what can be issued. */
export const draftAddresses = (world: World): readonly Address[] =>
  addressesInListOrder(world).filter((address) => address.state === 'draft');

export const issuedAddresses = (world: World): readonly Address[] =>
  addressesInListOrder(world).filter((address) => address.state === 'issued');

export interface HouseItem {
  readonly house: House;
  readonly address: Address | null;
  /** The way it is on, by its address or by rule; null far from every road. */
  readonly roadId: Id | null;
  readonly households: readonly Household[];
}

export type HouseFilter = 'all' | 'no-number' | 'draft' | 'issued' | 'no-household' | 'other-use';
export const houseFilters: readonly HouseFilter[] = [
  'all',
  'no-number',
  'draft',
  'issued',
  'no-household',
  'other-use',
];

/** Houses with an address in list order, then those without; demolished ones without an address are left out. */
export function housesInOrder(world: World, filter: HouseFilter): readonly HouseItem[] {
  const current = currentAddresses(world);
  const households = new Map<Id | null, Household[]>();
  for (const household of [...world.household.values()].sort(byOrdinal)) {
    households.set(household.houseId, [...(households.get(household.houseId) ?? []), household]);
  }
  const item = (house: House, address: Address | null): HouseItem => ({
    house,
    address,
    roadId: wayOfHouse(world, house),
    households: households.get(house.id) ?? [],
  });
  const ordered: HouseItem[] = [];
  const seen = new Set<Id>();
  for (const address of addressesInListOrder(world)) {
    const house = world.house.get(address.houseId);
    if (!house || seen.has(house.id) || current.get(house.id)?.id !== address.id) continue;
    seen.add(house.id);
    ordered.push(item(house, address));
  }
  for (const house of world.house.values()) {
    if (!seen.has(house.id) && house.state !== 'demolished') ordered.push(item(house, null));
  }
  return ordered.filter((candidate) => isOfFilter(candidate, filter));
}

function isOfFilter({ house, address, households }: HouseItem, filter: HouseFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'no-number':
      return address === null;
    case 'draft':
    case 'issued':
      return address?.state === filter;
    case 'no-household':
      return house.use === 'residential' && households.length === 0;
    case 'other-use':
      return house.use !== 'residential';
  }
}

export const addressesOfHouse = (world: World, houseId: Id): readonly Address[] =>
  [...world.address.values()].filter((address) => address.houseId === houseId);

export const currentAddressOf = (world: World, houseId: Id): Address | null =>
  currentAddresses(world).get(houseId) ?? null;

export const householdsOfHouse = (world: World, houseId: Id): readonly Household[] =>
  [...world.household.values()].filter((household) => household.houseId === houseId).sort(byOrdinal);

export const unhousedHouseholds = (world: World): readonly Household[] =>
  [...world.household.values()].filter((household) => household.houseId === null).sort(byOrdinal);

const byOrdinal = (a: Household, b: Household): number => a.ordinal - b.ordinal;

export const codesOfHouse = (world: World, houseId: Id): readonly ExternalCode[] =>
  [...world.externalCode.values()].filter((code) => code.houseId === houseId);

export const signsOfRoad = (world: World, roadId: Id): readonly Sign[] =>
  [...world.sign.values()].filter((sign) => sign.roadId === roadId);

export function signsInOrder(world: World): readonly Sign[] {
  const kinds: readonly Sign['signKind'][] = [
    'village-entrance',
    'road-name',
    'lane-mouth',
    'direction',
    'house-plate',
  ];
  return [...world.sign.values()].sort(
    (a, b) =>
      kinds.indexOf(a.signKind) - kinds.indexOf(b.signKind) || compareVietnamese(a.faces[0] ?? '', b.faces[0] ?? ''),
  );
}

/** Named places a road may be numbered away from: landmarks, and buildings with a name. */
export const centresOf = (
  world: World,
): readonly { readonly id: Id; readonly name: string; readonly place: Position }[] =>
  [
    ...[...world.landmark.values()].map(({ id, name, place }) => ({ id, name, place })),
    ...[...world.house.values()].flatMap(({ id, name, entrance }) =>
      name === null ? [] : [{ id, name, place: entrance }],
    ),
  ].sort((a, b) => compareVietnamese(a.name, b.name));

export function recordOf<K extends RecordKind>(world: Records, kind: K, id: Id): RecordOf[K] | undefined {
  return world[kind].get(id);
}

/** What map platforms said of a house; `isStanding`: of the address it has now. */
export function answersOfHouse(world: World, houseId: Id) {
  const standing = standingAnswers(world).get(houseId) ?? [];
  return [...world.platformAnswer.values()]
    .filter((answer) => answer.houseId === houseId)
    .map((answer) => ({ answer, isStanding: standing.includes(answer) }));
}
