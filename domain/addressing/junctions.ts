/** Roads that meet share a position: where a line ends on others or crosses them, both get a vertex there. */
import { localFrame, type LocalFrame, type Meters } from '../geometry/localFrame.ts';
import { measureLine } from '../geometry/measuredLine.ts';
import { boxesMeet } from '../geometry/box.ts';
import { roundLine, roundPosition } from '../geometry/rounding.ts';
import type { LineString, Position } from '../geometry/shapes.ts';
import { lineProblem } from '../geometry/validity.ts';
import type { Id } from '../records/fields.ts';
import type { Road } from '../records/road.ts';

/** A vertex this near a line lies on it: stored positions are rounded to about a centimetre each way. */
const onLineMeters = 0.02;

export interface Junctions {
  /** The line with a vertex wherever it meets another road. */
  readonly line: LineString;
  /** The other roads that need a vertex, with their new lines; those that have one there already are not among them. */
  readonly others: readonly (readonly [Road, LineString])[];
}

/** `exceptRoadId`: the road whose line this is. Closed roads are no longer met. */
export function junctionsOf(drawn: LineString, roads: Iterable<Road>, exceptRoadId?: Id): Junctions {
  let line = roundLine(drawn);
  const others: [Road, LineString][] = [];
  for (const road of roads) {
    if (road.id === exceptRoadId || road.state === 'closed' || !boxesMeet(measureLine(line), measureLine(road.line)))
      continue;
    const meetings = meetingsOf(line, road.line);
    const here = withVertices(line, meetings, 'one');
    const there = withVertices(road.line, meetings, 'other');
    if (!here || !there) continue;
    line = here;
    if (there !== road.line) others.push([road, there]);
  }
  return { line, others };
}

interface Place {
  readonly segment: number;
  /** Along the segment, 0 to 1. */
  readonly t: number;
}

interface Meeting {
  readonly position: Position;
  readonly one: Place;
  readonly other: Place;
}

function meetingsOf(one: LineString, other: LineString): Meeting[] {
  const frame = localFrame(one.coordinates[0]!);
  const [ours, theirs] = [segmentsOf(one, other, frame), segmentsOf(other, one, frame)];
  const found: Meeting[] = [];
  for (const { index: i, from: a, to: b } of ours) {
    for (const { index: j, from: c, to: d } of theirs) {
      if (!boxesOverlap(a, b, c, d)) continue;
      const at = (segment: number, t: number): Place => ({ segment, t });
      // A vertex of one on a segment of the other is the meeting itself; only where there is none do they cross.
      const touches: Meeting[] = [];
      for (const end of [0, 1] as const) {
        const onTheirs = footOf([a, b][end]!, c, d);
        if (onTheirs !== null)
          touches.push({ position: one.coordinates[i + end]!, one: at(i, end), other: at(j, onTheirs) });
        const onOurs = footOf([c, d][end]!, a, b);
        if (onOurs !== null)
          touches.push({ position: other.coordinates[j + end]!, one: at(i, onOurs), other: at(j, end) });
      }
      const crossing = touches.length > 0 ? null : crossingOf(a, b, c, d);
      if (crossing) {
        const [s, t] = crossing;
        const position = roundPosition(frame.toDegrees([a[0] + (b[0] - a[0]) * s, a[1] + (b[1] - a[1]) * s]));
        touches.push({ position, one: at(i, s), other: at(j, t) });
      }
      found.push(...touches);
    }
  }
  return found;
}

interface Segment {
  readonly index: number;
  readonly from: Meters;
  readonly to: Meters;
}

/** The segments of a line that reach into the box of another. */
function segmentsOf(line: LineString, other: LineString, frame: LocalFrame): Segment[] {
  const { west, south, east, north } = measureLine(other);
  const corners: readonly [Meters, Meters] = [frame.toMeters([west, south]), frame.toMeters([east, north])];
  const places = line.coordinates.map(frame.toMeters);
  const segments: Segment[] = [];
  for (let index = 0; index + 1 < places.length; index += 1) {
    const [from, to] = [places[index]!, places[index + 1]!];
    if (boxesOverlap(from, to, ...corners)) segments.push({ index, from, to });
  }
  return segments;
}

/** The line itself where nothing is missing; null where a vertex would make it unsound. */
function withVertices(line: LineString, meetings: readonly Meeting[], which: 'one' | 'other'): LineString | null {
  const have = new Set(line.coordinates.map(String));
  const added = meetings
    .filter(({ position }) => !have.has(String(position)) && have.add(String(position)))
    .sort((a, b) => a[which].segment - b[which].segment || a[which].t - b[which].t);
  if (added.length === 0) return line;
  const coordinates = line.coordinates.flatMap((position, segment) => [
    position,
    ...added.filter((meeting) => meeting[which].segment === segment).map((meeting) => meeting.position),
  ]);
  const more: LineString = { type: 'LineString', coordinates };
  return lineProblem(more) && !lineProblem(line) ? null : more;
}

const boxesOverlap = (a: Meters, b: Meters, c: Meters, d: Meters): boolean =>
  Math.min(a[0], b[0]) - onLineMeters <= Math.max(c[0], d[0]) &&
  Math.min(c[0], d[0]) - onLineMeters <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) - onLineMeters <= Math.max(c[1], d[1]) &&
  Math.min(c[1], d[1]) - onLineMeters <= Math.max(a[1], b[1]);

/** Where on a segment a point that lies on it has its foot, 0 to 1; null where it lies beside it or at a vertex. */
function footOf(p: Meters, a: Meters, b: Meters): number | null {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return null;
  const along = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length;
  const across = Math.abs((p[0] - a[0]) * dy - (p[1] - a[1]) * dx) / length;
  const isInside = along > onLineMeters && along < length - onLineMeters;
  return isInside && across <= onLineMeters ? along / length : null;
}

/** How far along each of two segments they cross, away from the ends of both. */
function crossingOf(a: Meters, b: Meters, c: Meters, d: Meters): readonly [number, number] | null {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return null;
  const s = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const t = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  const isInside = (along: number, length: number) =>
    along * length > onLineMeters && (1 - along) * length > onLineMeters;
  return isInside(s, Math.hypot(rx, ry)) && isInside(t, Math.hypot(sx, sy)) ? [s, t] : null;
}
