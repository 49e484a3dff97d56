import { describe, expect, it } from 'vitest';
import {
  areaSquareMeters,
  centroid,
  distanceOutsideMeters,
  roundLine,
  roundPolygon,
} from '../../../domain/geometry/polygon.ts';
import type { LineString, Polygon, Position } from '../../../domain/geometry/shapes.ts';
import { lineProblem, polygonProblem, positionProblem } from '../../../domain/geometry/validity.ts';
import { at } from '../builders.ts';

const line = (...coordinates: Position[]): LineString => ({ type: 'LineString', coordinates });
const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings });
const square = (x: number, y: number, size: number): Position[] => [
  at(x, y),
  at(x + size, y),
  at(x + size, y + size),
  at(x, y + size),
  at(x, y),
];

describe('a line', () => {
  it('may be straight, bent, a loop, or touch itself with an end', () => {
    expect(lineProblem(line(at(0, 0), at(100, 0)))).toBeNull();
    expect(lineProblem(line(...square(0, 0, 50)))).toBeNull();
    expect(lineProblem(line(at(0, 0), at(100, 0), at(100, 50), at(50, 50), at(50, 0)))).toBeNull();
    expect(lineProblem(line(at(0, 0), at(0, 0), at(100, 0)))).toBeNull();
  });

  it('may not cross itself, run back over itself, be a point or leave the world', () => {
    const crossing = lineProblem(line(at(0, 0), at(100, 0), at(100, 50), at(50, 50), at(50, -50)));
    expect(crossing?.code).toBe('line-crosses-itself');
    expect(crossing?.at?.[0]).toBeCloseTo(at(50, 0)[0], 6);
    expect(lineProblem(line(at(0, 0), at(100, 0), at(50, 0)))?.code).toBe('line-crosses-itself');
    expect(lineProblem(line(at(0, 0), at(0, 0)))?.code).toBe('line-too-short');
    expect(lineProblem(line(at(0, 0)))?.code).toBe('line-too-short');
    expect(lineProblem(line(at(0, 0), [Number.NaN, 20]))?.code).toBe('geometry-not-finite');
    expect(lineProblem(line(at(0, 0), [1e308, 20]))?.code).toBe('geometry-not-finite');
    expect(positionProblem([105, Infinity])?.code).toBe('geometry-not-finite');
    expect(positionProblem([105, 20])).toBeNull();
  });

  it('is judged quickly however many vertices it has', () => {
    const long = line(...Array.from({ length: 5000 }, (_, i) => at(i, (i % 2) * 5)));
    const start = performance.now();
    expect(lineProblem(long)).toBeNull();
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('a polygon', () => {
  it('may have holes', () => {
    expect(polygonProblem(polygon(square(0, 0, 50)))).toBeNull();
    expect(polygonProblem(polygon(square(0, 0, 50), square(10, 10, 5), square(30, 30, 5)))).toBeNull();
  });

  it('must be closed, have an area and not cross itself', () => {
    expect(polygonProblem(polygon(square(0, 0, 50).slice(0, 4)))?.code).toBe('polygon-not-closed');
    expect(polygonProblem(polygon([at(0, 0), at(10, 0), at(20, 0), at(0, 0)]))?.code).toBe('polygon-no-area');
    expect(polygonProblem(polygon([at(0, 0), at(0, 0), at(0, 0), at(0, 0)]))?.code).toBe('polygon-no-area');
    expect(polygonProblem(polygon([at(0, 0), at(10, 10), at(10, 0), at(0, 10), at(0, 0)]))?.code).toBe(
      'polygon-crosses-itself',
    );
    expect(polygonProblem(polygon([at(0, 0), at(30, 10), at(30, 0), at(0, 20), at(0, 0)]))?.code).toBe(
      'polygon-crosses-itself',
    );
    expect(polygonProblem(polygon(square(0, 0, 50).map(([lng]) => [lng, Number.NaN])))?.code).toBe(
      'geometry-not-finite',
    );
  });

  it('must keep its holes inside and apart', () => {
    expect(polygonProblem(polygon(square(0, 0, 50), square(100, 100, 5)))?.code).toBe('polygon-crosses-itself');
    expect(polygonProblem(polygon(square(0, 0, 50), square(10, 10, 20), square(15, 15, 5)))?.code).toBe(
      'polygon-crosses-itself',
    );
    expect(polygonProblem(polygon(square(0, 0, 50), square(40, 40, 20)))?.code).toBe('polygon-crosses-itself');
  });

  it('has area, centroid and a distance to what lies outside', () => {
    expect(areaSquareMeters(polygon(square(0, 0, 50)))).toBeCloseTo(2500, -1);
    expect(areaSquareMeters(polygon(square(0, 0, 50), square(10, 10, 10)))).toBeCloseTo(2400, -1);
    expect(centroid(polygon(square(0, 0, 50)))[0]).toBeCloseTo(at(25, 25)[0], 6);
    expect(distanceOutsideMeters(polygon(square(0, 0, 50)), at(25, 25))).toBe(0);
    expect(distanceOutsideMeters(polygon(square(0, 0, 50)), at(25, 60))).toBeCloseTo(10, 1);
    expect(distanceOutsideMeters(polygon(square(0, 0, 50)), at(53, 54))).toBeCloseTo(5, 1);
    expect(distanceOutsideMeters(polygon(square(0, 0, 50), square(20, 20, 10)), at(25, 25))).toBeCloseTo(5, 1);
  });

  it('is stored rounded, without repeated positions', () => {
    const [lng, lat] = at(0, 0);
    expect(roundLine(line([lng + 1e-9, lat], [lng - 1e-9, lat], at(5, 5))).coordinates).toEqual([at(0, 0), at(5, 5)]);
    expect(
      roundPolygon(polygon([...square(0, 0, 50).slice(0, 2), ...square(0, 0, 50).slice(1)])).coordinates[0],
    ).toEqual(square(0, 0, 50));
  });
});
