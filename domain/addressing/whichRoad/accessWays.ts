/** Where ways without a name lead: from each of their vertices, the nearest named roads along them. */
import { lengthOf } from '../../geometry/localFrame.ts';
import TinyQueue from 'tinyqueue';
import { distanceToBuilding, near, pointToSegment } from './nearness.ts';
import type { Site } from './site.ts';
import * as weights from './weights.ts';

/** Roads a vertex is told about: an access way seldom joins more. */
const roadsKept = 3;
/** Farther than this nobody lives on the road. */
const farthestMeters = 400;
/** An end this near the edge of another way opens to it. */
const openMeters = 2;
/** Looked for around an end: half the widest road and a little. */
const endReachMeters = 12;
/** Vertices of two ways nearer than this are one: from such a one to the other there is no direction. In metres. */
export const sameMeters = 0.5;

/** What ways alone tell. */
interface Leads {
  /** For each vertex of the site's ways, `roadsKept` roads and the metres to them; -1 where there is none. */
  readonly road: Int32Array;
  readonly meters: Float64Array;
  readonly roadsKept: number;
  /** The slot of the vertex before, on the way to that road; -1 where the way opens to it. */
  readonly toward: Int32Array;
  /** Ends that meet nothing, from which a road is reached. */
  readonly deadEnds: readonly number[];
}

export interface AccessWays extends Leads {
  /** For each building the road its own access way leads to, or -1; the gap to that way and its length. */
  readonly ownRoad: Int32Array;
  readonly ownGap: Float64Array;
  readonly ownLength: Float64Array;
  /** The end of that way. */
  readonly ownVertex: Int32Array;
}

interface Edge {
  readonly to: number;
  readonly meters: number;
}

/**
 * `isHouse`: one flag for each building, of those that may have an access way of their own. `leads`: what was worked out
 * of the same ways before.
 */
export function accessWaysOf(site: Site, isHouse: Uint8Array, leads: Leads = leadsOf(site)): AccessWays {
  const { count } = site.buildings;
  const access: AccessWays = {
    road: leads.road,
    meters: leads.meters,
    roadsKept,
    toward: leads.toward,
    deadEnds: leads.deadEnds,
    ownRoad: new Int32Array(count).fill(-1),
    ownGap: new Float64Array(count).fill(Infinity),
    ownLength: new Float64Array(count),
    ownVertex: new Int32Array(count).fill(-1),
  };
  for (const vertex of leads.deadEnds) giveToNearest(site, isHouse, vertex, access);
  return access;
}

function leadsOf(site: Site): Leads {
  const { ways } = site;
  const slots = ways.x.length * roadsKept;
  const road = new Int32Array(slots).fill(-1);
  const meters = new Float64Array(slots).fill(Infinity);
  const toward = new Int32Array(slots).fill(-1);
  if (!ways.road.some((of) => of < 0)) return { road, meters, roadsKept, toward, deadEnds: [] };
  const { edges, mouths, deadEnds } = accessGraph(site);
  spread(edges, mouths, { road, meters, toward });
  return { road, meters, roadsKept, toward, deadEnds: deadEnds.filter((vertex) => road[vertex * roadsKept]! >= 0) };
}

/** The way ends at the house nearest to its end. */
function giveToNearest(site: Site, isHouse: Uint8Array, vertex: number, access: AccessWays): void {
  const [x, y, reach] = [site.ways.x[vertex]!, site.ways.y[vertex]!, weights.ownAccess.reachMeters];
  let best = -1;
  let gap: number = reach;
  const { grid } = site.buildings;
  const count = grid.search(x - reach, y - reach, x + reach, y + reach);
  for (let i = 0; i < count; i += 1) {
    const building = grid.found[i]!;
    if (isHouse[building] === 0) continue;
    const away = distanceToBuilding(site, building, x, y);
    if (away < gap - weights.sameMeters || (away < gap + weights.sameMeters && isBefore(site, building, best))) {
      [best, gap] = [building, away];
    }
  }
  if (best < 0 || gap >= access.ownGap[best]!) return;
  access.ownRoad[best] = access.road[vertex * roadsKept]!;
  access.ownGap[best] = gap;
  access.ownLength[best] = access.meters[vertex * roadsKept]!;
  access.ownVertex[best] = vertex;
}

