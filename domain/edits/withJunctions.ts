/** A road drawn or changed by hand meets others exactly: what its edit does, with the vertices where they meet. */
import { junctionsOf } from '../addressing/junctions.ts';
import { nextVersion, type Change } from '../records/change.ts';
import type { Id } from '../records/fields.ts';
import type { AnyRecord } from '../records/record.ts';
import type { Road } from '../records/road.ts';
import { applyChange, type World } from '../records/world.ts';
import { isRefusal } from './edit.ts';
import type { Refusal } from './refusal.ts';

/**
 * The road gets a vertex wherever it meets another, the others get the same; nothing else of them changes: addresses on
 * them keep their measures, for their course is the same to a centimetre.
 */
export function withJunctions(world: World, change: Change | Refusal, roadId: Id): Change | Refusal {
  if (isRefusal(change)) return change;
  const after = applyChange(world, change);
  const road = after.road.get(roadId);
  if (!road) return change;
  const { line, others } = junctionsOf(road.line, after.road.values(), roadId);
  const joined = (item: AnyRecord): AnyRecord => (item.id === roadId ? ({ ...item, line } as Road) : item);
  const added = others.map(([other, theirs]): [Road, Road] => [other, nextVersion(other, { line: theirs })]);
  return {
    created: change.created.map(joined),
    updated: [...change.updated.map(([before, item]) => [before, joined(item)] as const), ...added],
    deleted: change.deleted,
  };
}
