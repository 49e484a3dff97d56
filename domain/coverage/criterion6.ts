/** Criterion 6: how many of the houses people live in carry a number, a code, and an issued address. */
import type { Address } from '../records/address.ts';
import type { ExternalScheme } from '../records/externalCode.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';
import { currentAddresses } from './currentAddress.ts';
import { wayOfHouse } from './wayOfHouse.ts';

/** Residential houses that stand: what the plan calls "nhà ở trong thôn". */
export const countsForCriterion6 = (house: House): boolean => house.use === 'residential' && house.state === 'standing';

export interface Criterion6Counts {
  readonly houses: number;
  /** With a draft or issued number. */
  readonly numbered: number;
  /** With a number and a Plus Code of its own. */
  readonly withCode: number;
  readonly issued: number;
}

export type Criterion6Stage = 'numbered' | 'withCode' | 'issued';

export interface Criterion6 extends Criterion6Counts {
  /** The houses that have not reached each stage. */
  readonly missing: { readonly [S in Criterion6Stage]: readonly Id[] };
  /** Houses with a code given by another body, by its scheme: never mixed with our own Plus Code (RULES §3.3). */
  readonly externalCodes: { readonly [S in ExternalScheme]: number };
  /** In the order of the world's roads; houses that lie at no road come last under null. */
  readonly byRoad: readonly (Criterion6Counts & { readonly roadId: Id | null })[];
}

const stages: readonly Criterion6Stage[] = ['numbered', 'withCode', 'issued'];

function hasReached(stage: Criterion6Stage, address: Address | undefined): boolean {
  if (stage === 'numbered') return address !== undefined;
  return stage === 'issued' ? address?.state === 'issued' : address !== undefined && address.plusCode !== '';
}

/** Of the whole village, without asking for the road of any house: that takes long where houses have no numbers yet. */
export function criterion6Counts(world: World): Criterion6Counts {
  const addresses = currentAddresses(world);
  const counts = { houses: 0, numbered: 0, withCode: 0, issued: 0 };
  for (const house of world.house.values()) {
    if (!countsForCriterion6(house)) continue;
    counts.houses += 1;
    for (const stage of stages) if (hasReached(stage, addresses.get(house.id))) counts[stage] += 1;
  }
  return counts;
}

/** Of the whole village, or only of the houses at one road. */
export function criterion6(world: World, roadId?: Id): Criterion6 {
  const addresses = currentAddresses(world);
  const missing: Record<Criterion6Stage, Id[]> = { numbered: [], withCode: [], issued: [] };
  const byRoad = new Map<Id | null, Record<keyof Criterion6Counts, number>>();
  for (const id of [...world.road.keys(), null]) byRoad.set(id, { houses: 0, numbered: 0, withCode: 0, issued: 0 });
  const counted = new Set<Id>();

  for (const house of world.house.values()) {
    if (!countsForCriterion6(house)) continue;
    const address = addresses.get(house.id);
    const road = wayOfHouse(world, house);
    if (roadId !== undefined && road !== roadId) continue;
    counted.add(house.id);
    const counts = byRoad.get(road) ?? byRoad.get(null)!;
    counts.houses += 1;
    for (const stage of stages) {
      if (hasReached(stage, address)) counts[stage] += 1;
      else missing[stage].push(house.id);
    }
  }

  const rows = [...byRoad].map(([id, counts]) => ({ roadId: id, ...counts })).filter((row) => row.houses > 0);
  return {
    houses: counted.size,
    numbered: counted.size - missing.numbered.length,
    withCode: counted.size - missing.withCode.length,
    issued: counted.size - missing.issued.length,
    missing,
    externalCodes: externalCodesOf(world, counted),
    byRoad: rows,
  };
}

function externalCodesOf(world: World, houses: ReadonlySet<Id>): Record<ExternalScheme, number> {
  const seen: Record<ExternalScheme, Set<Id>> = {
    ndas10: new Set(),
    vpostcode: new Set(),
    vnpt: new Set(),
    location12: new Set(),
  };
  for (const code of world.externalCode.values()) if (houses.has(code.houseId)) seen[code.scheme].add(code.houseId);
  return {
    ndas10: seen.ndas10.size,
    vpostcode: seen.vpostcode.size,
    vnpt: seen.vnpt.size,
    location12: seen.location12.size,
  };
}
