/** The domain's measure, side, distance and nearest line held against the database's, case by case. */
import { locate } from '../../domain/geometry/locate.ts';
import { boxDistanceMeters, measureLine } from '../../domain/geometry/measuredLine.ts';
import type { GeometryCase } from './geometryCases.ts';
import type { Measured, Plane, Stretch } from './geometryInDatabase.ts';

/** What may differ, in metres: so much, and so much of the length. */
export interface Tolerance {
  readonly meters: number;
  readonly perMeter: number;
  /** Nearer than this to the axis of its segment a place has no side. */
  readonly axisMeters: number;
}

export const tolerances: { readonly [P in Plane]: Tolerance } = {
  // The same numbers on both sides.
  frame: { meters: 0.001, perMeter: 0, axisMeters: 1e-9 },
  projection: { meters: 0.001, perMeter: 0, axisMeters: 0.001 },
  // The grid is drawn to a scale of 0.9999 at its meridian and of 1.00013 at 106.1° east.
  cadastral: { meters: 0.001, perMeter: 1.5e-4, axisMeters: 0.001 },
};

export interface Agreement {
  readonly count: number;
  /** Cases in which measure, distance, nearest line and side (where there is one) all agree. */
  readonly agreeing: number;
  readonly largestMeters: number;
  readonly wrongSides: number;
  /** Places on the line or on the axis of their segment: they have no side. */
  readonly onAxis: number;
  /** Places as near to two stretches of the line that do not meet, on different sides: either would be right. */
  readonly betweenStretches: number;
  /** The foot is on the other of two stretches equally near to a millimetre; its measure there was compared. */
  readonly onOtherStretch: number;
  readonly disagreeing: readonly number[];
}

export function agreementOf(
  cases: readonly GeometryCase[],
  theirs: readonly Measured[],
  tolerance: Tolerance,
): Agreement {
  const disagreeing: number[] = [];
  let [largestMeters, wrongSides, onAxis, betweenStretches, onOtherStretch] = [0, 0, 0, 0, 0];
  cases.forEach((one, n) => {
    const { offMeters, lengthMeters, side, isOnOtherStretch } = differenceOf(one, theirs[n]!, tolerance);
    largestMeters = Math.max(largestMeters, offMeters);
    if (side === 'wrong') wrongSides += 1;
    if (side === 'on-axis') onAxis += 1;
    if (side === 'between') betweenStretches += 1;
    if (isOnOtherStretch) onOtherStretch += 1;
    const isNear = offMeters <= tolerance.meters + tolerance.perMeter * lengthMeters;
    if (!isNear || side === 'wrong') disagreeing.push(n);
  });
  const agreeing = cases.length - disagreeing.length;
  const count = cases.length;
  return { count, agreeing, largestMeters, wrongSides, onAxis, betweenStretches, onOtherStretch, disagreeing };
}

function differenceOf({ lines, place }: GeometryCase, theirs: Measured, tolerance: Tolerance) {
  const measured = lines.map((coordinates) => measureLine({ type: 'LineString', coordinates }));
  const ours = locate(measured[0]!, place);
  let [nearest, least] = [-1, Infinity];
  measured.forEach((line, index) => {
    if (boxDistanceMeters(line, place) > least) return;
    const { distanceMeters } = locate(line, place);
    if (distanceMeters < least) [nearest, least] = [index, distanceMeters];
  });
  const off = (stretch: { readonly measureMeters: number }) => Math.abs(stretch.measureMeters - ours.measureMeters);
  const straight = off(theirs);
  const best = Math.min(straight, ...theirs.stretches.map(off));
  const offMeters = Math.max(
    best,
    Math.abs(theirs.distances[0]! - ours.distanceMeters),
    theirs.distances[nearest]! - Math.min(...theirs.distances),
  );
  const lengthMeters = theirs.lengthMeters + theirs.distances[0]!;
  const isOnOtherStretch = best < straight && straight > tolerance.meters + tolerance.perMeter * lengthMeters;
  const theirSide = sideOf(theirs, tolerance.axisMeters);
  const side =
    theirSide === 'left' || theirSide === 'right' ? (theirSide === ours.side ? 'right' : 'wrong') : theirSide;
  return { offMeters, lengthMeters, side, isOnOtherStretch } as const;
}

/** By the cross product on the nearest segment; where two segments meet at the foot, by the sector between them. */
function sideOf(theirs: Measured, axisMeters: number): 'left' | 'right' | 'on-axis' | 'between' {
  const { stretches, bearingToPlaceDegrees: toPlace, lengthMeters } = theirs;
  const [first, second] = stretches as readonly [Stretch, Stretch | undefined];
  if (toPlace === null || theirs.distances[0]! <= axisMeters) return 'on-axis';
  const isOnAxis = ({ leftMeters }: Stretch) => Math.abs(leftMeters) <= axisMeters;
  const sideBy = ({ leftMeters }: Stretch) => (leftMeters > 0 ? 'left' : 'right');
  if (second && stretches.length === 2) {
    const isVertex = Math.abs(first.measureMeters - second.measureMeters) < 0.002;
    const isSeam = first.measureMeters < 0.002 && second.measureMeters > lengthMeters - 0.002;
    if (isVertex || isSeam) {
      const [before, after] = isSeam ? [second, first] : [first, second];
      if (isOnAxis(before) && isOnAxis(after)) return 'on-axis';
      // Left is the sector from the way on, against the clock, to the way back.
      const toWayBack = againstClock(after.bearingDegrees, before.bearingDegrees + 180);
      return againstClock(after.bearingDegrees, toPlace) < toWayBack ? 'left' : 'right';
    }
  }
  if (stretches.some((stretch) => sideBy(stretch) !== sideBy(first))) return 'between';
  return stretches.some(isOnAxis) ? 'on-axis' : sideBy(first);
}

const againstClock = (from: number, to: number): number => (((from - to) % 360) + 360) % 360;
