/** Numbers on every planned way from the top down: a lane's name must be known before what opens from it (RULES L1). */
import type { Side } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { FilledProfile, SeriesRules } from '../records/numberingProfile.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { groupedWays, numberGroups, repeatedGroups, type NumbersOfWay } from './groupNumbers.ts';
import { nameLanes } from './laneNames.ts';
import { metricNumbers } from './metricNumber.ts';
import type { PlannedWay, PlannedWays } from './numberingWays.ts';
import { standing, type HouseOnWay, type HousesOnWays, type StandingNumber } from './planHouses.ts';
import { restingAddresses } from './restingNumbers.ts';
import { noNumbers, numberSide, type SideItem, type SideResult } from './sideSequence.ts';
import { warn, type Warning } from './warning.ts';

export interface WayNumbers {
  readonly numberOfHouse: ReadonlyMap<Id, string>;
  /** Number-names as they will be, null where one is taken away; a way that is not here keeps what it has. */
  readonly nameOfLane: ReadonlyMap<Id, string | null>;
  readonly withoutNumber: readonly Id[];
  readonly warnings: readonly Warning[];
}

/** The number-name a way has afterwards. */
export function laneNameIn({ nameOfLane }: WayNumbers, { id, numberName }: Road): string | null {
  const name = nameOfLane.get(id);
  return name === undefined ? numberName : name;
}

/** `on`: the day, for numbers that rest; see `restingAddresses`. */
export function numberWays(
  world: World,
  ways: PlannedWays,
  houses: HousesOnWays,
  profile: FilledProfile,
  on?: string,
): WayNumbers {
  const result = noNumbers();
  const { numberOfHouse, nameOfLane, withoutNumber, warnings } = result;
  const take = (found: Partial<WayNumbers>): void => {
    for (const [houseId, number] of found.numberOfHouse ?? []) numberOfHouse.set(houseId, number);
    for (const [laneId, name] of found.nameOfLane ?? []) nameOfLane.set(laneId, name);
    withoutNumber.push(...(found.withoutNumber ?? []));
    warnings.push(...(found.warnings ?? []));
  };
  const numbersOf = numbersOnWays(world, ways, houses, profile, on);
  const rows = groupedWays(ways, profile);
  const grouped = rows.filter((row) => row.ways.some(({ inScope }) => inScope));
  const inGroups = new Set(grouped.flatMap((row) => row.ways));

  for (const planned of houses.byRoad.values()) {
    for (const { house, draft, isByHand } of planned) if (isByHand && draft) numberOfHouse.set(house.id, draft.number);
  }
  for (const way of ways.topDown) {
    const lanes = lanesToName(way);
    if (inGroups.has(way)) {
      // In groups the letters tell the ways apart: none below has a number of its own.
      const free = lanes.filter((lane) => keptName(way, lane) === null);
      take({ nameOfLane: new Map(free.map(({ road }) => [road.id, null])) });
      continue;
    }
    if (!way.inScope && !lanes.some((lane) => lane.inScope)) continue;
    take({ warnings: keptTwice(way, lanes) });
    const numbers = numbersOf(way);
    const isAdjacent = profile.id !== 'metric' && profile.laneNames === 'adjacent';
    if (profile.id === 'metric') take(numberByMeasure(numbers, profile.intervalMeters));
    else numberBySides(way, numbers, isAdjacent ? lanes : [], profile, result);
    if (!isAdjacent) take(nameLanes(lanes, (lane) => keptName(way, lane), profile));
    else take({ warnings: keptNameWarnings(lanes, nameOfLane, numbers, numberOfHouse) });
  }
  if (profile.id === 'groups') {
    for (const row of grouped) take(numberGroups(row, numbersOf, profile));
    take({ warnings: repeatedGroups(rows, numbersOf) });
  }
  return result;
}

/** What stands and what is to be numbered on each way; on one out of scope all its numbers stand. */
function numbersOnWays(
  world: World,
  ways: PlannedWays,
  houses: HousesOnWays,
  { numberRestYears }: FilledProfile,
  on: string | undefined,
): (way: PlannedWay) => NumbersOfWay {
  const unavailable = new Map<Id, Set<string>>();
  const keepBack = (roadId: Id, number: string): void => {
    unavailable.set(roadId, (unavailable.get(roadId) ?? new Set()).add(number));
  };
  for (const [roadId, resting] of restingAddresses(world, numberRestYears, on))
    for (const { number } of resting) keepBack(roadId, number);
  for (const { roadId, number } of houses.withdrawn) keepBack(roadId, number);
  const known = new Map<PlannedWay, NumbersOfWay>();
  return (way) => {
    let numbers = known.get(way);
    if (!numbers) {
      const { id } = way.road;
      const fixed = way.inScope ? [...(houses.issuedByRoad.get(id) ?? [])] : standingNumbers(world, ways, way);
      const fresh: HouseOnWay[] = [];
      for (const house of (way.inScope && houses.byRoad.get(id)) || []) {
        const { isByHand, draft, place } = house;
        if (!isByHand) fresh.push(house);
        else if (draft) fixed.push({ address: draft, alongMeters: place.alongMeters, side: place.side });
      }
      const taken = new Set(unavailable.get(id));
      for (const { address } of fixed) taken.add(address.number);
      const isSaidOneSided = houses.oneSidedRoadIds?.has(id) ?? false;
      known.set(way, (numbers = { fixed, fresh, taken, isSaidOneSided }));
    }
    return numbers;
  };
}

