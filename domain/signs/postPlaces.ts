/** Where posts can stand at a junction, a road's end or on a stretch: corners, roadsides, standing poles. */
import { contains } from '../geometry/polygon.ts';
import { lengthOf, type LocalFrame, type Meters } from '../geometry/localFrame.ts';
import { locate } from '../geometry/locate.ts';
import { roundPosition } from '../geometry/rounding.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Walls } from '../geometry/walls.ts';
import { networkOf, type NetworkRoad } from '../addressing/network.ts';
import type { Id } from '../records/fields.ts';
import { villageOf, type World } from '../records/world.ts';
import { clockwise, outOn, type Arm, type Junction } from './junctions.ts';
import type { SignProfile } from './profile.ts';

export interface PostPlace {
  readonly place: Meters;
  /** Of the lamp or sign whose post it is; null for a new post. */
  readonly poleId: Id | null;
}

/** Why no post may stand at a place. */
export type PlaceFault = 'in-road' | 'in-building' | 'before-door' | 'outside';

/** What is asked of every place of a village, made once. */
export interface Ground {
  readonly world: World;
  readonly profile: SignProfile;
  readonly frame: LocalFrame;
  readonly walls: Walls;
  /** Metres to the nearest door or way from a door to its road, as far as `doorMeters`; Infinity beyond. */
  readonly doorDistance: (place: Meters) => number;
  readonly poles: readonly PostPlace[];
  /** Places a person will not have; absent where there are none. */
  readonly isRefused?: (place: Meters) => boolean;
}

/** A post does not stand nearer to the middle of a road than its edge and this. */
const clearMeters = 0.2;
/** Between the door and the road nobody puts a post, this far to both sides. */
const alongSteps = [4, 8, 12] as const;

export function placesAt(ground: Ground, { position, arms }: Junction): readonly PostPlace[] {
  const { frame, profile } = ground;
  const middle = frame.toMeters(position);
  const most = Math.max(...arms.map(({ road }) => road.widthMeters / 2));
  const places: Meters[] = [];
  arms.forEach((arm, index) => {
    const corner = cornerOf(ground, position, arms, index);
    if (corner) places.push(corner);
    for (const step of alongSteps) places.push(...besides(ground, arm, most + step - alongSteps[0] / 2));
  });
  const reach = most + profile.cornerMeters;
  const near = (place: Meters, meters: number) => lengthOf(place[0] - middle[0], place[1] - middle[1]) <= meters;
  return [
    ...ground.poles.filter(({ place }) => near(place, most + profile.poleMeters)),
    ...newPosts(
      ground,
      places.filter((place) => near(place, reach)),
    ),
  ];
}

/** The corners between its arms where a post may stand. */
export const cornersAt = (ground: Ground, { position, arms }: Junction): readonly PostPlace[] =>
  newPosts(
    ground,
    arms.map((_, index) => cornerOf(ground, position, arms, index)).filter((corner) => corner !== null),
  );

const cornerOf = ({ frame, profile }: Ground, position: Position, arms: readonly Arm[], index: number): Meters | null =>
  cornerBetween(profile, frame.toMeters(position), arms[index]!, arms[(index + 1) % arms.length]!);

/** Judged where they will be stored: a centimetre to the side, another name may come into view. */
function newPosts(ground: Ground, places: readonly Meters[]): readonly PostPlace[] {
  return places
    .map((place) => ground.frame.toMeters(roundPosition(ground.frame.toDegrees(place))))
    .filter((place) => placeFault(ground, place) === null)
    .map((place) => ({ place, poleId: null }));
}

