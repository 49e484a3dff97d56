/** A road taken away with its draft addresses; lanes, houses and signs that named it let go of it. */
import { nextVersion, type Change } from '../records/change.ts';
import type { AnyRecord } from '../records/record.ts';
import { defineEdit } from './edit.ts';
import { onlyId } from './fields.ts';
import { addressesOnRoad, hasIssuedAddresses } from './issued.ts';
import { refuse } from './refusal.ts';

export const roadDelete = defineEdit({
  kind: 'road.delete',
  input: onlyId,
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const { id } = edit.input;
    const road = world.road.get(id);
    if (!road) return refuse('record-missing', [id]);
    const addresses = addressesOnRoad(world, id);
    const official = addresses.filter((address) => address.state !== 'draft');
    if (official.length > 0) {
      return refuse('road-has-issued-addresses', [id, ...official.map((address) => address.houseId)], {
        count: official.length,
      });
    }
    // The names of the lanes below are part of what was issued in them.
    if (hasIssuedAddresses(world, id)) return refuse('road-has-issued-addresses', [id]);
    const released: (readonly [AnyRecord, AnyRecord])[] = [];
    for (const lane of world.road.values()) {
      if (lane.parentRoadId === id) released.push([lane, nextVersion(lane, { parentRoadId: null, numberName: null })]);
    }
    for (const house of world.house.values()) {
      if (house.chosenRoadId === id) released.push([house, nextVersion(house, { chosenRoadId: null })]);
    }
    for (const sign of world.sign.values()) {
      if (sign.roadId === id) released.push([sign, nextVersion(sign, { roadId: null })]);
    }
    return { created: [], updated: released, deleted: [...addresses, road] } satisfies Change;
  },
});