/** All numbers of a road that is not being numbered stay where they are. */
function standingNumbers(world: World, ways: PlannedWays, way: PlannedWay): StandingNumber[] {
  const standingHere: StandingNumber[] = [];
  for (const address of world.address.values()) {
    if (address.roadId === way.road.id && address.state !== 'retired')
      standingHere.push(standing(world, ways, address));
  }
  return standingHere;
}

function numberByMeasure({ fixed, fresh, taken }: NumbersOfWay, interval: 1 | 10 | 20): Partial<WayNumbers> {
  const items = fresh
    .map(({ house, place }) => ({ id: house.id, measureMeters: place.alongMeters, side: place.side }))
    .sort((a, b) => a.measureMeters - b.measureMeters || (a.id < b.id ? -1 : 1));
  const stands = fixed.map(({ address, alongMeters }) => ({ measureMeters: alongMeters, number: address.number }));
  const { numberOf, ...rest } = metricNumbers(items, interval, stands, new Set(taken));
  return { numberOfHouse: numberOf, ...rest };
}

const bothSides = ['left', 'right'] as const;

/** Left and right in series; `lanes` are those named after the house before their mouth. */
function numberBySides(
  way: PlannedWay,
  { fixed, fresh, taken: given, isSaidOneSided }: NumbersOfWay,
  lanes: readonly PlannedWay[],
  profile: SeriesRules,
  result: SideResult,
): void {
  const sides = new Set<Side>();
  for (const { side } of fixed) sides.add(side);
  for (const { place } of fresh) sides.add(place.side);
  const isLane = way.road.class !== 'road';
  const oneSided = (isLane || isSaidOneSided) && sides.size === 1 && fixed.length + fresh.length > 1;
  if (oneSided && isLane && !isSaidOneSided && way.inScope)
    result.warnings.push(warn('lane-one-sided', [way.road.id], { side: [...sides][0]! }));

  const taken = new Set(given);
  const laneNames = new Set(lanes.flatMap((lane) => keptName(way, lane) ?? []));
  for (const side of bothSides) {
    if (lanes.length === 0 && !sides.has(side)) continue;
    const items: (SideItem & { readonly tie: string })[] = [];
    for (const { address, alongMeters, side: standsOn } of fixed) {
      if (standsOn === side) items.push({ kind: 'fixed', alongMeters, number: address.number, tie: address.houseId });
    }
    for (const { house, place } of fresh) {
      if (place.side === side)
        items.push({ kind: 'house', alongMeters: place.alongMeters, houseId: house.id, tie: house.id });
    }
    for (const lane of lanes) {
      if (lane.mouth?.side !== side) continue;
      const alongMeters = lane.mouth.parentMeasureMeters;
      const laneId = lane.road.id;
      items.push({ kind: 'mouth', alongMeters, laneId, keptName: keptName(way, lane), tie: laneId });
    }
    items.sort(alongTheRoad);
    const continuous = oneSided && (isSaidOneSided || profile.oneSidedLanes === 'continuous');
    numberSide(items, { side, continuous, profile }, taken, laneNames, result);
  }
}

/** Ways without a proper name that open from this one. Those out of scope matter only for the names they hold. */
function lanesToName(way: PlannedWay): PlannedWay[] {
  return way.children.filter(
    (lane) =>
      lane.road.name === null &&
      lane.mouth &&
      (lane.road.numberName !== null || (!lane.nameBound && (way.inScope || lane.inScope))),
  );
}

/** The number-name a lane must keep: under issued addresses, or while the road it was taken from is not numbered. */
const keptName = (way: PlannedWay, lane: PlannedWay): string | null =>
  lane.nameBound || !way.inScope ? lane.road.numberName : null;

const ranks: { readonly [K in SideItem['kind']]: number } = { fixed: 0, house: 0, mouth: 1 };

function alongTheRoad(a: SideItem & { readonly tie: string }, b: SideItem & { readonly tie: string }): number {
  return a.alongMeters - b.alongMeters || ranks[a.kind] - ranks[b.kind] || (a.tie < b.tie ? -1 : 1);
}

/** Two lanes of one road that must keep one name. */
function keptTwice(way: PlannedWay, lanes: readonly PlannedWay[]): Warning[] {
  const seen = new Set<string>();
  return lanes.flatMap((lane) => {
    const name = keptName(way, lane);
    if (name === null) return [];
    if (seen.has(name)) return [warn('lane-name-duplicate', [lane.road.id, way.road.id], { name })];
    seen.add(name);
    return [];
  });
}

/** Lanes that keep their name although another house now stands before their mouth. */
function keptNameWarnings(
  lanes: readonly PlannedWay[],
  nameOfLane: ReadonlyMap<Id, string | null>,
  { fixed, fresh }: NumbersOfWay,
  numberOfHouse: ReadonlyMap<Id, string>,
): Warning[] {
  return lanes.flatMap((lane) => {
    const name = nameOfLane.get(lane.road.id);
    if (!lane.nameBound || !lane.mouth || name === undefined || name === null) return [];
    const { side, parentMeasureMeters } = lane.mouth;
    const before: { readonly alongMeters: number; readonly number: string }[] = [];
    for (const stands of fixed) {
      if (stands.side === side) before.push({ alongMeters: stands.alongMeters, number: stands.address.number });
    }
    for (const { house, place } of fresh) {
      const number = numberOfHouse.get(house.id);
      if (number !== undefined && place.side === side) before.push({ alongMeters: place.alongMeters, number });
    }
    const [nearest] = before
      .filter(({ alongMeters }) => alongMeters <= parentMeasureMeters)
      .sort((a, b) => b.alongMeters - a.alongMeters);
    return nearest && nearest.number !== name
      ? [warn('lane-name-kept', [lane.road.id], { name, number: nearest.number })]
      : [];
  });
}
