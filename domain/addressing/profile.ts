/** The numbering profile a village goes by, with every choice made. */
import { defaultNumberingProfile, filledProfile, type FilledProfile } from '../records/numberingProfile.ts';
import { villageOf, type World } from '../records/world.ts';

export const profileOf = (world: World): FilledProfile =>
  filledProfile(villageOf(world)?.numberingProfile ?? defaultNumberingProfile);
