/** Addresses in the order of the list: road by road, along each; a lane's after the house before its mouth. */
import type { Address } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { measureLine } from '../geometry/measuredLine.ts';
import { carriesAddresses, mouthTo, networkOf, parentOf, type NetworkRoad } from './network.ts';
import { compareNumbers } from './number.ts';
import { parentClasses } from './roadClass.ts';
import { roadLabel } from './roadName.ts';
import { compareVietnamese } from './vietnameseText.ts';

/** All addresses, the retired ones too. Roads by name in Vietnamese order; those without a name after them. */
export function addressesInListOrder(world: World): Address[] {
  const addressesOn = new Map<Id, Address[]>();
  for (const address of world.address.values()) append(addressesOn, address.roadId, address);
  const { tops, lanesOn } = hierarchy(world, addressesOn);
  const ordered: Address[] = [];
  const seen = new Set<Id>();

  const walk = (road: Road): void => {
    if (seen.has(road.id)) return;
    seen.add(road.id);
    const addresses = (addressesOn.get(road.id) ?? []).sort(alongTheRoad);
    const lanes = lanesOn.get(road.id) ?? [];
    let next = 0;
    for (const { lane, measureMeters } of lanes) {
      while (next < addresses.length && addresses[next]!.measureMeters <= measureMeters)
        ordered.push(addresses[next++]!);
      walk(lane);
    }
    while (next < addresses.length) ordered.push(addresses[next++]!);
  };
  for (const road of tops) walk(road);
  // What only hangs in a circle, or on a road that is gone.
  for (const road of world.road.values()) walk(road);
  for (const [roadId, addresses] of addressesOn) if (!seen.has(roadId)) ordered.push(...addresses.sort(alongTheRoad));
  return ordered;
}

interface LaneAt {
  readonly lane: Road;
  readonly measureMeters: number;
}

/** Ways that only lead to houses have no place in it, unless an address or another way hangs on one. */
function hierarchy(
  world: World,
  addressesOn: ReadonlyMap<Id, unknown>,
): { readonly tops: Road[]; readonly lanesOn: ReadonlyMap<Id, readonly LaneAt[]> } {
  const tops: { readonly road: Road; readonly label: string }[] = [];
  const lanesOn = new Map<Id, LaneAt[]>();
  const parentIds = new Set<Id | null>();
  for (const { parentRoadId } of world.road.values()) parentIds.add(parentRoadId);
  for (const road of world.road.values()) {
    if (!carriesAddresses(road) && !addressesOn.has(road.id) && !parentIds.has(road.id)) continue;
    const given = road.parentRoadId === null ? undefined : world.road.get(road.parentRoadId);
    const parent = given ? { road: given, line: measureLine(given.line) } : opensOn(world, road);
    if (!parent) tops.push({ road, label: roadLabel(world, road) });
    else append(lanesOn, parent.road.id, { lane: road, measureMeters: mouthTo(road.line, parent).parentMeasureMeters });
  }
  for (const lanes of lanesOn.values()) lanes.sort((a, b) => a.measureMeters - b.measureMeters || byId(a.lane, b.lane));
  tops.sort(
    (a, b) =>
      classRank(a.road) - classRank(b.road) ||
      Number(a.road.name === null) - Number(b.road.name === null) ||
      compareVietnamese(a.label, b.label) ||
      byId(a.road, b.road),
  );
  return { tops: tops.map(({ road }) => road), lanesOn };
}

/** What a way of which nobody has said it opens from. A network is only made where one is asked: a road opens from none. */
const opensOn = (world: World, road: Road): NetworkRoad | null =>
  parentClasses[road.class].length === 0 ? null : parentOf(networkOf(world), road);

/** Lanes that open from nothing come after the roads. */
const classRank = (road: Road): number => (road.class === 'road' ? 0 : 1);

const byId = (a: { readonly id: Id }, b: { readonly id: Id }): number => (a.id < b.id ? -1 : 1);

function alongTheRoad(a: Address, b: Address): number {
  return (
    a.measureMeters - b.measureMeters ||
    (a.side === b.side ? 0 : a.side === 'left' ? -1 : 1) ||
    compareNumbers(a.number, b.number) ||
    byId(a, b)
  );
}

function append<V>(lists: Map<Id, V[]>, key: Id, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
