/** What one camera sees of the village as it is; brought only when somebody looks at a camera. */
import { coverageOf } from '../../domain/coverage/cameras/roadsSeen.ts';
import type { CameraCoverage } from '../../domain/coverage/cameras/cameraCoverage.ts';
import { coverageGroundOf } from '../../domain/coverage/ground.ts';
import { totalMeters } from '../../domain/coverage/stretches.ts';
import type { Camera } from '../../domain/records/camera.ts';
import type { World } from '../../domain/records/world.ts';

export interface CameraSees extends CameraCoverage {
  /** Of road, at the least density. */
  readonly roadMeters: number;
}

export function cameraSees(world: World, camera: Camera): CameraSees {
  const coverage = coverageOf(coverageGroundOf(world), camera);
  const roadMeters = [...coverage.seen.values()].reduce((sum, [least]) => sum + totalMeters(least ?? []), 0);
  return { ...coverage, roadMeters };
}
