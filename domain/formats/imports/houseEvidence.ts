/** Which house a line of a list means: by our id, its code, its address, or its place, each with how sure and why. */
import { addressMatch } from '../../addressing/writing/addressMatch.ts';
import { fullNumber } from '../../addressing/fullNumber.ts';
import { foldText } from '../../addressing/vietnameseText.ts';
import { currentAddresses } from '../../coverage/currentAddress.ts';
import { distanceOutsideMeters } from '../../geometry/polygon.ts';
import { boxOfPolygon } from '../../geometry/box.ts';
import { distanceMeters } from '../../geometry/localFrame.ts';
import type { Polygon, Position } from '../../geometry/shapes.ts';
import type { Address } from '../../records/address.ts';
import type { Id } from '../../records/fields.ts';
import type { House } from '../../records/house.ts';
import type { World } from '../../records/world.ts';

/** What a line says of where its house is; null where it says nothing. */
export interface HouseClues {
  readonly houseId: Id | null;
  readonly plusCode: string | null;
  readonly number: string | null;
  readonly alley: string | null;
  readonly lane: string | null;
  readonly road: string | null;
  readonly address: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export type EvidenceReason = 'house-id' | 'plus-code' | 'address' | 'number' | 'within-outline' | 'near-entrance';

export interface HouseEvidence {
  readonly houseId: Id;
  readonly reason: EvidenceReason;
  /** From 0 to 1: DESIGN, not measured; only their order and the bounds below are used. */
  readonly confidence: number;
}

/** From this on taken without a word; below it shown for a person to say yes. */
export const sureFrom = 0.9;

const confidences: { readonly [R in EvidenceReason]: number } = {
  'house-id': 1,
  'plus-code': 0.98,
  address: 0.95,
  'within-outline': 0.92,
  number: 0.75,
  'near-entrance': 0.7,
};
/** A hand-held receiver in the lane is right to about this, in metres. */
const nearMeters = 12;
/** The next house must be this much farther, or it may be meant as well. */
const apartShare = 2;

/** For asking about many lines of one village. */
export function houseFinder(world: World): (clues: HouseClues) => HouseEvidence | null {
  const addresses = [...currentAddresses(world).values()];
  const byCode = new Map(addresses.map((address) => [bareCode(address.plusCode), address.houseId]));
  const fullOf = new Map(addresses.map((address) => [address, fullNumber(world, address)]));
  const houses = [...world.house.values()].filter(({ state }) => state !== 'demolished');

  const byAddress = (typed: string): readonly Address[] => {
    const match = addressMatch(world, typed, (address) => fullOf.get(address)!);
    return match ? addresses.filter((address) => match(address) === 0) : [];
  };

  return (clues) => {
    const found = (houseId: Id, reason: EvidenceReason): HouseEvidence => ({
      houseId,
      reason,
      confidence: confidences[reason],
    });
    if (clues.houseId !== null && world.house.has(clues.houseId)) return found(clues.houseId, 'house-id');
    const coded = clues.plusCode === null ? undefined : byCode.get(bareCode(clues.plusCode));
    if (coded !== undefined) return found(coded, 'plus-code');
    const written = writtenAddress(clues);
    if (written) {
      const [one, ...others] = byAddress(written.text);
      if (one && others.length === 0) return found(one.houseId, written.namesWay ? 'address' : 'number');
    }
    return clues.latitude === null || clues.longitude === null
      ? null
      : byPlace(houses, [clues.longitude, clues.latitude], found);
  };
}

export const bareCode = (code: string): string => code.toUpperCase().replace(/[^0-9A-Z]/g, '');

function isInBox(footprint: Polygon, [lng, lat]: Position): boolean {
  const { west, south, east, north } = boxOfPolygon(footprint);
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

function byPlace(
  houses: readonly House[],
  place: Position,
  found: (houseId: Id, reason: EvidenceReason) => HouseEvidence,
): HouseEvidence | null {
  const within = houses.filter(
    ({ footprint }) => footprint && isInBox(footprint, place) && distanceOutsideMeters(footprint, place) === 0,
  );
  if (within.length === 1) return found(within[0]!.id, 'within-outline');
  const away = (house: House) => distanceMeters(place, house.entrance);
  const [first, second] = houses
    .map((house) => ({ house, meters: away(house) }))
    .filter(({ meters }) => meters <= nearMeters * apartShare)
    .sort((a, b) => a.meters - b.meters);
  if (!first || first.meters > nearMeters) return null;
  const isAlone = !second || second.meters >= first.meters * apartShare;
  return isAlone ? found(first.house.id, 'near-entrance') : null;
}

/** The address of a line as one text; `namesWay`: it tells the way, not the number alone. */
function writtenAddress(clues: HouseClues): { readonly text: string; readonly namesWay: boolean } | null {
  const { number, alley, lane, road, address } = clues;
  if (number === null) return address === null ? null : { text: address, namesWay: true };
  const ways = [worded('ngách', alley), worded('ngõ', lane), road === null ? null : worded('đường', road)];
  const parts = ways.filter((part) => part !== null);
  if (parts.length === 0 && address !== null && foldText(address).includes(foldText(number))) {
    return { text: address, namesWay: true };
  }
  return { text: [worded('số', number), ...parts].join(', '), namesWay: parts.length > 0 };
}

const wayWords = /^(so|nha|ngach|hem|ngo|kiet|duong|pho|xom)\b/;

/** With the word of its kind in front, unless it bears one. */
const worded = (word: string, text: string | null): string | null =>
  text === null ? null : wayWords.test(foldText(text)) ? text : `${word} ${text}`;
