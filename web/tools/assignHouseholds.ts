/** Households into houses: each press on a house gives it to the household whose turn it is, and the next one follows. */
import { householdsInOrder, nextUnhoused } from '../../domain/households/listOrder.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Household } from '../../domain/records/household.ts';
import type { World } from '../../domain/records/world.ts';
import { area, point, type Sketch } from './sketch.ts';
import type { Tool, ToolOffer } from './tool.ts';
import { houseAt } from './underHand.ts';

interface Assigned {
  readonly householdId: Id;
  readonly houseId: Id;
}

export interface Assigning {
  /** Whose house is pressed next; null when every household has one. */
  readonly householdId: Id | null;
  readonly hoveredId: Id | null;
  readonly trail: readonly Assigned[];
  /** Given by the last press: part of the trail once it is accepted. */
  readonly given: Assigned | null;
}

/** What of a trail is still so. */
const standing = (world: World, trail: readonly Assigned[]): readonly Assigned[] =>
  trail.filter(({ householdId, houseId }) => world.household.get(householdId)?.houseId === houseId);

/** The one without a house before another, going round. */
function lastUnhoused(world: World, beforeId: Id | null): Household | null {
  const list = householdsInOrder(world);
  const at = list.findIndex(({ id }) => id === beforeId);
  return [...list.slice(at), ...list.slice(0, at)].findLast(({ houseId }) => houseId === null) ?? null;
}

export const assignHouseholds: Tool<Assigning> = {
  afterwards: 'again',
  start: ({ world, options }) => ({
    householdId: world.household.get(options.householdId ?? '')?.id ?? nextUnhoused(world, null)?.id ?? null,
    hoveredId: null,
    trail: [],
    given: null,
  }),
  rests: (state, { world }) => ({
    ...state,
    householdId: nextUnhoused(world, state.householdId)?.id ?? null,
    trail: state.given ? [...state.trail, state.given] : state.trail,
    given: null,
  }),
  handle(state, event, context) {
    const { world } = context;
    switch (event.type) {
      case 'hover': {
        const hoveredId = houseAt(event.position, context)?.id ?? null;
        return { state: hoveredId === state.hoveredId ? state : { ...state, hoveredId } };
      }
      case 'choose':
        return { state: { ...state, householdId: world.household.get(event.id)?.id ?? state.householdId } };
      case 'offer': {
        const next =
          event.id === 'left' ? lastUnhoused(world, state.householdId) : nextUnhoused(world, state.householdId);
        return { state: { ...state, householdId: next?.id ?? state.householdId } };
      }
      case 'undo-point': {
        const left = standing(world, state.trail);
        const last = left.at(-1);
        return last
          ? { state: { ...state, trail: left.slice(0, -1), householdId: last.householdId }, takesBack: true }
          : { state };
      }
      case 'click': {
        const house = houseAt(event.position, context);
        const household = world.household.get(state.householdId ?? '');
        if (!house) return { state };
        if (!household) return { state, says: { key: 'tool.assign.all' } };
        const given = { householdId: household.id, houseId: house.id };
        if (household.houseId === house.id) return { state, says: { key: 'tool.assign.same' } };
        return {
          state: { ...state, hoveredId: null, given },
          edit: { kind: 'household.assign', input: { assigned: [given] }, shows: null },
        };
      }
      default:
        return { state };
    }
  },
  sketch(state, { world }): Sketch {
    // Under the hand the one to come; else the one given last, where it is.
    const last = standing(world, state.trail).at(-1);
    const isNext = state.hoveredId !== null && state.householdId !== null;
    const house = world.house.get((isNext ? state.hoveredId : last?.houseId) ?? '');
    const household = world.household.get((isNext ? state.householdId : last?.householdId) ?? '');
    if (!house || !household) return [];
    const ring = house.footprint?.coordinates[0]?.slice(0, -1) ?? [];
    return [
      ...(ring.length > 2 ? area('lit', ring) : [point('handle', house.entrance)]),
      point('label', house.entrance, { key: 'tool.assign.label', params: { ordinal: household.ordinal } }),
    ];
  },
  status: ({ householdId, trail }, { world }) => ({
    hintKey: householdId === null ? 'tool.assign.all' : 'tool.assign.next',
    canFinish: false,
    canUndoPoint: false,
    canTakeBack: standing(world, trail).length > 0,
  }),
  hintParams: ({ householdId }, { world }) => {
    const household = world.household.get(householdId ?? '');
    return household ? { ordinal: household.ordinal } : {};
  },
  offers: ({ householdId }, { world }) => {
    const [before, next] = [lastUnhoused(world, householdId), nextUnhoused(world, householdId)];
    return [offerOf('left', before, householdId), offerOf('right', next, householdId)];
  },
  chosen: ({ householdId }) => householdId,
};

const offerOf = (id: 'left' | 'right', to: Household | null, nowId: Id | null): ToolOffer => ({
  id,
  label: { key: id === 'left' ? 'tool.assign.before' : 'tool.assign.skip' },
  note: to && { key: 'tool.assign.label', params: { ordinal: to.ordinal } },
  more: null,
  isOff: !to || to.id === nowId,
  isNew: false,
});
