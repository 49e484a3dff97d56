import { describe, expect, it } from 'vitest';
import { localFrame } from '../../../domain/geometry/localFrame.ts';
import { moveNext } from '../../../web/tools/moveNext.ts';
import { firstOptions } from '../../../web/tools/options.ts';
import { aCamera, aLamp, at, aWorld } from '../../domain/builders.ts';
import { contextOf } from './hand.ts';

const frame = localFrame(at(0, 0));
const camera = aCamera(at(10, 0), { facingDegrees: 90, state: 'planned' });
const lamp = aLamp(at(10, 0), { state: 'planned' });
const contextFor = (proposedDevice: typeof camera | typeof lamp | null) =>
  contextOf(aWorld(), { options: { ...firstOptions, proposedDevice } });
const meters = (device: { readonly place: readonly [number, number] }) =>
  frame.toMeters(device.place).map((value) => Math.round(value));

describe('moving a proposed device', () => {
  it('dragged and turned, it is to stay there as it then is; nothing is recorded', () => {
    const context = contextFor(camera);
    let state = moveNext.start(context);
    expect(moveNext.grabs!(state, at(10, 0), context)).toBe(true);
    state = moveNext.handle(state, { type: 'press', position: at(10, 0) }, context).state;
    state = moveNext.handle(state, { type: 'drag', position: at(13, 4) }, context).state;
    state = moveNext.handle(state, { type: 'release', position: at(13, 4) }, context).state;
    state = moveNext.handle(state, { type: 'turn', degrees: 15 }, context).state;
    const step = moveNext.handle(state, { type: 'finish' }, context);
    expect(step.edit).toBeUndefined();
    expect(step.pins).toMatchObject({ kind: 'camera', facingDegrees: 105 });
    expect(meters(step.pins!)).toEqual([13, 4]);
  });

  it('a press elsewhere puts it there, and one step back where it was proposed', () => {
    const context = contextFor(lamp);
    const there = moveNext.handle(moveNext.start(context), { type: 'click', position: at(-20, 5) }, context).state;
    expect(meters(there.device!)).toEqual([-20, 5]);
    expect(moveNext.status(there, context)).toMatchObject({ canFinish: true, hintKey: 'tool.moveNext.lamp' });
    const back = moveNext.handle(there, { type: 'undo-point' }, context).state;
    expect([meters(back.device!), moveNext.status(back, context).canFinish]).toEqual([[10, 0], false]);
  });

  it('without one nothing happens', () => {
    const context = contextFor(null);
    const state = moveNext.start(context);
    expect(moveNext.handle(state, { type: 'click', position: at(0, 0) }, context)).toEqual({ state });
    expect(moveNext.handle(state, { type: 'finish' }, context).pins).toBeUndefined();
    expect(moveNext.takesNudges!(context)).toBe(false);
  });
});
