/** Roads called the same, or nearly so: said aloud or typed without marks they are one. */
import { namesInVillage, traceRoad } from '../addressing/naming/otherNames.ts';
import { roadLabel } from '../addressing/roadName.ts';
import type { Id } from '../records/fields.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { defineCheck, type Found } from './check.ts';

/** The same but for marks on ways of one parent is an error, since addresses on both read the same; the rest is told. */
export const namesSimilar = defineCheck({
  id: 'names-similar',
  severity: 'error',
  kinds: ['road'],
  *look(world): Generator<Found | undefined> {
    yield* properNames(world);
    yield* laneNumbers(world);
  },
});

function* properNames(world: World): Generator<Found | undefined> {
  for (const road of world.road.values()) {
    traceRoad(road);
    yield;
  }
  const told = new Set<string>();
  for (const road of world.road.values()) {
    yield;
    if (road.name === null || road.state === 'closed') continue;
    const way = { roadId: road.id, parentRoadId: road.parentRoadId };
    const { problems, warnings } = namesInVillage(world, way, road.name);
    for (const { id, isSame } of [
      ...problems.map(({ recordIds }) => ({ id: recordIds[0], isSame: true })),
      ...warnings.map(({ recordIds }) => ({ id: recordIds[0], isSame: false })),
    ]) {
      const other = id === undefined ? undefined : world.road.get(id);
      const pair = [road.id, id].sort().join();
      if (!other || other.state === 'closed' || told.has(pair) || isLaneOf(road, other) || isLaneOf(other, road))
        continue;
      told.add(pair);
      yield pairFound(world, road, other, isSame);
    }
  }
}

/** Ngõ Đền Hàn of Đường Đền Hàn: a lane may bear the name of its road. */
const isLaneOf = (lane: Road, road: Road): boolean => lane.parentRoadId === road.id;

/** Two lanes of one road that go by one number. */
function laneNumbers(world: World): Found[] {
  const bearers = new Map<string, Road>();
  const found: Found[] = [];
  for (const road of world.road.values()) {
    if (road.name !== null || road.numberName === null || road.state === 'closed') continue;
    const key = `${road.parentRoadId}|${road.numberName}`;
    const other = bearers.get(key);
    if (other) found.push(pairFound(world, other, road, true));
    else bearers.set(key, road);
  }
  return found;
}

function pairFound(world: World, one: Road, other: Road, isSame: boolean): Found {
  const [name, otherName] = [roadLabel(world, one), roadLabel(world, other)];
  const recordIds: readonly Id[] = [one.id, other.id].sort();
  return {
    recordIds,
    params: { name, other: otherName },
    facts: [name, otherName].sort(),
    ...(isSame ? {} : { severity: 'notice' }),
  };
}
