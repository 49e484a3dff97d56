/**
 * The view of a camera as areas on the ground, one for each level of what it shows there: swept ray by ray, so that it is
 * cheap enough to follow a hand. A corner that lies between two rays is cut off by less than they are apart.
 */
import { lengthOf, type Meters } from '../../geometry/localFrame.ts';
import { sightIn, type View } from '../../geometry/visibility.ts';
import type { CameraCoverage } from './cameraCoverage.ts';
import { densities, levels2025 } from './levels.ts';

/** Metres from the camera, sorted and apart. */
export type Reaches = readonly (readonly [from: number, to: number])[];

/** Where on the ray at this angle (counterclockwise from east) something lies. */
export type AlongRay = (angle: number) => Reaches;

/** Reaches in any order, joined where they overlap. */
export function joinedReaches(reaches: Reaches): Reaches {
  const joined: [number, number][] = [];
  for (const [from, to] of [...reaches].sort((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

export interface ViewBand {
  /** Index of `levels2025`: all of the band shows at least so much, and not the next level. */
  readonly level: number;
  /** Places in metres of the ground's frame, not closed; apart from each other. */
  readonly rings: readonly (readonly Meters[])[];
}

const stepAngle = (0.5 * Math.PI) / 180;
const everywhere: AlongRay = () => [[0, Infinity]];
/** Corners off the line between their neighbours by less than this are left out. */
const straightMeters = 0.01;
const least = 1e-9;

/** From the least level to the most, without the dead zone; only what `shown` holds of every ray. */
export function viewBands({ view, reach }: CameraCoverage, shown: AlongRay = everywhere): ViewBand[] {
  if (!view) return [];
  const rays = raysOf(view, shown);
  return levels2025.flatMap(({ pixelsPerMeter }, level) => {
    const far = reach.densityMeters[densities.indexOf(pixelsPerMeter)]!;
    const next = levels2025[level + 1];
    const near = next ? reach.densityMeters[densities.indexOf(next.pixelsPerMeter)]! : 0;
    const rings = ringsBetween(view, rays, Math.max(near, reach.deadMeters), far);
    return rings.length > 0 ? [{ level, rings }] : [];
  });
}

interface Ray {
  readonly angle: number;
  readonly sightMeters: number;
  readonly shown: Reaches;
}

/** Every half degree, and both sides of where one wall gives way to another. */
function raysOf(view: View, shown: AlongRay): Ray[] {
  const { fromAngle } = view.sector;
  return view.wedges.flatMap((wedge) => {
    const angles = [wedge.fromAngle];
    const first = Math.floor((wedge.fromAngle - fromAngle) / stepAngle + least) + 1;
    for (let step = first; fromAngle + step * stepAngle < wedge.toAngle - least; step += 1) {
      angles.push(fromAngle + step * stepAngle);
    }
    angles.push(wedge.toAngle);
    return angles.map((angle): Ray => ({ angle, sightMeters: sightIn(wedge, angle), shown: shown(angle) }));
  });
}

/** An area that is still open: its far and its near edge up to the last ray, and what it covers of that. */
interface Open {
  readonly far: Meters[];
  readonly near: Meters[];
  readonly on: Reach;
}
type Reach = Reaches[number];

function ringsBetween(view: View, rays: readonly Ray[], near: number, far: number): Meters[][] {
  const rings: Meters[][] = [];
  if (far - near <= least) return rings;
  const opened = (angle: number, on: Reach): Open => ({
    far: [placeAt(view, angle, on[1])],
    near: [placeAt(view, angle, on[0])],
    on,
  });
  const goesOn = (area: Open, angle: number, on: Reach): Open => {
    area.far.push(placeAt(view, angle, on[1]));
    area.near.push(placeAt(view, angle, on[0]));
    return { ...area, on };
  };
  const close = (area: Open) => {
    const ring = straightened([...area.far, ...area.near.reverse()]);
    if (ring.length > 2) rings.push(ring);
  };
  let open: readonly Open[] = [];
  let last = 0;
  for (const { angle, sightMeters, shown } of rays) {
    const before = open;
    const next: Open[] = [];
    const ended = new Set(before);
    for (const part of within(shown, near, Math.min(far, sightMeters))) {
      const from = before.filter(({ on }) => meet(on, part));
      const [area] = from;
      if (!area) {
        next.push(opened(angle, part));
      } else if (from.length > 1) {
        // Several become one: each goes as far as the middle between it and the next.
        shares(
          part,
          from.map(({ on }) => on),
        ).forEach((share, index) => close(goesOn(from[index]!, angle, share)));
        from.forEach((one) => ended.delete(one));
        next.push(opened(angle, part));
      } else {
        const all = within(shown, near, Math.min(far, sightMeters)).filter((other) => meet(area.on, other));
        if (all.length === 1) {
          ended.delete(area);
          next.push(goesOn(area, angle, part));
        } else {
          // One becomes several, each out of its share.
          const share = shares(area.on, all)[all.findIndex(([start]) => start === part[0])]!;
          next.push(goesOn(opened(last, share), angle, part));
        }
      }
    }
    ended.forEach(close);
    open = next;
    last = angle;
  }
  open.forEach(close);
  return rings;
}

const meet = (one: Reach, other: Reach): boolean => one[0] < other[1] && other[0] < one[1];

function within(shown: Reaches, near: number, far: number): Reach[] {
  return shown.flatMap(([from, to]) => {
    const reach: Reach = [Math.max(from, near), Math.min(to, far)];
    return reach[1] - reach[0] > least ? [reach] : [];
  });
}

/** The whole cut in the middles of the gaps between its parts: one share for each. */
const shares = (whole: Reach, parts: readonly Reach[]): Reach[] =>
  parts.map((part, index) => {
    const [before, after] = [parts[index - 1], parts[index + 1]];
    const held = (meters: number) => Math.min(whole[1], Math.max(whole[0], meters));
    return [before ? held((before[1] + part[0]) / 2) : whole[0], after ? held((part[1] + after[0]) / 2) : whole[1]];
  });

const placeAt = ({ place: [x, y] }: View, angle: number, meters: number): Meters => [
  x + meters * Math.cos(angle),
  y + meters * Math.sin(angle),
];

/** Without repeats and without corners at which the edge goes straight on. */
function straightened(ring: readonly Meters[]): Meters[] {
  const kept: Meters[] = [];
  for (const place of ring) {
    const [corner, before] = [kept.at(-1), kept.at(-2)];
    if (corner && lengthOf(place[0] - corner[0], place[1] - corner[1]) < straightMeters) continue;
    if (corner && before && isOnTheWay(before, corner, place)) kept.pop();
    kept.push(place);
  }
  const [first, last] = [kept[0], kept.at(-1)];
  if (first && last && kept.length > 1 && lengthOf(first[0] - last[0], first[1] - last[1]) < straightMeters) kept.pop();
  return kept;
}

function isOnTheWay([ax, ay]: Meters, [x, y]: Meters, [bx, by]: Meters): boolean {
  const [dx, dy] = [bx - ax, by - ay];
  const length = lengthOf(dx, dy);
  const isBetween = (x - ax) * dx + (y - ay) * dy > 0 && (bx - x) * dx + (by - y) * dy > 0;
  return isBetween && Math.abs((x - ax) * dy - (y - ay) * dx) <= straightMeters * length;
}
