/** What plates say: the name of a way, or the way to a landmark. */
import { isNamed, roadLabel } from '../addressing/roadName.ts';
import type { Meters } from '../geometry/localFrame.ts';
import type { Id } from '../records/fields.ts';
import { remember } from '../records/remember.ts';
import type { Road } from '../records/road.ts';
import type { SignKind } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import type { SignProfile } from './profile.ts';
import { proposedText } from './proposedText.ts';
import { readMetersOf } from './readingDistance.ts';

/** What a plate says: two plates with the same key say the same. */
export interface Subject {
  readonly key: string;
  readonly signKind: SignKind;
  /** From how far it is read on the plate it usually has. */
  readonly readMeters: number;
  readonly roadId: Id;
  /** Null for the name of a way. */
  readonly landmarkId: Id | null;
  /** The way it goes from here: plates are turned by it. */
  readonly towards: Meters;
}

/** The name of a way as a sign has it; null for a way without a name. */
export function nameSubject(world: World, profile: SignProfile, road: Road, towards: Meters): Subject | null {
  const name = isNamed(road) ? nameOf(world, profile, road) : null;
  return name && { ...name, roadId: road.id, landmarkId: null, towards };
}

type Name = Pick<Subject, 'key' | 'signKind' | 'readMeters'>;

/** Asked for at every arm of every junction. The text of a way is its name, the road above it and its numbers. */
const namesOf = remember(['road', 'address'], () => new WeakMap<SignProfile, Map<Road, Name>>());

function nameOf(world: World, profile: SignProfile, road: Road): Name {
  const byProfile = namesOf(world);
  const byRoad = byProfile.get(profile) ?? new Map<Road, Name>();
  byProfile.set(profile, byRoad);
  const name = byRoad.get(road) ?? newName(world, profile, road);
  byRoad.set(road, name);
  return name;
}

function newName(world: World, profile: SignProfile, road: Road): Name {
  const signKind = road.class === 'road' ? 'road-name' : 'lane-mouth';
  const text = proposedText(world, { signKind, roadId: road.id, houseId: null, landmarkId: null }) ?? '';
  return { key: nameKey(world, road), signKind, readMeters: readMetersOf(profile, signKind, text) };
}

/** The pieces of one road have one name; lane 5 of one road is not lane 5 of another. */
export const nameKey = (world: World, road: Road): string =>
  road.name === null ? `${roadLabel(world, road)}|${road.parentRoadId}` : road.name;
