/**
 * What can be seen from a place among walls: the nearest wall in every direction, as wedges in the order of their angles
 * (the visibility polygon of the place, by an angular sweep).
 */
import type { Meters } from './localFrame.ts';
import { lengthOf } from './localFrame.ts';
import type { Walls } from './walls.ts';

/** Angles in radians, counterclockwise from east, rising along a view; they may go beyond a whole turn. */
export interface Sector {
  readonly fromAngle: number;
  /** At most a whole turn. */
  readonly spanAngle: number;
}

/** A part of the view that one wall ends, or nothing within the range. */
export interface Wedge {
  readonly fromAngle: number;
  readonly toAngle: number;
  /**
   * The straight line along the wall as seen from the place: a point [x, y], in metres from the place, is before the wall
   * where a·x + b·y < 1, so that 1 / (a·cos + b·sin) is how far one sees at an angle. Null where nothing stands.
   */
  readonly wall: Meters | null;
}

export interface View {
  readonly place: Meters;
  readonly rangeMeters: number;
  readonly sector: Sector;
  /** Without gaps from the beginning of the sector to its end. */
  readonly wedges: readonly Wedge[];
}

export const wholeTurn = 2 * Math.PI;

/** Walls through the place itself, or seen edge-on, hide nothing: who stands on a wall is put before it first. */
const edgeOnMeters = 1e-7;
const leastAngle = 1e-10;

interface Hiding {
  readonly from: number;
  readonly to: number;
  readonly a: number;
  readonly b: number;
}

export function viewFrom(place: Meters, walls: Walls, sector: Sector, rangeMeters: number): View {
  const hiding = wallsHiding(place, walls, sector, rangeMeters);
  const ends = new Set<number>([0, sector.spanAngle]);
  for (const { from, to } of hiding) ends.add(from).add(to);
  const angles = [...ends].sort((one, other) => one - other);
  hiding.sort((one, other) => one.from - other.from);

  const wedges: Wedge[] = [];
  let next = 0;
  let active: Hiding[] = [];
  for (let i = 1; i < angles.length; i += 1) {
    const [from, to] = [angles[i - 1]!, angles[i]!];
    while (next < hiding.length && hiding[next]!.from <= from) active.push(hiding[next++]!);
    active = active.filter((wall) => wall.to > from);
    if (to - from > leastAngle) addNearest(wedges, active, sector.fromAngle, from, to);
  }
  return { place, rangeMeters, sector, wedges };
}

/** How far one sees at an angle of the sector: to the wall there, or the range. */
export function sightMeters({ wedges, rangeMeters }: View, angle: number): number {
  const wedge = wedges[wedgeAt(wedges, angle)];
  return wedge ? Math.min(rangeMeters, sightIn(wedge, angle)) : rangeMeters;
}

/** How far one sees at an angle of a wedge: to its wall; Infinity where there is none. */
export function sightIn({ wall }: Wedge, angle: number): number {
  if (!wall) return Infinity;
  const inverse = wall[0] * Math.cos(angle) + wall[1] * Math.sin(angle);
  return inverse > 0 ? 1 / inverse : Infinity;
}

/** The same angle as the sector counts it, at or after its beginning; it may lie beyond the sector's end. */
export function angleIn({ fromAngle }: Sector, angle: number): number {
  const turned = (angle - fromAngle) % wholeTurn;
  return fromAngle + (turned < 0 ? turned + wholeTurn : turned);
}

