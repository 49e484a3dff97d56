/** Whether chains of segments meet where they should not: exact on whole units of 1e-7 degree. */
import type { Position } from './shapes.ts';
import { toUnits } from './rounding.ts';

type Units = readonly [x: number, y: number];

interface Segment {
  readonly chain: number;
  readonly index: number;
  readonly from: Units;
  readonly to: Units;
  readonly minX: number;
  readonly maxX: number;
}

interface Meeting {
  readonly at: Units;
  readonly overlap: boolean;
}

export interface Chain {
  readonly positions: readonly Position[];
  /** Its own ends may touch it anywhere (a road that loops back); never for rings. */
  readonly endsMayTouch: boolean;
}

/** The first place where a chain meets itself or another beyond sharing its own consecutive vertices, or null. */
export function firstCrossing(chains: readonly Chain[]): Position | null {
  const units = chains.map((chain) => distinct(chain.positions));
  const segments = units.flatMap(segmentsOf).sort((a, b) => a.minX - b.minX);
  for (let i = 0; i < segments.length; i += 1) {
    const one = segments[i]!;
    for (let j = i + 1; j < segments.length && segments[j]!.minX <= one.maxX; j += 1) {
      const other = segments[j]!;
      if (Math.max(one.from[1], one.to[1]) < Math.min(other.from[1], other.to[1])) continue;
      if (Math.max(other.from[1], other.to[1]) < Math.min(one.from[1], one.to[1])) continue;
      const meeting = meet(one, other);
      if (meeting && !isAllowed(one, other, meeting, units, chains)) return [meeting.at[0] / 1e7, meeting.at[1] / 1e7];
    }
  }
  return null;
}

function isAllowed(
  one: Segment,
  other: Segment,
  meeting: Meeting,
  units: readonly (readonly Units[])[],
  chains: readonly Chain[],
): boolean {
  if (meeting.overlap || one.chain !== other.chain) return false;
  const points = units[one.chain]!;
  const step = Math.abs(one.index - other.index);
  if (step === 1 || (step === points.length - 2 && same(points[0]!, points.at(-1)!))) return true;
  return chains[one.chain]!.endsMayTouch && (same(meeting.at, points[0]!) || same(meeting.at, points.at(-1)!));
}

const distinct = (positions: readonly Position[]): Units[] =>
  positions
    .map(([lng, lat]): Units => [toUnits(lng), toUnits(lat)])
    .filter((point, index, all) => index === 0 || !same(point, all[index - 1]!));

const segmentsOf = (points: readonly Units[], chain: number): Segment[] =>
  points.slice(1).map((to, index) => {
    const from = points[index]!;
    return { chain, index, from, to, minX: Math.min(from[0], to[0]), maxX: Math.max(from[0], to[0]) };
  });

const same = (a: Units, b: Units): boolean => a[0] === b[0] && a[1] === b[1];

const turn = (a: Units, b: Units, c: Units): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

const between = (p: Units, a: Units, b: Units): boolean =>
  p[0] >= Math.min(a[0], b[0]) &&
  p[0] <= Math.max(a[0], b[0]) &&
  p[1] >= Math.min(a[1], b[1]) &&
  p[1] <= Math.max(a[1], b[1]);

function meet({ from: a, to: b }: Segment, { from: c, to: d }: Segment): Meeting | null {
  const abc = turn(a, b, c);
  const abd = turn(a, b, d);
  const cda = turn(c, d, a);
  const cdb = turn(c, d, b);
  if (abc === 0 && abd === 0) {
    const shared = [a, b, c, d].filter((p) => between(p, a, b) && between(p, c, d));
    if (shared.length === 0) return null;
    return { at: shared[0]!, overlap: shared.some((p) => !same(p, shared[0]!)) };
  }
  if (abc === 0 && between(c, a, b)) return { at: c, overlap: false };
  if (abd === 0 && between(d, a, b)) return { at: d, overlap: false };
  if (cda === 0 && between(a, c, d)) return { at: a, overlap: false };
  if (cdb === 0 && between(b, c, d)) return { at: b, overlap: false };
  if (abc === abd || cda === cdb || abc === 0 || abd === 0 || cda === 0 || cdb === 0) return null;
  const rx = b[0] - a[0];
  const ry = b[1] - a[1];
  const sx = d[0] - c[0];
  const sy = d[1] - c[1];
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / (rx * sy - ry * sx);
  return { at: [Math.round(a[0] + t * rx), Math.round(a[1] + t * ry)], overlap: false };
}

export interface LineMeeting {
  readonly at: Position;
  /** The segment of the first line it lies on, and of the second. */
  readonly segments: readonly [number, number];
}

/** Where two lines meet: crossing, touching, or the first place of a stretch they share. Segments of no length have none. */
export function lineMeetings(one: readonly Position[], other: readonly Position[]): LineMeeting[] {
  const found: LineMeeting[] = [];
  const others = segmentsOf(
    other.map(([lng, lat]): Units => [toUnits(lng), toUnits(lat)]),
    1,
  );
  for (const a of segmentsOf(
    one.map(([lng, lat]): Units => [toUnits(lng), toUnits(lat)]),
    0,
  )) {
    for (const b of others) {
      if (b.minX > a.maxX || b.maxX < a.minX) continue;
      if (Math.max(a.from[1], a.to[1]) < Math.min(b.from[1], b.to[1])) continue;
      if (Math.max(b.from[1], b.to[1]) < Math.min(a.from[1], a.to[1])) continue;
      const meeting = meet(a, b);
      if (meeting) found.push({ at: [meeting.at[0] / 1e7, meeting.at[1] / 1e7], segments: [a.index, b.index] });
    }
  }
  return found;
}
