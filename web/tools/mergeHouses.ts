/** Merging the selected outline with one beside it that is the same house: those that touch it are lit. */
import { houseToKeep } from '../../domain/edits/houseMerge.ts';
import { boxesMeet, boxOfPolygon } from '../../domain/geometry/box.ts';
import { unionOf } from '../../domain/geometry/polygonUnion.ts';
import type { House } from '../../domain/records/house.ts';
import type { World } from '../../domain/records/world.ts';
import type { Choosing } from './mergeRoads.ts';
import { area, type Sketch } from './sketch.ts';
import type { Tool } from './tool.ts';
import { houseUnder, selectedHouse } from './underHand.ts';

/** How far two boxes may lie apart in degrees (about two metres) and their outlines still touch for the rules. */
const slackDegrees = 2e-5;

/** Record maps and records are never changed in place. */
const partners = new WeakMap<World['house'], WeakMap<House, readonly House[]>>();

function partnersOf(world: World, house: House): readonly House[] {
  let ofWorld = partners.get(world.house);
  if (!ofWorld) partners.set(world.house, (ofWorld = new WeakMap()));
  let found = ofWorld.get(house);
  if (!found) ofWorld.set(house, (found = touching(world, house)));
  return found;
}

function touching(world: World, house: House): readonly House[] {
  const { footprint } = house;
  if (!footprint) return [];
  const { west, south, east, north } = boxOfPolygon(footprint);
  const around = {
    west: west - slackDegrees,
    south: south - slackDegrees,
    east: east + slackDegrees,
    north: north + slackDegrees,
  };
  return [...world.house.values()].filter(
    (other) =>
      other.id !== house.id &&
      other.state !== 'demolished' &&
      other.footprint !== null &&
      boxesMeet(around, boxOfPolygon(other.footprint)) &&
      unionOf(footprint, other.footprint) !== null,
  );
}

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
    return partnersOf(context.world, house).flatMap((other): Sketch => [
      ...area('lit', outlineOf(other)),
      ...(other.id === over ? area('area', outlineOf(other)) : []),
    ]);
  },
  status: (_state, context) => {
    const house = selectedHouse(context);
    const hintKey = !house?.footprint
      ? 'tool.splitHouse.nothing'
      : partnersOf(context.world, house).length > 0
        ? 'tool.mergeHouses'
        : 'tool.mergeHouses.none';
    return { hintKey, canFinish: false, canUndoPoint: false };
  },
};
