import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import type { World } from '../../../domain/records/world.ts';
import { firstOptions } from '../../../web/tools/options.ts';
import { paintNumbers, type Painting } from '../../../web/tools/paintNumbers.ts';
import type { ToolContext, ToolEdit, ToolEvent, ToolStep } from '../../../web/tools/tool.ts';
import { aHouse, aRoad, at, aWorld } from '../../domain/builders.ts';
import { done, numbersOf, undone, type Done } from '../../domain/edits/doing.ts';
import { contextOf, decided, work } from './hand.ts';

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
const east = [150, 130, 110, 90].map((north) => aHouse(at(8, north)));
const west = [150, 130].map((north) => aHouse(at(-8, north)));
const village = aWorld(road, ...east, ...west);

/** A hand whose edits take effect, as on the page: accepted, the tool rests; taken back, the last edit is undone. */
function painting(start: World = village, more: Partial<ToolContext> = {}) {
  let world = start;
  let past: Done[] = [];
  const context = () => contextOf(world, more);
  let state: Painting = paintNumbers.start(context());
  return {
    numbers: () => numbersOf(world, east),
    others: () => numbersOf(world, west),
    status: () => paintNumbers.status(state, context()),
    label: () => paintNumbers.sketch(state, context()).find(({ properties }) => properties.role === 'label'),
    do(event: ToolEvent): ToolEdit | undefined {
      return this.step(event).edit;
    },
    press(east: number, north: number): ToolStep<Painting> {
      return this.step(clickOn(east, north));
    },
    step(event: ToolEvent): ToolStep<Painting> {
      const step = paintNumbers.handle(state, event, context());
      state = step.state;
      if (step.edit?.kind === 'number.set' && !isRefused(world, step.edit)) {
        past = [...past, done(world, 'number.set', step.edit.input)];
        world = past.at(-1)!.world;
        state = paintNumbers.rests!(state, context());
      }
      if (step.takesBack) {
        world = undone(past.at(-1)!);
        past = past.slice(0, -1);
      }
      return step;
    },
    undo() {
      world = undone(past.at(-1)!);
      past = past.slice(0, -1);
    },
  };
}
/** What the rules will not have stays in the hand, and the world as it is. */
const isRefused = (world: World, edit: ToolEdit): boolean => isRefusal(decided(world, { state: null, edits: [edit] }));
const clickOn = (east: number, north: number): ToolEvent => ({ type: 'click', position: at(east, north) });

