/** What is doubtful about a lane's name: lanes go by number, not by a name, above all not a person's (RULES §2.1). */
import type { Id } from '../../records/fields.ts';
import type { World } from '../../records/world.ts';
import { waysTo } from '../fullNumber.ts';
import { looksLikePersonName } from '../personName.ts';
import { warn, type Warning } from '../warning.ts';
import { nameRelation } from './nameRelation.ts';
import { readWayName, writeWayName, type WayName } from './wayName.ts';

/** For lanes, alleys and what is deeper. Names by number are allowed: "Ngõ 01 - Hà Huy Tập", "Ngõ 171 Lê Duẩn". */
export function laneNameWarnings(
  world: World,
  lane: { readonly roadId: Id | null; readonly parentRoadId: Id | null },
  name: string,
): readonly Warning[] {
  const way = readWayName(name);
  if (way === null) return [];
  const own = lane.roadId === null ? [] : [lane.roadId];
  const warnings: Warning[] = [];
  const { scheme } = way;
  if (scheme.by === 'proper-name') {
    if (looksLikePersonName(scheme.name)) warnings.push(warn('lane-named-after-person', own, { name: scheme.name }));
    else warnings.push(warn('lane-named', own, { name }));
  } else if (way.parent === null) warnings.push(warn('lane-number-typed', own, { name }));
  const other = roadNotAbove(world, lane.parentRoadId, way);
  if (other !== null) warnings.push(warn('lane-name-of-another-road', own, { name, road: other }));
  return warnings;
}

/** The road a lane's name mentions, if the lane is known to open from others only; a place (thôn, xóm) is none. */
function roadNotAbove(world: World, parentRoadId: Id | null, way: WayName): string | null {
  const parent = parentRoadId === null ? undefined : world.road.get(parentRoadId);
  const above = parent ? waysTo(world, parent).flatMap(({ name }) => (name === null ? [] : [name])) : [];
  let named = way.parent;
  while (named && named.scheme.by !== 'proper-name') named = named.parent;
  if (!named || named.kind === 'thôn' || named.kind === 'xóm' || above.length === 0) return null;
  const mentioned = writeWayName({ ...named, parent: null });
  return above.some((name) => nameRelation(name, mentioned) !== 'different') ? null : mentioned;
}
