/** The metres in which the signs of a village are reckoned: from the first corner of its boundary. */
import { localFrame, type LocalFrame } from '../geometry/localFrame.ts';
import { villageOf, type World } from '../records/world.ts';

export const signFrameOf = (world: World): LocalFrame =>
  localFrame(villageOf(world)?.boundary.coordinates[0]?.[0] ?? [0, 0]);
