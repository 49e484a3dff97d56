/** A written address read back into its parts: "5/4/4 đường Đền Hàn, thôn Chí Phúc, xã Hà Sơn, huyện Hà Trung". */
import type { LaneWord } from '../roadClass.ts';
import { normalizeText } from '../vietnameseText.ts';
import type { FrontItem } from './addressFront.ts';
import type { AddressParts, AddressWay } from './addressParts.ts';
import { placesOf } from './addressPlaces.ts';
import {
  isHouseText,
  readHouseText,
  type HouseText,
  type HouseTextOptions,
  type HouseTextProblemCode,
} from './houseText.ts';
import { joinLanes, type LaneText } from './lanePieces.ts';
import { laneWordAt } from './wayWords.ts';

export interface AddressTextProblem {
  readonly problem: HouseTextProblemCode | 'house-missing';
}

export interface AddressText {
  readonly parts: AddressParts;
  /** How its number was read, with the other reading of a dash if there is one. */
  readonly number: HouseText;
}

const longest = 300;

/**
 * Reads a whole address line, Vietnamese or English, long or short, units with or without their words. Commas part
 * it; a name that itself holds a comma is not understood. The short form does not say what its lanes are called: they
 * are read as ngõ, ngách, hẻm by depth. Returns the parts, or the reason there are none.
 */
export function readAddress(typed: string, options: HouseTextOptions = {}): AddressText | AddressTextProblem {
  if (typed.length > longest) return { problem: 'too-long' };
  const { front, village, units } = placesOf(segmentsOf(typed));
  if (front.length + units.length === 0 && village === null) return { problem: 'blank' };
  const houses = front.filter((item) => item.kind === 'house');
  if (houses.length === 0)
    return { problem: front.some(({ kind }) => kind === 'lane') ? 'lane-only' : 'house-missing' };
  if (houses.length > 1) return { problem: 'several-numbers' };

  // The house with the lanes next to it is one number; each named way beyond it begins anew.
  const inward = fromTheHouse(front);
  const beginning = inward.findIndex(({ kind }) => kind === 'named');
  const [near, beyond] = beginning === -1 ? [inward, []] : [inward.slice(0, beginning), inward.slice(beginning)];
  const number = readHouseText(near.map(textOf).join(', '), options);
  if (!isHouseText(number)) return number;
  const outer = waysBeyond(beyond);
  if (typeof outer === 'string') return { problem: outer };
  const house = number.text.split('/').slice(number.lanes.length).join('/');
  return { parts: { house, ways: [...outer, ...numberedWays(number.lanes)], village, units }, number };
}

export const isAddressText = (read: AddressText | AddressTextProblem): read is AddressText => 'parts' in read;

/** Parted at commas, and before the small words of village and units where people leave the commas out. */
const segmentsOf = (typed: string): string[] =>
  normalizeText(typed.replace(/[\n;]/g, ','))
    .replace(/(?<=[^,\s])(?<!thị)\s+(?=(?:thôn|xã|phường|thị trấn|huyện|quận|thị xã|tỉnh|tổ dân phố) \p{L})/gu, ', ')
    .split(',')
    .map((segment) => segment.trim().replace(/\.$/, ''))
    .filter((segment) => segment !== '' && !/^Vi[eệ]t ?Nam$/iu.test(segment));

/** The items from the house outward, in whichever order they were written. */
function fromTheHouse(front: readonly FrontItem[]): readonly FrontItem[] {
  const house = front.findIndex(({ kind }) => kind === 'house');
  if (!front.slice(0, house).some(({ kind }) => kind === 'named')) return front;
  // "Đường Làng, ngõ 5, số 3" runs inward; in "Ngõ 5 đường Làng, số 3" only the house comes last.
  if (front[0]!.kind === 'named') return front.toReversed();
  return [front[house]!, ...front.slice(0, house), ...front.slice(house + 1)];
}

const textOf = (item: FrontItem): string =>
  item.kind === 'house' ? `số ${item.text}` : item.kind === 'lane' ? `${item.word} ${item.text}` : item.name;

/** Named ways, and the numbered lanes between them, outermost first; a reason where lanes contradict each other. */
function waysBeyond(items: readonly FrontItem[]): AddressWay[] | HouseTextProblemCode {
  const ways: AddressWay[] = [];
  let lanes: { word: LaneWord; body: string }[] = [];
  for (const item of items.toReversed()) {
    if (item.kind === 'lane') {
      lanes.push({ word: item.word, body: item.text.toLocaleUpperCase('vi') });
      continue;
    }
    const joined = joinLanes(lanes, []);
    if (typeof joined === 'string') return joined;
    ways.push(...numberedWays(joined));
    lanes = [];
    if (item.kind === 'named') ways.push({ kind: 'named', word: item.word, name: item.name });
  }
  return ways;
}

const numberedWays = (lanes: readonly LaneText[]): AddressWay[] =>
  lanes.map(({ word, number }, depth) => ({ kind: 'numbered', word: word ?? laneWordAt(depth), number }));
