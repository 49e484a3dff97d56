/** What map platforms say of the addresses houses have now: an answer to an address of before says nothing of this one. */
import { addressTold, toldLine } from '../addressing/addressTold.ts';
import { foldText } from '../addressing/vietnameseText.ts';
import type { Address } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { PlatformAnswer } from '../records/platformAnswer.ts';
import { remember } from '../records/remember.ts';
import type { World } from '../records/world.ts';
import { currentAddresses } from './currentAddress.ts';

/** The code and the address in a line, as somebody outside was told them. */
export interface ToldAddress {
  readonly plusCode: string;
  readonly address: string;
}

export const toldOf = (world: World, address: Address): ToldAddress => ({
  plusCode: address.plusCode,
  address: toldLine(addressTold(world, address)),
});

/** Marks and capitals apart: who sends a list back may have typed it anew. */
export const isSameTold = (one: ToldAddress, other: ToldAddress): boolean =>
  one.plusCode === other.plusCode && foldText(one.address) === foldText(other.address);

/** House id → what platforms say of the issued address it has. */
export const standingAnswers = remember(
  ['platformAnswer', 'address', 'road'],
  (world): ReadonlyMap<Id, readonly PlatformAnswer[]> => {
    const current = currentAddresses(world);
    const standing = new Map<Id, PlatformAnswer[]>();
    for (const answer of world.platformAnswer.values()) {
      const address = current.get(answer.houseId);
      if (address?.state !== 'issued' || !isSameTold(toldOf(world, address), answer)) continue;
      const known = standing.get(answer.houseId);
      if (known) known.push(answer);
      else standing.set(answer.houseId, [answer]);
    }
    return standing;
  },
);

/** By the platform the plan's criterion 6 names. */
export const isConfirmed = (world: World, houseId: Id): boolean =>
  standingAnswers(world)
    .get(houseId)
    ?.some(({ system, verdict }) => system === 'vnpt' && verdict === 'accepted') ?? false;
