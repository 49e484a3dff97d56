/** A site: the ways and buildings of a place as columns of numbers in metres, with indexes to find them by place. */
import { BoxGrid } from '../../geometry/boxGrid.ts';
import { lengthOf, localFrame, type LocalFrame } from '../../geometry/localFrame.ts';
import type { Position } from '../../geometry/shapes.ts';
import { buildingColumns, buildingsWith, type Buildings, type SiteBuilding } from './buildings.ts';
import type { surfaceMeters } from './weights.ts';

export type Surface = keyof typeof surfaceMeters;

export interface SiteWay {
  readonly coordinates: readonly Position[];
  readonly widthMeters: number;
  /** Number of the road it is a piece of; -1: it has no name and only gives access. */
  readonly road: number;
  readonly surface: Surface;
}

/** Columns; what belongs to one way lies from its start to the next one's. */
export interface Site {
  readonly frame: LocalFrame;
  readonly roadCount: number;
  readonly ways: {
    readonly count: number;
    readonly starts: Int32Array;
    readonly x: Float64Array;
    readonly y: Float64Array;
    /** The way each vertex belongs to. A segment bears the number of its first vertex. */
    readonly of: Int32Array;
    readonly road: Int32Array;
    /** Of each road the widest of its ways: what a road is known by where no place on it is meant. */
    readonly widestOfRoad: Int32Array;
    readonly halfWidth: Float64Array;
    readonly surface: readonly Surface[];
    /** Its first, its last vertex is where the road itself ends. */
    readonly endsAtStart: Uint8Array;
    readonly endsAtEnd: Uint8Array;
    /** Finds segments by their boxes, in metres of the site's frame. */
    readonly grid: BoxGrid;
  };
  readonly buildings: Buildings;
}

/** Pieces of one road nearer than this go on in each other. */
const joinMeters = 1;

export function siteOf(ways: readonly SiteWay[], buildings: readonly SiteBuilding[]): Site {
  const frame = localFrame(westernmost(ways) ?? firstOf(buildings) ?? [0, 0]);
  const { roadCount, ways: columns } = wayColumns(ways, frame);
  return { frame, roadCount, ways: columns, buildings: buildingColumns(buildings, frame) };
}

/**
 * The same ways with other buildings, as many as `was` is long: what is worked out of ways alone is kept, and of a building
 * that was there before, with the number `was` tells, its columns. -1: it is new or no longer the same.
 */
export function siteWith(
  { frame, roadCount, ways, buildings }: Site,
  was: Int32Array,
  buildingOf: (building: number) => SiteBuilding,
): Site {
  const now =
    buildingsWith(buildings, was, buildingOf, frame) ??
    buildingColumns(
      Array.from(was, (_, building) => buildingOf(building)),
      frame,
    );
  return { frame, roadCount, ways, buildings: now };
}

/** Of the ways' ends, so that metres depend neither on the order nor on the direction of ways. */
function westernmost(ways: readonly SiteWay[]): Position | undefined {
  let best: Position | undefined;
  for (const { coordinates } of ways) {
    for (const end of [coordinates[0]!, coordinates.at(-1)!]) {
      if (!best || end[0] < best[0] || (end[0] === best[0] && end[1] < best[1])) best = end;
    }
  }
  return best;
}

function firstOf(buildings: readonly SiteBuilding[]): Position | undefined {
  return buildings[0]?.point ?? buildings[0]?.ring?.[0];
}

function wayColumns(ways: readonly SiteWay[], frame: LocalFrame): Pick<Site, 'ways' | 'roadCount'> {
  const total = ways.reduce((sum, way) => sum + way.coordinates.length, 0);
  const starts = new Int32Array(ways.length + 1);
  const [x, y] = [new Float64Array(total), new Float64Array(total)];
  const [of, road, halfWidth] = [new Int32Array(total), new Int32Array(ways.length), new Float64Array(ways.length)];
  // The last vertex of a way begins no segment: its box is never found.
  const boxes = new Float64Array(total * 4).fill(Infinity);
  let at = 0;
  let roadCount = 0;
  ways.forEach((way, index) => {
    const start = at;
    starts[index] = start;
    road[index] = way.road;
    halfWidth[index] = way.widthMeters / 2;
    roadCount = Math.max(roadCount, way.road + 1);
    for (const position of way.coordinates) {
      const [px, py] = frame.toMeters(position);
      // A repeated place is no stretch of the way.
      if (at > start && x[at - 1] === px && y[at - 1] === py) continue;
      x[at] = px;
      y[at] = py;
      of[at] = index;
      if (at > start) {
        const box = (at - 1) * 4;
        boxes[box] = Math.min(x[at - 1]!, px);
        boxes[box + 1] = Math.min(y[at - 1]!, py);
        boxes[box + 2] = Math.max(x[at - 1]!, px);
        boxes[box + 3] = Math.max(y[at - 1]!, py);
      }
      at += 1;
    }
  });
  starts[ways.length] = at;
  const surface = ways.map((way) => way.surface);
  const widestOfRoad = new Int32Array(roadCount).fill(-1);
  for (let way = 0; way < ways.length; way += 1) {
    const of = road[way]!;
    if (of < 0) continue;
    const known = widestOfRoad[of]!;
    if (known < 0 || halfWidth[way]! > halfWidth[known]!) widestOfRoad[of] = way;
  }
  const { endsAtStart, endsAtEnd } = trueEnds(ways.length, starts, x, y, road);
  const grid = new BoxGrid(boxes);
  const count = ways.length;
  return {
    roadCount,
    ways: { count, starts, x, y, of, road, widestOfRoad, halfWidth, surface, endsAtStart, endsAtEnd, grid },
  };
}

/** Which ends of ways are ends of their road: no other end of the same road lies there. */
function trueEnds(count: number, starts: Int32Array, x: Float64Array, y: Float64Array, road: Int32Array) {
  const endsAtStart = new Uint8Array(count).fill(1);
  const endsAtEnd = new Uint8Array(count).fill(1);
  const waysOfRoad = new Map<number, number[]>();
  for (let way = 0; way < count; way += 1) {
    if (road[way]! < 0) continue;
    const known = waysOfRoad.get(road[way]!);
    if (known) known.push(way);
    else waysOfRoad.set(road[way]!, [way]);
  }
  const isNear = (a: number, b: number) => lengthOf(x[a]! - x[b]!, y[a]! - y[b]!) < joinMeters;
  for (const members of waysOfRoad.values()) {
    for (const one of members) {
      const first = starts[one]!;
      const last = starts[one + 1]! - 1;
      // A road of one piece ends at both ends, unless it is a loop.
      if (members.length === 1 && !isNear(first, last)) continue;
      for (const other of members) {
        for (let vertex = starts[other]!; vertex < starts[other + 1]!; vertex += 1) {
          if (vertex !== first && isNear(first, vertex)) endsAtStart[one] = 0;
          if (vertex !== last && isNear(last, vertex)) endsAtEnd[one] = 0;
        }
      }
    }
  }
  return { endsAtStart, endsAtEnd };
}
