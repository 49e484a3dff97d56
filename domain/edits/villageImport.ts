/** Many new records at once: the sample, or a village made from files. */
import type { TObject, TProperties } from 'typebox';
import * as Type from 'typebox';
import type { Change } from '../records/change.ts';
import { Camera } from '../records/camera.ts';
import { record, text } from '../records/fields.ts';
import { House } from '../records/house.ts';
import { Household } from '../records/household.ts';
import { Lamp } from '../records/lamp.ts';
import { Landmark } from '../records/landmark.ts';
import type { AnyRecord } from '../records/record.ts';
import { Road } from '../records/road.ts';
import { Sign } from '../records/sign.ts';
import { findRecord } from '../records/world.ts';
import { defineEdit } from './edit.ts';
import { newRecord } from './fields.ts';
import { refuse } from './refusal.ts';

/** More than any village holds; a larger import is split by its maker. */
export const importLimit = 20_000;

const many = <P extends TProperties>(schema: TObject<P>) => Type.Array(newRecord(schema), { maxItems: importLimit });

export const villageImport = defineEdit({
  kind: 'village.import',
  input: record({
    source: text(200),
    roads: many(Road),
    houses: many(House),
    households: many(Household),
    signs: many(Sign),
    cameras: many(Camera),
    lamps: many(Lamp),
    landmarks: many(Landmark),
  }),
  targets: () => [],
  run: (world, edit) => {
    const { roads, houses, households, signs, cameras, lamps, landmarks } = edit.input;
    const given: AnyRecord[] = [
      ...roads.map((fields) => ({ ...fields, kind: 'road', version: 1 }) as const),
      ...houses.map((fields) => ({ ...fields, kind: 'house', version: 1 }) as const),
      ...households.map((fields) => ({ ...fields, kind: 'household', version: 1 }) as const),
      ...signs.map((fields) => ({ ...fields, kind: 'sign', version: 1 }) as const),
      ...cameras.map((fields) => ({ ...fields, kind: 'camera', version: 1 }) as const),
      ...lamps.map((fields) => ({ ...fields, kind: 'lamp', version: 1 }) as const),
      ...landmarks.map((fields) => ({ ...fields, kind: 'landmark', version: 1 }) as const),
    ];
    if (given.length > importLimit) return refuse('too-many-records', [], { limit: importLimit, given: given.length });
    const ids = new Set<string>();
    for (const item of given) {
      if (ids.has(item.id) || findRecord(world, item.id)) return refuse('record-exists', [item.id]);
      ids.add(item.id);
    }
    return { created: given, updated: [], deleted: [] } satisfies Change;
  },
});
