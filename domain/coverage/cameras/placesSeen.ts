/** Which doors and landmarks cameras see, by day and by night. */
import type { Position } from '../../geometry/shapes.ts';
import type { Id } from '../../records/fields.ts';
import type { Lamp } from '../../records/lamp.ts';
import type { World } from '../../records/world.ts';
import type { CoverageGround } from '../ground.ts';
import { isLit } from '../lamps/litRoad.ts';
import { seesAt, type CameraCoverage } from './cameraCoverage.ts';
import type { Light } from './roadsSeen.ts';

export interface PlacesSeen {
  readonly doors: readonly Id[];
  readonly doorCount: number;
  readonly landmarks: readonly Id[];
  readonly landmarkCount: number;
}

/** `atMostMeters`: of each camera, how far it reaches at the density asked for. */
export function placesSeen(
  world: World,
  ground: CoverageGround,
  coverages: readonly CameraCoverage[],
  densityIndex: number,
  light: Light,
  workingLamps: readonly Lamp[],
): PlacesSeen {
  const isSeen = (position: Position) =>
    coverages.some((coverage) => {
      const meters = seesAt(ground, coverage, position);
      if (meters === null || meters > coverage.reach.densityMeters[densityIndex]!) return false;
      return light === 'day' || meters <= coverage.reach.nightMeters || isLit(ground, workingLamps, position);
    });
  const houses = [...world.house.values()].filter(({ state }) => state !== 'demolished');
  const landmarks = [...world.landmark.values()];
  return {
    doors: houses.filter(({ entrance }) => isSeen(entrance)).map(({ id }) => id),
    doorCount: houses.length,
    landmarks: landmarks.filter(({ place }) => isSeen(place)).map(({ id }) => id),
    landmarkCount: landmarks.length,
  };
}
