import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import { move } from '../../../web/tools/move.ts';
import { aCamera, aHouse, anAddress, aRoad, aWorld, at } from '../../domain/builders.ts';
import { contextOf, decided, work } from './hand.ts';

const main = aRoad(at(0, 100), at(0, -100));
const lane = aRoad(at(20, 0), at(80, 0), { class: 'lane', parentRoadId: main.id });
const ring = [at(10, 20), at(20, 20), at(20, 30), at(10, 30), at(10, 20)];
const house = aHouse(at(10, 25), { footprint: { type: 'Polygon', coordinates: [ring] } });
const camera = aCamera(at(-20, 0), { facingDegrees: 0 });
const world = aWorld(main, lane, house, camera);
const holding = ({ kind, id }: AnyRecord) => contextOf(world, { selection: { kind, id } });

const gesture = (record: AnyRecord, from: readonly [number, number], to: readonly [number, number]) =>
  work(move, holding(record), [
    ['press', ...from],
    ['drag', (from[0] + to[0]) / 2, (from[1] + to[1]) / 2],
    ['drag', ...to],
    ['release', ...to],
  ]);

describe('moving', () => {
  it('a point of a road makes one edit on release, and catches on other roads', () => {
    const worked = gesture(lane, [20, 0], [1.5, 0]);
    expect(isRefusal(decided(world, worked))).toBe(false);
    const { line } = worked.edits[0]!.input as { line: typeof lane.line };
    expect(line.coordinates[0]![0]).toBeCloseTo(at(0, 0)[0], 6);
    expect(line.coordinates).toHaveLength(2);
  });

  it('the small point between two adds one', () => {
    const { edits } = gesture(lane, [50, 0], [50, 20]);
    const { line } = edits[0]!.input as { line: typeof lane.line };
    expect(line.coordinates).toHaveLength(3);
    expect(line.coordinates[1]![1]).toBeCloseTo(at(50, 20)[1], 6);
  });

  it('a house goes as a whole, entrance and all', () => {
    const worked = gesture(house, [15, 25], [25, 35]);
    expect(isRefusal(decided(world, worked))).toBe(false);
    const { entrance, footprint } = worked.edits[0]!.input as Pick<typeof house, 'entrance' | 'footprint'>;
    expect(entrance[0]).toBeCloseTo(at(20, 35)[0], 6);
    expect(footprint!.coordinates[0]![0]![1]).toBeCloseTo(at(10, 30)[1], 6);
  });

  it('its entrance goes alone', () => {
    const { edits } = gesture(house, [10, 25], [15, 20]);
    expect(edits[0]).toMatchObject({ kind: 'house.move', input: { footprint: house.footprint } });
  });

  it('a camera is moved by its place and turned by its tip', () => {
    expect(gesture(camera, [-20, 0], [-30, 5]).edits[0]).toMatchObject({
      kind: 'camera.update',
      input: { changes: { facingDegrees: 0 } },
    });
    // The tip is four reaches out: 12 m north of the camera.
    expect(gesture(camera, [-20, 12], [-5, 0]).edits[0]).toMatchObject({
      input: { changes: { place: camera.place, facingDegrees: 90 } },
    });
  });

  it('a camera in the hand is as the release would store it; a house is no device, nor is anything before it is moved', () => {
    const turning = work(move, holding(camera), [
      ['press', -20, 12],
      ['drag', -5, 0],
    ]);
    expect(move.devices!(turning.state, holding(camera))).toEqual([{ ...camera, facingDegrees: 90 }]);
    expect(move.devices!(turning.state, holding(house))).toEqual([]);
    expect(move.devices!(move.start(holding(camera)), holding(camera))).toEqual([]);
    const carried = work(move, holding(house), [
      ['press', 15, 25],
      ['drag', 25, 35],
    ]);
    expect(move.devices!(carried.state, holding(house))).toEqual([]);
  });

  it('takes hold only near a handle, so that elsewhere the map pans', () => {
    const context = holding(lane);
    const atRest = move.start(context);
    expect(move.grabs?.(atRest, at(20, 1), context)).toBe(true);
    expect(move.grabs?.(atRest, at(35, 0), context)).toBe(false);
    expect(gesture(lane, [35, 10], [60, 60]).edits).toEqual([]);
  });

  it('a press without a drag changes nothing', () => {
    expect(
      work(move, holding(lane), [
        ['press', 20, 0],
        ['release', 20, 0],
      ]).edits,
    ).toEqual([]);
  });

  it('what the rules refuse stays shown: the door of an issued address', () => {
    const issued = aWorld(main, house, anAddress(house, main, { state: 'issued' }));
    const context = contextOf(issued, { selection: { kind: 'house', id: house.id } });
    const worked = work(move, context, [
      ['press', 10, 25],
      ['drag', 14, 20],
      ['release', 14, 20],
    ]);
    expect(decided(issued, worked)).toMatchObject({ code: 'address-issued' });
    expect(move.sketch(worked.state, context).map(({ properties }) => properties.role)).toContain('area');
    expect(move.status(worked.state, context).canUndoPoint).toBe(true);
  });

  it('with nothing selected says what to do first', () => {
    const context = contextOf(world);
    expect(move.status(move.start(context), context).hintKey).toBe('tool.move.nothing');
    expect(move.sketch(move.start(context), context)).toEqual([]);
  });
});

