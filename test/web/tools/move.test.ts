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
