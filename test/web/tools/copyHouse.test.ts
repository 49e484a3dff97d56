import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import type { InputOf } from '../../../domain/edits/registry.ts';
import { bearingDegrees } from '../../../domain/geometry/line.ts';
import { distanceMeters } from '../../../domain/geometry/localFrame.ts';
import { areaSquareMeters, centroid } from '../../../domain/geometry/polygon.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import { copyAt, copyHouse, templateOf } from '../../../web/tools/copyHouse.ts';
import { aHouse, aRoad, aWorld, at } from '../../domain/builders.ts';
import { contextOf, decided, work } from './hand.ts';

const straight = aRoad(at(0, 200), at(0, -200));
const slanted = aRoad(at(100, 0), at(200, 100));
/** Six metres along the road, twelve deep, its front five metres from the middle of the road. */
const ring = [at(5, 10), at(5, 16), at(17, 16), at(17, 10), at(5, 10)];
const last = aHouse(at(5, 12), { footprint: { type: 'Polygon', coordinates: [ring] } });
const world = aWorld(straight, slanted, last);
const context = contextOf(world);
const areaOf = (corners: readonly Position[]) =>
  areaSquareMeters({ type: 'Polygon', coordinates: [[...corners, corners[0]!]] });

describe('copying the last house', () => {
  it('one tap sets the same house farther along, at the same setback whatever the tap says', () => {
    const worked = work(copyHouse, context, [['click', 9, -30]]);
    expect(isRefusal(decided(world, worked))).toBe(false);
    const { footprint, entrance } = worked.edits[0]!.input as InputOf<'house.draw'>;
    for (const [index, corner] of [at(5, -33), at(5, -27), at(17, -27), at(17, -33)].entries()) {
      expect(distanceMeters(footprint!.coordinates[0]![index]!, corner)).toBeLessThan(0.05);
    }
    expect(distanceMeters(entrance!, at(5, -31))).toBeLessThan(0.05);
  });

  it('across the road it is turned half round, its door still to the road', () => {
    const { corners, entrance } = copyAt(world, last, at(-10, 50));
    expect(distanceMeters(entrance, at(-5, 51))).toBeLessThan(0.05);
    expect(distanceMeters(corners[0]!, at(-5, 53))).toBeLessThan(0.05);
    expect(areaOf(corners)).toBeCloseTo(72, 0);
  });

  it('at another road it stands square to that road', () => {
    const { corners } = copyAt(world, last, at(157, 43));
    const along = bearingDegrees(corners[0]!, corners[1]!);
    expect(Math.min(Math.abs(along - 45), Math.abs(along - 225))).toBeLessThan(0.5);
  });

  it('away from every road it is just carried there', () => {
    const { corners } = copyAt(world, last, at(-150, 0));
    const middle = centroid({ type: 'Polygon', coordinates: [[...corners, corners[0]!]] });
    expect(distanceMeters(middle, at(-150, 0))).toBeLessThan(0.05);
    expect(bearingDegrees(corners[0]!, corners[1]!)).toBeCloseTo(0, 1);
  });

  it('keeps size and setback wherever it is set along the road', () => {
    const metre = fc.integer({ min: -180, max: 180 });
    fc.assert(
      fc.property(metre, fc.integer({ min: 4, max: 30 }), fc.boolean(), (north, east, isWest) => {
        const { corners } = copyAt(world, last, at(isWest ? -east : east, north));
        expect(areaOf(corners)).toBeCloseTo(72, 0);
        const nearest = Math.min(...corners.map(([lng]) => Math.abs(lng - at(0, 0)[0]) * 104_650));
        expect(nearest).toBeCloseTo(5, 1);
      }),
    );
  });

  it('copies what was made last before what is selected, and that before the newest', () => {
    const other = aHouse(at(50, 50), { footprint: last.footprint });
    const two = aWorld(last, other);
    const ref = ({ id }: { id: string }) => ({ kind: 'house' as const, id });
    expect(templateOf(contextOf(two))?.id).toBe(other.id);
    expect(templateOf(contextOf(two, { selection: ref(last) }))?.id).toBe(last.id);
    expect(templateOf(contextOf(two, { selection: ref(last), made: ref(other) }))?.id).toBe(other.id);
  });

  it('with no house to copy says so and does nothing', () => {
    const empty = contextOf(aWorld(straight, aHouse(at(5, 5))));
    const { edits, state } = work(copyHouse, empty, [['click', 9, -30]]);
    expect(edits).toEqual([]);
    expect(copyHouse.status(state, empty).hintKey).toBe('tool.copyHouse.nothing');
  });

  it('shows the house under the pointer before the tap', () => {
    const { state } = work(copyHouse, context, [['hover', 9, -30]]);
    expect(copyHouse.sketch(state, context).map(({ properties }) => properties.role)).toEqual(['area', 'door']);
  });
});
