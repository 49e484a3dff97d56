/** Plates on posts: what each can be turned to, what it serves, and what the signs of the village serve already. */
import { roadLabel } from '../addressing/roadName.ts';
import { lengthOf, type Meters } from '../geometry/localFrame.ts';
import type { Sign } from '../records/sign.ts';
import { nameKey, type Need, type Subject } from './needs.ts';
import type { Ground, PostPlace } from './postPlaces.ts';
import { readMeters, turnCost, type PlateSize, type PlateTurn, type SignProfile } from './profile.ts';
import { isTurnedTo, looksOf, type Reader } from './reading.ts';

export interface SitedPlate {
  readonly subject: Subject;
  readonly post: PostPlace;
  /** Degrees clockwise from north the first face looks; the second looks the other way. */
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
      const serves = ofSubject.filter((need) => isServed(ground, need, post.place, facingDegrees, bothSides, isHidden));
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
  { readers, subject, at, withinMeters }: Need,
  post: Meters,
  facingDegrees: number,
  faceCount: number,
  isHidden: (reader: Reader) => boolean,
): boolean {
  if (lengthOf(post[0] - at[0], post[1] - at[1]) > withinMeters) return false;
  const face = { post, looks: looksOf(facingDegrees, faceCount), readMeters: readMeters(profile, subject.size) };
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
  return needs.filter(
    (need) =>
      need.subject.key === subject.key && isServed(ground, need, post.place, facingDegrees, bothSides, isHidden),
  );
}

/** What one sign of the village serves; what is damaged, missing or removed serves nothing. */
export function servedBySign(ground: Ground, needs: readonly Need[], sign: Sign): readonly Need[] {
  if (!isReadable(sign)) return [];
  const place = ground.frame.toMeters(sign.place);
  const key = keyOf(ground, sign);
  const isHidden = hiddenFrom(ground, place);
  return needs.filter(
    (need) =>
      need.subject.key === key && isServed(ground, need, place, sign.facingDegrees, sign.faces.length, isHidden),
  );
}

/** It hangs or will hang there. */
export const isReadable = ({ state }: Sign): boolean =>
  state !== 'damaged' && state !== 'missing' && state !== 'removed';

/** The size of a sign's letters, by its kind. */
export const sizeOf = ({ plates }: SignProfile, { signKind }: Sign): PlateSize =>
  signKind === 'lane-mouth' ? plates.lane : signKind === 'direction' ? plates.direction : plates.name;

/** The signs that stand or are planned, with what each serves. */
export function standingPlates(ground: Ground, needs: readonly Need[]): readonly SitedPlate[] {
  const { world, frame, profile } = ground;
  return [...world.sign.values()].filter(isReadable).map((sign): SitedPlate => {
    const serves = servedBySign(ground, needs, sign);
    const subject = serves[0]?.subject ?? {
      ...{ key: keyOf(ground, sign) ?? sign.id, signKind: sign.signKind, size: sizeOf(profile, sign) },
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
    return road && says(sign, roadLabel(world, road)) ? nameKey(world, road) : null;
  }
  if (sign.signKind !== 'direction') return null;
  const landmark =
    sign.landmarkId === null
      ? [...world.landmark.values()].find(({ name }) => says(sign, name))
      : world.landmark.get(sign.landmarkId);
  return landmark ? `landmark:${landmark.id}` : null;
}

const plain = (text: string): string => text.toLocaleUpperCase('vi').replace(/\s+/gu, ' ');
const says = ({ faces }: Sign, text: string): boolean => faces.some((face) => plain(face).includes(plain(text)));
