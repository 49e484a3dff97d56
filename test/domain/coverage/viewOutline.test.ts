import { describe, expect, it } from 'vitest';
import { cameraCoverage } from '../../../domain/coverage/cameras/cameraCoverage.ts';
import { viewOutline } from '../../../domain/coverage/cameras/viewOutline.ts';
import { coverageGroundOf } from '../../../domain/coverage/ground.ts';
import { aCamera, aHouse, aRoad, at, aWorld } from '../builders.ts';

/** Shoelace, positive counterclockwise. */
const areaOf = (ring: readonly (readonly [number, number])[]): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    return sum + (x * nextY - y * nextX) / 2;
  }, 0);

const camera = aCamera(at(0, 0), {
  ...{ facingDegrees: 90, horizontalFieldOfViewDegrees: 60, tiltDegrees: 10, heightMeters: 4, horizontalPixels: 1920 },
});
const road = aRoad(at(-50, 2), at(100, 2));

describe('the outline of what a camera sees', () => {
  const open = aWorld(road, camera);
  const { view, reach } = cameraCoverage(coverageGroundOf(open), camera);

  it('without walls is a piece of a ring, as wide as the lens and as long as the reach', () => {
    const ring = viewOutline(view!, reach.deadMeters);
    const exact = (Math.PI / 6) * (reach.farMeters ** 2 - reach.deadMeters ** 2);
    expect(reach.deadMeters).toBeGreaterThan(0);
    // Arcs are drawn as chords of 3 degrees.
    expect(areaOf(ring) / exact).toBeGreaterThan(0.999);
    expect(areaOf(ring) / exact).toBeLessThan(1.000001);
  });

  it('ends at a distance asked for, and is nothing within the dead zone', () => {
    const ring = viewOutline(view!, reach.deadMeters, 10);
    expect(Math.max(...ring.map(([x, y]) => Math.hypot(x - view!.place[0], y - view!.place[1])))).toBeCloseTo(10, 6);
    expect(viewOutline(view!, 12, 10)).toEqual([]);
  });

  it('ends at a wall before it', () => {
    const wall = aHouse(at(20, 0), {
      footprint: {
        type: 'Polygon',
        coordinates: [[at(20, -40), at(25, -40), at(25, 40), at(20, 40), at(20, -40)]],
      },
    });
    const walled = cameraCoverage(coverageGroundOf(aWorld(road, camera, wall)), camera);
    const ring = viewOutline(walled.view!, walled.reach.deadMeters);
    expect(Math.max(...ring.map(([x]) => x - walled.view!.place[0]))).toBeCloseTo(20, 2);
    // The triangle before the wall without the dead zone.
    const exact = 20 * 20 * Math.tan(Math.PI / 6) - (Math.PI / 6) * walled.reach.deadMeters ** 2;
    expect(areaOf(ring) / exact).toBeCloseTo(1, 2);
  });
});
