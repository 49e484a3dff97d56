/** Where a device could go: on standing poles, at the corners of junctions, and lamps also along dark roads. */
import { placeTowards } from '../../geometry/turn.ts';
import { positionAt } from '../../geometry/line.ts';
import { distanceMeters, type LocalFrame } from '../../geometry/localFrame.ts';
import { roundPosition } from '../../geometry/rounding.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { Id } from '../../records/fields.ts';
import type { World } from '../../records/world.ts';
import { junctionsOf } from '../../signs/junctions.ts';
import { cornersAt, placeFault, type Ground } from '../../signs/postPlaces.ts';
import { signGroundOf } from '../../signs/villageSigns.ts';
import type { DarkStretch } from '../lamps/lightReport.ts';

export interface Candidate {
  readonly place: Position;
  /** Of the lamp or sign whose pole it is; null for a new one. */
  readonly poleId: Id | null;
}

export interface CameraCandidate extends Candidate {
  readonly facingDegrees: number;
}

/** Chosen, or not to be chosen, by a person: nearer than this it is the same place. */
const sameMeters = 1;
/** A camera could look in any direction; among so many one loses little (15° of 90°). */
const facings = 12;
/** No more are looked at: what the village has beyond it is left out, and the interface says so. */
export const mostCandidates = 4_000;
/** Between the places tried along a dark road. */
const stepMeters = 5;
/** From the edge of a road to a lamp's pole. */
const besideMeters = 0.6;

export const isForbidden = (place: Position, forbidden: readonly Position[]): boolean =>
  forbidden.some((other) => distanceMeters(place, other) < sameMeters);

/** Every standing pole and every corner of a junction, looking in twelve directions. */
export function cameraCandidates(world: World, forbidden: readonly Position[]): CameraCandidate[] {
  const ground = signGroundOf(world);
  const places = [...polesOf(world, ground), ...cornersOf(world, ground)];
  return apart(places.filter(({ place }) => !isForbidden(place, forbidden))).flatMap((candidate) =>
    Array.from({ length: facings }, (_, turn) => ({ ...candidate, facingDegrees: (turn * 360) / facings })),
  );
}

/** Signs' poles, corners, and beside every dark stretch each few metres. */
export function lampCandidates(
  world: World,
  dark: readonly DarkStretch[],
  forbidden: readonly Position[],
): Candidate[] {
  const ground = signGroundOf(world);
  const lamps = [...world.lamp.values()].filter(({ state }) => state !== 'broken').map(({ place }) => place);
  const places = [...polesOf(world, ground), ...cornersOf(world, ground), ...alongDark(world, ground, dark)];
  return apart(places.filter(({ place }) => !isForbidden(place, forbidden) && !isForbidden(place, lamps)));
}

function polesOf(world: World, { poles, frame }: Ground): Candidate[] {
  return poles.map(({ poleId, place }) => ({ poleId, place: standingAt(world, poleId) ?? placeOf(frame, place) }));
}

const standingAt = (world: World, id: Id | null): Position | null =>
  id === null ? null : (world.lamp.get(id)?.place ?? world.sign.get(id)?.place ?? null);

const placeOf = (frame: LocalFrame, place: readonly [number, number]): Position =>
  roundPosition(frame.toDegrees(place));

const cornersOf = (world: World, ground: Ground): Candidate[] =>
  junctionsOf(world)
    .flatMap((junction) => cornersAt(ground, junction))
    .map(({ place }) => ({ poleId: null, place: placeOf(ground.frame, place) }));

function alongDark(world: World, ground: Ground, dark: readonly DarkStretch[]): Candidate[] {
  return dark.flatMap(({ roadId, fromMeters, toMeters }) => {
    const { line, widthMeters } = world.road.get(roadId)!;
    const count = Math.max(1, Math.floor((toMeters - fromMeters) / stepMeters));
    return Array.from(
      { length: count + 1 },
      (_, step) => fromMeters + ((toMeters - fromMeters) * step) / count,
    ).flatMap((measure) => {
      const { position, bearingDegrees } = positionAt(line, measure);
      const beside = [-90, 90].map((turn) =>
        roundPosition(placeTowards(position, bearingDegrees + turn, widthMeters / 2 + besideMeters)),
      );
      const free = beside.find((place) => placeFault(ground, ground.frame.toMeters(place)) === null);
      return free ? [{ poleId: null, place: free }] : [];
    });
  });
}

/** The first of those that stand in one place. */
function apart(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  const cells = new Map<string, Position[]>();
  for (const candidate of candidates) {
    const [lng, lat] = candidate.place;
    const [column, row] = [Math.floor(lng * 50_000), Math.floor(lat * 50_000)];
    const near = [-1, 0, 1].flatMap((east) =>
      [-1, 0, 1].flatMap((north) => cells.get(`${column + east} ${row + north}`) ?? []),
    );
    if (isForbidden(candidate.place, near)) continue;
    kept.push(candidate);
    const key = `${column} ${row}`;
    cells.set(key, [...(cells.get(key) ?? []), candidate.place]);
  }
  return kept;
}
