/** The six steps from a village without names to the list for the telecom, each with its own progress. */
import { isNamed } from '../addressing/roadName.ts';
import type { World } from '../records/world.ts';
import { changedSince, type HandedOver } from './changedSince.ts';
import { criterion6Counts } from './criterion6.ts';

export const stepIds = ['roads', 'signs', 'houses', 'numbers', 'codes', 'handover'] as const;
export type StepId = (typeof stepIds)[number];

/** waiting: an earlier step must bring something first; todo: nothing done yet; started; done. */
export type StepState = 'waiting' | 'todo' | 'started' | 'done';

export interface Step {
  readonly id: StepId;
  readonly done: number;
  readonly total: number;
  readonly state: StepState;
}

/** @param last the list as it was last handed over, or null if it never was. */
export function nextSteps(world: World, last: HandedOver | null): readonly Step[] {
  const { houses, numbered, issued } = criterion6Counts(world);
  const ways = [...world.road.values()].filter((road) => road.class !== 'access' && road.state !== 'closed');
  const roads = ways.filter((road) => road.class === 'road');
  const called = ways.filter(isNamed);
  const signed = new Set<string | null>();
  for (const sign of world.sign.values()) if (sign.state !== 'removed') signed.add(sign.roadId);
  const households = [...world.household.values()];
  const housed = households.filter((household) => household.houseId !== null);

  return [
    step('roads', roads.filter(isNamed).length, roads.length, false),
    // A way gets its sign once it has a name; lanes get theirs when their numbers are known.
    step('signs', called.filter((road) => signed.has(road.id)).length, called.length, called.length === 0),
    households.length > 0
      ? step('houses', housed.length, households.length, false)
      : step('houses', world.house.size, world.house.size, false),
    step('numbers', numbered, houses, houses === 0 || roads.length === 0),
    step('codes', issued, houses, numbered === 0),
    step('handover', isHandedOver(world, last) ? 1 : 0, 1, issued === 0),
  ];
}

/** The first step that is not done and can be worked on, or null when all is done. */
export const currentStep = (steps: readonly Step[]): StepId | null =>
  steps.find((candidate) => candidate.state === 'todo' || candidate.state === 'started')?.id ?? null;

function step(id: StepId, done: number, total: number, waiting: boolean): Step {
  const state = waiting ? 'waiting' : total > 0 && done >= total ? 'done' : done > 0 ? 'started' : 'todo';
  return { id, done, total, state };
}

/** Handed over, and nothing issued or retired since: else the list the telecom holds is out of date. */
const isHandedOver = (world: World, last: HandedOver | null): boolean =>
  last !== null && changedSince(world, last).length === 0;
