/** A tiny place in metres: ways and buildings as text-like data, and which road each house is judged to be on. */
import { judgeAll, type RoadJudgement } from '../../../../domain/addressing/whichRoad/judge.ts';
import type { SiteBuilding } from '../../../../domain/addressing/whichRoad/buildings.ts';
import { siteOf, type SiteWay, type Surface } from '../../../../domain/addressing/whichRoad/site.ts';
import { localFrame } from '../../../../domain/geometry/localFrame.ts';
import type { Position } from '../../../../domain/geometry/shapes.ts';

export type Point = readonly [east: number, north: number];

export interface Way {
  /** Null: it has no name and only gives access. */
  readonly name: string | null;
  readonly points: readonly Point[];
  readonly widthMeters: number;
  readonly surface: Surface;
}

export interface Building {
  /** Null: it only stands in the way. */
  readonly house: string | null;
  /** Empty where only a point is known. */
  readonly ring: readonly Point[];
  readonly point: Point | null;
  readonly isDoor: boolean;
}

export interface Place {
  readonly ways: readonly Way[];
  readonly buildings: readonly Building[];
}

export const way = (name: string | null, points: readonly Point[], fields: Partial<Way> = {}): Way => ({
  name,
  points,
  widthMeters: 4,
  surface: 'street',
  ...fields,
});

/** A box of so many metres, by its south-west corner. */
export const box = ([x, y]: Point, width = 10, depth = 10): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + depth],
  [x, y + depth],
  [x, y],
];

export const house = (name: string, ring: readonly Point[], fields: Partial<Building> = {}): Building => ({
  house: name,
  ring,
  point: null,
  isDoor: false,
  ...fields,
});

export const inTheWay = (ring: readonly Point[]): Building => ({ house: null, ring, point: null, isDoor: false });

export interface Answer {
  readonly road: string | null;
  readonly reason: RoadJudgement['reason'] | null;
  readonly runnerUp: string | null;
}

const middle: Position = [105.788, 19.97];

/** By the name of each house. Roads are numbered in the order in which their names first come. */
export function judged(place: Place, around: Position = middle, reachMeters = 80): Record<string, Answer> {
  const { names, answers } = judgeThe(place, around, reachMeters);
  const nameOf = (road: number) => names[road] ?? null;
  const answerOf = (found: RoadJudgement | null): Answer =>
    found
      ? { road: nameOf(found.road), reason: found.reason, runnerUp: nameOf(found.runnerUp) }
      : { road: null, reason: null, runnerUp: null };
  return Object.fromEntries(answers.map(([house, found]) => [house, answerOf(found)]));
}

/** By the name of each house, where the way to it opens from its road, to the centimetre; null where it lies on it. */
export function mouths(place: Place): Record<string, Point | null> {
  const { toMeters } = localFrame(middle);
  return Object.fromEntries(
    judgeThe(place, middle, 80).answers.map(([house, found]) => {
      if (!found?.mouth) return [house, null];
      const [x, y] = toMeters(found.mouth.position).map((meters) => Math.round(meters * 100) / 100 + 0);
      return [house, [x!, y!]];
    }),
  );
}

function judgeThe({ ways, buildings }: Place, around: Position, reachMeters: number) {
  const { toDegrees } = localFrame(around);
  const names = [...new Set(ways.flatMap(({ name }) => (name === null ? [] : [name])))].sort();
  const positions = (points: readonly Point[]) => points.map((point) => toDegrees(point));
  const site = siteOf(
    ways.map(({ name, points, widthMeters, surface }): SiteWay => {
      return { coordinates: positions(points), widthMeters, road: name === null ? -1 : names.indexOf(name), surface };
    }),
    buildings.map(({ ring, point, isDoor }): SiteBuilding => {
      return { ring: ring.length > 0 ? positions(ring) : null, point: point && toDegrees(point), isDoor };
    }),
  );
  const found = judgeAll(site, (building) => buildings[building]?.house !== null, reachMeters);
  const answers = buildings.flatMap(({ house }, index) =>
    house === null ? [] : [[house, found[index] ?? null] as const],
  );
  return { names, answers };
}

/** The one house called "house". */
export const judgedHouse = (place: Place, reachMeters?: number): Answer => judged(place, middle, reachMeters)['house']!;