describe('painting numbers', () => {
  it('gives each side its own series, one click a house', () => {
    const hand = painting();
    for (const [x, y] of [
      [8, 150],
      [-8, 150],
      [8, 130],
      [-8, 130],
      [8, 110],
    ] as const)
      hand.do(clickOn(x, y));
    expect(hand.numbers()).toEqual(['1', '3', '5', null]);
    expect(hand.others()).toEqual(['2', '4']);
  });
  it('goes on from the number typed for one house', () => {
    const hand = painting();
    hand.do({ type: 'type', text: '21' });
    for (const north of [150, 130]) hand.do(clickOn(8, north));
    expect(hand.numbers()).toEqual(['21', '23', null, null]);
  });
  it('counts down where the houses are clicked against the road', () => {
    const hand = painting();
    hand.do({ type: 'type', text: '7' });
    for (const north of [90, 110, 130]) hand.do(clickOn(8, north));
    expect(hand.numbers()).toEqual([null, '3', '5', '7']);
  });
  it('takes its step from the choice', () => {
    const hand = painting(village, { options: { ...firstOptions, numberStep: 'one' } });
    for (const [x, y] of [
      [8, 150],
      [-8, 150],
      [8, 130],
    ] as const)
      hand.do(clickOn(x, y));
    expect([...hand.numbers(), ...hand.others()]).toEqual(['1', '3', null, null, '2', null]);
  });
  it('goes back one house at a time, and no farther than it came', () => {
    const hand = painting();
    expect(hand.status()).toMatchObject({ canTakeBack: false, canUndoPoint: false });
    for (const north of [150, 130]) hand.do(clickOn(8, north));
    expect(hand.status()).toMatchObject({ canTakeBack: true, canUndoPoint: false });
    hand.do({ type: 'undo-point' });
    expect(hand.numbers()).toEqual(['1', null, null, null]);
    hand.do(clickOn(8, 110));
    expect(hand.numbers()).toEqual(['1', null, '3', null]);
    for (let i = 0; i < 3; i++) hand.do({ type: 'undo-point' });
    expect(hand.numbers()).toEqual([null, null, null, null]);
    expect(hand.status().canTakeBack).toBe(false);
  });
  it('after Ctrl+Z goes on from what is left, and does not take back what is gone', () => {
    const hand = painting();
    for (const north of [150, 130]) hand.do(clickOn(8, north));
    hand.undo();
    hand.do(clickOn(8, 110));
    expect(hand.numbers()).toEqual(['1', null, '3', null]);
    hand.undo();
    hand.undo();
    hand.do({ type: 'undo-point' });
    expect(hand.numbers()).toEqual([null, null, null, null]);
  });
  it('takes back nothing for a number that was refused, nor leaves one typed in small letters behind', () => {
    const hand = painting();
    for (const north of [150, 130]) {
      hand.do({ type: 'type', text: '5' });
      hand.do(clickOn(8, north));
    }
    expect(hand.numbers()).toEqual(['5', null, null, null]);
    hand.do({ type: 'undo-point' });
    expect(hand.numbers()).toEqual([null, null, null, null]);
    expect(hand.status().canTakeBack).toBe(false);
    hand.do({ type: 'type', text: 'a12' });
    hand.do(clickOn(8, 110));
    expect(hand.numbers()).toEqual([null, null, 'A12', null]);
    expect(hand.status().canTakeBack).toBe(true);
    hand.do({ type: 'type', text: 'a12' });
    expect(hand.do(clickOn(8, 110))).toBeUndefined();
  });
  it('a number that another house bears leads nowhere when it is refused', () => {
    const start = done(village, 'number.set', {
      roadId: road.id,
      numbers: [{ houseId: east[3]!.id, number: '21' }],
    }).world;
    const hand = painting(start);
    hand.do({ type: 'type', text: '21' });
    expect(hand.do(clickOn(8, 150))).toBeDefined();
    expect(hand.numbers()).toEqual([null, null, null, '21']);
    expect(hand.status().canTakeBack).toBe(false);
  });
  it('passes over a house that is gone', () => {
    const ring = [at(4, 145), at(12, 145), at(12, 155), at(4, 155), at(4, 145)];
    const footprint = { type: 'Polygon' as const, coordinates: [ring] };
    const gone = aHouse(at(4, 150), { footprint, state: 'demolished' });
    const anew = aHouse(at(4, 151), { footprint });
    const context = contextOf(aWorld(road, gone, anew));
    const [edit] = work(paintNumbers, context, [['click', 8, 150]]).edits;
    expect(edit).toMatchObject({ input: { numbers: [{ houseId: anew.id }] } });
  });
  it('shows the number before the click and the number given after it; a second click changes nothing', () => {
    const hand = painting();
    hand.do({ type: 'hover', position: at(8, 150) });
    expect(hand.label()?.properties.label).toMatchObject({ params: { number: '1' } });
    hand.do(clickOn(8, 150));
    expect(hand.label()?.properties.label).toMatchObject({ params: { number: '1' } });
    expect(hand.do(clickOn(8, 150))).toBeUndefined();
    expect(hand.numbers()[0]).toBe('1');
  });
  it('away from houses does nothing', () => {
    const step = painting().press(0, 0);
    expect([step.edit, step.says]).toEqual([undefined, undefined]);
  });
  it('says why a house near no road gets no number', () => {
    const hand = painting(aWorld(road, aHouse(at(400, 400))));
    const step = hand.press(400, 400);
    expect([step.edit, step.says]).toEqual([undefined, { key: 'tool.paint.noRoad' }]);
  });
  it('says why where no number is left before the first, and takes the one that is typed then', () => {
    const hand = painting();
    hand.press(8, 130);
    const step = hand.press(8, 150);
    const says = { key: 'tool.paint.noNumber', params: { road: 'Đường Làng' } };
    expect([step.edit, step.says]).toEqual([undefined, says]);
    expect(hand.numbers()).toEqual([null, '1', null, null]);
    hand.do({ type: 'type', text: '1A' });
    expect(hand.press(8, 150).says).toBeUndefined();
    expect(hand.numbers()).toEqual(['1A', '1', null, null]);
  });
  it('taken up for a road numbers every house on that road', () => {
    const other = aRoad(at(60, 200), at(60, -200), { name: 'Đường Bờ Ao' });
    const context = contextOf(aWorld(road, other, ...east), { selection: { kind: 'road', id: other.id } });
    const [edit] = work(paintNumbers, context, [['click', 8, 150]]).edits;
    expect(edit).toMatchObject({ kind: 'number.set', input: { roadId: other.id } });
  });
});
