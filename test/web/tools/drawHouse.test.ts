import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { roundPosition } from '../../../domain/geometry/rounding.ts';
import type { Polygon } from '../../../domain/geometry/shapes.ts';
import { drawHouse } from '../../../web/tools/drawHouse.ts';
import { aRoad, aWorld, at } from '../../domain/builders.ts';
import { contextOf, decided, work } from './hand.ts';

const world = aWorld(aRoad(at(0, 100), at(0, -100)));
const context = contextOf(world, { reachMeters: 1 });
const corners = [
  ['click', 5, 10],
  ['click', 15, 10],
  ['click', 15, 20],
  ['click', 5, 20],
] as const;

describe('drawing a house', () => {
  it('is finished on its first corner, with Xong, or by a double click', () => {
    for (const end of [['click', 5.2, 10.2] as const, 'finish' as const, ['click', 5, 20.1] as const]) {
      const worked = work(drawHouse, context, [...corners, end]);
      expect(isRefusal(decided(world, worked))).toBe(false);
      const { footprint } = worked.edits[0]!.input as { footprint: Polygon };
      expect(footprint.coordinates[0]).toHaveLength(5);
    }
  });

  it('leaves the entrance to the rules, and shows beforehand where they will put it', () => {
    const { state } = work(drawHouse, context, corners);
    const shown = drawHouse.sketch(state, context).find(({ properties }) => properties.role === 'mid');
    expect(shown?.geometry.coordinates).toEqual(roundPosition(at(5, 15)));
    const worked = work(drawHouse, context, [...corners, 'finish']);
    expect(worked.edits[0]!.input).toMatchObject({ entrance: null });
    const change = decided(world, worked);
    if (isRefusal(change)) throw new Error(change.code);
    expect(change.created).toMatchObject([{ entrance: roundPosition(at(5, 15)), entranceOrigin: 'assumed' }]);
  });

  it('needs three corners', () => {
    const { edits, state } = work(drawHouse, context, [corners[0], corners[1], 'finish', corners[0]]);
    expect(edits).toEqual([]);
    expect(state.corners).toHaveLength(2);
  });

  it('stays in the hand when it crosses itself', () => {
    const worked = work(drawHouse, context, [corners[0], corners[2], corners[1], corners[3], 'finish']);
    expect(decided(world, worked)).toMatchObject({ code: 'polygon-crosses-itself' });
    expect(worked.state.corners).toHaveLength(4);
  });
});
