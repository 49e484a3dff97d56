/**
 * `npm run bench:coverage`: 50 cameras, 200 lamps and 1,000 buildings on 20 roads: all of it worked out anew, after one
 * camera was dragged, and the best next camera among 400 candidates.
 */
import { cameraCoverage } from '../../domain/coverage/cameras/cameraCoverage.ts';
import { coverageOf, roadsSeen } from '../../domain/coverage/cameras/roadsSeen.ts';
import { coverageGroundOf } from '../../domain/coverage/ground.ts';
import { villageCoverage } from '../../domain/coverage/villageCoverage.ts';
import { maximumCoverage, type Covers } from '../../domain/coverage/whereNext/maximumCoverage.ts';
import type { Camera } from '../../domain/records/camera.ts';
import type { AnyRecord } from '../../domain/records/record.ts';
import type { World } from '../../domain/records/world.ts';
import { aCamera, aHouse, aLamp, aRoad, at, aWorld } from '../domain/builders.ts';
import { rectangle } from '../domain/edits/doing.ts';
import { inMilliseconds, medianMilliseconds, printFigures } from './figure.ts';

const roads = 20;
const [housesARoad, lampsARoad, cameraCount] = [50, 10, 50];
const candidateCount = 400;
const asked = { isWithPlanned: false, densityIndex: 0, darkMeters: 40 };

/** Lanes 40 m apart with a house on both sides every 12 m, crossed by one road. */
function madeVillage(): World {
  const records: AnyRecord[] = [aRoad(at(-400, -160), at(400, -160))];
  for (let r = 0; r < roads; r += 1) {
    const east = (r - roads / 2) * 40;
    records.push(aRoad(at(east, -160), at(east, 160)));
    for (let h = 0; h < housesARoad; h += 1) {
      const [south, side] = [-150 + Math.floor(h / 2) * 12, h % 2 === 0 ? 1 : -1];
      const west = side > 0 ? east + 4 : east - 12;
      records.push(aHouse(at(east + side * 4, south + 4), { footprint: rectangle(west, south, 8, 9 + (h % 3)) }));
    }
    for (let l = 0; l < lampsARoad; l += 1) {
      records.push(
        aLamp(at(east + 2.6, -150 + l * 30), { heightMeters: 7, state: (r + l) % 9 === 0 ? 'broken' : 'existing' }),
      );
    }
  }
  for (let c = 0; c < cameraCount; c += 1) {
    records.push(cameraAt(c, { heightMeters: 4 + (c % 3), nightRangeMeters: 20 + (c % 2) * 10 }));
  }
  return aWorld(...records);
}

const cameraAt = (number: number, fields: Partial<Camera>) =>
  aCamera(at(((number * 7) % roads) * 40 - roads * 20 - 2.6, -155 + ((number * 37) % 300)), {
    facingDegrees: (number * 67) % 360,
    horizontalFieldOfViewDegrees: [84, 107, 53][number % 3]!,
    horizontalPixels: 2560,
    ...fields,
  });

const world = madeVillage();
console.log(
  `${world.camera.size} cameras, ${world.lamp.size} lamps, ${world.house.size} buildings, ${world.road.size} roads`,
);

const everything = await medianMilliseconds(
  () => villageCoverage({ ...world, house: new Map(world.house), road: new Map(world.road) }, asked),
  15,
);

const ground = coverageGroundOf(world);
const { light } = villageCoverage(world, asked);
const standing = [...world.camera.values()];
let step = 0;
/** What the map needs while a camera is in the hand: its own view, and all roads by how many see them; each in turn. */
const dragged = await medianMilliseconds(
  () => {
    step += 1;
    const held = standing[step % standing.length]!;
    const [lng, lat] = held.place;
    const moved: Camera = { ...held, place: [lng + (step % 7) * 1e-6, lat] };
    const cameras = standing.map((camera) => coverageOf(ground, camera === held ? moved : camera));
    return roadsSeen(cameras, 0, 'day', light.lit);
  },
  200,
  50,
);
const alone = await medianMilliseconds(() => cameraCoverage(ground, standing[(step += 1) % standing.length]!), 200, 50);
const blind = standing.filter((camera) => coverageOf(ground, camera).blindness !== null).length;
console.log(`${blind} of the cameras see nothing`);

const candidates = Array.from({ length: candidateCount }, (_, number) => cameraAt(number * 3 + 1, {}));
const next = await medianMilliseconds(
  () => {
    const coversOf = (camera: Camera): Covers =>
      new Map([...cameraCoverage(ground, { ...camera }).seen].map(([roadId, byDensity]) => [roadId, byDensity[0]!]));
    const covered = new Map([
      ...roadsSeen(
        [...world.camera.values()].map((camera) => coverageOf(ground, camera)),
        0,
        'day',
        light.lit,
      ).byRoad,
    ]);
    return maximumCoverage(candidates.map(coversOf), covered, 1);
  },
  7,
  2,
);

printFigures([
  inMilliseconds('everything of 50 cameras, 200 lamps, 1,000 buildings', everything, null),
  inMilliseconds('one dragged camera, and all roads seen', dragged, 5),
  inMilliseconds('one camera', alone, null),
  inMilliseconds(`the best next of ${candidateCount} candidates`, next, 1000),
]);
