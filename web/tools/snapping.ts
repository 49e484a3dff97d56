/** Where a hand near a road is taken to point: its end first, then a corner of its line, then the line itself. */
import { locateOnLine } from '../../domain/geometry/line.ts';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { World } from '../../domain/records/world.ts';

export interface Snap {
  readonly position: Position;
  readonly onto: 'road-end' | 'road-vertex' | 'road-line' | 'nothing';
  readonly roadId: Id | null;
}

/** Ends and corners are meant more often than their neighbourhood: they pull from the whole reach. */
const preference = { 'road-end': 0, 'road-vertex': 1, 'road-line': 2, nothing: 3 } as const;

/** `exceptRoadId`: the road being moved does not catch on itself. */
export function snapToRoads(world: World, position: Position, reachMeters: number, exceptRoadId?: Id): Snap {
  let best: Snap = { position, onto: 'nothing', roadId: null };
  let bestMeters = Infinity;
  const offer = (candidate: Snap, meters: number) => {
    if (meters > reachMeters) return;
    const rank = preference[candidate.onto] - preference[best.onto];
    if (rank < 0 || (rank === 0 && meters < bestMeters)) {
      best = candidate;
      bestMeters = meters;
    }
  };
  for (const road of world.road.values()) {
    if (road.id === exceptRoadId) continue;
    const { coordinates } = road.line;
    const on = locateOnLine(road.line, position);
    if (on.distanceMeters > reachMeters) continue;
    offer({ position: on.foot, onto: 'road-line', roadId: road.id }, on.distanceMeters);
    coordinates.forEach((vertex, index) => {
      const onto = index === 0 || index === coordinates.length - 1 ? 'road-end' : 'road-vertex';
      offer({ position: vertex, onto, roadId: road.id }, distanceMeters(vertex, position));
    });
  }
  return best;
}

export const isNear = (one: Position, other: Position, reachMeters: number): boolean =>
  distanceMeters(one, other) <= reachMeters;
