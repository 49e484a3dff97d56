/** Draft addresses become official under a decision of the commune (RULES §1.2), unless a check finds an error in them. */
import * as Type from 'typebox';
import type { Address } from '../records/address.ts';
import { joinChanges, nextVersion, noChange, type Change } from '../records/change.ts';
import { Id, record } from '../records/fields.ts';
import { defineEdit, isRefusal } from './edit.ts';
import { errorsStand } from './errorsStand.ts';
import { decisionInput } from './fields.ts';
import { unnamedWayOf } from './issued.ts';
import { refuse } from './refusal.ts';
import { underDecision } from './underDecision.ts';

export const addressIssue = defineEdit({
  kind: 'address.issue',
  input: record({
    addressIds: Type.Array(Id, { minItems: 1, maxItems: 5000, uniqueItems: true }),
    decision: decisionInput,
  }),
  targets: ({ addressIds }) => addressIds,
  run: (world, edit) => {
    const { addressIds, decision } = edit.input;
    const recorded = underDecision(world, decision);
    if (isRefusal(recorded)) return recorded;
    const issuedHouses = new Map(
      [...world.address.values()].filter((a) => a.state === 'issued').map((a) => [a.houseId, a.number]),
    );
    const issued: Change['updated'][number][] = [];
    for (const id of addressIds) {
      const address = world.address.get(id);
      if (!address) return refuse('record-missing', [id]);
      if (address.state !== 'draft') return refuse('address-not-draft', [address.houseId], { number: address.number });
      const number = issuedHouses.get(address.houseId);
      if (number !== undefined) return refuse('house-already-issued', [address.houseId], { number });
      const unnamed = unnamedWayOf(world, address);
      if (unnamed) return refuse('road-unnamed', [unnamed.id], { number: address.number });
      issuedHouses.set(address.houseId, address.number);
      issued.push([
        address,
        nextVersion(address, { state: 'issued', decisionId: decision.id, issuedOn: decision.date }),
      ]);
    }
    const refusal = errorsStand(
      world,
      issued.map(([address]) => address as Address),
    );
    if (refusal) return refusal;
    return joinChanges(recorded, { ...noChange, updated: issued });
  },
});
