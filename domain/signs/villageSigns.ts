/** The rules a village has chosen for its signs, and its ground made by them. */
import { defaultSignSettings, type SignSettings } from '../records/signSettings.ts';
import { villageOf, type World } from '../records/world.ts';
import { groundOf } from './ground.ts';
import type { Ground } from './postPlaces.ts';
import { koreaSigns, vietnamSigns, type SignProfile } from './profile.ts';

/** Before what a village has chosen otherwise. */
export const usualProfile = ({ profile }: Pick<SignSettings, 'profile'>): SignProfile =>
  profile === 'kr' ? koreaSigns : vietnamSigns;

export function signProfileOf(world: World): SignProfile {
  const settings = villageOf(world)?.signSettings ?? defaultSignSettings;
  const { repeatMeters } = settings;
  return repeatMeters === null ? usualProfile(settings) : { ...usualProfile(settings), repeatMeters };
}

/** A world is never changed in place, so its ground stays true. */
const grounds = new WeakMap<World, Ground>();

export function signGroundOf(world: World): Ground {
  const known = grounds.get(world);
  if (known) return known;
  const ground = groundOf(world, signProfileOf(world));
  grounds.set(world, ground);
  return ground;
}