/** Beside a road on both sides, at some places along it from one of them. */
export function placesAlong(ground: Ground, arm: Arm, steps: readonly number[]): readonly PostPlace[] {
  const middle = ground.frame.toMeters(outOn(arm, 0)!);
  const reach = Math.max(...steps.map(Math.abs)) + arm.road.widthMeters;
  return [
    ...ground.poles.filter(({ place }) => {
      const { distanceMeters } = locate(
        networkOf(ground.world).byId.get(arm.road.id)!.line,
        ground.frame.toDegrees(place),
      );
      const isBeside = distanceMeters <= arm.road.widthMeters / 2 + ground.profile.poleMeters / 2;
      return isBeside && lengthOf(place[0] - middle[0], place[1] - middle[1]) <= reach;
    }),
    ...newPosts(
      ground,
      steps.flatMap((step) => besides(ground, arm, step)),
    ),
  ];
}

/** The corner between an arm and the next one clockwise, clear of the edges of both; null in a wedge too sharp for a post. */
function cornerBetween(profile: SignProfile, [x, y]: Meters, arm: Arm, next: Arm): Meters | null {
  const between = (clockwise(next.away) - clockwise(arm.away) + 2 * Math.PI) % (2 * Math.PI) || 2 * Math.PI;
  const [own, other] = [arm, next].map(({ road }) => road.widthMeters / 2 + profile.edgeMeters[road.class]) as [
    number,
    number,
  ];
  if (between > (5 / 6) * Math.PI) {
    const angle = clockwise(arm.away) + between / 2;
    const out = Math.max(own, other);
    return [x + Math.sin(angle) * out, y + Math.cos(angle) * out];
  }
  const sine = Math.sin(between);
  const [along, across] = [other / sine, own / sine];
  const most = Math.max(own, other) + profile.cornerMeters;
  const corner: Meters = [
    x + arm.away[0] * along + next.away[0] * across,
    y + arm.away[1] * along + next.away[1] * across,
  ];
  return lengthOf(corner[0] - x, corner[1] - y) <= most ? corner : null;
}

/** Both roadsides so far out on an arm; before its beginning for negative metres. */
function besides({ frame, profile }: Ground, arm: Arm, meters: number): Meters[] {
  const on = outOn(arm, meters);
  if (!on) return [];
  const here = frame.toMeters(on);
  const further = frame.toMeters(outOn(arm, Math.min(meters + 2, arm.lengthMeters))!);
  const before = frame.toMeters(outOn(arm, meters - 2)!);
  const length = lengthOf(further[0] - before[0], further[1] - before[1]) || 1;
  const [dx, dy] = [(further[0] - before[0]) / length, (further[1] - before[1]) / length];
  const aside = arm.road.widthMeters / 2 + profile.edgeMeters[arm.road.class];
  return [
    [here[0] + dy * aside, here[1] - dx * aside],
    [here[0] - dy * aside, here[1] + dx * aside],
  ];
}

/** What keeps a post from a place; null where it may stand. */
export function placeFault(ground: Ground, place: Meters): PlaceFault | null {
  const { world, frame, walls, profile } = ground;
  const position = frame.toDegrees(place);
  const boundary = villageOf(world)?.boundary;
  if (boundary && !contains(boundary, position)) return 'outside';
  if (roadsNear(ground, place).some((road) => isInRoad(road, position))) return 'in-road';
  if (walls.covers(place)) return 'in-building';
  return ground.doorDistance(place) < profile.doorMeters ? 'before-door' : null;
}

const isInRoad = ({ road, line }: NetworkRoad, position: readonly [number, number]): boolean =>
  locate(line, position).distanceMeters < road.widthMeters / 2 + clearMeters;

function roadsNear({ world, frame }: Ground, place: Meters): readonly NetworkRoad[] {
  const { roads, index, mostHalfWidthMeters } = networkOf(world);
  const reach = mostHalfWidthMeters + clearMeters;
  const [west, south] = frame.toDegrees([place[0] - reach, place[1] - reach]);
  const [east, north] = frame.toDegrees([place[0] + reach, place[1] + reach]);
  return (index?.search(west, south, east, north) ?? []).map((number) => roads[number]!);
}
