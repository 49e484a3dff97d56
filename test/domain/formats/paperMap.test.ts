import { describe, expect, it } from 'vitest';
import { labelPlace, spotBeside, type Spot } from '../../../domain/formats/mapLabels.ts';
import { mapMarks, onPaper } from '../../../domain/formats/paperMap.ts';
import { aHouse, aRoad, at, aWorld } from '../builders.ts';

const window = { center: at(0, 0), metersPerMillimeter: 1, widthMillimeters: 100, heightMillimeters: 80 };

describe('a map on paper', () => {
  it('has its middle in the middle and north at the top', () => {
    const toPaper = onPaper(window);
    const [middle, northEast] = [toPaper(at(0, 0)), toPaper(at(10, 20))];
    expect(middle[0]).toBeCloseTo(50, 1);
    expect(middle[1]).toBeCloseTo(40, 1);
    expect(northEast[0]).toBeCloseTo(60, 1);
    expect(northEast[1]).toBeCloseTo(20, 1);
  });

  it('shows the roads that cross it though no vertex is near, and not those that pass by', () => {
    const through = aRoad(at(-400, 0), at(400, 0), { name: 'Đường Đền Hàn' });
    const past = aRoad(at(-400, 300), at(400, 300), { name: 'Đường Xa' });
    const labels = mapMarks(aWorld(through, past), window).flatMap((mark) =>
      mark.kind === 'label' ? [mark.text] : [],
    );
    expect(labels).toEqual(['Đường Đền Hàn']);
  });

  it('leaves out houses that are gone', () => {
    const houses = [aHouse(at(5, 5)), aHouse(at(-5, 5), { state: 'demolished' })];
    expect(mapMarks(aWorld(...houses), window).filter(({ kind }) => kind === 'dot')).toHaveLength(1);
  });

  it('names read from the left, keep clear of what is taken, and are left out where there is no room', () => {
    const line = [
      [90, 40],
      [10, 40],
    ] as const;
    const taken: Spot[] = [{ left: 40, right: 60, top: 35, bottom: 45 }];
    const found = labelPlace(line, 'Ngõ 5', 2.6, window, taken)!;
    expect(Math.abs(found.turnDegrees)).toBe(0);
    expect(found.at[0] < 40 || found.at[0] > 60).toBe(true);
    expect(taken).toHaveLength(2);
    expect(labelPlace(line, 'x'.repeat(200), 2.6, window, taken)).toBeNull();
  });

  it('labels beside one point cover neither each other nor the edge', () => {
    const taken: Spot[] = [];
    for (let i = 0; i < 12; i += 1) spotBeside([20, 20], 6, 4, window, taken);
    taken.forEach((a, i) =>
      taken.slice(i + 1).forEach((b) => {
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      }),
    );
    expect(taken).toHaveLength(12);
  });
});
