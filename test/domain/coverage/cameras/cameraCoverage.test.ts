/** What one camera sees of the roads: lenses and distances by RULES §7, walls, its dead zone, and where it hangs. */
import { describe, expect, it } from 'vitest';
import { cameraCoverage, seesAt } from '../../../../domain/coverage/cameras/cameraCoverage.ts';
import { densities, distanceOfDensity, levels2014, levels2025 } from '../../../../domain/coverage/cameras/levels.ts';
import { opticsOf, reachOf } from '../../../../domain/coverage/cameras/optics.ts';
import { coverageGroundOf } from '../../../../domain/coverage/ground.ts';
import { totalMeters } from '../../../../domain/coverage/stretches.ts';
import type { Camera } from '../../../../domain/records/camera.ts';
import type { AnyRecord } from '../../../../domain/records/record.ts';
import { aCamera, aHouse, aRoad, at, aWorld } from '../../builders.ts';
import { rectangle } from '../../edits/doing.ts';

const aBuilding = (west: number, south: number, width: number, depth = width) =>
  aHouse(at(west, south), { footprint: rectangle(west, south, width, depth) });

function seen(camera: Camera, ...records: readonly AnyRecord[]) {
  const ground = coverageGroundOf(aWorld(camera, ...records));
  return { ground, ...cameraCoverage(ground, camera) };
}

/** At the least density, of the only road. */
const metersOf = ({ seen: roads }: ReturnType<typeof seen>, density = densities[0]!): number =>
  totalMeters([...roads.values()][0]?.[densities.indexOf(density)] ?? []);

describe('how far a camera shows how much (RULES §12 test 19)', () => {
  it('identifies within 5.7 m with 2560 pixels over 84°', () => {
    expect(distanceOfDensity(250, 2560, 84)).toBeCloseTo(5.7, 1);
  });
  it.each([
    [107, 1920, [28.4, 11.4, 5.7, 2.8]],
    [107, 2560, [37.9, 15.2, 7.6, 3.8]],
    [84, 1920, [42.6, 17.1, 8.5, 4.3]],
    [84, 3840, [85.3, 34.1, 17.1, 8.5]],
    [53, 2560, [102.7, 41.1, 20.5, 10.3]],
  ] as const)('at %i° and %i pixels as the table of RULES §7', (degrees, pixels, meters) => {
    levels2014.forEach(({ pixelsPerMeter }, index) => {
      // The table counts 62 pixels for "observe", the standard 62.5.
      const density = pixelsPerMeter === 62.5 ? 62.5 : pixelsPerMeter;
      expect(Math.abs(distanceOfDensity(density, pixels, degrees) - meters[index]!)).toBeLessThanOrEqual(0.1);
    });
  });
  it('never grows with the field of view, up to a whole turn', () => {
    const reached = Array.from({ length: 72 }, (_, step) => distanceOfDensity(25, 1920, 5 + step * 5));
    expect(reached.every((meters, index) => index === 0 || meters < reached[index - 1]!)).toBe(true);
    expect(reached.at(-1)).toBeGreaterThan(5);
  });
  it('holds the densities of both editions, from the least', () => {
    expect(densities).toEqual([20, 25, 40, 62.5, 80, 125, 250, 500, 1500]);
    expect(levels2025.every(({ pixelsPerMeter }) => densities.includes(pixelsPerMeter))).toBe(true);
  });
});

describe('the dead zone', () => {
  const optics = (fields: Partial<Camera>) => reachOf(opticsOf(aCamera(at(0, 0), fields)));
  it('ends where the lower edge of the picture meets the ground', () => {
    // 16:9 over 84°: 53.7° high; hung with the horizon at the upper edge, the lower edge is 53.7° down.
    expect(optics({ heightMeters: 6 }).deadMeters).toBeCloseTo(6 / Math.tan((53.72 * Math.PI) / 180), 1);
    expect(optics({ heightMeters: 6, tiltDegrees: 10 }).deadMeters).toBeCloseTo(
      6 / Math.tan((36.86 * Math.PI) / 180),
      1,
    );
  });
  it('takes the far ground from a camera that looks down', () => {
    const { farMeters, deadMeters } = optics({ heightMeters: 6, tiltDegrees: 60 });
    expect(farMeters).toBeCloseTo(6 / Math.tan((33.14 * Math.PI) / 180), 1);
    expect(deadMeters).toBeCloseTo(6 / Math.tan((86.86 * Math.PI) / 180), 1);
  });
  it('is none below a camera that looks all round', () => {
    expect(optics({ horizontalFieldOfViewDegrees: 360 }).deadMeters).toBe(0);
  });
  it('says what it had to assume', () => {
    const bare = opticsOf(aCamera(at(0, 0), { heightMeters: null, horizontalPixels: null }));
    expect(bare.assumed).toEqual(['heightMeters', 'horizontalPixels', 'tiltDegrees', 'nightRangeMeters']);
    expect(opticsOf(aCamera(at(0, 0), { tiltDegrees: 20, nightRangeMeters: 30 })).assumed).toEqual([]);
  });
});

