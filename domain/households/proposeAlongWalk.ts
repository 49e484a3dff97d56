/** Households that wait, in the order of the list, along the empty houses in the order of the walk. */
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { Household } from '../records/household.ts';
import type { World } from '../records/world.ts';
import { housesAsWalked } from './housesAsWalked.ts';
import { householdsInOrder } from './listOrder.ts';
import { confidences, isEmptyHome, type HouseholdProposal } from './proposal.ts';

/**
 * Lists were written by walking, so two neighbours in the list bound those between them: where just as many houses stand
 * empty between theirs, whichever way the writer went, each is taken as sure. What is left goes in plain order from
 * the house of the household before.
 */
export function proposeAlongWalk(world: World): readonly HouseholdProposal[] {
  const walk = housesAsWalked(world);
  const places = new Map(walk.map(({ id }, place) => [id, place]));
  const isEmpty = isEmptyHome(world);
  const taken = new Set<Id>();
  const proposals: HouseholdProposal[] = [];
  const propose = (one: Household, house: House, reason: 'gap-fits' | 'in-order') => {
    taken.add(house.id);
    proposals.push({ householdId: one.id, houseId: house.id, reason, confidence: confidences[reason] });
  };
  const runs = runsOf(householdsInOrder(world), places);
  const left: Run[] = [];
  for (const run of runs) {
    const between = run.from === null || run.to === null ? [] : walkBetween(walk, run.from, run.to).filter(isEmpty);
    const isFitting = between.length === run.waiting.length && between.every(({ id }) => !taken.has(id));
    if (isFitting) run.waiting.forEach((one, index) => propose(one, between[index]!, 'gap-fits'));
    else left.push(run);
  }
  let place = 0;
  for (const run of left) {
    if (run.from !== null) place = run.from + 1;
    for (const one of run.waiting) {
      const free = (house: House) => isEmpty(house) && !taken.has(house.id);
      const ahead = walk.findIndex((house, at) => at >= place && free(house));
      const at = ahead === -1 ? walk.findIndex(free) : ahead;
      if (at === -1) break;
      propose(one, walk[at]!, 'in-order');
      place = at + 1;
    }
  }
  return inListOrder(world, proposals);
}

/** Households that wait one after the other, and where in the walk the one before and the one after them live. */
interface Run {
  readonly from: number | null;
  readonly waiting: readonly Household[];
  readonly to: number | null;
}

function runsOf(list: readonly Household[], places: ReadonlyMap<Id, number>): readonly Run[] {
  const runs: Run[] = [];
  let from: number | null = null;
  let waiting: Household[] = [];
  for (const household of list) {
    if (household.houseId === null) {
      waiting.push(household);
      continue;
    }
    const place = places.get(household.houseId) ?? null;
    if (waiting.length > 0) runs.push({ from, waiting, to: place });
    [from, waiting] = [place, []];
  }
  return waiting.length > 0 ? [...runs, { from, waiting, to: null }] : runs;
}

const walkBetween = (walk: readonly House[], from: number, to: number): readonly House[] =>
  from <= to ? walk.slice(from + 1, to) : walk.slice(to + 1, from).toReversed();

/** As the list stands. */
export function inListOrder(world: World, proposals: readonly HouseholdProposal[]): readonly HouseholdProposal[] {
  const byHousehold = new Map(proposals.map((one) => [one.householdId, one]));
  return householdsInOrder(world).flatMap(({ id }) => byHousehold.get(id) ?? []);
}
