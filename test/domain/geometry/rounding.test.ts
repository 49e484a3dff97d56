import { describe, expect, it } from 'vitest';
import { roundLine, roundPolygon, roundPosition } from '../../../domain/geometry/rounding.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';

const [a, b, c]: readonly Position[] = [
  [105.7, 19.9],
  [105.7001234, 19.9],
  [105.7001234, 19.9004321],
] as const;

describe('what is rounded already', () => {
  it('stays the same object', () => {
    const line = { type: 'LineString', coordinates: [a, b, c] } as const;
    const polygon = { type: 'Polygon', coordinates: [[a, b, c, a]] } as const;
    expect(roundPosition(a)).toBe(a);
    expect(roundLine(line)).toBe(line);
    expect(roundPolygon(polygon)).toBe(polygon);
  });
});

describe('what is not', () => {
  it('is rounded to the seventh place, and a place said twice in a row is said once', () => {
    const near: Position = [105.70000001, 19.9];
    expect(roundPosition(near)).toEqual(a);
    const line = { type: 'LineString', coordinates: [near, a, b] } as const;
    expect(roundLine(line)).toEqual({ type: 'LineString', coordinates: [a, b] });
    const polygon = { type: 'Polygon', coordinates: [[a, a, b, c, a]] } as const;
    expect(roundPolygon(polygon).coordinates).toEqual([[a, b, c, a]]);
  });

  it('a line of no length and a ring of no area stay what they are, to be refused', () => {
    const line = { type: 'LineString', coordinates: [a, a] } as const;
    expect(roundLine(line).coordinates).toEqual([a, a]);
    const polygon = { type: 'Polygon', coordinates: [[a, a, a, a]] } as const;
    expect(roundPolygon(polygon).coordinates).toEqual([[a, a, a, a]]);
  });

  it('keeps no third coordinate', () => {
    expect(roundPosition([105.7, 19.9, 12] as unknown as Position)).toEqual([105.7, 19.9]);
  });
});
