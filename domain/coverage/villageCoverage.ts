/** All that is told of a village's cameras and lamps: roads seen by day and by night, doors, landmarks, the light. */
import type { World } from '../records/world.ts';
import type { CameraCoverage } from './cameras/cameraCoverage.ts';
import { placesSeen, type PlacesSeen } from './cameras/placesSeen.ts';
import { countsCamera, coverageOf, roadsSeen, type CountedDevices, type RoadsSeen } from './cameras/roadsSeen.ts';
import { coverageGroundOf } from './ground.ts';
import { countsLamp, lightReport, type LightReport } from './lamps/lightReport.ts';

export interface CoverageAsked extends CountedDevices {
  /** Seen is what a camera shows at this density or more: an index of `densities`. */
  readonly densityIndex: number;
  readonly darkMeters: number;
}

export interface VillageCoverage {
  readonly lengthMeters: number;
  /** Of those that count. */
  readonly cameras: readonly CameraCoverage[];
  readonly roads: { readonly day: RoadsSeen; readonly night: RoadsSeen };
  readonly places: { readonly day: PlacesSeen; readonly night: PlacesSeen };
  readonly light: LightReport;
}

export function villageCoverage(world: World, { densityIndex, darkMeters, ...counted }: CoverageAsked): VillageCoverage {
  const ground = coverageGroundOf(world);
  const light = lightReport(world, ground, counted, darkMeters);
  const cameras = [...world.camera.values()]
    .filter((camera) => countsCamera(camera, counted))
    .map((camera) => coverageOf(ground, camera));
  const lamps = [...world.lamp.values()].filter((lamp) => countsLamp(lamp, counted));
  return {
    lengthMeters: ground.lengthMeters,
    cameras,
    roads: {
      day: roadsSeen(cameras, densityIndex, 'day', light.lit),
      night: roadsSeen(cameras, densityIndex, 'night', light.lit),
    },
    places: {
      day: placesSeen(world, ground, cameras, densityIndex, 'day', lamps),
      night: placesSeen(world, ground, cameras, densityIndex, 'night', lamps),
    },
    light,
  };
}
