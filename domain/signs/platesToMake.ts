/** House-number plates still to be made, where each hangs, and what became of those there are (RULES §1.8). */
import { fullNumber } from '../addressing/fullNumber.ts';
import { bearingDegrees, locateOnLine } from '../geometry/line.ts';
import { lengthOf, localFrame, type Meters } from '../geometry/localFrame.ts';
import { roundPosition } from '../geometry/polygon.ts';
import type { Polygon, Position } from '../geometry/shapes.ts';
import type { Address } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import { newlyPlanned, type NewSign, type Sign, type SignState } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import { outdatedText } from './outdatedText.ts';
import { countsForHouse, isPlateInUse, numberedHouses, platesOfHouse } from './platesOfHouses.ts';

/** From the middle of the door to the middle of the plate beside it, in metres. */
const besideDoorMeters = 0.9;
/** A plate keeps this far from the corner of the house, in metres. */
const cornerMeters = 0.2;
/** A door farther than this from the outline is a gate, with no wall of the house beside it. */
const gateMeters = 1.5;
/** What is shorter is a step in a drawn outline, in metres. */
const shortestWallMeters = 0.3;

/** Houses with an issued number and no plate that counts for them, in the order of the list. */
export const housesWithoutPlate = (world: World): readonly (readonly [House, Address])[] =>
  numberedHouses(world, false).filter(
    ([{ id }]) => !platesOfHouse(world, id).some((plate) => countsForHouse(world, plate)),
  );

const platesOf = (world: World): readonly Sign[] => [...world.sign.values()].filter(isPlateInUse);

/** One plate a house: its number, on the wall beside its door. `newId` gives an id for each. */
export function platesToMake(world: World, newId: () => Id): readonly NewSign[] {
  return housesWithoutPlate(world).map(([house, address]) => ({
    ...newlyPlanned,
    ...{ id: newId(), signKind: 'house-plate', post: 'wall', houseId: house.id },
    faces: [fullNumber(world, address)],
    ...platePlace(world, house, address),
  }));
}

/** Left of the door as seen from outside; beside a gate likewise, on its left pillar. Faces the road. */
export function platePlace(
  world: World,
  house: House,
  { roadId }: Pick<Address, 'roadId'>,
): Pick<Sign, 'place' | 'facingDegrees'> {
  const road = world.road.get(roadId);
  const foot = road ? locateOnLine(road.line, house.entrance).foot : house.entrance;
  const frame = localFrame(house.entrance);
  const [fx, fy] = frame.toMeters(foot);
  const away = lengthOf(fx, fy);
  const toRoad: Meters = away < 0.01 ? [0, -1] : [fx / away, fy / away];
  const wall = house.footprint ? wallAt(house.footprint, frame.toMeters, toRoad) : null;
  const looks = wall?.looks ?? toRoad;
  // Who looks at the house looks against `looks`; his left is that turned by a quarter.
  const left: Meters = [looks[1], -looks[0]];
  const offset = wall ? Math.min(besideDoorMeters, wall.leftMeters - cornerMeters) : besideDoorMeters;
  const place: Position = roundPosition(frame.toDegrees([left[0] * offset, left[1] * offset]));
  // No wall on the left of the door: the plate hangs above it.
  const above = offset < besideDoorMeters / 3;
  const [east, north] = frame.toDegrees(looks);
  const facing = Math.round(bearingDegrees(house.entrance, [east, north])) % 360;
  return { place: above ? house.entrance : place, facingDegrees: facing };
}

interface Wall {
  /** Unit vector outwards. */
  readonly looks: Meters;
  /** Metres of wall left of the door, seen from outside. */
  readonly leftMeters: number;
}

/** The wall the door is in, or null for a gate. The door is at [0, 0]. */
function wallAt({ coordinates }: Polygon, toMeters: (at: Position) => Meters, toRoad: Meters): Wall | null {
  const ring = coordinates[0]!.map(toMeters);
  // Outwards is on the right of who goes round against the clock.
  const outward = turnOf(ring) > 0 ? 1 : -1;
  let best: Wall | null = null;
  let least = Infinity;
  for (let i = 1; i < ring.length; i += 1) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!];
    const length = lengthOf(bx - ax, by - ay);
    if (length < shortestWallMeters) continue;
    const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
    const along = Math.min(length, Math.max(0, -(ax * ux + ay * uy)));
    const distance = lengthOf(ax + ux * along, ay + uy * along);
    const looks: Meters = [uy * outward, -ux * outward];
    // Of two walls that meet at the door, the one that looks to the road.
    const judged = distance - (looks[0] * toRoad[0] + looks[1] * toRoad[1]) * cornerMeters;
    if (distance > gateMeters || judged >= least) continue;
    least = judged;
    // Left, seen from outside, runs along the wall one way or the other.
    const runsLeft = looks[1] * ux - looks[0] * uy > 0;
    best = { looks, leftMeters: runsLeft ? length - along : along };
  }
  return best;
}

/** Twice the area of a closed ring, above zero where it goes round against the clock. */
const turnOf = (ring: readonly Meters[]): number =>
  ring.slice(1).reduce((sum, [x, y], index) => sum + ring[index]![0] * y - x * ring[index]![1], 0);

export type PlateCounts = Readonly<Record<Exclude<SignState, 'removed'>, number>>;

export function plateCounts(world: World): PlateCounts {
  const counts = { planned: 0, ordered: 0, installed: 0, damaged: 0, missing: 0 };
  for (const { state } of platesOf(world)) if (state !== 'removed') counts[state] += 1;
  return counts;
}

/** Plates that say another number than their house has, with what they should say; null: none. */
export function outdatedPlates(world: World): readonly { readonly sign: Sign; readonly should: string | null }[] {
  return platesOf(world).flatMap((sign) => {
    const outdated = outdatedText(world, sign);
    return outdated ? [{ sign, should: outdated.should?.[0] ?? null }] : [];
  });
}
