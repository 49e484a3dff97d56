import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import type { InputOf } from '../../../domain/edits/registry.ts';
import { distanceMeters } from '../../../domain/geometry/localFrame.ts';
import { drawHouse } from '../../../web/tools/drawHouse.ts';
import { aHouse, aRoad, aWorld, at } from '../../domain/builders.ts';
import { contextOf, decided, work } from './hand.ts';

const world = aWorld(aRoad(at(0, 100), at(0, -100)));
const context = contextOf(world, { reachMeters: 1 });
const taps = [
  ['click', 5, 10],
  ['click', 5.5, 16],
  ['click', 17, 13],
] as const;

describe('drawing a house in three taps', () => {
  it('makes a rectangle as turned as its first wall, with the door towards the road', () => {
    const worked = work(drawHouse, context, taps);
    expect(isRefusal(decided(world, worked))).toBe(false);
    const { footprint, entrance: shown } = worked.edits[0]!.input as InputOf<'house.draw'>;
    expect(shown).toBeNull();
    const change = decided(world, worked);
    const [house] = isRefusal(change) ? [] : change.created;
    if (house?.kind !== 'house') throw new Error('no house');
    const { entrance } = house;
    expect(house.entranceOrigin).toBe('assumed');
    const ring = footprint!.coordinates[0]!;
    expect(ring).toHaveLength(5);
    expect(distanceMeters(ring[0]!, ring[2]!)).toBeCloseTo(distanceMeters(ring[1]!, ring[3]!), 1);
    expect(distanceMeters(entrance, at(5.25, 13))).toBeLessThan(0.1);
  });

  it('shows how long the wall and how deep the house is while it is drawn', () => {
    const { state } = work(drawHouse, context, [taps[0], taps[1], ['hover', 17, 13]]);
    const labels = drawHouse
      .sketch(state, context)
      .flatMap(({ properties: { label } }) => (label?.params ? [label.params] : []));
    expect(labels).toEqual([{ length: 6 }, { length: expect.closeTo(11.7, 0) as number }]);
    const one = work(drawHouse, context, [taps[0], ['hover', 5, 17.3]]);
    const shown = drawHouse.sketch(one.state, context).map(({ properties }) => properties.label?.params);
    expect(shown).toContainEqual({ length: 7.3 });
  });

  it('a double tap is one corner; a house without depth is none', () => {
    const twice = work(drawHouse, context, [taps[0], taps[0]]);
    expect(twice.state.drawing.wall).toHaveLength(1);
    const flat = work(drawHouse, context, [taps[0], taps[1], ['click', 5.3, 13]]);
    expect(flat.edits).toEqual([]);
  });

  it('Enter takes the depth where the pointer is; Backspace gives back the wall', () => {
    expect(work(drawHouse, context, [taps[0], taps[1], ['hover', 17, 13], 'finish']).edits).toHaveLength(1);
    const back = work(drawHouse, context, [taps[0], taps[1], 'undo-point', 'undo-point']);
    expect(back.state.drawing.wall).toEqual([]);
    expect(drawHouse.status(back.state, context).canUndoPoint).toBe(false);
  });

  it('Shift keeps the wall along its road', () => {
    const { state } = work(drawHouse, context, [taps[0], ['click', 5.5, 16, 'steady']]);
    expect(state.drawing.wall[1]![0]).toBeCloseTo(at(5, 0)[0], 6);
  });

  it('one drawn inside another is refused and stays in the hand', () => {
    const ring = [at(0, 0), at(40, 0), at(40, 40), at(0, 40), at(0, 0)];
    const around = aWorld(aHouse(at(0, 20), { footprint: { type: 'Polygon', coordinates: [ring] } }));
    const worked = work(drawHouse, contextOf(around, { reachMeters: 1 }), taps);
    expect(decided(around, worked)).toMatchObject({ code: 'house-inside-another' });
    expect(worked.state.drawing.depth).toEqual(at(17, 13));
  });
});

describe('the door of the house just drawn', () => {
  const ring = [at(5, 10), at(5, 16), at(17, 16), at(17, 10), at(5, 10)];
  const house = aHouse(at(5, 13), { footprint: { type: 'Polygon', coordinates: [ring] } });
  const after = aWorld(house);
  const made = contextOf(after, { reachMeters: 2, made: { kind: 'house', id: house.id } });

  it('can be dragged along the walls before the next house is begun', () => {
    const worked = work(drawHouse, made, [
      ['press', 5, 13],
      ['drag', 9, 10.5],
      ['release', 9, 10.5],
    ]);
    expect(isRefusal(decided(after, worked))).toBe(false);
    const { entrance, footprint } = worked.edits[0]!.input as InputOf<'house.move'>;
    expect(distanceMeters(entrance, at(9, 10))).toBeLessThan(0.05);
    expect(footprint).toEqual(house.footprint);
  });

  it('elsewhere, and once a wall is begun, the hand draws', () => {
    const atRest = drawHouse.start(made);
    expect(drawHouse.grabs?.(atRest, at(5, 13), made)).toBe(true);
    expect(drawHouse.grabs?.(atRest, at(12, 13), made)).toBe(false);
    const { state } = work(drawHouse, made, [['click', 30, 10]]);
    expect(drawHouse.grabs?.(state, at(5, 13), made)).toBe(false);
    expect(drawHouse.grabs?.(atRest, at(5, 13), contextOf(after))).toBe(false);
  });

  it('pressed and let go without a drag it stays where it is', () => {
    const worked = work(drawHouse, made, [
      ['press', 5, 13.5],
      ['release', 5, 13.5],
    ]);
    expect(worked.edits).toEqual([]);
  });
});
