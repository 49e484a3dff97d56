/** Households that wait, by what is written of them and of a house alike: telephone, name, number. */
import { fullNumber } from '../addressing/fullNumber.ts';
import { foldText } from '../addressing/vietnameseText.ts';
import { currentAddresses } from '../coverage/currentAddress.ts';
import type { Id } from '../records/fields.ts';
import type { Household } from '../records/household.ts';
import type { World } from '../records/world.ts';
import { inListOrder } from './proposeAlongWalk.ts';
import { confidences, isEmptyHome, type HouseholdProposal, type ProposalReason } from './proposal.ts';

/** The strongest reason of each household; what two households or two houses share tells nothing. */
export function proposeByEvidence(world: World): readonly HouseholdProposal[] {
  const waiting = [...world.household.values()].filter(({ houseId }) => houseId === null);
  const clues = cluesOf(world);
  const proposals: HouseholdProposal[] = [];
  for (const { reason, keyOf, houses } of clues) {
    const counts = counted(waiting.map(keyOf));
    for (const household of waiting) {
      const key = keyOf(household);
      const houseId = key === null || counts.get(key) !== 1 ? undefined : houses.get(key);
      if (!houseId || proposals.some(({ householdId }) => householdId === household.id)) continue;
      proposals.push({ householdId: household.id, houseId, reason, confidence: confidences[reason] });
    }
  }
  return inListOrder(world, proposals);
}

interface Clue {
  readonly reason: ProposalReason;
  readonly keyOf: (household: Household) => string | null;
  /** The one house of a key; null where several have it. */
  readonly houses: ReadonlyMap<string, Id | null>;
}

/** The strongest first. */
function cluesOf(world: World): readonly Clue[] {
  const housed = [...world.household.values()].filter(({ houseId }) => houseId !== null);
  const nameOf = ({ headName }: Household) => (headName === null ? null : foldText(headName));
  const phoneOf = ({ phone }: Household) => phone;
  const houses = [...world.house.values()].filter(({ state }) => state !== 'demolished');
  const empty = houses.filter(isEmptyHome(world));
  const current = currentAddresses(world);
  return [
    { reason: 'same-phone', keyOf: phoneOf, houses: oneOfEach(housed.map((one) => [phoneOf(one), one.houseId!])) },
    {
      reason: 'house-name',
      keyOf: nameOf,
      houses: oneOfEach(houses.map(({ id, name }) => [name === null ? null : nameWithin(name), id])),
    },
    { reason: 'same-name', keyOf: nameOf, houses: oneOfEach(housed.map((one) => [nameOf(one), one.houseId!])) },
    {
      reason: 'house-number',
      keyOf: ({ ordinal }) => String(ordinal),
      houses: oneOfEach(
        empty.map(({ id }) => {
          const address = current.get(id);
          return [address ? fullNumber(world, address) : null, id];
        }),
      ),
    },
  ];
}

const honorifics = /^(nha )?((ong|ba|anh|chi|co|chu|bac) )?/;

/** "Nhà ông Nguyễn Văn An" → "nguyen van an". */
const nameWithin = (houseName: string): string => foldText(houseName).replace(honorifics, '');

function oneOfEach(entries: readonly (readonly [string | null, Id])[]): ReadonlyMap<string, Id | null> {
  const found = new Map<string, Id | null>();
  for (const [key, id] of entries) {
    if (key !== null) found.set(key, found.has(key) && found.get(key) !== id ? null : id);
  }
  return found;
}

function counted(keys: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
