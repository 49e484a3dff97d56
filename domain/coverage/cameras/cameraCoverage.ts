/** What one camera sees of the village: its view among the walls, and the stretches of every road in it by density. */
import { shareWithin, type Share } from '../../geometry/disc.ts';
import { lengthOf, type Meters } from '../../geometry/localFrame.ts';
import { angleIn, sightMeters, viewFrom, wholeTurn, type View } from '../../geometry/visibility.ts';
import type { Walls } from '../../geometry/walls.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { Camera } from '../../records/camera.ts';
import type { Id } from '../../records/fields.ts';
import { stretchOn, type CoverageGround } from '../ground.ts';
import { joined, type Stretch } from '../stretches.ts';
import { densities } from './levels.ts';
import { opticsOf, reachOf, type Optics, type Reach } from './optics.ts';
import { sharesInSight } from './seenOnRoad.ts';

/** Why a camera sees nothing at all. */
export type Blindness = 'inside-building' | 'looks-up' | 'dead-zone-only';

export interface CameraCoverage {
  readonly camera: Camera;
  readonly optics: Optics;
  readonly reach: Reach;
  readonly blindness: Blindness | null;
  /** Null where it sees nothing. */
  readonly view: View | null;
  /** By road and, within it, by density as `densities`: each stretch lies in all those of the lesser densities. */
  readonly seen: ReadonlyMap<Id, readonly (readonly Stretch[])[]>;
  /** By road: as far as it sees in the dark by itself, at the least density. */
  readonly seenByNight: ReadonlyMap<Id, readonly Stretch[]>;
}

/** A camera this near to a wall hangs on it, and looks out from it. */
const onWallMeters = 0.05;

export function cameraCoverage(ground: CoverageGround, camera: Camera): CameraCoverage {
  const optics = opticsOf(camera);
  const reach = reachOf(optics);
  const place = placeOf(ground.walls, ground.frame.toMeters(camera.place), optics.facingDegrees);
  const blindness = blindnessOf(place, optics, reach);
  const nothing = { camera, optics, reach, blindness, view: null, seen: new Map(), seenByNight: new Map() };
  if (place === null || blindness !== null) return nothing;
  const view = viewFrom(place, ground.walls, sectorOf(optics), reach.farMeters);
  return { ...nothing, view, ...seenIn(ground, view, reach) };
}

function blindnessOf(place: Meters | null, { tiltDegrees, verticalDegrees }: Optics, reach: Reach): Blindness | null {
  if (place === null) return 'inside-building';
  if (tiltDegrees + verticalDegrees / 2 <= 0) return 'looks-up';
  return reach.deadMeters >= reach.farMeters ? 'dead-zone-only' : null;
}

/** Bearings run clockwise from north, the angles of a view counterclockwise from east. */
function sectorOf({ facingDegrees, horizontalDegrees }: Optics) {
  const spanAngle = Math.min(wholeTurn, (horizontalDegrees * Math.PI) / 180);
  return { fromAngle: ((90 - facingDegrees) * Math.PI) / 180 - spanAngle / 2, spanAngle };
}

/** Null inside a building. On a wall: before it, on the side that is open, towards where the camera looks if both are. */
function placeOf(walls: Walls, place: Meters, facingDegrees: number): Meters | null {
  const [x, y] = place;
  const touched: Meters[] = [];
  const box = { west: x - onWallMeters, south: y - onWallMeters, east: x + onWallMeters, north: y + onWallMeters };
  walls.eachNear(box, (from, to) => {
    const away = awayFromWall(place, from, to);
    if (away) touched.push(away, [-away[0], -away[1]]);
  });
  if (touched.length === 0) return walls.covers(place) ? null : place;
  const facing = ((90 - facingDegrees) * Math.PI) / 180;
  const ahead = ([ox, oy]: Meters) => ox * Math.cos(facing) + oy * Math.sin(facing);
  // At a corner, off both walls.
  const ways = [
    ...touched,
    ...touched.flatMap((one) => touched.map((other): Meters => [one[0] + other[0], one[1] + other[1]])),
  ];
  const open = ways
    .map((way): Meters => [x + 2 * onWallMeters * way[0], y + 2 * onWallMeters * way[1]])
    .filter((put) => lengthOf(put[0] - x, put[1] - y) > onWallMeters && !walls.covers(put))
    .sort((one, other) => ahead([other[0] - x, other[1] - y]) - ahead([one[0] - x, one[1] - y]));
  return open[0] ?? null;
}

