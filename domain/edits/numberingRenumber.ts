/** Issued addresses numbered anew under a decision: each one that reads otherwise is retired, and a new one issued. */
import * as Type from 'typebox';
import { planNumbering } from '../addressing/numberingPlan.ts';
import { joinChanges } from '../records/change.ts';
import { dayOf } from '../records/day.ts';
import { Id, orNull, record, text } from '../records/fields.ts';
import { applyChange } from '../records/world.ts';
import { defineEdit, isRefusal } from './edit.ts';
import { errorsStand, newlyIssued } from './errorsStand.ts';
import { decisionInput } from './fields.ts';
import { unnamedWayOf } from './issued.ts';
import { refuse } from './refusal.ts';
import { underDecision } from './underDecision.ts';

/**
 * The one edit that gives an issued address another number (RULES §1.2). Drafts of the same roads are numbered with
 * them and stay drafts; addresses below that read otherwise because a lane gets another number are reissued too.
 */
export const numberingRenumber = defineEdit({
  kind: 'numbering.renumber',
  input: record({
    /** Null means the whole village. */
    roadIds: orNull(Type.Array(Id, { minItems: 1, maxItems: 2000 })),
    /** Of the plan that was shown; another plan than that one is not applied. */
    digest: text(64),
    decision: decisionInput,
  }),
  targets: () => [],
  run: (world, edit) => {
    const { roadIds, digest, decision } = edit.input;
    for (const id of roadIds ?? []) if (!world.road.has(id)) return refuse('record-missing', [id]);
    const recorded = underDecision(world, decision);
    if (isRefusal(recorded)) return recorded;
    const under = { decisionId: decision.id, date: decision.date };
    const plan = planNumbering(world, roadIds, edit.id, { on: dayOf(edit.at), under });
    if (plan.digest !== digest) return refuse('preview-outdated');
    const reissued = plan.rows.filter(({ state }) => state === 'reissued');
    if (reissued.length + plan.withdrawn.length === 0) return refuse('renumbering-touches-nothing-issued');
    // Left with its old number among the new ones, a house could share it with a neighbour.
    const stuck = plan.unplaced.filter((houseId) => plan.rows.some((row) => row.houseId === houseId));
    if (stuck.length > 0) return refuse('renumbering-leaves-houses', stuck, { count: stuck.length });
    const after = applyChange(world, plan.change);
    for (const row of reissued) {
      const unnamed = unnamedWayOf(after, { roadId: row.roadId, number: row.newNumber });
      if (unnamed) return refuse('road-unnamed', [unnamed.id], { number: row.newFull });
    }
    return errorsStand(after, newlyIssued(plan.change)) ?? joinChanges(recorded, plan.change);
  },
});
