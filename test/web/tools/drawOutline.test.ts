import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import type { Polygon } from '../../../domain/geometry/shapes.ts';
import { drawOutline } from '../../../web/tools/drawOutline.ts';
import { aHouse, aRoad, aWorld, at } from '../../domain/builders.ts';
import { contextOf, decided, work } from './hand.ts';

const world = aWorld(aRoad(at(0, 100), at(0, -100)));
const context = contextOf(world, { reachMeters: 1 });
const corners = [
  ['click', 5, 10],
  ['click', 15, 10],
  ['click', 15, 20],
  ['click', 5, 20],
] as const;

describe('drawing a house corner by corner', () => {
  it('is finished on its first corner, with Xong, or by a double click', () => {
    for (const end of [['click', 5.2, 10.2] as const, 'finish' as const, ['click', 5, 20.1] as const]) {
      const worked = work(drawOutline, context, [...corners, end]);
      expect(isRefusal(decided(world, worked))).toBe(false);
      const { footprint } = worked.edits[0]!.input as { footprint: Polygon };
      expect(footprint.coordinates[0]).toHaveLength(5);
    }
  });

  it('has its entrance in the middle of the side that faces the road', () => {
    const worked = work(drawOutline, context, [...corners, 'finish']);
    const change = decided(world, worked);
    const [house] = isRefusal(change) ? [] : change.created;
    if (house?.kind !== 'house') throw new Error('no house');
    const { entrance } = house;
    expect(entrance[0]).toBeCloseTo(at(5, 15)[0], 6);
    expect(entrance[1]).toBeCloseTo(at(5, 15)[1], 6);
  });

  it('needs three corners', () => {
    const { edits, state } = work(drawOutline, context, [corners[0], corners[1], 'finish', corners[0]]);
    expect(edits).toEqual([]);
    expect(state.drawing.corners).toHaveLength(2);
  });

  it('stays in the hand when it crosses itself', () => {
    const worked = work(drawOutline, context, [corners[0], corners[2], corners[1], corners[3], 'finish']);
    expect(decided(world, worked)).toMatchObject({ code: 'polygon-crosses-itself' });
    expect(worked.state.drawing.corners).toHaveLength(4);
  });

  it('makes its corners square with a key, and the walls square while Shift is held', () => {
    const crooked = [
      ['click', 5, 10],
      ['click', 15.6, 11],
      ['click', 15, 20],
      ['click', 4.4, 19.5],
    ] as const;
    const squared = work(drawOutline, context, [...crooked, { type: 'act', action: 'square' }]).state.drawing.corners;
    expect(squared).toHaveLength(4);
    expect(drawOutline.status({ drawing: { corners: squared, pointer: null }, door: null }, context).actions).toEqual([
      'square',
    ]);
    const steady = work(drawOutline, context, [
      ['click', 5, 10],
      ['click', 15, 10.4, 'steady'],
      ['click', 15.3, 20, 'steady'],
    ]).state.drawing.corners;
    expect(steady[1]![1]).toBeCloseTo(at(15, 10)[1], 6);
    expect(steady[2]![0]).toBeCloseTo(at(15, 20)[0], 6);
  });

  it('catches on the corner of a neighbour and says so', () => {
    const neighbour = aHouse(at(5, 35), {
      footprint: { type: 'Polygon', coordinates: [[at(5, 30), at(15, 30), at(15, 40), at(5, 40), at(5, 30)]] },
    });
    const beside = contextOf(aWorld(neighbour), { reachMeters: 1 });
    const { state } = work(drawOutline, beside, [
      ['click', 5.4, 29.8],
      ['hover', 14.7, 30.2],
    ]);
    expect(state.drawing.corners[0]).toEqual(at(5, 30));
    const said = drawOutline.sketch(state, beside).find(({ properties }) => properties.role === 'snap');
    expect(said).toMatchObject({
      geometry: { coordinates: at(15, 30) },
      properties: { label: { key: 'tool.snap.house-corner' } },
    });
  });

  it('takes corners from the clipboard', () => {
    const positions = corners.map(([, east, north]) => at(east, north));
    const worked = work(drawOutline, context, [{ type: 'paste', positions }, 'finish']);
    expect(isRefusal(decided(world, worked))).toBe(false);
  });
});