/** The unit vector across a wall that is touched; null where it is not. */
function awayFromWall([x, y]: Meters, [ax, ay]: Meters, [bx, by]: Meters): Meters | null {
  const [dx, dy] = [bx - ax, by - ay];
  const length = lengthOf(dx, dy);
  if (length === 0) return null;
  const along = ((x - ax) * dx + (y - ay) * dy) / length;
  const across = ((x - ax) * dy - (y - ay) * dx) / length;
  const isBeside = along > -onWallMeters && along < length + onWallMeters;
  return isBeside && Math.abs(across) <= onWallMeters ? [dy / length, -dx / length] : null;
}

function seenIn(ground: CoverageGround, view: View, { deadMeters, densityMeters, nightMeters }: Reach) {
  const seen = new Map<Id, Stretch[][]>();
  const seenByNight = new Map<Id, Stretch[]>();
  for (const piece of ground.piecesNear(view.place, view.rangeMeters)) {
    const { roadId, from, to } = piece;
    const far = shareWithin(view.place, view.rangeMeters, from, to);
    if (!far) continue;
    const dead = deadMeters > 0 ? shareWithin(view.place, deadMeters, from, to) : null;
    const inSight = sharesInSight(view, from, to).flatMap((share) => without(share, dead));
    if (inSight.length === 0) continue;
    const stretchesWithin = (meters: number): Stretch[] => {
      const within = shareWithin(view.place, meters, from, to);
      if (!within) return [];
      return inSight.flatMap(([a, b]) => {
        const [start, end] = [Math.max(a, within[0]), Math.min(b, within[1])];
        return end > start ? [stretchOn(piece, [start, end])] : [];
      });
    };
    const byDensity = seen.get(roadId) ?? densities.map((): Stretch[] => []);
    densityMeters.forEach((meters, index) => byDensity[index]!.push(...stretchesWithin(meters)));
    seen.set(roadId, byDensity);
    const byNight = seenByNight.get(roadId) ?? [];
    byNight.push(...stretchesWithin(Math.min(nightMeters, view.rangeMeters)));
    seenByNight.set(roadId, byNight);
  }
  return {
    seen: new Map([...seen].map(([id, byDensity]) => [id, byDensity.map(joined)])),
    seenByNight: new Map([...seenByNight].map(([id, stretches]) => [id, joined(stretches)])),
  };
}

function without([from, to]: Share, hole: Share | null): Share[] {
  if (!hole || hole[1] <= from || hole[0] >= to) return [[from, to]];
  return (
    [
      [from, hole[0]],
      [hole[1], to],
    ] as const
  ).filter(([a, b]) => b > a);
}

/** A door is in its own wall: who looks at it ends there, this near to it. */
const atWallMeters = 0.3;

/** Metres to a place the camera sees, or null. */
export function seesAt(
  { frame }: Pick<CoverageGround, 'frame'>,
  { view, reach }: CameraCoverage,
  position: Position,
): number | null {
  if (!view) return null;
  const [x, y] = frame.toMeters(position);
  const [dx, dy] = [x - view.place[0], y - view.place[1]];
  const meters = lengthOf(dx, dy);
  if (meters < reach.deadMeters || meters > view.rangeMeters) return null;
  const angle = angleIn(view.sector, Math.atan2(dy, dx));
  if (angle > view.sector.fromAngle + view.sector.spanAngle) return null;
  return sightMeters(view, angle) >= meters - atWallMeters ? meters : null;
}
