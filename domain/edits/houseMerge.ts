/**
 * Two outlines of one house become one house: the union of the outlines, with the households, codes, cameras and plates
 * of both. An issued address stays with its house, so that house is the one to keep; with one on each there are two.
 */
import { unionOf } from '../geometry/polygonUnion.ts';
import type { Address } from '../records/address.ts';
import { nextVersion, type Change } from '../records/change.ts';
import { Id, record } from '../records/fields.ts';
import type { AnyRecord } from '../records/record.ts';
import type { World } from '../records/world.ts';
import { defineEdit } from './edit.ts';
import { draftAtDoor } from './houseMove.ts';
import { refuse } from './refusal.ts';

export const houseMerge = defineEdit({
  kind: 'house.merge',
  input: record({
    /** Keeps its record and its door. */
    keepId: Id,
    otherId: Id,
  }),
  targets: ({ keepId, otherId }) => [keepId, otherId],
  run: (world, edit) => {
    const { keepId, otherId } = edit.input;
    const [keep, other] = [world.house.get(keepId), world.house.get(otherId)];
    if (!keep || !other) return refuse('record-missing', [keep ? otherId : keepId]);
    if (keepId === otherId) return refuse('nothing-changes', [keepId]);
    const gone = [keep, other].filter(({ state }) => state === 'demolished').map(({ id }) => id);
    if (gone.length > 0) return refuse('house-demolished', gone);
    const [ofKeep, ofOther] = [addressesOf(world, keepId), addressesOf(world, otherId)];
    const issued = ofOther.find(({ state }) => state === 'issued');
    if (issued) {
      const isBoth = ofKeep.some(({ state }) => state === 'issued');
      return refuse(isBoth ? 'merge-both-issued' : 'merge-keeps-issued', [otherId, keepId], { number: issued.number });
    }
    const footprint = keep.footprint && other.footprint ? unionOf(keep.footprint, other.footprint) : undefined;
    if (footprint === null) return refuse('merge-outlines-apart', [keepId, otherId]);
    const merged = nextVersion(keep, {
      footprint: footprint ?? keep.footprint ?? other.footprint,
      name: keep.name ?? other.name,
      parcel: keep.parcel ?? other.parcel,
    });
    const updated: (readonly [AnyRecord, AnyRecord])[] = [[keep, merged]];
    const deleted: AnyRecord[] = [];
    for (const kind of ['household', 'externalCode', 'camera', 'sign'] as const) {
      for (const item of world[kind].values()) {
        if (item.houseId === otherId) updated.push([item, nextVersion(item, { houseId: keepId })]);
      }
    }
    for (const draft of ofOther.filter(({ state }) => state === 'draft')) {
      const isNumbered = ofKeep.some(({ state }) => state !== 'retired');
      const moved = isNumbered ? null : draftAtDoor(world, draft, merged);
      if (moved) updated.push([draft, moved]);
      else deleted.push(draft);
    }
    // What was official once stays findable, and its house with it: gone, without an outline.
    const hasPast = ofOther.some(({ state }) => state === 'retired');
    if (hasPast)
      updated.push([other, nextVersion(other, { state: 'demolished', footprint: null, chosenRoadId: null })]);
    else deleted.push(...[...world.platformAnswer.values()].filter(({ houseId }) => houseId === otherId), other);
    return { created: [], updated, deleted } satisfies Change;
  },
});

/** Of two outlines the one to keep: with the issued address, else with a draft, else the first. */
export function houseToKeep(world: World, oneId: Id, otherId: Id): Id {
  const rank = (id: Id): number => {
    const states = addressesOf(world, id).map(({ state }) => state);
    return states.includes('issued') ? 2 : states.includes('draft') ? 1 : 0;
  };
  return rank(otherId) > rank(oneId) ? otherId : oneId;
}

const addressesOf = (world: World, houseId: Id): Address[] =>
  [...world.address.values()].filter((address) => address.houseId === houseId);
