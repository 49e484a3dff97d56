/** The road that an address in OpenStreetMap's keys speaks of, and whether a road's name is that name. */
import { nameRelation } from '../../domain/addressing/naming/nameRelation.ts';
import { isLaneKind, splitKind } from '../../domain/addressing/naming/wayKinds.ts';

export interface WrittenAddress {
  readonly street: string;
  /** Of the house on that road. */
  readonly number: string;
}

/** "236/10, Điện Biên Phủ" is number 10 in hẻm 236 of that road: the slash leads into lanes (RULES §1.5). */
export function writtenAddress(street: string, number: string): WrittenAddress {
  const levels = number.split('/');
  const own = levels.pop()!;
  if (levels.length === 0) return { street, number };
  return { street: isLaneKind(splitKind(street).kind) ? street : `Hẻm ${levels.join('/')} ${street}`, number: own };
}

/** The same but for letter case, marks, abbreviations and the word for the kind of way. */
export function isSameRoad(one: string, other: string): boolean {
  const relation = nameRelation(one, other);
  return relation !== 'near' && relation !== 'different';
}
