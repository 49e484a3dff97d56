/** The areas of a view against asking the camera of every place on a grid. */
import { expect, it } from 'vitest';
import { cameraCoverage } from '../../../../domain/coverage/cameras/cameraCoverage.ts';
import { densities, levels2025 } from '../../../../domain/coverage/cameras/levels.ts';
import { besideStreetMeters, publicReach } from '../../../../domain/coverage/cameras/publicReach.ts';
import { viewBands, type ViewBand } from '../../../../domain/coverage/cameras/viewShape.ts';
import { coverageGroundOf } from '../../../../domain/coverage/ground.ts';
import { angleIn, sightMeters } from '../../../../domain/geometry/visibility.ts';
import { contains } from '../../../../domain/geometry/polygon.ts';
import type { Meters } from '../../../../domain/geometry/localFrame.ts';
import type { Camera } from '../../../../domain/records/camera.ts';
import type { World } from '../../../../domain/records/world.ts';
import { sampleWorld } from '../../../eval/worlds.ts';
import { aCamera, aRoad, aWorld, at } from '../../builders.ts';

const inRing = (ring: readonly Meters[], place: Meters) =>
  contains({ type: 'Polygon', coordinates: [[...ring, ring[0]!]] }, place);

const levelsAt = (bands: readonly ViewBand[], place: Meters): number[] =>
  bands.flatMap(({ level, rings }) => rings.filter((ring) => inRing(ring, place)).map(() => level));

/** What the camera itself says of a place. */
function levelByRay(world: World, camera: Camera, isPublic: boolean): (place: Meters) => number {
  const ground = coverageGroundOf(world);
  const { view, reach } = cameraCoverage(ground, camera);
  const pieces = ground.piecesNear(view!.place, 200).map((piece) => ({
    ...piece,
    reachMeters: world.road.get(piece.roadId)!.widthMeters / 2 + besideStreetMeters,
  }));
  return ([x, y]) => {
    const isBesideStreet = pieces.some(({ from, to, lengthMeters, reachMeters }) => {
      const [ux, uy] = [(to[0] - from[0]) / lengthMeters, (to[1] - from[1]) / lengthMeters];
      const foot = Math.min(lengthMeters, Math.max(0, (x - from[0]) * ux + (y - from[1]) * uy));
      return Math.hypot(x - from[0] - foot * ux, y - from[1] - foot * uy) < reachMeters;
    });
    if (isPublic && !isBesideStreet) return -1;
    const [dx, dy] = [x - view!.place[0], y - view!.place[1]];
    const meters = Math.hypot(dx, dy);
    const angle = angleIn(view!.sector, Math.atan2(dy, dx));
    const isInSector = angle <= view!.sector.fromAngle + view!.sector.spanAngle;
    if (!isInSector || meters < reach.deadMeters || sightMeters(view!, angle) < meters) return -1;
    return levels2025.findLastIndex(
      ({ pixelsPerMeter }) => meters <= reach.densityMeters[densities.indexOf(pixelsPerMeter)]!,
    );
  };
}

const world = sampleWorld();
const standing = [...world.camera.values()].filter((_, index) => index % 3 === 0);
const round = aCamera(standing[0]!.place, { horizontalFieldOfViewDegrees: 360, horizontalPixels: 3840 });
const steep = aCamera(standing[1]!.place, { tiltDegrees: 70, heightMeters: 8 });

it.each([false, true])('hold what the camera sees there, and no other place, each once; clipped: %s', (isPublic) => {
  const ground = coverageGroundOf(world);
  let inside = 0;
  for (const camera of [...standing, round, steep]) {
    const coverage = cameraCoverage(ground, camera);
    if (!coverage.view) continue;
    const { place, rangeMeters } = coverage.view;
    const shown = isPublic ? publicReach(world, ground, place, rangeMeters) : undefined;
    const bands = viewBands(coverage, shown);
    const expected = levelByRay(world, camera, isPublic);
    // A corner between two rays is cut off: half a degree, at most so far away.
    const slack = (rangeMeters * Math.PI) / 360;
    for (let x = -rangeMeters; x < rangeMeters; x += 4.7) {
      for (let y = -rangeMeters; y < rangeMeters; y += 4.7) {
        const there: Meters = [place[0] + x, place[1] + y];
        const level = expected(there);
        const around = Array.from({ length: 12 }, (_, turn) => (turn * Math.PI) / 6);
        const isOnEdge = around.some(
          (angle) => expected([there[0] + slack * Math.cos(angle), there[1] + slack * Math.sin(angle)]) !== level,
        );
        if (isOnEdge) continue;
        expect(levelsAt(bands, there), `${camera.id} ${x} ${y}`).toEqual(level < 0 ? [] : [level]);
        if (level >= 0) inside += 1;
      }
    }
  }
  expect(inside).toBeGreaterThan(isPublic ? 100 : 250);
});

it('of an open place are as far as the formula says, without the dead zone', () => {
  const open = aWorld(aRoad(at(0, 0), at(100, 0)));
  const camera = aCamera(at(0, 0), { facingDegrees: 90, heightMeters: 4, horizontalPixels: 1920 });
  const coverage = cameraCoverage(coverageGroundOf(open), camera);
  const bands = viewBands(coverage);
  const [x, y] = coverage.view!.place;
  const distances = (band: ViewBand) => band.rings.flat().map(([a, b]) => Math.hypot(a - x, b - y));
  expect(Math.max(...distances(bands[0]!))).toBeCloseTo(1920 / 20 / (2 * Math.tan((42 * Math.PI) / 180)), 3);
  expect(Math.min(...bands.flatMap(distances))).toBeCloseTo(coverage.reach.deadMeters, 3);
  expect(bands.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4]);
});

it('clipped, of a street seen lengthwise, are no wider than the street and what is beside it', () => {
  const street = aRoad(at(0, 0), at(100, 0), { widthMeters: 4 });
  const open = aWorld(street);
  const camera = aCamera(at(0, 0), { facingDegrees: 90, heightMeters: 4 });
  const ground = coverageGroundOf(open);
  const coverage = cameraCoverage(ground, camera);
  const { place, rangeMeters } = coverage.view!;
  const places = viewBands(coverage, publicReach(open, ground, place, rangeMeters)).flatMap(({ rings }) =>
    rings.flat(),
  );
  const across = places.map(([, y]) => Math.abs(y - place[1]));
  expect(Math.max(...across)).toBeCloseTo(2 + besideStreetMeters, 2);
});