describe('the road in the view', () => {
  const straight = aRoad(at(-300, 10), at(300, 10));

  it('in the open is the chord of the sector, less the dead zone', () => {
    const camera = aCamera(at(0, 0), { facingDegrees: 0 });
    const { deadMeters, farMeters } = reachOf(opticsOf(camera));
    const half = Math.min(10 * Math.tan((42 * Math.PI) / 180), Math.sqrt(farMeters ** 2 - 100));
    expect(metersOf(seen(camera, straight))).toBeCloseTo(2 * half, 1);
    // A road through the dead zone too.
    const near = aRoad(at(-300, 2), at(300, 2));
    const round = aCamera(at(0, 0), {
      horizontalFieldOfViewDegrees: 170,
      facingDegrees: 0,
      heightMeters: 3,
      tiltDegrees: 0,
      verticalPixels: 192,
    });
    const reach = reachOf(opticsOf(round));
    expect(reach.deadMeters).toBeGreaterThan(2);
    const wide = Math.min(2 * Math.tan((85 * Math.PI) / 180), Math.sqrt(reach.farMeters ** 2 - 4));
    expect(metersOf(seen(round, near))).toBeCloseTo(2 * (wide - Math.sqrt(reach.deadMeters ** 2 - 4)), 1);
    expect(deadMeters).toBeLessThan(10);
  });
  it('along the way it looks is all from the dead zone to each density', () => {
    const camera = aCamera(at(0, 10), { facingDegrees: 90 });
    const { deadMeters, densityMeters } = reachOf(opticsOf(camera));
    densities.forEach((density, index) => {
      expect(metersOf(seen(camera, straight), density)).toBeCloseTo(Math.max(0, densityMeters[index]! - deadMeters), 1);
    });
  });
  it('is cut by a house, by its shadow exactly', () => {
    const camera = aCamera(at(0, 0), { facingDegrees: 0, horizontalFieldOfViewDegrees: 100, heightMeters: 2 });
    const free = metersOf(seen(camera, straight));
    // From x −1 to 1 at 5 m: twice as wide at 10 m.
    expect(metersOf(seen(camera, straight, aBuilding(-1, 5, 2)))).toBeCloseTo(free - 4, 1);
  });
  it('is the same seen from a long road or its many pieces, whichever way they were drawn', () => {
    const camera = aCamera(at(0, 0), { facingDegrees: 10 });
    const bent = {
      type: 'LineString' as const,
      coordinates: Array.from({ length: 121 }, (_, step) => at(300 - step * 5, 10)),
    };
    const [one, other] = [seen(camera, straight), seen(camera, aRoad(at(0, 0), at(1, 0), { line: bent }))];
    for (const density of densities) expect(metersOf(other, density)).toBeCloseTo(metersOf(one, density), 1);
  });
  it('leaves out driveways and what is closed', () => {
    const camera = aCamera(at(0, 0), { facingDegrees: 0 });
    expect(seen(camera, { ...straight, class: 'access' }).seen.size).toBe(0);
    expect(seen(camera, { ...straight, state: 'closed' }).seen.size).toBe(0);
  });
});

describe('where it hangs', () => {
  const straight = aRoad(at(-300, -10), at(300, -10));
  const house = aBuilding(-5, 0, 10);

  it('inside a building it sees nothing, and says so', () => {
    const inside = seen(aCamera(at(0, 5), { facingDegrees: 180 }), straight, house);
    expect(inside.blindness).toBe('inside-building');
    expect(inside.view).toBeNull();
    expect(metersOf(inside)).toBe(0);
  });
  it('on the wall it looks out, whatever the rounding of its place', () => {
    const open = metersOf(seen(aCamera(at(0, 0), { facingDegrees: 180 }), straight));
    for (const north of [-0.02, -0.01, 0, 0.01, 0.02]) {
      const onWall = seen(aCamera(at(0, north), { facingDegrees: 180 }), straight, house);
      expect(onWall.blindness).toBeNull();
      expect(metersOf(onWall)).toBeCloseTo(open, 0);
    }
  });
  it('on the wall it does not look through its own house', () => {
    expect(metersOf(seen(aCamera(at(0, 10), { facingDegrees: 180 }), straight, house))).toBe(0);
  });
  it('at a corner it sees along both walls', () => {
    const atCorner = seen(
      aCamera(at(5, 0), { facingDegrees: 135, horizontalFieldOfViewDegrees: 270, horizontalPixels: 3840 }),
      straight,
      house,
    );
    expect(atCorner.blindness).toBeNull();
    expect(seesAt(atCorner.ground, atCorner, at(8, 12))).toBeCloseTo(12.4, 0);
    expect(seesAt(atCorner.ground, atCorner, at(-12, -3))).toBeCloseTo(17.3, 0);
    expect(seesAt(atCorner.ground, atCorner, at(-5, 12))).toBeNull();
  });
  it('on a wall that two houses share it is inside', () => {
    const between = seen(aCamera(at(5, 5), { facingDegrees: 180 }), straight, house, aBuilding(5, 0, 10));
    expect(between.blindness).toBe('inside-building');
    // Where the shared wall ends it hangs outside.
    expect(seen(aCamera(at(5, 0), { facingDegrees: 180 }), straight, house, aBuilding(5, 0, 10)).blindness).toBeNull();
  });
  it('a door is seen in its wall, not through the house', () => {
    const camera = aCamera(at(0, -20), { facingDegrees: 0 });
    const view = seen(camera, straight, house);
    expect(seesAt(view.ground, view, at(0, 0))).toBeCloseTo(20, 1);
    expect(seesAt(view.ground, view, at(0, 10))).toBeNull();
  });
});
