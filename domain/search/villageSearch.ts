/** Finding anything in a village by what a person types: ranked, grouped, in any spelling (RULES §9, §12.17). */
import { sparedDigits } from '../addressing/localPlusCode.ts';
import { formRank, holdsAll, searchForm, type SearchForm } from '../addressing/textSearch.ts';
import { foldText } from '../addressing/vietnameseText.ts';
import { addressMatch } from '../addressing/writing/addressMatch.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import { plainCode, type FindableHouse, type SearchIndex } from './searchIndex.ts';

export const searchGroups = ['house', 'road', 'landmark', 'person', 'code'] as const;
export type SearchGroup = (typeof searchGroups)[number];

export interface SearchHit {
  /** The record to be shown; for a person and a code the house, or the household while it has none. */
  readonly kind: 'house' | 'road' | 'landmark' | 'household';
  readonly id: Id;
  /** The household, for a person; the code, for a code. */
  readonly by: string | null;
  /** 0 is just what was typed. */
  readonly rank: number;
}

export interface SearchResult {
  readonly group: SearchGroup;
  /** Best first, then in the order of the list; at most as many as asked for. */
  readonly hits: readonly SearchHit[];
  /** How many there are. */
  readonly count: number;
}

/** The groups that have hits, the one with the best hit first; nothing for an empty query. */
export function searchVillage(
  world: World,
  index: SearchIndex,
  typed: string,
  mostInGroup: number,
): readonly SearchResult[] {
  const query = searchForm(typed);
  if (query.text === '') return [];
  const found: Record<SearchGroup, readonly SearchHit[]> = {
    house: houseHits(world, index, typed, query),
    road: hitsOf(index.roads, (road) => {
      const rank = formRank(query, road.form);
      return rank === null ? null : { kind: 'road', id: road.id, by: null, rank };
    }),
    landmark: hitsOf(index.landmarks, (landmark) => {
      const rank = formRank(query, landmark.form);
      return rank === null ? null : { kind: 'landmark', id: landmark.id, by: null, rank };
    }),
    person: personHits(index, typed, query),
    code: codeHits(index, typed),
  };
  return searchGroups
    .map((group) => ({ group, hits: bestFirst(found[group], mostInGroup), count: found[group].length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.hits[0]!.rank - b.hits[0]!.rank);
}

const hitsOf = <T>(items: readonly T[], hitOf: (item: T) => SearchHit | null): readonly SearchHit[] =>
  items.flatMap((item) => hitOf(item) ?? []);

/** By rank, keeping the order within each, without sorting what is not shown. */
function bestFirst(hits: readonly SearchHit[], most: number): readonly SearchHit[] {
  const byRank = new Map<number, SearchHit[]>();
  for (const hit of hits) {
    const same = byRank.get(hit.rank);
    if (same) same.push(hit);
    else byRank.set(hit.rank, [hit]);
  }
  return [...byRank]
    .sort(([a], [b]) => a - b)
    .flatMap(([, same]) => same.slice(0, most))
    .slice(0, most);
}

/** "5/4", "12a", "5/4 den h": a number first or last, then words of the road. */
const numberFirst = /^(?:so\s+)?(\d[\p{L}\d/-]*)(?:\s+(.*))?$/u;
const numberLast = /^(.*\S)\s+(?:so\s+)?(\d[\p{L}\d/-]*)$/u;

/** 0 the very number (and road), 1 a house of that number in any lane, 2 numbers that begin so, then names (RULES §1.5). */
function houseHits(world: World, index: SearchIndex, typed: string, query: SearchForm): readonly SearchHit[] {
  const readings = readingsOf(typed);
  const hits = hitsOf(index.houses, (house) => {
    let best = house.name && lowered(formRank(query, house.name));
    for (const reading of readings) {
      const rank = numberRank(reading, house);
      if (rank !== null && (best === null || rank < best)) best = rank;
    }
    return best === null ? null : { kind: 'house', id: house.id, by: null, rank: best };
  });
  return hits.length > 0 ? hits : writtenOutHits(world, index, typed);
}

/** An address written in another way than the short form: "nhà 3, ngõ 5", "12-14 Đền Hàn", a road misspelled. */
function writtenOutHits(world: World, index: SearchIndex, typed: string): readonly SearchHit[] {
  const numberOf = new Map<Id, string>();
  const match = addressMatch(world, typed, ({ id }) => numberOf.get(id)!);
  if (!match) return [];
  for (const { address, number } of index.houses) if (address) numberOf.set(address.id, number);
  return hitsOf(index.houses, ({ id, address }) => {
    const rank = address ? match(address) : null;
    return rank === null ? null : { kind: 'house', id, by: null, rank };
  });
}

/** A name that is just what was typed is as good as a number that is; the others come after numbers. */
const lowered = (rank: number | null): number | null => (rank === null || rank === 0 ? rank : rank + 2);

interface NumberReading {
  readonly number: string;
  /** Null where only a number was typed. */
  readonly road: SearchForm | null;
}

function readingsOf(typed: string): readonly NumberReading[] {
  const text = foldText(typed)
    .replace(/\s*([/,])\s*/g, '$1')
    .replaceAll(',', ' ')
    .trim();
  const first = numberFirst.exec(text);
  if (first) return [{ number: first[1]!, road: first[2] ? searchForm(first[2]) : null }];
  const last = numberLast.exec(text);
  return last ? [{ number: last[2]!, road: searchForm(last[1]!) }] : [];
}

function numberRank({ number, road }: NumberReading, house: FindableHouse): 0 | 1 | 2 | null {
  const { folded: full } = house;
  if (!full.includes(number)) return null;
  if (road !== null && !(house.ways && holdsAll(road.folded, house.ways.folded))) return null;
  if (full === number) return 0;
  if (full.endsWith(`/${number}`)) return 1;
  return full.startsWith(number) ? 2 : null;
}

/** By name, or by four figures or more of a telephone number. */
function personHits(index: SearchIndex, typed: string, query: SearchForm): readonly SearchHit[] {
  const figures = /^[\d\s.]+$/.test(typed) ? typed.replace(/\D/g, '') : '';
  return hitsOf(index.persons, ({ id, houseId, phone, form }) => {
    const isPhone = figures.length >= 4 && (phone?.includes(figures) ?? false);
    const rank = isPhone ? 1 : formRank(query, form);
    if (rank === null) return null;
    return houseId === null ? { kind: 'household', id, by: id, rank } : { kind: 'house', id: houseId, by: id, rank };
  });
}

/** Letters and figures of Plus Codes; a figure or a plus sign tells them from words. */
const plusCodePart = /^(?=.*[\d+])[23456789CFGHJMPQRVWX]{0,8}\+?[23456789CFGHJMPQRVWX]{0,7}$/;

/** 0 the whole code, 1 its beginning (of the short form too), 2 a part of it. Three signs are needed, four inside. */
function codeHits(index: SearchIndex, typed: string): readonly SearchHit[] {
  const asked = plainCode(typed);
  if (asked.length < 3) return [];
  const mayBePlusCode = plusCodePart.test(asked);
  return hitsOf(index.codes, ({ houseId, code, plain, isPlusCode }) => {
    if (isPlusCode && !mayBePlusCode) return null;
    const rank = codeRank(asked, plain, isPlusCode);
    return rank === null ? null : { kind: 'house', id: houseId, by: code, rank };
  });
}

function codeRank(asked: string, code: string, isPlusCode: boolean): 0 | 1 | 2 | null {
  if (code === asked || (isPlusCode && code.slice(sparedDigits) === asked)) return 0;
  if (code.startsWith(asked) || (isPlusCode && code.startsWith(asked, sparedDigits))) return 1;
  return asked.length >= 4 && code.includes(asked) ? 2 : null;
}
