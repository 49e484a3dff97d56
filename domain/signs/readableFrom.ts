/** What somebody who stands on a road and looks along it can read, of which signs, and why not of the others. */
import { networkOf } from '../addressing/network.ts';
import { positionAt } from '../geometry/line.ts';
import { lengthOf, type Meters } from '../geometry/localFrame.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { Sign } from '../records/sign.ts';
import { keptTo, unit } from './needs.ts';
import { faceOf, isReadable } from './plates.ts';
import type { Ground } from './postPlaces.ts';
import { isTurnedTo, type Face } from './reading.ts';

/** A place on a road and the way one goes: 1 as its measures rise, -1 as they fall. */
export interface Standpoint {
  readonly roadId: Id;
  readonly measureMeters: number;
  readonly sense: 1 | -1;
}

/**
 * read; or what is in the way, the first that holds: far: its letters are too small
 * from here; aside: too far to the side of the way one goes; slanting: seen too much from its edge; hidden: a building stands
 * between; broken: damaged or gone.
 */
export type Sight = 'read' | 'far' | 'aside' | 'slanting' | 'hidden' | 'broken';

export interface SeenSign {
  readonly sign: Sign;
  readonly sight: Sight;
  readonly distanceMeters: number;
  /** From how far its letters are read. */
  readonly readMeters: number;
}

export interface View {
  /** On the side of the road one keeps to. */
  readonly eye: Position;
  /** Degrees clockwise from north. */
  readonly headingDegrees: number;
  /** Those ahead within reach of anybody's eyes, the nearest first. Signs of houses are read at the door, not from here. */
  readonly signs: readonly SeenSign[];
}

/** Farther than this nobody looks for a sign. */
const reachMeters = 70;
const aheadMeters = 3;

/** Null where the road is not one that can be gone along. */
export function readableFrom(ground: Ground, { roadId, measureMeters, sense }: Standpoint): View | null {
  const found = networkOf(ground.world).byId.get(roadId);
  if (!found) return null;
  const { road, line } = found;
  const { frame, profile } = ground;
  const onLine = (meters: number) =>
    frame.toMeters(positionAt(road.line, Math.min(Math.max(meters, 0), line.lengthMeters)).position);
  const here = onLine(measureMeters);
  const isEnd = sense === 1 ? measureMeters >= line.lengthMeters : measureMeters <= 0;
  const heading = isEnd
    ? unit(onLine(measureMeters - sense * aheadMeters), here)
    : unit(here, onLine(measureMeters + sense * aheadMeters));
  const eye = keptTo(profile, here, heading, road.widthMeters);
  const signs: SeenSign[] = [];
  for (const sign of ground.world.sign.values()) {
    if (sign.state === 'removed' || sign.signKind === 'house-plate') continue;
    const post = frame.toMeters(sign.place);
    const [dx, dy] = [post[0] - eye[0], post[1] - eye[1]];
    const distanceMeters = lengthOf(dx, dy);
    if (distanceMeters > reachMeters || dx * heading[0] + dy * heading[1] <= 0) continue;
    const face = faceOf(ground, sign);
    const sight = sightOf(ground, eye, heading, face, distanceMeters, sign);
    signs.push({ sign, sight, distanceMeters, readMeters: face.readMeters });
  }
  const degrees = (Math.atan2(heading[0], heading[1]) * 180) / Math.PI;
  return {
    eye: frame.toDegrees(eye),
    headingDegrees: (degrees + 360) % 360,
    signs: signs.sort((a, b) => a.distanceMeters - b.distanceMeters),
  };
}

function sightOf(
  { walls, profile }: Ground,
  eye: Meters,
  heading: Meters,
  face: Face,
  distanceMeters: number,
  sign: Sign,
): Sight {
  if (!isReadable(sign)) return 'broken';
  if (distanceMeters > face.readMeters) return 'far';
  const reader = { eye, heading };
  if (!isTurnedTo(reader, face, { ...profile, mostSlantDegrees: 180 })) return 'aside';
  if (!isTurnedTo(reader, face, profile)) return 'slanting';
  return walls.blocks(eye, face.post) ? 'hidden' : 'read';
}
