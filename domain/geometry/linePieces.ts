/** Lines cut in two and joined end to end, with the metres by which places on them move. */
import { positionAt, reverseLine } from './line.ts';
import { distanceMeters } from './localFrame.ts';
import { measureLine } from './measuredLine.ts';
import { roundPosition } from './rounding.ts';
import type { LineString, Position } from './shapes.ts';

const lineOf = (coordinates: readonly Position[]): LineString => ({ type: 'LineString', coordinates });

/** A cut this near a vertex is at the vertex: coordinates are stored to a centimetre. */
const sameVertexMeters = 0.02;

/** Both pieces run as the line does; they share the cut, rounded as stored. Held within the line. */
export function cutLine(line: LineString, measureMeters: number): readonly [LineString, LineString] {
  const { coordinates, cumulativeMeters } = measureLine(line);
  const near = cumulativeMeters.findIndex((meters) => Math.abs(meters - measureMeters) <= sameVertexMeters);
  if (near >= 0) return [lineOf(coordinates.slice(0, near + 1)), lineOf(coordinates.slice(near))];
  const cut = roundPosition(positionAt(line, measureMeters).position);
  const after = cumulativeMeters.findIndex((meters) => meters > measureMeters);
  const index = after < 0 ? coordinates.length : after;
  return [lineOf([...coordinates.slice(0, index), cut]), lineOf([cut, ...coordinates.slice(index)])];
}

export type LineEnd = 'start' | 'end';

/** Where two lines meet end to end. */
export interface EndsMeeting {
  readonly end: LineEnd;
  readonly otherEnd: LineEnd;
  readonly gapMeters: number;
}

/** The pair of ends that lie nearest to each other; of equal ones that at which the first line goes on. */
export function nearestEnds(line: LineString, other: LineString): EndsMeeting {
  const endOf = ({ coordinates }: LineString, end: LineEnd) =>
    end === 'start' ? coordinates[0]! : coordinates.at(-1)!;
  let best: EndsMeeting | undefined;
  for (const [end, otherEnd] of [
    ['end', 'start'],
    ['end', 'end'],
    ['start', 'end'],
    ['start', 'start'],
  ] as const) {
    const gapMeters = distanceMeters(endOf(line, end), endOf(other, otherEnd));
    if (!best || gapMeters < best.gapMeters) best = { end, otherEnd, gapMeters };
  }
  return best!;
}

export interface JoinedLine {
  /** It runs as the first line does. */
  readonly line: LineString;
  /** Added to measures on the first line. */
  readonly shiftMeters: number;
  /** The other line was turned round for it: left is right there, and its measures count from its end. */
  readonly isOtherTurned: boolean;
  /** Added to measures on the other line as it runs now. */
  readonly otherShiftMeters: number;
}

/** Two lines as one, a gap between the ends bridged straight. */
export function joinLines(line: LineString, other: LineString, { end, otherEnd, gapMeters }: EndsMeeting): JoinedLine {
  const isOtherTurned = end === otherEnd;
  const second = isOtherTurned ? reverseLine(other) : other;
  const [first, last] = end === 'end' ? [line, second] : [second, line];
  const isSame = String(first.coordinates.at(-1)) === String(last.coordinates[0]);
  const joined = lineOf([...first.coordinates, ...last.coordinates.slice(isSame ? 1 : 0)]);
  const beforeMeters = measureLine(first).lengthMeters + (isSame ? 0 : gapMeters);
  return {
    line: joined,
    isOtherTurned,
    ...(end === 'end'
      ? { shiftMeters: 0, otherShiftMeters: beforeMeters }
      : { shiftMeters: beforeMeters, otherShiftMeters: 0 }),
  };
}
