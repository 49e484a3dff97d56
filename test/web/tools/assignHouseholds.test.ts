import { describe, expect, it } from 'vitest';
import type { World } from '../../../domain/records/world.ts';
import { firstOptions } from '../../../web/tools/options.ts';
import { assignHouseholds, type Assigning } from '../../../web/tools/assignHouseholds.ts';
import type { ToolEvent } from '../../../web/tools/tool.ts';
import { aHouse, aHousehold, at, aWorld } from '../../domain/builders.ts';
import { done, undone, type Done } from '../../domain/edits/doing.ts';
import { contextOf } from './hand.ts';

const houses = [150, 130, 110].map((north) => aHouse(at(8, north)));
const households = [1, 2, 3].map((ordinal) =>
  aHousehold({ ordinal, houseId: null, headName: ordinal === 2 ? 'Lê Thị Hoa' : null }),
);
const village = aWorld(...houses, ...households);
const press = (north: number): ToolEvent => ({ type: 'click', position: at(8, north) });

/** A hand whose edits take effect, as on the page. */
function assigning(start: World = village, householdId: string | null = null) {
  let world = start;
  let past: Done[] = [];
  const context = () => contextOf(world, { options: { ...firstOptions, householdId } });
  let state: Assigning = assignHouseholds.start(context());
  return {
    /** For each household in the order of the list, the place of its house. */
    housed: () =>
      households.map(({ id }) => {
        const houseId = world.household.get(id)!.houseId;
        return houseId === null ? null : houses.findIndex((house) => house.id === houseId);
      }),
    turn: () => world.household.get(state.householdId ?? '')?.ordinal ?? null,
    status: () => assignHouseholds.status(state, context()),
    hint: () => assignHouseholds.hintParams!(state, context()),
    label: () => {
      const found = assignHouseholds.sketch(state, context()).find(({ properties }) => properties.role === 'label');
      return found?.properties.label?.params;
    },
    offers: () => assignHouseholds.offers!(state, context()),
    do(event: ToolEvent) {
      const step = assignHouseholds.handle(state, event, context());
      state = step.state;
      if (step.edit?.kind === 'household.assign') {
        past = [...past, done(world, 'household.assign', step.edit.input)];
        world = past.at(-1)!.world;
        state = assignHouseholds.rests!(state, context());
      }
      if (step.takesBack) {
        world = undone(past.at(-1)!);
        past = past.slice(0, -1);
      }
      return step;
    },
  };
}

describe('households into houses', () => {
  it('each press gives its house to the next in the list, one edit a press', () => {
    const hand = assigning();
    for (const north of [130, 150, 110]) hand.do(press(north));
    expect(hand.housed()).toEqual([1, 0, 2]);
    expect(hand.turn()).toBeNull();
    expect(hand.status().hintKey).toBe('tool.assign.all');
    expect(hand.do(press(150)).says?.key).toBe('tool.assign.all');
  });
  it('one is skipped, or gone back to, and the list goes round', () => {
    const hand = assigning();
    hand.do({ type: 'offer', id: 'right' });
    hand.do(press(150));
    expect([hand.turn(), hand.housed()]).toEqual([3, [null, 0, null]]);
    hand.do({ type: 'offer', id: 'left' });
    expect(hand.turn()).toBe(1);
    hand.do({ type: 'offer', id: 'left' });
    expect(hand.turn()).toBe(3);
    hand.do(press(130));
    expect(hand.turn()).toBe(1);
    expect(hand.offers().every(({ isOff }) => isOff)).toBe(true);
  });
  it('the last press is taken back, and that household is asked for again', () => {
    const hand = assigning();
    expect(hand.status().canTakeBack).toBe(false);
    for (const north of [150, 130]) hand.do(press(north));
    hand.do({ type: 'undo-point' });
    expect([hand.turn(), hand.housed()]).toEqual([2, [0, null, null]]);
    hand.do({ type: 'undo-point' });
    expect([hand.turn(), hand.status().canTakeBack]).toEqual([1, false]);
  });
  it('begins with the one chosen, also one that has a house; two may share one', () => {
    const hand = assigning(village, households[1]!.id);
    // No name: the tool bar stands on the map for all to see.
    expect(hand.hint()).toEqual({ ordinal: 2 });
    hand.do(press(110));
    hand.do({ type: 'choose', id: households[1]!.id });
    expect(hand.do(press(110)).says?.key).toBe('tool.assign.same');
    hand.do(press(130));
    hand.do({ type: 'choose', id: households[0]!.id });
    hand.do(press(130));
    expect(hand.housed()).toEqual([1, 1, null]);
  });
  it('the house under the hand bears the number to come, else the last one given bears its own', () => {
    const hand = assigning();
    expect(hand.label()).toBeUndefined();
    hand.do(press(150));
    expect(hand.label()).toMatchObject({ ordinal: 1 });
    hand.do({ type: 'hover', position: at(8, 130) });
    expect(hand.label()).toMatchObject({ ordinal: 2 });
  });
  it('a press beside every house does nothing', () => {
    expect(assigning().do(press(0))).not.toHaveProperty('edit');
  });
});
