/** Issued addresses withdrawn under a decision; they stay findable and keep their number. */
import * as Type from 'typebox';
import { fullNumber } from '../addressing/fullNumber.ts';
import { joinChanges, nextVersion, noChange, type Change } from '../records/change.ts';
import { Id, record, text } from '../records/fields.ts';
import { defineEdit, isRefusal } from './edit.ts';
import { decisionInput } from './fields.ts';
import { refuse } from './refusal.ts';
import { underDecision } from './underDecision.ts';

export const addressRetire = defineEdit({
  kind: 'address.retire',
  input: record({
    addressIds: Type.Array(Id, { minItems: 1, maxItems: 5000, uniqueItems: true }),
    decision: decisionInput,
    /** Why, in words; kept in the log. */
    reason: text(300),
  }),
  targets: ({ addressIds }) => addressIds,
  run: (world, edit) => {
    const { addressIds, decision } = edit.input;
    const recorded = underDecision(world, decision);
    if (isRefusal(recorded)) return recorded;
    const retired: Change['updated'][number][] = [];
    for (const id of addressIds) {
      const address = world.address.get(id);
      if (!address) return refuse('record-missing', [id]);
      if (address.state !== 'issued')
        return refuse('address-not-issued', [address.houseId], { number: address.number });
      const fields = {
        state: 'retired',
        retiredDecisionId: decision.id,
        retiredOn: decision.date,
        retiredAs: fullNumber(world, address),
      } as const;
      retired.push([address, nextVersion(address, fields)]);
    }
    return joinChanges(recorded, { ...noChange, updated: retired });
  },
});
