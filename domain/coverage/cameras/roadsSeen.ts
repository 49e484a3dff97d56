/** What the cameras of a village see together: metres of road seen by one and by two, by density, by day and by night. */
import { consentIsWithdrawn, type Camera, type DeviceState } from '../../records/camera.ts';
import type { Id } from '../../records/fields.ts';
import type { World } from '../../records/world.ts';
import type { CoverageGround } from '../ground.ts';
import { common, counted, joined, totalMeters, type Counted, type Stretch } from '../stretches.ts';
import { cameraCoverage, type CameraCoverage } from './cameraCoverage.ts';
import { densities } from './levels.ts';

/** What is counted: cameras that work, or also those that are planned. */
export interface CountedDevices {
  readonly isWithPlanned: boolean;
}

export const countsState = (state: DeviceState, { isWithPlanned }: CountedDevices): boolean =>
  state === 'existing' || (isWithPlanned && state === 'planned');

/** Nothing is told of what a camera sees whose household has taken its consent back (RULES §6.5). */
export const mayBeLookedAt = (camera: Camera): boolean => camera.owner !== 'household' || !consentIsWithdrawn(camera);

export const countingCameras = (world: World, counted: CountedDevices): Camera[] =>
  [...world.camera.values()].filter((camera) => countsState(camera.state, counted) && mayBeLookedAt(camera));

/** Records and the ground are never changed in place: what was worked out for the same two stays true. */
const known = new WeakMap<CoverageGround, WeakMap<Camera, CameraCoverage>>();

export function coverageOf(ground: CoverageGround, camera: Camera): CameraCoverage {
  let ofGround = known.get(ground);
  if (!ofGround) known.set(ground, (ofGround = new WeakMap()));
  let coverage = ofGround.get(camera);
  if (!coverage) ofGround.set(camera, (coverage = cameraCoverage(ground, camera)));
  return coverage;
}

export type Light = 'day' | 'night';

/** By night a camera sees as far as its own infrared reaches, and beyond it what working lamps light. */
export function seenBy(
  { seen, seenByNight }: CameraCoverage,
  roadId: Id,
  densityIndex: number,
  light: Light,
  lit: ReadonlyMap<Id, readonly Stretch[]>,
): readonly Stretch[] {
  const byDay = seen.get(roadId)?.[densityIndex] ?? [];
  if (light === 'day' || byDay.length === 0) return byDay;
  return common(byDay, joined([...(seenByNight.get(roadId) ?? []), ...(lit.get(roadId) ?? [])]));
}

export interface RoadsSeen {
  /** By road: who is seen by how many, at the density asked for. */
  readonly byRoad: ReadonlyMap<Id, readonly Counted[]>;
  readonly seenMeters: number;
  /** By at least two. */
  readonly seenTwiceMeters: number;
  /** By at least one, for each of `densities`. */
  readonly byDensityMeters: readonly number[];
}

export function roadsSeen(
  coverages: readonly CameraCoverage[],
  densityIndex: number,
  light: Light,
  lit: ReadonlyMap<Id, readonly Stretch[]>,
): RoadsSeen {
  const byRoad = new Map<Id, readonly Counted[]>();
  const byDensityMeters = densities.map(() => 0);
  for (const roadId of new Set(coverages.flatMap(({ seen }) => [...seen.keys()]))) {
    const of = coverages.filter(({ seen }) => seen.has(roadId));
    densities.forEach((_, index) => {
      const stretches = of.map((coverage) => seenBy(coverage, roadId, index, light, lit));
      byDensityMeters[index]! += totalMeters(joined(stretches.flat()));
      if (index === densityIndex) byRoad.set(roadId, counted(stretches));
    });
  }
  const all = [...byRoad.values()].flat();
  return {
    byRoad,
    seenMeters: totalMeters(all),
    seenTwiceMeters: totalMeters(all.filter(({ count }) => count > 1)),
    byDensityMeters,
  };
}
