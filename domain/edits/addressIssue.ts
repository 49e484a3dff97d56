/** Draft addresses become official under a decision of the commune (RULES §1.2). */
import Type from 'typebox';
import { joinChanges, nextVersion, noChange, type Change } from '../records/change.ts';
import { Id, record } from '../records/fields.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { defineEdit, isRefusal } from './edit.ts';
import { decisionInput } from './fields.ts';
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
      const unnamed = unnamedRoadOf(world, address.roadId);
      if (unnamed) return refuse('road-unnamed', [unnamed.id], { number: address.number });
      issuedHouses.set(address.houseId, address.number);
      issued.push([
        address,
        nextVersion(address, { state: 'issued', decisionId: decision.id, issuedOn: decision.date }),
      ]);
    }
    return joinChanges(recorded, { ...noChange, updated: issued });
  },
});

/** The first way without a name on the way from a house to the road: an address needs each name (ANCHORS). */
export function unnamedRoadOf(world: World, roadId: Id): Road | undefined {
  const seen = new Set<Id>();
  for (let road = world.road.get(roadId); road && !seen.has(road.id);) {
    seen.add(road.id);
    if (road.name === null && road.numberName === null) return road;
    road = road.parentRoadId === null ? undefined : world.road.get(road.parentRoadId);
  }
  return undefined;
}
