/** How ways hang together on the ground: which roads a line's ends touch, where a lane opens, what it opens from. */
import Flatbush from 'flatbush';
import { positionAt, reverseLine } from '../geometry/line.ts';
import { degreeLengths } from '../geometry/localFrame.ts';
import { locate, type LinePlace, type LineSide } from '../geometry/locate.ts';
import { mayEnter, measureLine, type MeasuredLine } from '../geometry/measuredLine.ts';
import type { LineString, Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { Road, RoadClass } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { roadBorne } from './naming/nameBorne.ts';
import { classBelow, parentClasses } from './roadClass.ts';

/** An end this near the edge of a road opens to it: hand-drawn and surveyed lines stop at the kerb or the middle. */
export const snapToleranceMeters = 5;

/** The side of the road a lane goes off to is judged this far in, past the bend at its mouth. */
const inwardMeters = 15;

export interface NetworkRoad {
  readonly road: Road;
  readonly line: MeasuredLine;
}

/** The ways an address can be on: no driveways, nothing closed. */
export interface Network {
  readonly roads: readonly NetworkRoad[];
  /** Finds roads by their boxes in degrees; null where there are none. */
  readonly index: Flatbush | null;
  /** Half the widest road, in metres. */
  readonly mostHalfWidthMeters: number;
  readonly byId: ReadonlyMap<Id, NetworkRoad>;
}

export const carriesAddresses = (road: Road): boolean => road.class !== 'access' && road.state !== 'closed';

export function networkOfRoads(all: Iterable<Road>): Network {
  const roads: NetworkRoad[] = [];
  for (const road of all) if (carriesAddresses(road)) roads.push({ road, line: measureLine(road.line) });
  const index = roads.length === 0 ? null : new Flatbush(roads.length);
  let mostHalfWidthMeters = 0;
  for (const { road, line } of roads) {
    index?.add(line.west, line.south, line.east, line.north);
    mostHalfWidthMeters = Math.max(mostHalfWidthMeters, road.widthMeters / 2);
  }
  index?.finish();
  return { roads, index, mostHalfWidthMeters, byId: new Map(roads.map((item) => [item.road.id, item])) };
}

/** Record maps are never changed in place, so a map's network stays true. */
const networks = new WeakMap<World['road'], Network>();

export function networkOf(world: World): Network {
  const known = networks.get(world.road);
  if (known) return known;
  const network = networkOfRoads(world.road.values());
  networks.set(world.road, network);
  return network;
}

/** A way as far as its connections matter; a road record fits. */
export interface Way {
  readonly id?: Id;
  readonly class: RoadClass;
  readonly parentRoadId: Id | null;
  readonly line: LineString;
  readonly name?: string | null;
}

interface Touch {
  readonly at: NetworkRoad;
  readonly place: LinePlace;
  readonly gapMeters: number;
}

/** The roads within reach of a position, other than the way itself. */
export function touching(network: Network, position: Position, exceptRoadId?: Id): Touch[] {
  const touches: Touch[] = [];
  const [lng, lat] = position;
  const { lngMeters, latMeters } = degreeLengths(lat);
  const most = network.mostHalfWidthMeters + snapToleranceMeters;
  const [dx, dy] = [most / lngMeters, most / latMeters];
  const [west, south, east, north] = [lng - dx, lat - dy, lng + dx, lat + dy];
  const near = (network.index?.search(west, south, east, north) ?? []).filter((number) => {
    const { road, line } = network.roads[number]!;
    // A long road's own box takes in much that it does not come near.
    return road.id !== exceptRoadId && mayEnter(line, west, south, east, north);
  });
  if (near.length > 1) near.sort((a, b) => a - b);
  for (const number of near) {
    const at = network.roads[number]!;
    const reach = at.road.widthMeters / 2 + snapToleranceMeters;
    const place = locate(at.line, position);
    if (place.distanceMeters <= reach) {
      touches.push({ at, place, gapMeters: Math.max(0, place.distanceMeters - at.road.widthMeters / 2) });
    }
  }
  return touches;
}

const endsOf = ({ coordinates }: LineString): readonly [Position, Position] => [coordinates[0]!, coordinates.at(-1)!];

/** Of two roads a lane could open from, the one with the larger cross-section; else the longer (RULES L3). */
const larger = (a: NetworkRoad, b: NetworkRoad): number =>
  b.road.widthMeters - a.road.widthMeters ||
  b.line.lengthMeters - a.line.lengthMeters ||
  (a.road.id < b.road.id ? -1 : 1);

/** A network is never changed, so the parents of its own roads stay what they are. */
const parents = new WeakMap<Network, Map<Way, NetworkRoad | null>>();

/** The road a way opens from: the one people gave, else the one whose name it bears, else the larger it touches. */
export function parentOf(network: Network, way: Way): NetworkRoad | null {
  if (way.id === undefined || network.byId.get(way.id)?.road !== way) return findParent(network, way);
  let known = parents.get(network);
  if (!known) parents.set(network, (known = new Map()));
  let parent = known.get(way);
  if (parent === undefined) known.set(way, (parent = findParent(network, way)));
  return parent;
}

function findParent(network: Network, way: Way): NetworkRoad | null {
  const given = way.parentRoadId === null ? undefined : network.byId.get(way.parentRoadId);
  if (given) return given;
  const classes = parentClasses[way.class];
  if (classes.length === 0) return null;
  const touched = new Set<NetworkRoad>();
  for (const end of endsOf(way.line)) for (const { at } of touching(network, end, way.id)) touched.add(at);
  for (const cls of classes) {
    const fitting = [...touched].filter(({ road }) => road.class === cls).sort(larger);
    if (fitting.length === 0) continue;
    const bears = fitting.length > 1 && way.name ? roadBorne(way.name, fitting, ({ road }) => road.name) : undefined;
    return bears ?? fitting[0]!;
  }
  return null;
}

/** What a line of this class would open from, as a proposal; null for a road or where it touches nothing fitting. */
export function suggestParent(world: World, line: LineString, cls: RoadClass, exceptRoadId?: Id): Id | null {
  const way = { class: cls, parentRoadId: null, line, ...(exceptRoadId === undefined ? {} : { id: exceptRoadId }) };
  return parentOf(networkOf(world), way)?.road.id ?? null;
}

/** The class the network gives a line: one below the highest way its ends open to; a road where it opens to none. */
export function suggestClass(world: World, line: LineString, exceptRoadId?: Id): RoadClass {
  const network = networkOf(world);
  const touched = endsOf(line).flatMap((end) => touching(network, end, exceptRoadId).map(({ at }) => at.road.class));
  for (const cls of ['road', 'lane', 'alley', 'branch'] as const) if (touched.includes(cls)) return classBelow[cls];
  return 'road';
}

export interface Mouth {
  readonly parentRoadId: Id;
  readonly parentMeasureMeters: number;
  /** The side of the parent the lane goes off to, seen from the parent's start. */
  readonly side: LineSide;
  /** The end of the lane that opens to the parent. */
  readonly position: Position;
  /** Metres between that end and the parent's edge; 0 where it reaches. */
  readonly gapMeters: number;
  /** Which end of the lane's line it is. */
  readonly end: 'start' | 'end';
  /** It opens at an end of the parent, not along it. */
  readonly atParentEnd: boolean;
}

/** Of a line, where its ends open to the parent last asked about. */
interface KnownMouths {
  readonly parentId: Id;
  readonly parentLine: MeasuredLine;
  readonly widthMeters: number;
  start: Mouth | null;
  end: Mouth | null;
}

/** Lines are never changed in place, so where one opens to another stays true. */
const knownMouths = new WeakMap<LineString, KnownMouths>();

/** Where one end of a line opens to a parent. */
export function mouthAt(line: LineString, parent: NetworkRoad, end: 'start' | 'end'): Mouth {
  const { id, widthMeters } = parent.road;
  let known = knownMouths.get(line);
  if (known?.parentLine !== parent.line || known.parentId !== id || known.widthMeters !== widthMeters) {
    known = { parentId: id, parentLine: parent.line, widthMeters, start: null, end: null };
    knownMouths.set(line, known);
  }
  return (known[end] ??= findMouth(line, parent, end));
}

function findMouth(line: LineString, parent: NetworkRoad, end: 'start' | 'end'): Mouth {
  const [first, last] = endsOf(line);
  const position = end === 'start' ? first : last;
  const place = locate(parent.line, position);
  const { lengthMeters } = measureLine(line);
  const inward = Math.min(lengthMeters / 2, parent.road.widthMeters / 2 + inwardMeters);
  const inside = positionAt(line, end === 'start' ? inward : lengthMeters - inward).position;
  return {
    parentRoadId: parent.road.id,
    parentMeasureMeters: place.measureMeters,
    side: locate(parent.line, inside).side,
    position,
    gapMeters: Math.max(0, place.distanceMeters - parent.road.widthMeters / 2),
    end,
    atParentEnd: place.atEnd,
  };
}

/** The end at which a way opens to its parent: its start if that reaches, else its end, else the nearer one. */
export function mouthTo(line: LineString, parent: NetworkRoad): Mouth {
  const start = mouthAt(line, parent, 'start');
  if (start.gapMeters <= snapToleranceMeters) return start;
  const end = mouthAt(line, parent, 'end');
  return end.gapMeters < start.gapMeters ? end : start;
}

/** Where a lane opens from its parent (given, or the one it touches); null for a road and for what touches nothing. */
export function mouthOf(world: World, lane: Road): Mouth | null {
  const parent = parentOf(networkOf(world), lane);
  return parent ? mouthTo(lane.line, parent) : null;
}

/** A line turned round if told so. */
export const turned = (line: LineString, turn: boolean): LineString => (turn ? reverseLine(line) : line);
