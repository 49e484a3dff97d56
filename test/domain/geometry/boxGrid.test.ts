/** The grid finds what comparing every box finds: among houses, with strays far away, with lines across the land. */
import { describe, expect, it } from 'vitest';
import { BoxGrid } from '../../../domain/geometry/boxGrid.ts';
import { randomFrom } from '../../bench/madeVillages.ts';

type Box = readonly [west: number, south: number, east: number, north: number];

function boxAt(x: number, y: number, width: number, height: number): Box {
  return [x, y, x + width, y + height];
}

const touches = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

const noBox: Box = [Infinity, Infinity, -Infinity, -Infinity];

describe('A grid of boxes', () => {
  const places: Readonly<Record<string, (random: () => number) => Box>> = {
    houses: (random) => boxAt(random() * 900, random() * 900, 8, 12),
    'houses, of which some lie a thousand kilometres away': (random) =>
      random() < 0.02
        ? boxAt((random() - 0.5) * 2e6, (random() - 0.5) * 2e6, 8, 12)
        : boxAt(random() * 900, random() * 900, 8, 12),
    'houses and long lines': (random) =>
      random() < 0.2
        ? boxAt(random() * 9000, random() * 9000, random() * 5000, random() * 5000)
        : boxAt(random() * 9000, random() * 9000, 8, 12),
    'points on one line': (random) => boxAt(random() * 500, 7, 0, 0),
    'some that are none': (random) => (random() < 0.3 ? noBox : boxAt(random() * 300, random() * 300, 5, 5)),
  };
  for (const [name, place] of Object.entries(places)) {
    it(`finds ${name}`, () => {
      const seed = 41;
      const random = randomFrom(seed);
      for (const count of [0, 1, 2, 40, 700]) {
        const boxes = Array.from({ length: count }, () => place(random));
        const grid = new BoxGrid(Float64Array.from(boxes.flat()));
        for (let i = 0; i < 60; i += 1) {
          const wanted: Box =
            i < 20 && boxes.length > 0 && boxes[i % boxes.length] !== noBox
              ? boxes[i % boxes.length]!
              : boxAt((random() - 0.2) * 12_000, (random() - 0.2) * 12_000, random() * 200, random() * 8000);
          const countFound = grid.search(...wanted);
          const found = [...grid.found.subarray(0, countFound)];
          const expected = boxes.flatMap((box, index) => (touches(box, wanted) ? [index] : []));
          expect(
            found.sort((a, b) => a - b),
            `seed ${seed}, ${count} boxes`,
          ).toEqual(expected);
        }
      }
    });
  }

  it('comes to an end where every other box is none, over a wide land', () => {
    const boxes = Array.from({ length: 2048 }, (_, i) => (i % 2 === 0 ? noBox : boxAt(i * 50, i * 50, 8, 12)));
    const grid = new BoxGrid(Float64Array.from(boxes.flat()));
    const count = grid.search(...boxAt(1001 * 50, 1001 * 50, 60, 60));
    expect([...grid.found.subarray(0, count)]).toEqual([1001]);
  });
});
