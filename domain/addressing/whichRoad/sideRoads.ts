/** Roads that begin or end on another which goes on: at such a corner the one that goes on is the more important. */
import { lengthOf } from '../../geometry/localFrame.ts';
import { near, pointToSegment } from './nearness.ts';
import type { Site } from './site.ts';
import { sideRoad } from './weights.ts';

/** An end this near the middle line of another road lies on it. */
const meetMeters = 3;

/** Where a side road opens, in metres of the site's frame. */
interface Opening {
  readonly x: number;
  readonly y: number;
  /** The roads that go on there. */
  readonly onto: readonly number[];
}

/** Of each road, where it opens onto others. */
export type SideRoads = readonly (readonly Opening[])[];

export function sideRoadsOf(site: Site): SideRoads {
  const { ways } = site;
  const openings = Array.from({ length: site.roadCount }, (): Opening[] => []);
  for (let way = 0; way < ways.count; way += 1) {
    const road = ways.road[way]!;
    if (road < 0) continue;
    const ends = [
      [ways.endsAtStart[way]!, ways.starts[way]!],
      [ways.endsAtEnd[way]!, ways.starts[way + 1]! - 1],
    ] as const;
    for (const [isEnd, vertex] of ends) {
      if (isEnd === 0) continue;
      const [x, y] = [ways.x[vertex]!, ways.y[vertex]!];
      const onto = goingOnAt(site, road, x, y);
      if (onto.length > 0) openings[road]!.push({ x, y, onto });
    }
  }
  return openings;
}

/** Other roads that pass a place and do not end there. */
function goingOnAt(site: Site, road: number, x: number, y: number): number[] {
  const { ways } = site;
  const found = new Set<number>();
  const count = ways.grid.search(x - meetMeters, y - meetMeters, x + meetMeters, y + meetMeters);
  for (let i = 0; i < count; i += 1) {
    const segment = ways.grid.found[i]!;
    const way = ways.of[segment]!;
    const other = ways.road[way]!;
    if (other < 0 || other === road) continue;
    pointToSegment(site, segment, x, y);
    if (near.distance > meetMeters) continue;
    const isItsStart = near.t === 0 && segment === ways.starts[way] && ways.endsAtStart[way] === 1;
    const isItsEnd = near.t === 1 && segment === ways.starts[way + 1]! - 2 && ways.endsAtEnd[way] === 1;
    if (!isItsStart && !isItsEnd) found.add(other);
  }
  return [...found];
}

/** Whether a road opens near that place of it onto one of the others in question. */
export function opensNear(
  openings: readonly Opening[],
  x: number,
  y: number,
  isInQuestion: (road: number) => boolean,
): boolean {
  for (const opening of openings) {
    if (lengthOf(opening.x - x, opening.y - y) < sideRoad.reachMeters && opening.onto.some(isInQuestion)) return true;
  }
  return false;
}
