/** A village as papers for everybody tell it: cameras of households are private property (RULES §6.5, §12 test 16). */
import type { World } from '../records/world.ts';

/** The same world where no household has a camera. */
export function withoutHouseholdCameras(world: World): World {
  const camera = new Map([...world.camera].filter(([, { owner }]) => owner !== 'household'));
  return camera.size === world.camera.size ? world : { ...world, camera };
}
