/** What a person says of candidates: this is a house, this is none, think again. */
import * as Type from 'typebox';
import { newHouse, withDefaultEntrances } from '../addressing/defaultEntrance.ts';
import { distanceOutsideMeters } from '../geometry/polygon.ts';
import type { Candidate } from '../records/candidate.ts';
import { nextVersion, type Change } from '../records/change.ts';
import { Id, record } from '../records/fields.ts';
import { HouseUse, type House } from '../records/house.ts';
import type { AnyRecord } from '../records/record.ts';
import { applyChange, type World } from '../records/world.ts';
import { candidateLimit } from './candidatesImport.ts';
import { defineEdit } from './edit.ts';
import { insideRefusal } from './houseInside.ts';
import { refuse, type Refusal } from './refusal.ts';

/** The door of a house known only by its entrance may stand this far before the wall, in metres. */
const beforeWallMeters = 2;

const ids = record({ ids: Type.Array(Id, { minItems: 1, maxItems: candidateLimit, uniqueItems: true }) });

/**
 * Each becomes a house that stands, its door taken to be in the wall that faces its road. Where one house without an
 * outline has its entrance there, the outline becomes that house's: nothing is counted twice.
 */
export const candidatesAccept = defineEdit({
  kind: 'candidates.accept',
  input: record({
    accepted: Type.Array(record({ candidateId: Id, houseId: Id }), { minItems: 1, maxItems: candidateLimit }),
    use: HouseUse,
  }),
  targets: ({ accepted }) => accepted.map(({ candidateId }) => candidateId),
  run: (world, edit) => {
    const { accepted, use } = edit.input;
    const given = candidatesOf(
      world,
      accepted.map(({ candidateId }) => candidateId),
    );
    if ('code' in given) return given;
    const bare = [...world.house.values()].filter(({ footprint, state }) => !footprint && state !== 'demolished');
    const outlined = new Set<Id>();
    const houses: House[] = [];
    const updated: (readonly [AnyRecord, AnyRecord])[] = [];
    const taken = new Set<Id>();
    const candidateOf = new Map<Id, Candidate>();
    for (const [index, candidate] of given.entries()) {
      const { footprint } = candidate;
      const { houseId } = accepted[index]!;
      if (world.house.has(houseId) || taken.has(houseId)) return refuse('record-exists', [houseId]);
      taken.add(houseId);
      const standing = bare.filter(
        (house) => !outlined.has(house.id) && distanceOutsideMeters(footprint, house.entrance) <= beforeWallMeters,
      );
      const [one] = standing;
      if (one && standing.length === 1) {
        outlined.add(one.id);
        candidateOf.set(one.id, candidate);
        updated.push([one, nextVersion(one, { footprint })]);
      } else {
        candidateOf.set(houseId, candidate);
        houses.push({ ...newHouse(footprint), id: houseId, use });
      }
    }
    const change: Change = { created: withDefaultEntrances(world, houses), updated, deleted: given };
    const after = applyChange(world, change);
    for (const [id, { footprint }] of candidateOf) {
      const inside = insideRefusal(after, id, footprint);
      // The houses are not there yet: what can be looked at is the candidates.
      if (inside) return { ...inside, recordIds: inside.recordIds.map((one) => candidateOf.get(one)?.id ?? one) };
    }
    return change;
  },
});

/** Not a house: kept, so that it is not proposed again. */
export const candidatesReject = defineEdit({
  kind: 'candidates.reject',
  input: ids,
  targets: (input) => input.ids,
  run: (world, edit) => inState(world, edit.input.ids, 'rejected'),
});

export const candidatesReopen = defineEdit({
  kind: 'candidates.reopen',
  input: ids,
  targets: (input) => input.ids,
  run: (world, edit) => inState(world, edit.input.ids, 'open'),
});

function inState(world: World, of: readonly Id[], state: Candidate['state']): Change | Refusal {
  const given = candidatesOf(world, of);
  if ('code' in given) return given;
  const changing = given.filter((candidate) => candidate.state !== state);
  return {
    created: [],
    updated: changing.map((candidate) => [candidate, nextVersion(candidate, { state })] as const),
    deleted: [],
  };
}

function candidatesOf(world: World, of: readonly Id[]): readonly Candidate[] | Refusal {
  const found: Candidate[] = [];
  const seen = new Set<Id>();
  for (const id of of) {
    const candidate = world.candidate.get(id);
    if (!candidate || seen.has(id)) return refuse('record-missing', [id]);
    seen.add(id);
    found.push(candidate);
  }
  return found;
}
