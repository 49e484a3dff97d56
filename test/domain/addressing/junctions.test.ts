import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { junctionsOf } from '../../../domain/addressing/junctions.ts';
import { locateOnLine } from '../../../domain/geometry/line.ts';
import { roundPosition } from '../../../domain/geometry/rounding.ts';
import type { LineString } from '../../../domain/geometry/shapes.ts';
import { aRoad, at } from '../builders.ts';

const lineOf = (...places: readonly (readonly [number, number])[]): LineString => ({
  type: 'LineString',
  coordinates: places.map(([east, north]) => at(east, north)),
});
const main = aRoad(at(0, 100), at(0, -100));

describe('junctions', () => {
  it('a line that ends on a road gives the road a vertex exactly there', () => {
    const slanted = aRoad(at(-37, 91), at(53, -84));
    const mouth = roundPosition(locateOnLine(slanted.line, at(20, 10)).foot);
    const { line, others } = junctionsOf({ type: 'LineString', coordinates: [mouth, at(80, 30)] }, [slanted]);
    expect(line.coordinates).toHaveLength(2);
    expect(others).toHaveLength(1);
    expect(others[0]![1].coordinates).toEqual([at(-37, 91), mouth, at(53, -84)]);
  });

  it('lines that cross share a new vertex, also where several cross one', () => {
    const second = aRoad(at(30, 100), at(30, -100));
    const { line, others } = junctionsOf(lineOf([-50, 3], [80, 7]), [main, second]);
    expect(line.coordinates).toHaveLength(4);
    for (const [, joined] of others) expect(line.coordinates).toContainEqual(joined.coordinates[1]);
    expect(line.coordinates.map(([lng]) => lng)).toEqual(line.coordinates.map(([lng]) => lng).sort());
  });

  it('a road whose end the line passes over keeps its line; the new line gets the vertex', () => {
    const lane = aRoad(at(0, 0), at(60, 0));
    const { line, others } = junctionsOf(lineOf([0, 50], [0, -50]), [lane]);
    expect(line.coordinates).toEqual([at(0, 50), at(0, 0), at(0, -50)]);
    expect(others).toEqual([]);
  });

  it('a vertex that is there already is enough', () => {
    const bent = aRoad(at(0, 0), at(0, 0), { line: lineOf([0, 50], [0, 0], [10, -50]) });
    expect(junctionsOf(lineOf([0, 0], [60, 0]), [bent]).others).toEqual([]);
  });

  it('leaves alone what it does not meet, its own road and closed ones', () => {
    const closed = aRoad(at(10, 100), at(10, -100), { state: 'closed' });
    const far = aRoad(at(200, 100), at(200, -100));
    const drawn = lineOf([-50, 3], [80, 7]);
    expect(junctionsOf(drawn, [main, closed, far], main.id)).toEqual({ line: drawn, others: [] });
  });

  it('whatever two straight roads do, they share a position exactly when they meet', () => {
    const metre = fc.integer({ min: -90, max: 90 });
    fc.assert(
      fc.property(metre, metre, metre, (from, to, height) => {
        if (Math.abs(from) < 1 || Math.abs(to) < 1) return;
        const { line, others } = junctionsOf(lineOf([from, height], [to, height + 5]), [main]);
        const [joined] = others;
        expect(joined !== undefined).toBe(from * to < 0);
        if (joined) expect(line.coordinates[1]).toEqual(joined[1].coordinates[1]);
      }),
    );
  });

  it('five thousand vertices across two hundred roads are joined quickly', () => {
    const roads = Array.from({ length: 200 }, (_, index) => aRoad(at(index * 2 - 200, 100), at(index * 2 - 200, -100)));
    const drawn = lineOf(
      ...Array.from({ length: 5000 }, (_, i) => [i / 12 - 208, Math.sin(i / 40) * 20] as readonly [number, number]),
    );
    const before = process.cpuUsage().user;
    expect(junctionsOf(drawn, roads).others).toHaveLength(200);
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(4_000);
  });
});
