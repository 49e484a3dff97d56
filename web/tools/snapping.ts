/** Where a hand near something is taken to point: an end first, then a corner, then the line itself. */
import { isNamed, roadLabel } from '../../domain/addressing/roadName.ts';
import { locate } from '../../domain/geometry/locate.ts';
import { boxOfPolygon } from '../../domain/geometry/box.ts';
import { degreeLengths, distanceMeters } from '../../domain/geometry/localFrame.ts';
import { boxDistanceMeters, measureLine } from '../../domain/geometry/measuredLine.ts';
import type { LineString, Position } from '../../domain/geometry/shapes.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { World } from '../../domain/records/world.ts';
import { point, type Sketch, type SketchLabel } from './sketch.ts';

export interface Snap {
  readonly position: Position;
  readonly onto: 'start' | 'road-end' | 'road-vertex' | 'road-line' | 'house-corner' | 'house-wall' | 'nothing';
  readonly roadId: Id | null;
}

/** Ends and corners are meant more often than their neighbourhood: they pull from the whole reach. */
const preference = {
  start: 0,
  'road-end': 0,
  'road-vertex': 1,
  'house-corner': 1,
  'road-line': 2,
  'house-wall': 2,
  nothing: 3,
} as const;

function bestOf(position: Position, reachMeters: number) {
  let best: Snap = { position, onto: 'nothing', roadId: null };
  let bestMeters = Infinity;
  return {
    offer(candidate: Snap, meters: number) {
      if (meters > reachMeters) return;
      const rank = preference[candidate.onto] - preference[best.onto];
      if (rank < 0 || (rank === 0 && meters < bestMeters)) {
        best = candidate;
        bestMeters = meters;
      }
    },
    get snap() {
      return best;
    },
  };
}

/** `exceptRoadId`: the road being moved does not catch on itself. */
export function snapToRoads(world: World, position: Position, reachMeters: number, exceptRoadId?: Id): Snap {
  const best = bestOf(position, reachMeters);
  const scale = degreeLengths(position[1]);
  for (const road of world.road.values()) {
    if (road.id === exceptRoadId) continue;
    const line = measureLine(road.line);
    if (boxDistanceMeters(line, position, scale) > reachMeters) continue;
    const on = locate(line, position);
    if (on.distanceMeters > reachMeters) continue;
    best.offer({ position: on.foot, onto: 'road-line', roadId: road.id }, on.distanceMeters);
    const { coordinates } = road.line;
    coordinates.forEach((vertex, index) => {
      const onto = index === 0 || index === coordinates.length - 1 ? 'road-end' : 'road-vertex';
      best.offer({ position: vertex, onto, roadId: road.id }, distanceMeters(vertex, position));
    });
  }
  return best.snap;
}

/** Onto the corners and walls of houses, so that neighbours in a row share a wall. */
export function snapToHouses(world: World, position: Position, reachMeters: number, exceptHouseId?: Id): Snap {
  const best = bestOf(position, reachMeters);
  const { lngMeters, latMeters } = degreeLengths(position[1]);
  const [east, north] = [reachMeters / lngMeters, reachMeters / latMeters];
  for (const house of world.house.values()) {
    if (!house.footprint || house.id === exceptHouseId || house.state === 'demolished') continue;
    const box = boxOfPolygon(house.footprint);
    if (position[0] < box.west - east || position[0] > box.east + east) continue;
    if (position[1] < box.south - north || position[1] > box.north + north) continue;
    const ring = house.footprint.coordinates[0] ?? [];
    for (const corner of ring) {
      best.offer({ position: corner, onto: 'house-corner', roadId: null }, distanceMeters(corner, position));
    }
    const wall = onRing(ring, position);
    best.offer({ position: wall.foot, onto: 'house-wall', roadId: null }, wall.distanceMeters);
  }
  return best.snap;
}

/** The nearest place on a closed ring. */
export function onRing(ring: readonly Position[], position: Position) {
  const line: LineString = { type: 'LineString', coordinates: [...ring] };
  return locate(measureLine(line), position);
}

export const isNear = (one: Position, other: Position, reachMeters: number): boolean =>
  distanceMeters(one, other) <= reachMeters;

/** A ring where the hand has caught, and a word what on. */
export function sketchSnap(world: World, snap: Snap | null): Sketch {
  if (!snap || snap.onto === 'nothing') return [];
  return [point('snap', snap.position, labelOf(world, snap))];
}

function labelOf(world: World, { onto, roadId }: Snap): SketchLabel {
  if (onto === 'road-end' || onto === 'road-vertex' || onto === 'road-line') {
    const road = roadId === null ? undefined : world.road.get(roadId);
    return road !== undefined && isNamed(road)
      ? { key: `tool.snap.${onto}`, params: { road: roadLabel(world, road) } }
      : { key: `tool.snap.${onto}.unnamed` };
  }
  return { key: `tool.snap.${onto === 'nothing' ? 'start' : onto}` };
}
