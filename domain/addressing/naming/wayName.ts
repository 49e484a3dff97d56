/** A written name taken apart: kind of way, what it is named by, and the way or place it lies in (RULES §2.2). */
import { normalizeText } from '../vietnameseText.ts';
import { writtenOut } from './abbreviations.ts';
import { isLaneKind, isPlaceKind, kindInside, placeInside, splitKind, type WayKind } from './wayKinds.ts';

export type WayScheme =
  | { readonly by: 'proper-name'; readonly name: string }
  /** One of a series, as written: "01", "5", "A1". */
  | { readonly by: 'serial'; readonly number: string }
  /**
   * The house before its mouth, with the lanes it lies in: ["294", "2"] of ngách 294/2. They are outermost first, as
   * 97 % of alleys in known lanes are written; where the name of its lane tells (ngách 2/294 ngõ 294) they are put so.
   */
  | { readonly by: 'adjacent-house'; readonly numbers: readonly string[]; readonly isOrderKnown: boolean };

export interface WayName {
  /** Null where the name has no word for it. */
  readonly kind: WayKind | null;
  readonly scheme: WayScheme;
  readonly parent: WayName | null;
}

const lanePart = '\\d+(?:\\p{L}\\d{0,2})?';
const laneNumbers = new RegExp(`^(?:số\\s+)?(${lanePart}(?:[/+-]${lanePart})*)(?![\\p{L}\\d])`, 'iu');
const serialNumber = /^(số\s+)?(\p{Lu}?\d+\p{L}?|\p{Lu})(?![\p{L}\d/.-])/iu;
const separators = /^[\s,./–-]+/;

/**
 * Reads any name; nothing is refused, what follows no pattern is a proper name. Text alone cannot tell a small number
 * given in series from a house's: a zero in front, or a word of places (xóm, tổ, dãy), is the sign of a series;
 * a lane's number is otherwise read as the law has it (RULES L1). Null for a blank text.
 */
export function readWayName(written: string): WayName | null {
  const name = writtenOut(normalizeText(written).replace(/\s*\/\s*(?=\d)/g, '/')).replace(/[\s,.;-]+$/, '');
  if (name === '') return null;
  const { kind, rest } = splitKind(name);
  if (kind === null) return insideAnother(name) ?? properName(null, name);
  if (isLaneKind(kind)) return laneName(kind, rest);
  const [, , number] = serialNumber.exec(rest) ?? [];
  if (number === undefined) return properName(kind, rest);
  const behind = rest.slice(rest.indexOf(number) + number.length);
  return serialWithParent(kind, number, behind, /^số\s/iu.test(rest)) ?? properName(kind, rest);
}

/** "Ngõ 171 Lê Duẩn", "Kiệt 35 - Đường Ngô Sỹ Liên", "Ngách 43/ Cổ Nhuế", "Ngõ Đình - Đường Làng". */
function laneName(kind: WayKind, rest: string): WayName {
  const found = laneNumbers.exec(rest);
  if (!found) return properName(kind, rest);
  const behind = rest.slice(found[0].length).replace(separators, '');
  const parent = behind === '' ? null : readWayName(behind);
  const numbers = found[1]!.toLocaleUpperCase('vi').split('/');
  if (numbers.length === 1 && /^0\d/.test(numbers[0]!)) {
    return { kind, scheme: { by: 'serial', number: numbers[0]! }, parent };
  }
  return { kind, scheme: { by: 'adjacent-house', ...outermostFirst(numbers, parent) }, parent };
}

function outermostFirst(numbers: readonly string[], parent: WayName | null) {
  const lane = parent?.scheme.by === 'adjacent-house' ? parent.scheme.numbers.at(-1) : undefined;
  const isTurned = numbers.length > 1 && lane !== undefined && numbers.at(-1) === lane && numbers[0] !== lane;
  return {
    numbers: isTurned ? numbers.toReversed() : numbers,
    isOrderKnown: numbers.length === 1 || isTurned || numbers.at(-2) === lane,
  };
}

/** "Đường số 5", "Xóm 1 - Thôn Lương Lễ", "Dãy A1 Đầm Trấu"; null where the number is part of a name ("Phố 8 Tháng 3"). */
function serialWithParent(kind: WayKind, number: string, behind: string, saysNumber: boolean): WayName | null {
  const scheme = { by: 'serial', number: number.toLocaleUpperCase('vi') } as const;
  const text = behind.replace(separators, '');
  if (text === '') return /\d/.test(number) || isPlaceKind(kind) ? { kind, scheme, parent: null } : null;
  const isParted = /^\s*[,–-]\s/.test(behind) || splitKind(text).kind !== null;
  const isName = /^\p{Lu}/u.test(text) && (saysNumber || isPlaceKind(kind));
  return isParted || isName ? { kind, scheme, parent: readWayName(text) } : null;
}

/** "126 Ngõ 1 Phú Viên", "482 - Kim Giang": a lane known only by its number inside another way. */
function insideAnother(name: string): WayName | null {
  const [, number, dash, behind] = /^(\d+\p{L}?)(\s+-)?\s+(.+)$/u.exec(name) ?? [];
  if (number === undefined || (dash === undefined && splitKind(behind!).kind === null)) return null;
  const numbers = [number.toLocaleUpperCase('vi')];
  return { kind: null, scheme: { by: 'adjacent-house', numbers, isOrderKnown: true }, parent: readWayName(behind!) };
}

function properName(kind: WayKind | null, rest: string): WayName {
  const found = isLaneKind(kind) ? (/\s+[–-]\s+/.exec(rest) ?? kindInside.exec(rest)) : placeInside.exec(rest);
  // What is in brackets explains the name: "Ngõ Liên Ngạc (107 Phố Kẻ Vẽ)".
  const inside = rest.includes('(') ? null : found;
  const name = inside ? rest.slice(0, inside.index) : rest;
  const parent = inside ? readWayName(rest.slice(inside.index + inside[0].length)) : null;
  return { kind, scheme: { by: 'proper-name', name }, parent };
}

/** The name in one way of writing: "Ngõ 171 Lê Duẩn", "Ngách 294/2 phố Kim Mã", "Ngõ Đình - đường Làng". */
export function writeWayName({ kind, scheme, parent }: WayName): string {
  const word = kind === null ? '' : `${kind.charAt(0).toLocaleUpperCase('vi')}${kind.slice(1)} `;
  const behind = parent === null ? '' : writeWayName(parent);
  switch (scheme.by) {
    case 'proper-name':
      return behind === '' ? `${word}${scheme.name}` : `${word}${scheme.name} - ${lowerKind(parent!, behind)}`;
    case 'serial':
      return `${word}${scheme.number}${behind === '' ? '' : ` - ${behind}`}`;
    case 'adjacent-house':
      return `${word}${scheme.numbers.join('/')}${behind === '' ? '' : `${kind === null ? ' - ' : ' '}${behind}`}`;
  }
}

const lowerKind = ({ kind }: WayName, text: string): string => (kind === null ? text : kind + text.slice(kind.length));
