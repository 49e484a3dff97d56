/**
 * `npm run eval:coverage -- [FOLDER…]`: what cameras see in the sample village and in the villages of the folders
 * (roads_all.geojson and buildings.geojson), against a straight line to every quarter metre of road; and the choice of
 * the next cameras against every possible one, where so many can be tried.
 */
import { basename } from 'node:path';
import { densities } from '../../domain/coverage/cameras/levels.ts';
import { cameraCoverage } from '../../domain/coverage/cameras/cameraCoverage.ts';
import { coverageOf, roadsSeen } from '../../domain/coverage/cameras/roadsSeen.ts';
import { coverageGroundOf, type CoverageGround } from '../../domain/coverage/ground.ts';
import { carriesAddresses } from '../../domain/addressing/network.ts';
import { joined, totalMeters } from '../../domain/coverage/stretches.ts';
import { cameraCandidates } from '../../domain/coverage/whereNext/candidates.ts';
import { maximumCoverage, type Covers } from '../../domain/coverage/whereNext/maximumCoverage.ts';
import { lineLengthMeters, positionAt } from '../../domain/geometry/line.ts';
import { placeTowards } from '../../domain/geometry/turn.ts';
import type { Camera } from '../../domain/records/camera.ts';
import type { World } from '../../domain/records/world.ts';
import { printFigures, type Figure } from '../bench/figure.ts';
import { aCamera } from '../domain/builders.ts';
import { metersSeenByRays } from './coverageByRays.ts';
import { mulberry32 } from './randomPlaces.ts';
import { sampleWorld, worldFromFolder } from './worlds.ts';

const seed = 20261129;
const cameraCount = 60;
/** Small enough for every choice to be tried. */
const trials = 40;
const candidatesOfTrial = 40;
const mostChosen = 3;

/** Beside roads, longer ones more often; of several lenses, heights and sizes of picture. */
function randomCameras(world: World, count: number): Camera[] {
  const random = mulberry32(seed);
  const roads = [...world.road.values()].filter(carriesAddresses);
  const lengths = roads.map(({ line }) => lineLengthMeters(line));
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  return Array.from({ length: count }, () => {
    let along = random() * all;
    let road = 0;
    while (along > lengths[road]!) along -= lengths[road++]!;
    const { line, widthMeters } = roads[road]!;
    const { position, bearingDegrees } = positionAt(line, along);
    const place = placeTowards(position, bearingDegrees + pick([-90, 90]), widthMeters / 2 + 0.6);
    return aCamera(place, {
      facingDegrees: Math.floor(random() * 360),
      horizontalFieldOfViewDegrees: pick([53, 84, 107, 180, 360]),
      horizontalPixels: pick([1920, 2560, 3840]),
      heightMeters: pick([3, 4, 6]),
    });
  });
}

function seenFigures(name: string, world: World): Figure[] {
  const ground = coverageGroundOf(world);
  const cameras = [
    ...[...world.camera.values()].map((camera) => aCamera(camera.place, camera)),
    ...randomCameras(world, cameraCount),
  ];
  const coverages = cameras.map((camera) => coverageOf(ground, camera));
  const { seenMeters, seenTwiceMeters } = roadsSeen(coverages, 0, 'day', new Map());
  // One on a wall looks out from just before it.
  const placed = coverages.map(({ camera, view }) =>
    view ? { ...camera, place: ground.frame.toDegrees(view.place) } : camera,
  );
  const { once, twice, onceByRays } = metersSeenByRays(world, placed);
  const inside = coverages.filter(({ blindness }) => blindness === 'inside-building').length;
  console.log(
    `${name}: ${cameras.length} cameras (${inside} inside a building), ${world.house.size} buildings, ${ground.lengthMeters.toFixed(0)} m of road; ` +
      `seen ${seenMeters.toFixed(1)} m (by lines ${once.toFixed(1)}, by rays ${onceByRays.toFixed(1)}), ` +
      `by two ${seenTwiceMeters.toFixed(1)} m (${twice.toFixed(1)})`,
  );
  const differing = (what: string, ours: number, other: number): Figure => ({
    figure: `${name}: ${what}, difference`,
    value: Math.abs(ours - other) / other,
    aim: 0.005,
    better: 'lower',
    unit: 'share',
  });
  return [
    differing('road seen, against a line to each 0.25 m', seenMeters, once),
    differing('road seen by two, against a line to each 0.25 m', seenTwiceMeters, twice),
    differing('road seen, against rays 1° apart', seenMeters, onceByRays),
  ];
}

/** The best of all choices of so many. */
function bestOf(covers: readonly Covers[], count: number): number {
  let best = 0;
  const choose = (from: number, chosen: readonly Covers[]) => {
    if (chosen.length === count) return void (best = Math.max(best, metersOf(chosen)));
    for (let next = from; next < covers.length; next += 1) choose(next + 1, [...chosen, covers[next]!]);
  };
  choose(0, []);
  return best;
}

const metersOf = (chosen: readonly Covers[]): number => {
  const roads = new Set(chosen.flatMap((covers) => [...covers.keys()]));
  return [...roads].reduce(
    (sum, roadId) => sum + totalMeters(joined(chosen.flatMap((covers) => covers.get(roadId) ?? []))),
    0,
  );
};

/** Candidates near each other, so that they overlap: far ones would make every choice easy. */
function choiceFigures(name: string, world: World, ground: CoverageGround): Figure[] {
  const random = mulberry32(seed);
  const all = cameraCandidates(world, []);
  let [sum, count, least, bounded] = [0, 0, 1, true];
  for (let trial = 0; trial < trials; trial += 1) {
    const middle = ground.frame.toMeters(all[Math.floor(random() * all.length)]!.place);
    const near = all
      .map((candidate) => ({ candidate, at: ground.frame.toMeters(candidate.place) }))
      .sort(
        (a, b) =>
          Math.hypot(a.at[0] - middle[0], a.at[1] - middle[1]) - Math.hypot(b.at[0] - middle[0], b.at[1] - middle[1]),
      )
      .slice(0, candidatesOfTrial * 4)
      .filter((_, index) => index % 4 === trial % 4);
    const covers = near.map(({ candidate }): Covers => {
      const { seen } = cameraCoverage(ground, aCamera(candidate.place, { ...candidate, horizontalPixels: 2560 }));
      return new Map([...seen].map(([roadId, byDensity]) => [roadId, byDensity[densities.indexOf(40)]!]));
    });
    const chosen = 1 + (trial % mostChosen);
    const best = bestOf(covers, chosen);
    if (best === 0) continue;
    const { totalMeters: ours, boundMeters } = maximumCoverage(covers, new Map(), chosen);
    sum += ours / best;
    least = Math.min(least, ours / best);
    count += 1;
    if (boundMeters < best - 1e-6) bounded = false;
  }
  console.log(
    `${name}: ${count} choices of up to ${mostChosen} among ${candidatesOfTrial}; the worst ${least.toFixed(4)} of the best; the bound ${bounded ? 'holds' : 'FAILS'}`,
  );
  return [
    {
      figure: `${name}: greedy and exchange, of the best`,
      value: sum / count,
      aim: 0.99,
      better: 'higher',
      unit: 'share',
    },
  ];
}

const figures: Figure[] = [];
for (const [name, world] of [
  ['sample', sampleWorld()] as const,
  ...process.argv.slice(2).map((folder) => [basename(folder), worldFromFolder(folder)] as const),
]) {
  figures.push(...seenFigures(name, world), ...choiceFigures(name, world, coverageGroundOf(world)));
}
printFigures(figures);
