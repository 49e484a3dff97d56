/** Plates on posts: what each can be turned to, what it serves, and what the signs of the village serve already. */
import { roadLabel } from '../addressing/roadName.ts';
import { lengthOf, type Meters } from '../geometry/localFrame.ts';
import type { Sign } from '../records/sign.ts';
import { says } from './faceText.ts';
import type { Need } from './needs.ts';
import type { Ground, PostPlace } from './postPlaces.ts';
import { turnCost, type PlateTurn } from './profile.ts';
import { isTurnedTo, looksOf, type Face, type Reader } from './reading.ts';
import { readMetersOf } from './readingDistance.ts';
import { nameKey, type Subject } from './subject.ts';

export interface SitedPlate {
  readonly subject: Subject;
  readonly post: PostPlace;
  /** Degrees clockwise from north the first face looks. */
  readonly facingDegrees: number;
  readonly turnCost: number;
  readonly serves: readonly Need[];
  /** Null for one that is only proposed. */
  readonly sign: Sign | null;
}

const bothSides = 2;

/** Every plate that could serve some of the needs from this post: each name in each turn. */
export function platesOn(ground: Ground, post: PostPlace, needs: readonly Need[]): readonly SitedPlate[] {
  const bySubject = new Map<string, Need[]>();
  for (const need of needs) {
    const { key } = need.subject;
    if (lengthOf(post.place[0] - need.at[0], post.place[1] - need.at[1]) > need.withinMeters) continue;
    bySubject.set(key, [...(bySubject.get(key) ?? []), need]);
  }
  const isHidden = hiddenFrom(ground, post.place);
  return [...bySubject.values()].flatMap((ofSubject) => {
    const { subject } = ofSubject[0]!;
    return turnsOf(ground, subject).flatMap(({ facingDegrees, cost }) => {
      const face = newFace(post, facingDegrees, subject);
      const serves = ofSubject.filter((need) => isServed(ground, need, face, isHidden));
      return serves.length === 0 ? [] : [{ subject, post, facingDegrees, turnCost: cost, serves, sign: null }];
    });
  });
}

function turnsOf({ profile }: Ground, { towards, landmarkId }: Subject) {
  const along = (Math.atan2(-towards[1], towards[0]) * 180) / Math.PI;
  const degrees: Readonly<Record<PlateTurn, readonly number[]>> = {
    along: [along],
    diagonal: [along + 45, along - 45],
    across: [along + 90],
  };
  // The arrow of a direction sign points the way it goes, so its plate lies along that way.
  const turns = landmarkId === null ? profile.turns : (['along'] as const);
  return turns.flatMap((turn, step) =>
    degrees[turn].map((facing) => ({ facingDegrees: Math.round((facing + 360) % 360) % 360, cost: step * turnCost })),
  );
}

/** Whether buildings stand between; asked once a reader. */
function hiddenFrom({ walls }: Ground, place: Meters): (reader: Reader) => boolean {
  const known = new Map<Reader, boolean>();
  return (reader) => {
    const found = known.get(reader) ?? walls.blocks(reader.eye, place);
    known.set(reader, found);
    return found;
  };
}

function isServed(
  { profile }: Ground,
  { readers, at, withinMeters }: Need,
  face: Face,
  isHidden: (reader: Reader) => boolean,
): boolean {
  if (lengthOf(face.post[0] - at[0], face.post[1] - at[1]) > withinMeters) return false;
  const least = Math.min(profile.leastReadings, readers.length);
  let readings = 0;
  for (const reader of readers) {
    if (isTurnedTo(reader, face, profile) && !isHidden(reader)) readings += 1;
    if (readings >= least) return true;
  }
  return false;
}

/** All that one plate serves, also of other junctions. */
export function servedFrom(ground: Ground, { subject, post, facingDegrees }: SitedPlate, needs: readonly Need[]) {
  const isHidden = hiddenFrom(ground, post.place);
  const face = newFace(post, facingDegrees, subject);
  return needs.filter((need) => need.subject.key === subject.key && isServed(ground, need, face, isHidden));
}

/** A new plate says its name on both sides. */
const newFace = ({ place }: PostPlace, facingDegrees: number, { readMeters }: Subject): Face => ({
  ...{ post: place, looks: looksOf(facingDegrees, bothSides), readMeters },
});

/** The faces of a sign of the village, and from how far they are read. */
export const faceOf = ({ frame, profile }: Ground, { signKind, place, facingDegrees, faces, size }: Sign): Face => ({
  post: frame.toMeters(place),
  looks: looksOf(facingDegrees, faces.length),
  readMeters: readMetersOf(profile, signKind, faces[0] ?? '', size),
});

/** What one sign of the village serves; what is damaged, missing or removed serves nothing. */
export function servedBySign(ground: Ground, needs: readonly Need[], sign: Sign): readonly Need[] {
  if (!isReadable(sign)) return [];
  const face = faceOf(ground, sign);
  const key = keyOf(ground, sign);
  const isHidden = hiddenFrom(ground, face.post);
  return needs.filter((need) => need.subject.key === key && isServed(ground, need, face, isHidden));
}

/** It hangs or will hang there. */
export const isReadable = ({ state }: Sign): boolean =>
  state !== 'damaged' && state !== 'missing' && state !== 'removed';

/** The signs that stand or are planned, with what each serves. */
export function standingPlates(ground: Ground, needs: readonly Need[]): readonly SitedPlate[] {
  const { world, frame } = ground;
  return [...world.sign.values()].filter(isReadable).map((sign): SitedPlate => {
    const serves = servedBySign(ground, needs, sign);
    const subject = serves[0]?.subject ?? {
      ...{ key: keyOf(ground, sign) ?? sign.id, signKind: sign.signKind, readMeters: faceOf(ground, sign).readMeters },
      ...{ roadId: sign.roadId ?? sign.id, landmarkId: null, towards: [1, 0] as const },
    };
    const post = { place: frame.toMeters(sign.place), poleId: sign.id };
    return { subject, post, facingDegrees: sign.facingDegrees, turnCost: 0, serves, sign };
  });
}

/** What a sign says, as needs ask for it; null for one that names no way and no landmark. */
export function keyOf({ world }: Pick<Ground, 'world'>, sign: Sign): string | null {
  const road = sign.roadId === null ? undefined : world.road.get(sign.roadId);
  if (sign.signKind === 'road-name' || sign.signKind === 'lane-mouth') {
    return road && says(sign.faces, roadLabel(world, road)) ? nameKey(world, road) : null;
  }
  if (sign.signKind !== 'direction') return null;
  const landmark =
    sign.landmarkId === null
      ? [...world.landmark.values()].find(({ name }) => says(sign.faces, name))
      : world.landmark.get(sign.landmarkId);
  return landmark ? `landmark:${landmark.id}` : null;
}
