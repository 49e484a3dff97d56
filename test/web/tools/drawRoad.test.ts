import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { drawRoad } from '../../../web/tools/drawRoad.ts';
import { firstOptions } from '../../../web/tools/options.ts';
import { aRoad, aWorld, at } from '../../domain/builders.ts';
import { contextOf, decided, work } from './hand.ts';

const main = aRoad(at(0, 100), at(0, -100));
const lane = aRoad(at(0, 0), at(80, 0), { class: 'lane', parentRoadId: main.id });
const world = aWorld(main, lane);
const drawing = contextOf(world);
const as = (roadClass: typeof firstOptions.roadClass) => contextOf(world, { options: { ...firstOptions, roadClass } });

describe('drawing a road', () => {
  it('click, click, double click makes one edit the rules accept', () => {
    const worked = work(drawRoad, drawing, [
      ['click', 1, 50],
      ['click', 40, 55],
      ['click', 70, 50],
      ['click', 70.2, 50],
    ]);
    expect(isRefusal(decided(world, worked))).toBe(false);
    expect(worked.edits[0]).toMatchObject({ kind: 'road.draw', input: { class: 'lane', parentRoadId: main.id } });
  });

  it('starts exactly on the road it catches on', () => {
    const { edits } = work(drawRoad, drawing, [['click', 2, 50], ['click', 60, 50], 'finish']);
    const { line } = (edits[0] as { input: { line: { coordinates: readonly (readonly [number, number])[] } } }).input;
    expect(line.coordinates[0]![0]).toBeCloseTo(at(0, 50)[0], 6);
  });

  it('drawn towards its road it still runs from the mouth inwards', () => {
    const { edits } = work(drawRoad, drawing, [['click', 60, 50], ['click', 1, 50], 'finish']);
    const { line, parentRoadId } = edits[0]!.input as { line: typeof main.line; parentRoadId: string };
    expect(parentRoadId).toBe(main.id);
    expect(line.coordinates[0]![0]).toBeCloseTo(at(0, 50)[0], 6);
  });

  it('a double click that catches on a road ends the drawing too', () => {
    const worked = work(drawRoad, drawing, [
      ['click', 40, 40],
      ['click', 40, 2.5],
      ['click', 40, 2.5],
    ]);
    expect(worked.edits).toHaveLength(1);
  });

  it('proposes only a parent the class may open from', () => {
    const alley = work(drawRoad, as('alley'), [['click', 40, 1], ['click', 40, 40], 'finish']);
    expect(alley.edits[0]).toMatchObject({ input: { class: 'alley', parentRoadId: lane.id } });
    const road = work(drawRoad, as('road'), [['click', 1, 50], ['click', -90, 60], 'finish']);
    expect(road.edits[0]).toMatchObject({ input: { class: 'road', parentRoadId: null } });
  });

  it('a driveway opens from the driveway it catches on', () => {
    const driveway = aRoad(at(-40, 0), at(-40, 40), { class: 'access', name: null });
    const hand = contextOf(aWorld(main, driveway), { options: { ...firstOptions, roadClass: 'access' } });
    const [edit] = work(drawRoad, hand, [['click', -40, 40], ['click', -60, 60], 'finish']).edits;
    expect(edit).toMatchObject({ input: { class: 'access', parentRoadId: driveway.id } });
  });

  it('closes a loop on its own first point', () => {
    const worked = work(drawRoad, as('road'), [
      ['click', 100, 100],
      ['click', 150, 100],
      ['click', 150, 150],
      ['click', 100.5, 100.5],
    ]);
    const { line } = worked.edits[0]!.input as { line: typeof main.line };
    expect(line.coordinates[0]).toEqual(line.coordinates.at(-1));
    expect(isRefusal(decided(world, worked))).toBe(false);
  });

  it('keeps the drawing when the rules refuse it', () => {
    const worked = work(drawRoad, as('road'), [
      ['click', 100, 100],
      ['click', 200, 200],
      ['click', 200, 100],
      ['click', 100, 200],
      'finish',
    ]);
    expect(decided(world, worked)).toMatchObject({ code: 'line-crosses-itself' });
    expect(worked.state.snaps).toHaveLength(4);
  });

  it('one point is not a road; Backspace takes points back', () => {
    const one = work(drawRoad, drawing, [['click', 20, 20], 'finish', ['click', 20, 20]]);
    expect(one.edits).toEqual([]);
    const back = work(drawRoad, drawing, [
      ['click', 20, 20],
      ['click', 40, 20],
      'undo-point',
      'undo-point',
      'undo-point',
    ]);
    expect(back.state.snaps).toEqual([]);
    expect(drawRoad.status(back.state, drawing)).toMatchObject({ canFinish: false, canUndoPoint: false });
  });

  it('shows the line, what comes next and where it caught', () => {
    const { state } = work(drawRoad, drawing, [
      ['click', 20, 20],
      ['click', 40, 20],
      ['hover', 40, 1],
    ]);
    const roles = drawRoad.sketch(state, drawing).map(({ properties }) => properties.role);
    expect(roles).toEqual(['line', 'guide', 'vertex', 'vertex', 'label', 'snap']);
  });

  it('says what it catches on: the end, a bend, the line, by its name', () => {
    const named = aWorld({ ...main, name: 'Đường Làng' }, lane);
    const said = (east: number, north: number) => {
      const context = contextOf(named);
      const { state } = work(drawRoad, context, [['hover', east, north]]);
      return drawRoad.sketch(state, context).at(-1)?.properties.label;
    };
    expect(said(1, 50)).toEqual({ key: 'tool.snap.road-line', params: { road: 'Đường Làng' } });
    expect(said(1, 99)).toEqual({ key: 'tool.snap.road-end', params: { road: 'Đường Làng' } });
    expect(said(79, 1)).toEqual({ key: 'tool.snap.road-end.unnamed' });
    expect(said(40, 40)).toBeUndefined();
  });

  it('a lane that ends on a road is exactly connected: the road gets the same vertex, in one edit', () => {
    const slanted = aRoad(at(-37, 91), at(53, -84));
    const there = aWorld(slanted);
    const worked = work(drawRoad, contextOf(there), [['click', 7, 7], ['click', 80, 30], 'finish']);
    const change = decided(there, worked);
    if (isRefusal(change)) throw new Error(change.code);
    const [drawn] = change.created as [typeof main];
    const [[before, after]] = change.updated as unknown as [[typeof main, typeof main]];
    expect(before.id).toBe(slanted.id);
    expect(after.line.coordinates[1]).toEqual(drawn.line.coordinates[0]);
    expect(after.line.coordinates).toHaveLength(3);
  });

  it('Shift keeps right angles to the piece before', () => {
    const { state } = work(drawRoad, drawing, [
      ['click', 20, 40],
      ['click', 40, 40],
      ['click', 41, 70, 'steady'],
    ]);
    expect(state.snaps[2]!.position[0]).toBeCloseTo(at(40, 0)[0], 6);
  });

  it('takes a line from the clipboard; one over itself is refused with the place and stays', () => {
    const positions = [at(100, 100), at(200, 200), at(200, 100), at(100, 200)];
    const worked = work(drawRoad, as('road'), [{ type: 'paste', positions }, 'finish']);
    expect(decided(world, worked)).toMatchObject({
      code: 'line-crosses-itself',
      params: { lng: expect.closeTo(at(150, 150)[0], 4) as number },
    });
    expect(worked.state.snaps).toHaveLength(4);
  });
});
