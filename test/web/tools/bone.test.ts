import { describe, expect, it } from 'vitest';
import { planNumbering } from '../../../domain/addressing/numberingPlan.ts';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { localFrame } from '../../../domain/geometry/localFrame.ts';
import type { House } from '../../../domain/records/house.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import { move } from '../../../web/tools/move.ts';
import type { SketchFeature, SketchRole } from '../../../web/tools/sketch.ts';
import type { ToolContext } from '../../../web/tools/tool.ts';
import { issuedGrid } from '../../bench/grid.ts';
import { aHouse, anAddress, aRoad, aWorld, at, newId } from '../../domain/builders.ts';
import { contextOf, decided, work } from './hand.ts';

const west = aRoad(at(0, 100), at(0, -100), { name: 'Đường Tây' });
const east = aRoad(at(60, 100), at(60, -100), { name: 'Đường Đông' });
const drive = aRoad(at(20, 60), at(50, 60), { class: 'access', name: null });
const house = aHouse(at(10, 0));
const holding = (...more: readonly AnyRecord[]) =>
  contextOf(aWorld(west, east, drive, house, ...more), { selection: { kind: 'house', id: house.id } });

type Meters = readonly [number, number];
const held = (from: Meters, to: Meters) =>
  [
    ['press', ...from],
    ['drag', ...to],
  ] as const;
const inHand = (context: ToolContext, from: Meters, to: Meters) =>
  move.sketch(work(move, context, held(from, to)).state, context);
const letGo = (context: ToolContext, from: Meters, to: Meters) =>
  work(move, context, [...held(from, to), ['release', ...to]]);
const withRole = (sketch: readonly SketchFeature[], role: SketchRole) =>
  sketch.filter(({ properties }) => properties.role === role);
const boneOf = (sketch: readonly SketchFeature[]) =>
  withRole(sketch, 'bone')[0]?.geometry.coordinates as readonly (readonly [number, number])[] | undefined;
const noteOf = (sketch: readonly SketchFeature[]) =>
  [...withRole(sketch, 'note'), ...withRole(sketch, 'under')][0]?.properties.label;

/** Of the processor: the cheapest of several is free of garbage and of what else the machine does. */
function costOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('a house tied to its road while it is in the hand', () => {
  it('at rest a foot lies on its road to be taken hold of', () => {
    const context = holding();
    const sketch = move.sketch(move.start(context), context);
    const [foot] = withRole(sketch, 'foot').map(({ geometry }) => geometry.coordinates as readonly [number, number]);
    expect(foot![0]).toBeCloseTo(at(0, 0)[0], 6);
    expect(boneOf(sketch)).toBeUndefined();
    expect(move.grabs?.(move.start(context), at(0, 1), context)).toBe(true);
  });

  it('the line follows the door to the road it would be on, with its name and number', () => {
    const context = holding();
    const near = inHand(context, [10, 0], [14, 5]);
    expect(boneOf(near)![1]![0]).toBeCloseTo(at(0, 0)[0], 6);
    expect(noteOf(near)).toEqual({ key: 'tool.move.bone', params: { road: 'Đường Tây', number: expect.any(String) } });
    const across = inHand(context, [10, 0], [50, 5]);
    expect(boneOf(across)![0]).toEqual(at(50, 5));
    expect(boneOf(across)![1]![0]).toBeCloseTo(at(60, 0)[0], 6);
    expect(noteOf(across)?.params).toMatchObject({ road: 'Đường Đông' });
  });

  it('a house with a chosen road stays tied to it wherever its door goes', () => {
    const chosen = aHouse(at(10, 0), { id: house.id, chosenRoadId: west.id });
    const context = contextOf(aWorld(west, east, chosen), { selection: { kind: 'house', id: house.id } });
    expect(noteOf(inHand(context, [10, 0], [50, 5]))?.params).toMatchObject({ road: 'Đường Tây' });
  });

  it('far from every road it says so', () => {
    expect(noteOf(inHand(holding(), [10, 0], [4_000, 0]))?.key).toBe('tool.move.noRoad');
  });

  it('the foot dragged onto another road chooses that road: one edit, the others in reach lit meanwhile', () => {
    const context = holding();
    const over = inHand(context, [0, 0], [59, 3]);
    expect(boneOf(over)![1]![0]).toBeCloseTo(at(60, 0)[0], 6);
    expect(noteOf(over)?.params).toMatchObject({ road: 'Đường Đông' });
    expect(withRole(over, 'lit')).toHaveLength(2);
    const worked = letGo(context, [0, 0], [59, 3]);
    expect(worked.edits).toMatchObject([
      { kind: 'house.update', input: { id: house.id, changes: { chosenRoadId: east.id } } },
    ]);
    const change = decided(context.world, worked);
    expect(!isRefusal(change) && (change.updated[0]![1] as House).entrance).toEqual(house.entrance);
  });

  it('let go beside every road, on a driveway or on its own road, nothing changes', () => {
    const context = holding();
    const between = inHand(context, [0, 0], [30, 0]);
    expect(boneOf(between)![1]).toEqual(at(30, 0));
    expect(noteOf(between)?.key).toBe('tool.move.ontoRoad');
    for (const to of [
      [30, 0],
      [35, 60],
      [0, 40],
    ] as const)
      expect(letGo(context, [0, 0], to).edits).toEqual([]);
  });

  it('an issued address on the old road refuses, and the foot springs back', () => {
    const context = holding(anAddress(house, west, { state: 'issued' }));
    const worked = letGo(context, [0, 0], [60, 0]);
    expect(decided(context.world, worked)).toMatchObject({ code: 'address-issued' });
    expect(boneOf(move.sketch(worked.state, context))).toBeUndefined();
  });

  it('costs a small part of numbering its 2,000 neighbours, at each move', () => {
    const grid = issuedGrid(2_000);
    const withOutline = (each: House): House => {
      const { toDegrees } = localFrame(each.entrance);
      const ring = (
        [
          [0, -3],
          [6, -3],
          [6, 3],
          [0, 3],
          [0, -3],
        ] as const
      ).map(toDegrees);
      return { ...each, entranceOrigin: 'assumed', footprint: { type: 'Polygon', coordinates: [ring] } };
    };
    const world = { ...grid, house: new Map([...grid.house].map(([id, each]) => [id, withOutline(each)])) };
    const [one] = [...world.house.values()].slice(900);
    const context = contextOf(world, { selection: { kind: 'house', id: one!.id } });
    const [lng, lat] = one!.entrance;
    let { state } = move.handle(move.start(context), { type: 'press', position: one!.entrance }, context);
    const step = (east: number) => {
      state = move.handle(state, { type: 'drag', position: [lng + east * 1e-6, lat] }, context).state;
      return move.sketch(state, context);
    };
    for (let warm = 0; warm < 10; warm++) step(warm);
    const moves = Array.from({ length: 21 }, (_, drag) => costOf(() => expect(boneOf(step(drag + 1))).toHaveLength(2)));
    // Copies of every record: nothing remembered of one can be used.
    const plans = Array.from({ length: 5 }, () => {
      const unknown = structuredClone(world);
      return costOf(() => void planNumbering(unknown, null, newId()));
    });
    expect(Math.min(...moves)).toBeLessThan(Math.min(...plans) / 12);
  });
});
