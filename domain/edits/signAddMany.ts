/** Many signs planned at once, as when proposals are accepted; undone at once. */
import * as Type from 'typebox';
import { record } from '../records/fields.ts';
import { Sign } from '../records/sign.ts';
import { defineEdit } from './edit.ts';
import { newRecord } from './fields.ts';
import { allCreated } from './pointRecord.ts';

export const signAddMany = defineEdit({
  kind: 'sign.addMany',
  input: record({ signs: Type.Array(newRecord(Sign), { minItems: 1, maxItems: 5000 }) }),
  targets: () => [],
  run: (world, edit) => allCreated(world, 'sign', edit.input.signs),
});
