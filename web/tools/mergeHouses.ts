/** Merging the selected outline with one beside it that is the same house: those that touch it are lit. */
import { houseToKeep } from '../../domain/edits/houseMerge.ts';
import { touchingHouses } from '../../domain/edits/touchingHouses.ts';
import type { House } from '../../domain/records/house.ts';
import type { Choosing } from './mergeRoads.ts';
import { area, type Sketch } from './sketch.ts';
import type { Tool } from './tool.ts';
import { houseUnder, selectedHouse } from './underHand.ts';

const outlineOf = (house: House) => house.footprint?.coordinates[0]?.slice(0, -1) ?? [];

export const mergeHouses: Tool<Choosing> = {
  afterwards: 'select',
  start: () => ({ over: null }),
  handle(state, event, context) {
    const house = selectedHouse(context);
    if (!house) return { state };
    if (event.type === 'hover') return { state: { over: houseUnder(event.position, house.id, context)?.id ?? null } };
    if (event.type !== 'click') return { state };
    const other = houseUnder(event.position, house.id, context);
    if (!other) return { state };
    const keepId = houseToKeep(context.world, house.id, other.id);
    return {
      state: { over: other.id },
      edit: {
        kind: 'house.merge',
        input: { keepId, otherId: keepId === house.id ? other.id : house.id },
        shows: { kind: 'house', id: keepId },
      },
    };
  },
  sketch({ over }, context) {
    const house = selectedHouse(context);
    if (!house) return [];
    return touchingHouses(context.world, house).flatMap((other): Sketch => [
      ...area('lit', outlineOf(other)),
      ...(other.id === over ? area('area', outlineOf(other)) : []),
    ]);
  },
  status: (_state, context) => {
    const house = selectedHouse(context);
    const hintKey = !house?.footprint
      ? 'tool.splitHouse.nothing'
      : touchingHouses(context.world, house).length > 0
        ? 'tool.mergeHouses'
        : 'tool.mergeHouses.none';
    return { hintKey, canFinish: false, canUndoPoint: false };
  },
};
