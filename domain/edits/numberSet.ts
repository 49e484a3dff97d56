/**
 * Numbers given by hand, one house or many: draft addresses on a road with just the number a person chose. Numbering
 * keeps them and gives the others around them, until they are given back to the rule (`number.release`) or issued.
 */
import * as Type from 'typebox';
import { withRoadChosen } from '../addressing/defaultEntrance.ts';
import { codeHouses } from '../addressing/houseCodes.ts';
import { placeOnRoad } from '../addressing/housePlace.ts';
import { carriesAddresses } from '../addressing/network.ts';
import { readHandNumber } from '../addressing/numberByHand.ts';
import { roadIdOfHouse } from '../addressing/roadOfHouse.ts';
import type { Address } from '../records/address.ts';
import { nextVersion, type Change } from '../records/change.ts';
import { Id, record, text } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import { deriveId } from '../records/identifier.ts';
import type { AnyRecord } from '../records/record.ts';
import type { World } from '../records/world.ts';
import { defineEdit } from './edit.ts';
import { refuse, type Refusal } from './refusal.ts';

export const numberSet = defineEdit({
  kind: 'number.set',
  input: record({
    roadId: Id,
    /** As typed: 12, 12a, 20-1; each house once. */
    numbers: Type.Array(record({ houseId: Id, number: text(20) }), { minItems: 1, maxItems: 5000 }),
  }),
  targets: ({ numbers }) => numbers.map(({ houseId }) => houseId),
  run: (world, edit) => setNumbers(world, edit.input.roadId, edit.input.numbers, (n) => deriveId(edit.id, n)),
});

export interface HandNumber {
  readonly houseId: Id;
  readonly number: string;
}

/**
 * A house that another road was found for is given this one for good, and its door, if it is only assumed, turns to face
 * it. A neighbour's draft that the rule gave the same
 * number loses it and is numbered with its road; a neighbour's issued number, or one set by hand, is not taken.
 */
export function setNumbers(
  world: World,
  roadId: Id,
  numbers: readonly HandNumber[],
  newId: (n: number) => Id,
): Change | Refusal {
  const road = world.road.get(roadId);
  if (!road) return refuse('record-missing', [roadId]);
  if (!carriesAddresses(road)) return refuse('road-carries-no-addresses', [roadId]);
  const chosen = new Map<Id, { readonly house: House; readonly number: string }>();
  const bearers = new Map<string, Id>();
  for (const { houseId, number: typed } of numbers) {
    const house = world.house.get(houseId);
    if (!house) return refuse('record-missing', [houseId]);
    if (house.state === 'demolished') return refuse('house-demolished', [houseId]);
    const number = readHandNumber(typed);
    if (number === null) return refuse('number-malformed', [houseId], { number: typed });
    const other = bearers.get(number);
    if (other !== undefined) return refuse('address-number-taken', [houseId, other], { number });
    if (chosen.has(houseId)) return refuse('house-numbered-twice', [houseId]);
    bearers.set(number, houseId);
    const isElsewhere = roadIdOfHouse(world, house) !== roadId;
    chosen.set(houseId, { house: isElsewhere ? withRoadChosen(world, house, roadId) : house, number });
  }

  const drafts = new Map<Id, Address>();
  const deleted: Address[] = [];
  for (const address of world.address.values()) {
    if (address.state === 'retired') continue;
    const { houseId, number } = address;
    if (chosen.has(houseId)) {
      if (address.state === 'issued') return refuse('house-already-issued', [houseId], { number });
      drafts.set(houseId, address);
    } else if (address.roadId === roadId && bearers.has(number)) {
      if (address.state === 'issued' || address.numberedBy === 'hand') {
        return refuse('address-number-taken', [bearers.get(number)!, houseId], { number });
      }
      deleted.push(address);
    }
  }
  const codes = codesOf(world, chosen, drafts, new Set(deleted));
  if ('code' in codes) return codes;

  const created: AnyRecord[] = [];
  const updated: [AnyRecord, AnyRecord][] = [];
  for (const [houseId, { house, number }] of chosen) {
    const before = world.house.get(houseId)!;
    if (house !== before) updated.push([before, { ...house, version: before.version + 1 }]);
    const { measureMeters, side } = placeOnRoad(world, house, roadId)!;
    const fields: Fields = {
      ...{ roadId, measureMeters, side, number },
      numberedBy: 'hand',
      ...{ entrance: house.entrance, plusCode: codes.get(houseId)! },
    };
    const draft = drafts.get(houseId);
    if (!draft) created.push(newDraft(newId(created.length + 1), houseId, fields));
    else if (!hasAll(draft, fields)) updated.push([draft, nextVersion(draft, fields)]);
  }
  return { created, updated, deleted };
}

type Fields = Pick<Address, 'roadId' | 'measureMeters' | 'side' | 'number' | 'numberedBy' | 'entrance' | 'plusCode'>;

const hasAll = (draft: Address, fields: Fields): boolean =>
  JSON.stringify({ ...draft, ...fields }) === JSON.stringify(draft);

const newDraft = (id: Id, houseId: Id, fields: Fields): Address => ({
  kind: 'address',
  version: 1,
  state: 'draft',
  ...{ id, houseId, ...fields },
  ...{ decisionId: null, issuedOn: null, retiredDecisionId: null, retiredOn: null, retiredAs: null },
});

/** A draft at the house's entrance keeps its code; a new one is told apart from every code that stays. */
function codesOf(
  world: World,
  chosen: ReadonlyMap<Id, { readonly house: House }>,
  drafts: ReadonlyMap<Id, Address>,
  gone: ReadonlySet<Address>,
): ReadonlyMap<Id, string> | Refusal {
  const kept = new Map<Id, string>();
  for (const [houseId, { house }] of chosen) {
    const draft = drafts.get(houseId);
    if (draft && String(draft.entrance) === String(house.entrance)) kept.set(houseId, draft.plusCode);
  }
  const held = new Map<string, Address>();
  for (const address of world.address.values()) {
    if (address.state === 'retired' || gone.has(address)) continue;
    if (!chosen.has(address.houseId) || kept.has(address.houseId)) held.set(address.plusCode, address);
  }
  const fresh = [...chosen.values()].map(({ house }) => house).filter(({ id }) => !kept.has(id));
  const { codeOf, shared } = codeHouses(fresh, held);
  const [clash] = shared;
  if (clash) return refuse('entrance-shared', [...clash]);
  return new Map([...kept, ...codeOf]);
}