/** The number of the wedge that holds an angle; the last one for angles after all of them. */
export function wedgeAt(wedges: readonly Wedge[], angle: number): number {
  let [low, high] = [0, wedges.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (wedges[middle]!.toAngle > angle) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Angles from the beginning of the sector. A wall across it, or across its end, is there twice. */
function wallsHiding([px, py]: Meters, walls: Walls, { fromAngle, spanAngle }: Sector, range: number): Hiding[] {
  const hiding: Hiding[] = [];
  walls.eachNear({ west: px - range, south: py - range, east: px + range, north: py + range }, (start, end) => {
    let [ax, ay, bx, by] = [start[0] - px, start[1] - py, end[0] - px, end[1] - py];
    let cross = ax * by - ay * bx;
    const length = lengthOf(bx - ax, by - ay);
    if (Math.abs(cross) <= edgeOnMeters * length) return;
    if (Math.abs(cross) > range * length) return;
    if (cross < 0) {
      [ax, ay, bx, by] = [bx, by, ax, ay];
      cross = -cross;
    }
    const first = Math.atan2(ay, ax);
    const turned = (first - fromAngle) % wholeTurn;
    const from = turned < 0 ? turned + wholeTurn : turned;
    // Less than half a turn, as the cross product is positive.
    const to = from + Math.atan2(cross, ax * bx + ay * by);
    // The line through both ends, as a·x + b·y = 1.
    const [a, b] = [(by - ay) / cross, (ax - bx) / cross];
    for (const shift of [0, -wholeTurn]) {
      const [low, high] = [Math.max(0, from + shift), Math.min(spanAngle, to + shift)];
      if (high - low > leastAngle) hiding.push({ from: low, to: high, a, b });
    }
  });
  return hiding;
}

/**
 * The nearest of these walls from one angle to the other, where each of them stands all the way. Of two lines one is
 * nearer on one side of where they meet and the other beyond: who is nearest at both ends is so between them.
 */
function addNearest(wedges: Wedge[], walls: readonly Hiding[], fromSector: number, from: number, to: number): void {
  if (walls.length === 0) return addWedge(wedges, fromSector + from, fromSector + to, null);
  const middle = nearest(walls, fromSector + (from + to) / 2);
  for (const end of [from, to]) {
    const there = nearest(walls, fromSector + end);
    if (inverseAt(there, fromSector + end) - inverseAt(middle, fromSector + end) <= 1e-9) continue;
    const meeting = meetingAngle(middle, there, fromSector + from, fromSector + to) - fromSector;
    if (!(meeting > from + leastAngle && meeting < to - leastAngle)) continue;
    addNearest(wedges, walls, fromSector, from, meeting);
    addNearest(wedges, walls, fromSector, meeting, to);
    return;
  }
  addWedge(wedges, fromSector + from, fromSector + to, middle);
}

const inverseAt = ({ a, b }: Hiding, angle: number): number => a * Math.cos(angle) + b * Math.sin(angle);

function nearest(walls: readonly Hiding[], angle: number): Hiding {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let best = walls[0]!;
  let most = best.a * cos + best.b * sin;
  for (let i = 1; i < walls.length; i += 1) {
    const wall = walls[i]!;
    const inverse = wall.a * cos + wall.b * sin;
    if (inverse > most) [best, most] = [wall, inverse];
  }
  return best;
}

/** Where both are as far: (a − a')·cos + (b − b')·sin = 0, between the two angles if anywhere there. */
function meetingAngle(one: Hiding, other: Hiding, from: number, to: number): number {
  const angle = Math.atan2(-(one.a - other.a), one.b - other.b);
  const turns = Math.ceil((from - angle) / Math.PI);
  const meeting = angle + turns * Math.PI;
  return meeting <= to ? meeting : Number.NaN;
}

function addWedge(wedges: Wedge[], fromAngle: number, toAngle: number, hiding: Hiding | null): void {
  const last = wedges.at(-1);
  const isSame =
    last && (last.wall === null ? hiding === null : last.wall[0] === hiding?.a && last.wall[1] === hiding.b);
  if (last && isSame) wedges[wedges.length - 1] = { ...last, toAngle };
  // From where the last one ended: what was too narrow to be a wedge leaves no gap.
  else {
    wedges.push({
      fromAngle: last?.toAngle ?? fromAngle,
      toAngle,
      wall: hiding && [hiding.a, hiding.b],
    });
  }
}
