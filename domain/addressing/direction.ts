/** The direction in which numbers rise: by the village's rule on roads (RULES R2), from the mouth inward on lanes (L3). */
import { bearingDegrees, positionAt } from '../geometry/line.ts';
import { distanceMeters } from '../geometry/localFrame.ts';
import { measureLine } from '../geometry/measuredLine.ts';
import type { LineString, Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { DirectionRule } from '../records/numberingProfile.ts';
import type { RoadClass } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { profileOf } from './profile.ts';
import { mouthAt, networkOf, parentOf, snapToleranceMeters, turned, type NetworkRoad, type Way } from './network.ts';

/** North to south, east to west, north-east to south-west, south-east to north-west: these bearings are kept. */
export function compassKeeps(bearing: number): boolean {
  const degrees = ((bearing % 360) + 360) % 360;
  return degrees >= 157.5 && degrees < 337.5;
}

/** Whether a line runs as the compass rule wants, from its start to its end; a loop from its first to its last quarter. */
function runsByCompass(line: LineString): boolean {
  return compassKeeps(bearingDegrees(...bearingPoints(line)));
}

function bearingPoints(line: LineString): readonly [Position, Position] {
  const { closed, lengthMeters } = measureLine(line);
  if (!closed) return [line.coordinates[0]!, line.coordinates.at(-1)!];
  return [positionAt(line, lengthMeters / 4).position, positionAt(line, (lengthMeters * 3) / 4).position];
}

/** Whether a line runs as the village's rule wants. */
function runsByRule(line: LineString, rule: DirectionRule): boolean {
  if (rule.by === 'drawn') return true;
  if (rule.by === 'compass') return runsByCompass(line);
  const [from, to] = bearingPoints(line);
  const [near, far] = [distanceMeters(rule.centre, from), distanceMeters(rule.centre, to)];
  return near === far ? runsByCompass(line) : near < far;
}

/** The line in numbering direction, given the way it opens from (null for a road and for what opens from nothing). */
export function orientLine(
  way: Pick<Way, 'class' | 'line'>,
  parent: NetworkRoad | null,
  rule: DirectionRule,
): LineString {
  const { line } = way;
  if (way.class === 'road' || measureLine(line).closed) return turned(line, !runsByRule(line, rule));
  if (!parent) return line;
  const start = mouthAt(line, parent, 'start');
  const end = mouthAt(line, parent, 'end');
  const bothOpen = start.gapMeters <= snapToleranceMeters && end.gapMeters <= snapToleranceMeters;
  // Both ends on the same road: from the mouth that comes first along it.
  if (bothOpen) return turned(line, end.parentMeasureMeters < start.parentMeasureMeters);
  return turned(line, end.gapMeters < start.gapMeters);
}

/** A drawn line turned into numbering direction, whichever way it was drawn. */
export function orientRoadLine(
  world: World,
  way: {
    readonly id?: Id;
    readonly class: RoadClass;
    readonly parentRoadId: Id | null;
    readonly line: LineString;
    readonly name?: string | null;
    readonly widthMeters?: number;
  },
): LineString {
  if (way.line.coordinates.length < 2 || measureLine(way.line).lengthMeters === 0) return way.line;
  return orientLine(way, way.class === 'road' ? null : parentOf(networkOf(world), way), profileOf(world).direction);
}
