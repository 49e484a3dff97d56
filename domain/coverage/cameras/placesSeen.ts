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

/** From the density asked for on; by night where a camera's infrared reaches, or a lamp lights the place. */
export function placesSeen(
  world: World,
  ground: CoverageGround,
  coverages: readonly CameraCoverage[],
  densityIndex: number,
  workingLamps: readonly Lamp[],
): Record<Light, PlacesSeen> {
  const timesOf = (position: Position): readonly Light[] => {
    const meters = coverages.flatMap((coverage) => {
      const away = seesAt(ground, coverage, position);
      return away === null || away > coverage.reach.densityMeters[densityIndex]!
        ? []
        : [away - coverage.reach.nightMeters];
    });
    if (meters.length === 0) return [];
    return Math.min(...meters) <= 0 || isLit(ground, workingLamps, position) ? ['day', 'night'] : ['day'];
  };
  const houses = [...world.house.values()].filter(({ state }) => state !== 'demolished');
  const doors = houses.map(({ id, entrance }) => ({ id, times: timesOf(entrance) }));
  const landmarks = [...world.landmark.values()].map(({ id, place }) => ({ id, times: timesOf(place) }));
  const at = (light: Light, of: typeof doors) => of.filter(({ times }) => times.includes(light)).map(({ id }) => id);
  const placesAt = (light: Light): PlacesSeen => ({
    doors: at(light, doors),
    doorCount: doors.length,
    landmarks: at(light, landmarks),
    landmarkCount: landmarks.length,
  });
  return { day: placesAt('day'), night: placesAt('night') };
}
