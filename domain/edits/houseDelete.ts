/** A house taken away with its draft address and what platforms said of it; households and cameras let go of it. */
import { fullNumber } from '../addressing/fullNumber.ts';
import { nextVersion, type Change } from '../records/change.ts';
import type { AnyRecord } from '../records/record.ts';
import { defineEdit } from './edit.ts';
import { onlyId } from './fields.ts';
import { refuse } from './refusal.ts';

export const houseDelete = defineEdit({
  kind: 'house.delete',
  input: onlyId,
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const { id } = edit.input;
    const house = world.house.get(id);
    if (!house) return refuse('record-missing', [id]);
    const addresses = [...world.address.values()].filter((address) => address.houseId === id);
    const official = addresses.find((address) => address.state !== 'draft');
    // An address once issued stays findable, so its house stays too: mark it demolished instead.
    if (official) return refuse('house-already-issued', [id], { number: fullNumber(world, official) });
    const released: (readonly [AnyRecord, AnyRecord])[] = [];
    for (const household of world.household.values()) {
      if (household.houseId === id) released.push([household, nextVersion(household, { houseId: null })]);
    }
    for (const camera of world.camera.values()) {
      if (camera.houseId === id) released.push([camera, nextVersion(camera, { houseId: null })]);
    }
    for (const sign of world.sign.values()) {
      if (sign.houseId === id) released.push([sign, nextVersion(sign, { houseId: null })]);
    }
    const answers = [...world.platformAnswer.values()].filter((answer) => answer.houseId === id);
    return { created: [], updated: released, deleted: [...addresses, ...answers, house] } satisfies Change;
  },
});
