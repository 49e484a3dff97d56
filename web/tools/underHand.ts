/** The road or house a reshaping tool was taken up for, and what of its kind is under the hand. */
import { contains } from '../../domain/geometry/polygon.ts';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import { locate } from '../../domain/geometry/locate.ts';
import { boxDistanceMeters, measureLine } from '../../domain/geometry/measuredLine.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { House } from '../../domain/records/house.ts';
import type { Road } from '../../domain/records/road.ts';
import type { ToolContext } from './tool.ts';

export const selectedRoad = ({ world, selection }: ToolContext): Road | null =>
  selection?.kind === 'road' ? (world.road.get(selection.id) ?? null) : null;

export const selectedHouse = ({ world, selection }: ToolContext): House | null =>
  selection?.kind === 'house' ? (world.house.get(selection.id) ?? null) : null;

/** The nearest road within reach of its edge, other than one. */
export function roadUnder(position: Position, exceptId: Id, { world, reachMeters }: ToolContext): Road | null {
  let best: Road | null = null;
  let least = reachMeters;
  for (const road of world.road.values()) {
    if (road.id === exceptId) continue;
    const line = measureLine(road.line);
    if (boxDistanceMeters(line, position) - road.widthMeters / 2 > least) continue;
    const gap = locate(line, position).distanceMeters - road.widthMeters / 2;
    if (gap < least) [best, least] = [road, gap];
  }
  return best;
}

/** The house that stands or is planned whose outline is under the hand, other than one. */
export function houseUnder(position: Position, exceptId: Id, { world }: ToolContext): House | null {
  for (const house of world.house.values()) {
    if (house.id === exceptId || house.state === 'demolished') continue;
    if (house.footprint && contains(house.footprint, position)) return house;
  }
  return null;
}

/** The house under the hand, or else the one whose door is nearest within reach. */
export function houseAt(position: Position, context: ToolContext): House | null {
  const under = houseUnder(position, '', context);
  if (under) return under;
  let best: House | null = null;
  let least = context.reachMeters;
  for (const house of context.world.house.values()) {
    const away = house.state === 'demolished' ? Infinity : distanceMeters(house.entrance, position);
    if (away <= least) [best, least] = [house, away];
  }
  return best;
}
