/** The metres in which signs, cameras and lamps of a village are reckoned: from the first corner of its boundary. */
import { localFrame, type LocalFrame } from '../geometry/localFrame.ts';
import { villageOf, type World } from './world.ts';

export const villageFrameOf = (world: World): LocalFrame =>
  localFrame(villageOf(world)?.boundary.coordinates[0]?.[0] ?? [0, 0]);
