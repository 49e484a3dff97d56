/** Many signs planned at once, as when proposals are accepted; undone at once. */
import * as Type from 'typebox';
import { created } from '../records/change.ts';
import { record } from '../records/fields.ts';
import { Sign } from '../records/sign.ts';
import { findRecord } from '../records/world.ts';
import { defineEdit } from './edit.ts';
import { newRecord } from './fields.ts';
import { refuse } from './refusal.ts';

export const signAddMany = defineEdit({
  kind: 'sign.addMany',
  input: record({ signs: Type.Array(newRecord(Sign), { minItems: 1, maxItems: 5000 }) }),
  targets: () => [],
  run: (world, edit) => {
    const ids = new Set<string>();
    for (const { id } of edit.input.signs) {
      if (ids.has(id) || findRecord(world, id)) return refuse('record-exists', [id]);
      ids.add(id);
    }
    return created(...edit.input.signs.map((fields) => ({ ...fields, kind: 'sign', version: 1 }) as const));
  },
});