describe('changing an outline', () => {
  const footprintOf = (input: unknown) => (input as Pick<typeof house, 'footprint'>).footprint!.coordinates[0]!;

  it('a corner is dragged alone', () => {
    const worked = gesture(house, [20, 30], [24, 33]);
    expect(isRefusal(decided(world, worked))).toBe(false);
    const moved = footprintOf(worked.edits[0]!.input);
    expect(moved).toHaveLength(5);
    expect(moved[2]![0]).toBeCloseTo(at(24, 0)[0], 6);
  });

  it('the first corner takes the closing one along; the small point in a wall adds a corner', () => {
    const first = footprintOf(gesture(house, [10, 20], [8, 18]).edits[0]!.input);
    expect(first[0]).toEqual(first.at(-1));
    const context = contextOf(world, { selection: { kind: 'house', id: house.id }, reachMeters: 1 });
    const { edits } = work(move, context, [
      ['press', 15, 20],
      ['drag', 15, 16],
      ['release', 15, 16],
    ]);
    expect(footprintOf(edits[0]!.input)).toHaveLength(6);
  });

  it('a double click removes a corner, never the third from last', () => {
    const worked = work(move, holding(house), [['double', 20, 30]]);
    expect(isRefusal(decided(world, worked))).toBe(false);
    expect(footprintOf(worked.edits[0]!.input)).toHaveLength(4);
    const triangle = aHouse(at(10, 25), {
      footprint: { type: 'Polygon', coordinates: [[at(10, 20), at(30, 20), at(10, 40), at(10, 20)]] },
    });
    const context = contextOf(aWorld(triangle), { selection: { kind: 'house', id: triangle.id } });
    expect(work(move, context, [['double', 30, 20]]).edits).toEqual([]);
  });

  it('a long press on a corner offers what can be done; Delete does it', () => {
    const { state } = work(move, holding(house), [['hold', 20, 30]]);
    const status = move.status(state, holding(house));
    expect(status.menuAt).toEqual(at(20, 30));
    expect(status.actions).toContain('delete-vertex');
    const step = move.handle(state, { type: 'act', action: 'delete-vertex' }, holding(house));
    expect(footprintOf(step.edit!.input)).toHaveLength(4);
  });

  it('the knob turns it, and its entrance with it; Shift by whole 15°', () => {
    const context = holding(house);
    const knob = move.sketch(move.start(context), context).find(({ properties }) => properties.role === 'turn')!;
    const [lng, lat] = knob.geometry.coordinates as [number, number];
    const press = { type: 'press', position: [lng, lat] } as const;
    const east = { position: at(34, 27), isSteady: true } as const;
    const worked = work(move, context, [press, { type: 'drag', ...east }, { type: 'release', ...east }]);
    expect(isRefusal(decided(world, worked))).toBe(false);
    const { entrance } = worked.edits[0]!.input as { entrance: readonly [number, number] };
    // The middle of the west wall has gone to the north-north-west: 75° on.
    expect(entrance[1]).toBeCloseTo(at(0, 25 + 5 * Math.sin((75 * Math.PI) / 180))[1], 5);
  });

  it('square corners are one edit', () => {
    const crooked = aHouse(at(10, 25), {
      footprint: { type: 'Polygon', coordinates: [[at(10, 20), at(20, 21), at(20, 31), at(10, 29), at(10, 20)]] },
    });
    const there = aWorld(crooked);
    const context = contextOf(there, { selection: { kind: 'house', id: crooked.id } });
    const worked = work(move, context, [{ type: 'act', action: 'square' }]);
    expect(isRefusal(decided(there, worked))).toBe(false);
  });
});

describe('by keyboard', () => {
  const nudge = { type: 'nudge', eastMeters: 0.1, northMeters: 0 } as const;

  it('a run of nudges is one edit when it settles', () => {
    const worked = work(move, holding(house), [nudge, nudge, nudge, 'settle']);
    expect(isRefusal(decided(world, worked))).toBe(false);
    const { entrance } = worked.edits[0]!.input as { entrance: readonly [number, number] };
    expect((entrance[0] - house.entrance[0]) * 104_650).toBeCloseTo(0.3, 1);
  });

  it('brackets turn by a degree; a camera turns where it looks', () => {
    const turn = { type: 'turn', degrees: 1 } as const;
    expect(work(move, holding(house), [turn, 'settle']).edits).toHaveLength(1);
    const looks = work(move, holding(camera), [{ type: 'turn', degrees: -15 }, 'settle']);
    expect(looks.edits[0]).toMatchObject({ input: { changes: { facingDegrees: 345 } } });
    expect(work(move, holding(lane), [turn, 'settle']).edits).toEqual([]);
  });

  it('a picked point is nudged alone', () => {
    const worked = work(move, holding(lane), [
      { type: 'next', step: 1 },
      { type: 'next', step: 1 },
      { type: 'nudge', eastMeters: 0, northMeters: 1 },
      'settle',
    ]);
    const { line } = worked.edits[0]!.input as { line: typeof lane.line };
    expect(line.coordinates[0]).toEqual(lane.line.coordinates[0]);
    expect(line.coordinates[1]![1]).toBeCloseTo(at(0, 1)[1], 6);
  });

  it('Escape goes out one level at a time: the run, the picked point, then the tool', () => {
    const context = holding(lane);
    let { state } = work(move, context, [{ type: 'next', step: 1 }, nudge]);
    const back = () => move.backs!(state, context);
    state = back()!;
    expect(state).toMatchObject({ after: null, picked: 0 });
    state = back()!;
    expect(state.picked).toBeNull();
    expect(back()).toBeNull();
  });
});
