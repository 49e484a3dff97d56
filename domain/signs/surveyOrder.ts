/** In which order to walk past signs: always to the next one along the roads. */
import TinyQueue from 'tinyqueue';
import { networkOfRoads, touching, type NetworkRoad } from '../addressing/network.ts';
import { distanceMeters } from '../geometry/localFrame.ts';
import { locate } from '../geometry/locate.ts';
import { boxDistanceMeters } from '../geometry/measuredLine.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Sign } from '../records/sign.ts';
import type { World } from '../records/world.ts';

/** A place farther than this from every road is reached straight across, in metres. */
const offRoadMeters = 60;

/** The signs as walked from a place: each time the nearest of those left, by the way along the roads. `null`: from the first given. */
export function surveyOrder(world: World, signs: readonly Sign[], from: Position | null): readonly Sign[] {
  const start = from ?? signs[0]?.place;
  if (!start) return [];
  const net = walkNet(world, [start, ...signs.map(({ place }) => place)]);
  const left = new Map(signs.map((sign, index) => [index + 1, sign] as const));
  const ordered: Sign[] = [];
  let here = 0;
  let place = start;
  while (left.size > 0) {
    const next = nearestNode(net, here, left) ?? straightNearest(left, place);
    const sign = left.get(next)!;
    left.delete(next);
    ordered.push(sign);
    [here, place] = [next, sign.place];
  }
  return ordered;
}

type Net = readonly (readonly { readonly to: number; readonly meters: number }[])[];

/** Places as nodes 0, 1, 2…; then the corners of roads. Roads that share a position, or touch, are joined there. */
function walkNet(world: World, places: readonly Position[]): Net {
  const edges: { to: number; meters: number }[][] = places.map(() => []);
  const join = (one: number, other: number, meters: number) => {
    edges[one]!.push({ to: other, meters });
    edges[other]!.push({ to: one, meters });
  };
  const corners = new Map<string, number>();
  const cornerAt = ([lng, lat]: Position): number => {
    const key = `${Math.round(lng * 1e7)} ${Math.round(lat * 1e7)}`;
    const known = corners.get(key) ?? edges.push([]) - 1;
    corners.set(key, known);
    return known;
  };
  const network = networkOfRoads([...world.road.values()].filter(({ state }) => state !== 'closed'));
  const stops = new Map(network.roads.map(({ road }) => [road.id, [] as { at: number; node: number }[]]));
  const stop = ({ road }: NetworkRoad, at: number, node: number) => stops.get(road.id)!.push({ at, node });
  for (const way of network.roads) {
    way.line.coordinates.forEach((corner, index) => stop(way, way.line.cumulativeMeters[index]!, cornerAt(corner)));
    for (const end of [way.line.coordinates[0]!, way.line.coordinates.at(-1)!]) {
      for (const { at, place } of touching(network, end, way.road.id)) {
        const foot = edges.push([]) - 1;
        stop(at, place.measureMeters, foot);
        join(cornerAt(end), foot, place.distanceMeters);
      }
    }
  }
  places.forEach((place, node) => {
    const nearest = nearestRoad(network.roads, place);
    if (!nearest) return;
    const foot = edges.push([]) - 1;
    stop(nearest.way, nearest.measureMeters, foot);
    join(node, foot, nearest.distanceMeters);
  });
  for (const along of stops.values()) {
    along.sort((a, b) => a.at - b.at);
    for (let i = 1; i < along.length; i += 1) join(along[i - 1]!.node, along[i]!.node, along[i]!.at - along[i - 1]!.at);
  }
  return edges;
}

function nearestRoad(roads: readonly NetworkRoad[], place: Position) {
  let best: { way: NetworkRoad; measureMeters: number; distanceMeters: number } | null = null;
  for (const way of roads) {
    if (boxDistanceMeters(way.line, place) > (best?.distanceMeters ?? offRoadMeters)) continue;
    const { measureMeters, distanceMeters: away } = locate(way.line, place);
    if (away < (best?.distanceMeters ?? offRoadMeters)) best = { way, measureMeters, distanceMeters: away };
  }
  return best;
}

/** The node among those left that is first reached (Dijkstra); of two as near, the first given. */
function nearestNode(net: Net, from: number, left: ReadonlyMap<number, Sign>): number | null {
  const known = new Map<number, number>([[from, 0]]);
  const queue = new TinyQueue([{ node: from, meters: 0 }], (a, b) => a.meters - b.meters || a.node - b.node);
  for (let here = queue.pop(); here; here = queue.pop()) {
    if (here.meters > known.get(here.node)!) continue;
    if (left.has(here.node)) return here.node;
    for (const { to, meters } of net[here.node]!) {
      const total = here.meters + meters;
      if (total >= (known.get(to) ?? Infinity)) continue;
      known.set(to, total);
      queue.push({ node: to, meters: total });
    }
  }
  return null;
}

function straightNearest(left: ReadonlyMap<number, Sign>, place: Position): number {
  let best = -1;
  let least = Infinity;
  for (const [node, sign] of left) {
    const meters = distanceMeters(place, sign.place);
    if (meters < least) [best, least] = [node, meters];
  }
  return best;
}
