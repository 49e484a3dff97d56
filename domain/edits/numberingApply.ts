/** Numbers for a road, some roads or the whole village, just as the person saw them in the preview. */
import * as Type from 'typebox';
import { planNumbering } from '../addressing/numberingPlan.ts';
import { isEmptyChange } from '../records/change.ts';
import { dayOf } from '../records/day.ts';
import { Id, orNull, record, text } from '../records/fields.ts';
import { defineEdit } from './edit.ts';
import { refuse } from './refusal.ts';

export const numberingApply = defineEdit({
  kind: 'numbering.apply',
  input: record({
    /** Null means the whole village. */
    roadIds: orNull(Type.Array(Id, { minItems: 1, maxItems: 2000 })),
    /** Of the plan that was shown; another plan than that one is not applied. */
    digest: text(64),
  }),
  targets: () => [],
  run: (world, edit) => {
    const { roadIds, digest } = edit.input;
    for (const id of roadIds ?? []) if (!world.road.has(id)) return refuse('record-missing', [id]);
    const plan = planNumbering(world, roadIds, edit.id, { on: dayOf(edit.at) });
    if (plan.digest !== digest) return refuse('preview-outdated');
    return isEmptyChange(plan.change) ? refuse('numbering-nothing-to-do') : plan.change;
  },
});