/** Of buildings equally near the more western one, whatever their order. */
const isBefore = ({ buildings: { pointX, pointY } }: Site, one: number, other: number): boolean =>
  pointX[one]! < pointX[other]! || (pointX[one] === pointX[other] && pointY[one]! < pointY[other]!);

/** Vertices of access ways joined along them and where they meet; those that open to a named road; ends that meet none. */
function accessGraph(site: Site) {
  const { ways } = site;
  const edges = new Map<number, Edge[]>();
  const mouths = new Map<number, Map<number, number>>();
  const deadEnds: number[] = [];
  const join = (a: number, b: number, meters: number) => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = edges.get(from);
      if (known) known.push({ to, meters });
      else edges.set(from, [{ to, meters }]);
    }
  };
  for (let way = 0; way < ways.count; way += 1) {
    if (ways.road[way]! >= 0 || ways.surface[way] === 'foot') continue;
    const [first, last] = [ways.starts[way]!, ways.starts[way + 1]! - 1];
    for (let v = first; v < last; v += 1) {
      join(v, v + 1, lengthOf(ways.x[v + 1]! - ways.x[v]!, ways.y[v + 1]! - ways.y[v]!));
    }
    for (let v = first; v <= last; v += 1) {
      const isEnd = v === first || v === last;
      const reach = isEnd ? endReachMeters : sameMeters;
      const [x, y] = [ways.x[v]!, ways.y[v]!];
      let meetsOther = false;
      const count = ways.grid.search(x - reach, y - reach, x + reach, y + reach);
      for (let i = 0; i < count; i += 1) {
        const segment = ways.grid.found[i]!;
        const other = ways.of[segment]!;
        if (other === way || (ways.surface[other] === 'foot' && ways.road[other]! < 0)) continue;
        pointToSegment(site, segment, x, y);
        const { distance, t } = near;
        if (distance > (isEnd ? ways.halfWidth[other]! + openMeters : sameMeters)) continue;
        meetsOther = true;
        const road = ways.road[other]!;
        if (road >= 0) {
          const opens = mouths.get(v) ?? new Map<number, number>();
          opens.set(road, Math.min(opens.get(road) ?? Infinity, distance));
          mouths.set(v, opens);
        } else {
          const length = lengthOf(ways.x[segment + 1]! - ways.x[segment]!, ways.y[segment + 1]! - ways.y[segment]!);
          join(v, segment, distance + t * length);
          join(v, segment + 1, distance + (1 - t) * length);
        }
      }
      if (isEnd && !meetsOther) deadEnds.push(v);
    }
  }
  return { edges, mouths, deadEnds };
}

/** The nearest roads of every vertex, by Dijkstra's algorithm from all mouths at once; no way leads on across a road. */
function spread(
  edges: ReadonlyMap<number, readonly Edge[]>,
  mouths: ReadonlyMap<number, ReadonlyMap<number, number>>,
  { road, meters, toward }: Pick<Leads, 'road' | 'meters' | 'toward'>,
): void {
  const reached: Reach[] = [];
  for (const [vertex, roads] of mouths)
    for (const [of, meters] of roads) reached.push({ meters, vertex, of, from: -1 });
  const queue = new TinyQueue(reached, byDistance);
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { vertex, of } = next;
    const slot = freeSlot(road, vertex, of);
    if (slot < 0) continue;
    road[slot] = of;
    meters[slot] = next.meters;
    toward[slot] = next.from;
    const opens = mouths.get(vertex);
    if (opens && !opens.has(of)) continue;
    for (const edge of edges.get(vertex) ?? []) {
      const further = next.meters + edge.meters;
      if (further <= farthestMeters) queue.push({ meters: further, vertex: edge.to, of, from: slot });
    }
  }
}

/** Where to write a road not yet known at the vertex; -1 when it is known or there is no room. */
function freeSlot(road: Int32Array, vertex: number, of: number): number {
  for (let slot = vertex * roadsKept; slot < (vertex + 1) * roadsKept; slot += 1) {
    if (road[slot] === of) return -1;
    if (road[slot]! < 0) return slot;
  }
  return -1;
}

interface Reach {
  readonly meters: number;
  readonly vertex: number;
  readonly of: number;
  /** The slot it was reached from. */
  readonly from: number;
}

/** Ties by vertex and road, so that the outcome does not depend on the order of asking. */
const byDistance = (a: Reach, b: Reach): number => a.meters - b.meters || a.vertex - b.vertex || a.of - b.of;
