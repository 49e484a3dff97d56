/** Criterion 6: how many of the houses people live in carry a number, a code, and an issued address. */
import type { Address } from '../records/address.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';
import { currentAddresses } from './currentAddress.ts';

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

type Criterion6Stage = 'numbered' | 'withCode' | 'issued';

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
