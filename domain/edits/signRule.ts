/**
 * What holds for house-number plates: none smaller than the rules allow, at most one in use a house, and none put up for
 * a number withdrawn (RULES §1.8).
 */
import { fullNumber } from '../addressing/fullNumber.ts';
import type { Id } from '../records/fields.ts';
import type { Sign } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import { charactersOf, judgeSize } from '../signs/sizes.ts';
import { refuse, type Refusal } from './refusal.ts';

export function signRefusal(after: World, sign: Sign, before: Sign | undefined): Refusal | undefined {
  const { houseId } = sign;
  if (sign.signKind !== 'house-plate' || sign.state === 'removed') return undefined;
  const verdict = sign.size && judgeSize('house-plate', charactersOf(sign.faces[0] ?? ''), sign.size);
  if (verdict?.verdict === 'error') {
    const { widthMillimeters, heightMillimeters } = verdict.least;
    return refuse('plate-below-least', [sign.id], { widthMillimeters, heightMillimeters });
  }
  if (houseId === null) return undefined;
  const numbers = numbersOf(after, houseId);
  const isPutUp = sign.state === 'installed' && (before?.state !== 'installed' || before.houseId !== houseId);
  if (isPutUp && isWithdrawn(numbers, sign)) {
    return refuse('plate-of-retired-address', [sign.id, houseId], { number: sign.faces[0] ?? '' });
  }
  if (isWithdrawn(numbers, sign)) return undefined;
  for (const other of after.sign.values()) {
    if (other.id === sign.id || other.signKind !== 'house-plate' || other.houseId !== houseId) continue;
    if (other.state !== 'removed' && !isWithdrawn(numbers, other)) {
      return refuse('plate-second', [houseId, other.id, sign.id]);
    }
  }
  return undefined;
}

interface Numbers {
  readonly current: ReadonlySet<string>;
  readonly retired: ReadonlySet<string>;
}

function numbersOf(world: World, houseId: Id): Numbers {
  const current = new Set<string>();
  const retired = new Set<string>();
  for (const address of world.address.values()) {
    if (address.houseId !== houseId) continue;
    if (address.state === 'retired') retired.add(address.retiredAs ?? address.number);
    else current.add(fullNumber(world, address));
  }
  return { current, retired };
}

/** It says a number that the house had once and has no longer: it may hang until somebody takes it down. */
const isWithdrawn = ({ current, retired }: Numbers, { faces }: Sign): boolean => {
  const text = (faces[0] ?? '').trim();
  return retired.has(text) && !current.has(text);
};
