/**
 * What holds for house-number plates: none smaller than the rules allow, at most one in use a house, and none put up for
 * a number withdrawn (RULES §1.8).
 */
import type { Sign } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import { countsForHouse, platesOfHouse, saysWithdrawn } from '../signs/platesOfHouses.ts';
import { verdictOf } from '../signs/sizes.ts';
import { isInHand } from '../signs/stateFields.ts';
import { signProfileOf } from '../signs/villageSigns.ts';
import { refuse, type Refusal } from './refusal.ts';

export function signRefusal(after: World, sign: Sign, before: Sign | undefined): Refusal | undefined {
  const { houseId } = sign;
  if (sign.signKind !== 'house-plate' || sign.state === 'removed') return undefined;
  const verdict = verdictOf(signProfileOf(after), sign);
  if (verdict.verdict === 'error') {
    const { widthMillimeters, heightMillimeters } = verdict.least;
    return refuse('plate-below-least', [sign.id], { widthMillimeters, heightMillimeters });
  }
  if (houseId === null) return undefined;
  const isOthers = before?.houseId !== houseId || before.signKind !== 'house-plate';
  const isPutUp = sign.state === 'installed' && (isOthers || before.state !== 'installed');
  const isWithdrawn = saysWithdrawn(after, sign);
  if (isPutUp && isWithdrawn) {
    return refuse('plate-of-retired-address', [sign.id, houseId], { number: sign.faces[0] ?? '' });
  }
  if (isWithdrawn && !isInHand(sign)) return undefined;
  // What comes to a house counts, whatever it says; what is there already may be looked at beside its successor.
  const comes = isOthers || isPutUp || before.state === 'removed';
  if (!comes && !countsForHouse(after, sign)) return undefined;
  const other = platesOfHouse(after, houseId).find((plate) => plate.id !== sign.id && countsForHouse(after, plate));
  return other && refuse('plate-second', [houseId, other.id, sign.id]);
}
