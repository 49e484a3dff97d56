/** Where ways meet, as a traveller meets them: the arms of each junction and the line one comes along. */
import { carriesAddresses, networkOf, touching } from '../addressing/network.ts';
import { locateOnLine, positionAt } from '../geometry/line.ts';
import { lengthOf, localFrame, type LocalFrame, type Meters } from '../geometry/localFrame.ts';
import { measureLine } from '../geometry/measuredLine.ts';
import { contains } from '../geometry/polygon.ts';
import type { Polygon, Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { Road } from '../records/road.ts';
import { villageOf, type World } from '../records/world.ts';

/** A way as it leaves a junction. */
export interface Arm {
  readonly road: Road;
  /** Where on its road the junction lies. */
  readonly measureMeters: number;
  /** 1 where it leaves the way measures rise, -1 where they fall. */
  readonly sense: 1 | -1;
  /** To where the road ends, beyond any other junction. */
  readonly lengthMeters: number;
  /** Away from the junction: a unit vector east, north. */
  readonly away: Meters;
  /** Nothing else meets it, and it does not leave the village: whoever comes out came in here. */
  readonly isDeadEnd: boolean;
}

export interface Junction {
  readonly id: string;
  readonly position: Position;
  /** Clockwise from north. */
  readonly arms: readonly Arm[];
}

/** An arm's direction is taken this far out, past the rounding of its corner. */
const headingMeters = 10;
/** Meetings nearer than this are one junction. */
const sameMeters = 2;
/** A road that ends this near the boundary goes on outside. */
const outsideMeters = 40;

/** A road longer than this goes somewhere, though its line ends: so much is seldom drawn to the last house. */
const deadEndMeters = 150;

interface Meeting {
  readonly road: Road;
  readonly measureMeters: number;
}

export function junctionsOf(world: World): readonly Junction[] {
  const clusters = meetings(world);
  const junctions: Junction[] = [];
  const onRoad = new Map<Id, number[]>();
  for (const { meets } of clusters) {
    for (const { road, measureMeters } of meets) push(onRoad, road.id, measureMeters);
  }
  for (const { position, meets } of clusters) {
    const frame = localFrame(position);
    const arms = meets
      .flatMap((meeting) => armsOf(world, meeting, onRoad.get(meeting.road.id) ?? [], frame))
      .sort((a, b) => clockwise(a.away) - clockwise(b.away));
    if (arms.length >= 3 || new Set(arms.map(({ road }) => road.id)).size > 1)
      junctions.push({ id: position.join(), position, arms });
  }
  return junctions;
}

export const clockwise = ([x, y]: Meters): number => (Math.atan2(x, y) + 2 * Math.PI) % (2 * Math.PI);

/** Shared vertices, and ends that reach another road without touching its line. */
function meetings(world: World): { position: Position; meets: Meeting[] }[] {
  const clusters: { position: Position; meets: Meeting[] }[] = [];
  const cells = new Map<string, number[]>();
  const cellOf = ([lng, lat]: Position, dx = 0, dy = 0) =>
    `${Math.floor(lng * 20_000) + dx},${Math.floor(lat * 20_000) + dy}`;
  const add = (position: Position, meeting: Meeting) => {
    const frame = localFrame(position);
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const index of cells.get(cellOf(position, dx, dy)) ?? []) {
          const cluster = clusters[index]!;
          const [x, y] = frame.toMeters(cluster.position);
          if (lengthOf(x, y) > sameMeters) continue;
          const isKnown = cluster.meets.some(
            ({ road, measureMeters }) =>
              road.id === meeting.road.id && Math.abs(measureMeters - meeting.measureMeters) < sameMeters,
          );
          if (!isKnown) cluster.meets.push(meeting);
          return;
        }
      }
    }
    push(cells, cellOf(position), clusters.length);
    clusters.push({ position, meets: [meeting] });
  };

  const vertices = new Map<string, Meeting[]>();
  const roads = [...world.road.values()].filter(carriesAddresses);
  for (const road of roads) {
    const { cumulativeMeters } = measureLine(road.line);
    road.line.coordinates.forEach((position, index) =>
      push(vertices, position.join(), { road, measureMeters: cumulativeMeters[index]! }),
    );
  }
  for (const [key, meets] of vertices) {
    if (new Set(meets.map(({ road }) => road.id)).size < 2) continue;
    for (const meeting of meets) add(key.split(',').map(Number) as unknown as Position, meeting);
  }
  const network = networkOf(world);
  for (const road of roads) {
    const { coordinates } = road.line;
    const { lengthMeters } = measureLine(road.line);
    for (const [end, measureMeters] of [
      [coordinates[0]!, 0],
      [coordinates.at(-1)!, lengthMeters],
    ] as const) {
      if ((vertices.get(end.join())?.length ?? 0) > 1) continue;
      const nearest = touching(network, end, road.id).sort((a, b) => a.gapMeters - b.gapMeters)[0];
      if (!nearest) continue;
      add(nearest.place.foot, { road: nearest.at.road, measureMeters: nearest.place.measureMeters });
      add(nearest.place.foot, { road, measureMeters });
    }
  }
  return clusters;
}

function armsOf(world: World, { road, measureMeters }: Meeting, meetingsOnRoad: readonly number[], frame: LocalFrame) {
  const { lengthMeters, closed } = measureLine(road.line);
  const arms: Arm[] = [];
  for (const sense of [1, -1] as const) {
    const left = sense === 1 ? lengthMeters - measureMeters : measureMeters;
    if (left < sameMeters) continue;
    const to = frame.toMeters(positionAt(road.line, measureMeters + sense * Math.min(headingMeters, left)).position);
    const from = frame.toMeters(positionAt(road.line, measureMeters).position);
    const [x, y] = [to[0] - from[0], to[1] - from[1]];
    const length = lengthOf(x, y);
    if (length === 0) continue;
    const isMet = meetingsOnRoad.some((other) => sense * (other - measureMeters) > sameMeters);
    const end = sense === 1 ? road.line.coordinates.at(-1)! : road.line.coordinates[0]!;
    const isShort = road.class !== 'road' || left <= deadEndMeters;
    const isDeadEnd = isShort && !closed && !isMet && !leavesVillage(world, end);
    arms.push({ road, measureMeters, sense, lengthMeters: left, away: [x / length, y / length], isDeadEnd });
  }
  return arms;
}

/** Whether a road that ends there goes on beyond the village. */
export function leavesVillage(world: World, end: Position): boolean {
  const boundary = villageOf(world)?.boundary;
  if (!boundary) return false;
  return !contains(boundary, end) || distanceToEdgeMeters(boundary, end) <= outsideMeters;
}

function distanceToEdgeMeters({ coordinates }: Polygon, position: Position): number {
  const distances = coordinates.map((ring) => locateOnLine({ type: 'LineString', coordinates: ring }, position));
  return Math.min(...distances.map(({ distanceMeters }) => distanceMeters));
}

/** The place so many metres out on an arm, on its middle line; null beyond its end. */
export const outOn = ({ road, measureMeters, sense, lengthMeters }: Arm, meters: number): Position | null =>
  meters > lengthMeters ? null : positionAt(road.line, measureMeters + sense * meters).position;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
