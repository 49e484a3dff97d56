/** How ways hang together: what may open from what, no circles, no proper name twice in a village. */
import { parentClasses } from '../addressing/roadClass.ts';
import { foldText } from '../addressing/roadName.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { refuse, type Refusal } from './refusal.ts';

export function roadRefusal(after: World, road: Road): Refusal | undefined {
  const parent = road.parentRoadId === null ? undefined : after.road.get(road.parentRoadId);
  if (parent && !parentClasses[road.class].includes(parent.class)) {
    return refuse('road-parent-not-allowed', [road.id, parent.id], { class: road.class, parentClass: parent.class });
  }
  if (road.parentRoadId !== null && road.class === 'road') {
    return refuse('road-parent-not-allowed', [road.id, road.parentRoadId], { class: 'road', parentClass: 'road' });
  }
  const seen = new Set([road.id]);
  for (let up = parent; up; up = up.parentRoadId === null ? undefined : after.road.get(up.parentRoadId)) {
    if (seen.has(up.id)) return refuse('road-parent-cycle', [...seen]);
    seen.add(up.id);
  }
  return undefined;
}

/** Lanes below a road whose class changed must still be allowed to open from it. */
export function lanesRefusal(after: World, road: Road): Refusal | undefined {
  for (const lane of after.road.values()) {
    if (lane.parentRoadId === road.id && !parentClasses[lane.class].includes(road.class)) {
      return refuse('road-parent-not-allowed', [lane.id, road.id], { class: lane.class, parentClass: road.class });
    }
  }
  return undefined;
}

const nameKeys = new WeakMap<Road, string>();

/** A lane's name is told apart by its road: "Ngõ 1" of two roads are two names. Records are never changed in place. */
function nameKeyOf(road: Road, name: string): string {
  let key = nameKeys.get(road);
  if (key === undefined) nameKeys.set(road, (key = `${road.parentRoadId ?? ''}|${foldText(name)}`));
  return key;
}

/** Proper names of a village by their folded form, for finding the second bearer of a name. */
export function bearersByName(world: World): ReadonlyMap<string, readonly Road[]> {
  const bearers = new Map<string, Road[]>();
  for (const road of world.road.values()) {
    if (road.name === null) continue;
    const key = nameKeyOf(road, road.name);
    const list = bearers.get(key);
    if (list) list.push(road);
    else bearers.set(key, [road]);
  }
  return bearers;
}

export function sameNameRefusal(bearers: ReadonlyMap<string, readonly Road[]>, road: Road): Refusal | undefined {
  if (road.name === null) return undefined;
  const others = bearers.get(nameKeyOf(road, road.name))?.filter(({ id }) => id !== road.id);
  const [other] = others ?? [];
  if (!other) return undefined;
  const code = other.name === road.name ? 'road-name-duplicate' : 'road-name-duplicate-but-for-marks';
  return refuse(code, [road.id, other.id], { name: road.name, other: other.name ?? '' });
}
