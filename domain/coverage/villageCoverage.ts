/** All that is told of a village's cameras and lamps: roads seen by day and by night, doors, landmarks, the light. */
import type { World } from '../records/world.ts';
import type { CameraCoverage } from './cameras/cameraCoverage.ts';
import { placesSeen, type PlacesSeen } from './cameras/placesSeen.ts';
import {
  countingCameras,
  coverageOf,
  roadsSeen,
  type CountedDevices,
  type Light,
  type RoadsSeen,
} from './cameras/roadsSeen.ts';
import { coverageGroundOf } from './ground.ts';
import { countingLamps, lightReport, type LightReport } from './lamps/lightReport.ts';

export interface CoverageAsked extends CountedDevices {
  /** Seen is what a camera shows at this density or more: an index of `densities`. */
  readonly densityIndex: number;
  readonly darkMeters: number;
}

export interface VillageCoverage {
  readonly lengthMeters: number;
  /** Of those that count. */
  readonly cameras: readonly CameraCoverage[];
  readonly roads: { readonly [L in Light]: RoadsSeen };
  readonly places: { readonly [L in Light]: PlacesSeen };
  readonly light: LightReport;
}

export function villageCoverage(
  world: World,
  { densityIndex, darkMeters, ...counted }: CoverageAsked,
): VillageCoverage {
  const ground = coverageGroundOf(world);
  const light = lightReport(world, ground, counted, darkMeters);
  const cameras = countingCameras(world, counted).map((camera) => coverageOf(ground, camera));
  return {
    lengthMeters: ground.lengthMeters,
    cameras,
    roads: {
      day: roadsSeen(cameras, densityIndex, 'day', light.lit),
      night: roadsSeen(cameras, densityIndex, 'night', light.lit),
    },
    places: placesSeen(world, ground, cameras, densityIndex, countingLamps(world, counted)),
    light,
  };
}
