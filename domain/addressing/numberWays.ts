/** Numbers on every planned way from the top down: a lane's name must be known before what opens from it (RULES L1). */
import type { Side } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { NumberingProfile } from '../records/village.ts';
import type { World } from '../records/world.ts';
import type { PlannedWay, PlannedWays } from './numberingWays.ts';
import { standing, type PlannedHouses, type StandingNumber } from './planHouses.ts';
import { numberSide, type SideItem } from './sideSequence.ts';
import { warn, type Warning } from './warning.ts';

export interface WayNumbers {
  readonly numberOfHouse: ReadonlyMap<Id, string>;
  /** Number-names as they will be; a way that is not here keeps what it has. */
  readonly nameOfLane: ReadonlyMap<Id, string>;
  readonly withoutNumber: readonly Id[];
  readonly warnings: readonly Warning[];
}

export function numberWays(
  world: World,
  ways: PlannedWays,
  houses: PlannedHouses,
  profile: NumberingProfile,
): WayNumbers {
  const numberOfHouse = new Map<Id, string>();
  const nameOfLane = new Map<Id, string>();
  const withoutNumber: Id[] = [];
  const warnings: Warning[] = [];
  const given = numbersOfRoads(world);

  for (const way of ways.topDown) {
    const lanes = lanesToName(way);
    if (!way.inScope && !lanes.some((lane) => lane.inScope)) continue;
    const fixed = way.inScope ? (houses.issuedByRoad.get(way.road.id) ?? []) : standingNumbers(world, ways, way);
    const fresh = way.inScope ? (houses.byRoad.get(way.road.id) ?? []) : [];
    const sides = new Set<Side>([...fixed.map(({ address }) => address.side), ...fresh.map(({ place }) => place.side)]);
    const oneSided = way.road.class !== 'road' && sides.size === 1 && fixed.length + fresh.length > 1;
    if (oneSided && way.inScope) warnings.push(warn('lane-one-sided', [way.road.id], { side: [...sides][0]! }));

    const taken = new Set(given.get(way.road.id)?.[way.inScope ? 'ever' : 'all']);
    const laneNames = new Set<string>();
    for (const lane of lanes) {
      const kept = keptName(way, lane);
      if (kept === null) continue;
      if (laneNames.has(kept)) warnings.push(warn('lane-name-duplicate', [lane.road.id, way.road.id], { name: kept }));
      laneNames.add(kept);
    }
    for (const side of ['left', 'right'] as const) {
      const items: (SideItem & { readonly tie: string })[] = [];
      for (const { address, alongMeters } of fixed) {
        if (address.side === side)
          items.push({ kind: 'fixed', alongMeters, number: address.number, tie: address.houseId });
      }
      for (const { house, place } of fresh) {
        if (place.side === side)
          items.push({ kind: 'house', alongMeters: place.alongMeters, houseId: house.id, tie: house.id });
      }
      for (const lane of lanes) {
        if (lane.mouth?.side !== side) continue;
        const alongMeters = lane.mouth.parentMeasureMeters;
        items.push({
          kind: 'mouth',
          alongMeters,
          laneId: lane.road.id,
          keptName: keptName(way, lane),
          tie: lane.road.id,
        });
      }
      items.sort(alongTheRoad);
      const continuous = oneSided && profile.oneSidedLanes === 'continuous';
      const result = numberSide(items, { side, continuous, profile }, taken, laneNames);
      for (const [houseId, number] of result.numberOfHouse) numberOfHouse.set(houseId, number);
      for (const [laneId, name] of result.nameOfLane) nameOfLane.set(laneId, name);
      withoutNumber.push(...result.withoutNumber);
      warnings.push(...result.warnings);
    }
    for (const lane of lanes) {
      const before = nameOfLane.get(lane.road.id);
      if (lane.nameBound && before !== undefined)
        warnings.push(...keptNameWarnings(lane, before, fixed, numberOfHouse, houses, way));
    }
  }
  return { numberOfHouse, nameOfLane, withoutNumber, warnings };
}

/** Ways without a proper name that open from this one. Those out of scope matter only for the names they hold. */
function lanesToName(way: PlannedWay): PlannedWay[] {
  return way.children.filter(
    (lane) => lane.road.name === null && lane.mouth && (way.inScope || lane.inScope || lane.road.numberName !== null),
  );
}

/** The number-name a lane must keep: under issued addresses, or while the road it was taken from is not numbered. */
const keptName = (way: PlannedWay, lane: PlannedWay): string | null =>
  lane.nameBound || !way.inScope ? lane.road.numberName : null;

const ranks: { readonly [K in SideItem['kind']]: number } = { fixed: 0, house: 0, mouth: 1 };

function alongTheRoad(a: SideItem & { readonly tie: string }, b: SideItem & { readonly tie: string }): number {
  return a.alongMeters - b.alongMeters || ranks[a.kind] - ranks[b.kind] || (a.tie < b.tie ? -1 : 1);
}

/** Numbers of each road: `ever` issued or retired, which are not given again; `all` of them with the drafts. */
function numbersOfRoads(world: World): ReadonlyMap<Id, { readonly ever: string[]; readonly all: string[] }> {
  const roads = new Map<Id, { ever: string[]; all: string[] }>();
  for (const address of world.address.values()) {
    let numbers = roads.get(address.roadId);
    if (!numbers) roads.set(address.roadId, (numbers = { ever: [], all: [] }));
    numbers.all.push(address.number);
    if (address.state !== 'draft') numbers.ever.push(address.number);
  }
  return roads;
}

/** All numbers of a road that is not being numbered stay where they are. */
function standingNumbers(world: World, ways: PlannedWays, way: PlannedWay): StandingNumber[] {
  const standingHere: StandingNumber[] = [];
  for (const address of world.address.values()) {
    if (address.roadId === way.road.id && address.state !== 'retired') standingHere.push(standing(ways, address));
  }
  return standingHere;
}

/** A lane that keeps its name although another house now stands before its mouth. */
function keptNameWarnings(
  lane: PlannedWay,
  name: string,
  fixed: readonly StandingNumber[],
  numberOfHouse: ReadonlyMap<Id, string>,
  houses: PlannedHouses,
  way: PlannedWay,
): Warning[] {
  const mouth = lane.mouth!;
  const before: { readonly alongMeters: number; readonly number: string }[] = [];
  for (const { address, alongMeters } of fixed)
    if (address.side === mouth.side) before.push({ alongMeters, number: address.number });
  for (const { house, place } of way.inScope ? (houses.byRoad.get(way.road.id) ?? []) : []) {
    const number = numberOfHouse.get(house.id);
    if (number !== undefined && place.side === mouth.side) before.push({ alongMeters: place.alongMeters, number });
  }
  const nearest = before
    .filter(({ alongMeters }) => alongMeters <= mouth.parentMeasureMeters)
    .sort((a, b) => b.alongMeters - a.alongMeters)[0];
  return nearest && nearest.number !== name
    ? [warn('lane-name-kept', [lane.road.id], { name, number: nearest.number })]
    : [];
}
