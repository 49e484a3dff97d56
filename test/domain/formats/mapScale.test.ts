import { expect, it } from 'vitest';
import { scaledWindow } from '../../../domain/formats/mapScale.ts';
import { onPaper } from '../../../domain/formats/paperMap.ts';
import { aLamp, aRoad, at, aWorld } from '../builders.ts';

it('everything is on the paper, at a round scale, and no smaller than it must be', () => {
  const ends = [at(-400, -100), at(400, 100)] as const;
  const lamp = aLamp(at(0, 300));
  const window = scaledWindow(aWorld(aRoad(...ends), lamp), 300, 250);
  expect(window.scale).toBe(3000);
  const toPaper = onPaper(window);
  for (const [x, y] of [...ends, lamp.place].map(toPaper)) {
    expect([x > 0, x < 300, y > 0, y < 250]).toEqual([true, true, true, true]);
  }
  const [first, last] = ends.map(toPaper);
  expect(last![0] - first![0]).toBeCloseTo(800 / 3, 1);
});

it('a village larger than the list of scales gets whole ten thousands, an empty one its boundary', () => {
  expect(scaledWindow(aWorld(aRoad(at(-4000, 0), at(4000, 0))), 300, 250).scale).toBe(30_000);
  expect(scaledWindow(aWorld(), 300, 250).scale).toBeGreaterThan(0);
});
