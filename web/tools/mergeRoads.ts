/** Joining the selected road with another whose end meets one of its own: those are lit. */
import { mergeableWith } from '../../domain/edits/roadMerge.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Road } from '../../domain/records/road.ts';
import type { World } from '../../domain/records/world.ts';
import { line } from './sketch.ts';
import type { Tool, ToolContext } from './tool.ts';
import { roadUnder, selectedRoad } from './underHand.ts';

export interface Choosing {
  /** The one under the pointer. */
  readonly over: Id | null;
}

/** Record maps and records are never changed in place. */
const partners = new WeakMap<World['road'], WeakMap<Road, readonly Id[]>>();

function partnersOf(world: World, road: Road): readonly Id[] {
  let ofWorld = partners.get(world.road);
  if (!ofWorld) partners.set(world.road, (ofWorld = new WeakMap()));
  let found = ofWorld.get(road);
  if (!found) ofWorld.set(road, (found = mergeableWith(world, road)));
  return found;
}

const linesOf = ({ world }: ToolContext, ids: readonly Id[]) =>
  ids.flatMap((id) => world.road.get(id)?.line.coordinates ?? []);

export const mergeRoads: Tool<Choosing> = {
  afterwards: 'select',
  start: () => ({ over: null }),
  handle(state, event, context) {
    const road = selectedRoad(context);
    if (!road) return { state };
    if (event.type === 'hover') return { state: { over: roadUnder(event.position, road.id, context)?.id ?? null } };
    if (event.type !== 'click') return { state };
    const other = roadUnder(event.position, road.id, context);
    if (!other) return { state };
    // Also one that is not lit: the rules say why it cannot be.
    return {
      state: { over: other.id },
      edit: {
        kind: 'road.merge',
        input: { keepId: road.id, otherId: other.id },
        shows: { kind: 'road', id: road.id },
      },
    };
  },
  sketch({ over }, context) {
    const road = selectedRoad(context);
    if (!road) return [];
    const lit = partnersOf(context.world, road);
    const isOver = over !== null && lit.includes(over);
    return [
      ...lit.flatMap((id) => line('lit', linesOf(context, [id]))),
      ...(isOver ? line('line', linesOf(context, [over])) : []),
    ];
  },
  status: (_state, context) => {
    const road = selectedRoad(context);
    const hintKey = !road
      ? 'tool.splitRoad.nothing'
      : partnersOf(context.world, road).length > 0
        ? 'tool.mergeRoads'
        : 'tool.mergeRoads.none';
    return { hintKey, canFinish: false, canUndoPoint: false };
  },
};
