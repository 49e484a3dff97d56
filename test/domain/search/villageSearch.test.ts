import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../../domain/search/searchIndex.ts';
import { searchVillage, type SearchGroup } from '../../../domain/search/villageSearch.ts';
import { findRecord, type World } from '../../../domain/records/world.ts';
import type { Landmark } from '../../../domain/records/landmark.ts';
import type { ExternalCode } from '../../../domain/records/externalCode.ts';
import { aHouse, aHousehold, anAddress, aRoad, at, aWorld, newId } from '../builders.ts';

const denHan = aRoad(at(0, 100), at(0, -100), { name: 'Đường Đền Hàn' });
const chiPhuc = aRoad(at(100, 100), at(100, -100), { name: 'Đường Chí Phúc' });
const lane5 = aRoad(at(0, 0), at(50, 0), { class: 'lane', numberName: '5', parentRoadId: denHan.id });
const lane50 = aRoad(at(0, -50), at(50, -50), { class: 'lane', numberName: '50', parentRoadId: denHan.id });
const da = aRoad(at(-100, 100), at(-100, -100), { name: 'Đường Da' });
const stone = aRoad(at(-200, 100), at(-200, -100), { name: 'Đường Đá' });

const house = (road: typeof denHan, number: string) => {
  const one = aHouse(at(5, 5));
  return { house: one, address: anAddress(one, road, { number, plusCode: codeOf(number) }) };
};
const codeOf = (number: string) => `7P7F2Q${number.length}V+222`;

const four = house(lane5, '4');
const fourOfRoad = house(denHan, '4');
const forty = house(lane5, '40');
const twelveA = house(chiPhuc, '12A');
const twelve = house(chiPhuc, '12');
const ofLane50 = house(lane50, '4');
const culture = { ...aHouse(at(9, 9), { name: 'Nhà văn hoá' }) };
const landmark: Landmark = {
  kind: 'landmark',
  id: newId(),
  version: 1,
  name: 'Đền Hàn',
  landmarkKind: 'temple',
  place: at(1, 1),
};
const head = aHousehold({ houseId: twelve.house.id, headName: 'Nguyễn Thị Đào', phone: '0912345678' });
const unhoused = aHousehold({ headName: 'Trần Văn Đào', ordinal: 2 });
const external: ExternalCode = {
  kind: 'externalCode',
  id: newId(),
  version: 1,
  houseId: twelveA.house.id,
  scheme: 'ndas10',
  value: '0123456789',
  issuedBy: 'VNPT',
  issuedOn: null,
};
const numbered = [four, fourOfRoad, forty, twelveA, twelve, ofLane50];
const world = aWorld(
  ...[denHan, chiPhuc, lane5, lane50, da, stone, culture, landmark, head, unhoused, external],
  ...numbered.flatMap(({ house: one, address }) => [one, address]),
);

const search = (typed: string, of: World = world, withPersons = true) =>
  searchVillage(of, buildSearchIndex(of, withPersons), typed, 8);
const idsOf = (typed: string, group: SearchGroup) =>
  search(typed)
    .find((result) => result.group === group)
    ?.hits.map(({ id }) => id) ?? [];
const first = (typed: string) => search(typed)[0]?.hits[0]?.id;

describe('search in a village', () => {
  it('RULES §12 test 17: one name by four spellings; what has the marks typed comes first', () => {
    for (const typed of ['duong chi phuc', 'Đường Chí Phúc'.normalize('NFD'), 'DUONG CHI PHUC', 'đường chí phúc']) {
      expect(first(typed), typed).toBe(chiPhuc.id);
    }
    expect(idsOf('đường đá', 'road')).toEqual([stone.id, da.id]);
    expect(idsOf('đường da', 'road')).toEqual([da.id, stone.id]);
    const plain = search('duong da').find(({ group }) => group === 'road')!;
    expect(new Set(plain.hits.map(({ rank }) => rank)).size).toBe(1);
  });

  it('a number with its road is that house first, then houses whose numbers begin so', () => {
    for (const typed of [
      '5/4 đền hàn',
      '5/4 den han',
      '5/4 đền h',
      'den han 5/4',
      'số 4 ngõ 5',
      '5 / 4, đường Đền Hàn',
    ]) {
      expect(first(typed), typed).toBe(four.house.id);
    }
    expect(idsOf('5/4', 'house')).toEqual([four.house.id, forty.house.id]);
    expect(idsOf('5/4 chí phúc', 'house')).toEqual([]);
    expect(idsOf('4', 'house')[0]).toBe(fourOfRoad.house.id);
    expect(new Set(idsOf('4', 'house'))).toEqual(new Set([four, fourOfRoad, ofLane50].map((one) => one.house.id)));
  });

  it('letters of numbers in any case; a number is whole before it is a beginning', () => {
    expect(idsOf('12a', 'house')).toEqual([twelveA.house.id]);
    expect(idsOf('12A', 'house')).toEqual([twelveA.house.id]);
    expect(idsOf('12', 'house')).toEqual([twelve.house.id, twelveA.house.id]);
    expect(idsOf('ngo 5', 'road')).toEqual([lane5.id, lane50.id]);
    expect(first('ngõ 50')).toBe(lane50.id);
  });

  it('prefix before infix; names of buildings and landmarks', () => {
    expect(idsOf('đền', 'landmark')).toEqual([landmark.id]);
    expect(idsOf('han', 'road')).toEqual([denHan.id]);
    expect(idsOf('huc', 'road')).toEqual([chiPhuc.id]);
    expect(first('nha van hoa')).toBe(culture.id);
    const ranks = search('chi').flatMap(({ hits }) => hits.map(({ rank }) => rank));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it('codes: whole, begun, the short form, those of other bodies', () => {
    const code = codeOf('12A');
    for (const typed of [code, code.toLowerCase(), code.slice(4), code.slice(0, -2), ` ${code.slice(4)} `]) {
      expect(idsOf(typed, 'code'), typed).toContain(twelveA.house.id);
    }
    expect(search(code)[0]).toMatchObject({ group: 'code', count: 1 });
    expect(idsOf('7P7', 'code')).toHaveLength(numbered.length);
    expect(idsOf('0123', 'code')).toEqual([twelveA.house.id]);
    expect(idsOf('456789', 'code')).toEqual([twelveA.house.id]);
    expect(idsOf('chp', 'code')).toEqual([]);
  });

  it('heads of households and their telephones only for those who may see them', () => {
    expect(idsOf('dao', 'person')).toEqual([twelve.house.id, unhoused.id]);
    expect(idsOf('nguyễn đào', 'person')).toEqual([twelve.house.id]);
    expect(idsOf('0912 345', 'person')).toEqual([twelve.house.id]);
    expect(search('dao', world, false)).toEqual([]);
  });

  it('nothing typed, or nothing like it, finds nothing; every hit is there', () => {
    expect(search('  ')).toEqual([]);
    expect(search('không có đâu')).toEqual([]);
    for (const typed of ['4', 'd', 'h', '7P7', '0', 'n']) {
      for (const { hits, count } of search(typed)) {
        expect(count).toBeGreaterThanOrEqual(hits.length);
        for (const { id, kind } of hits) expect(findRecord(world, id)?.kind).toBe(kind);
      }
    }
  });

  it('what changed is found by its new name, and no longer by the old one', () => {
    const renamed = aWorld({ ...chiPhuc, name: 'Đường Bình Minh', version: 2 }, denHan);
    expect(search('binh minh', renamed)[0]?.hits[0]?.id).toBe(chiPhuc.id);
    expect(search('chi phuc', renamed)).toEqual([]);
  });
});
