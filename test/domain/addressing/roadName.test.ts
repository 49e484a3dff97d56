import { describe, expect, it } from 'vitest';
import { checkRoadName, foldText, normalizeText, roadLabel } from '../../../domain/addressing/roadName.ts';
import type { RoadClass } from '../../../domain/records/road.ts';
import { aRoad, at, aWorld } from '../builders.ts';

const named = aRoad(at(0, 0), at(0, 100), { name: 'Đường Đền Hàn' });
const world = aWorld(named);

const check = (name: string, cls: RoadClass = 'road') =>
  checkRoadName(world, { roadId: null, class: cls, parentRoadId: null }, name);
const problems = (name: string, cls?: RoadClass) => check(name, cls).problems.map(({ code }) => code);
const warnings = (name: string, cls?: RoadClass) => check(name, cls).warnings.map(({ code }) => code);

describe('texts (RULES §9)', () => {
  it('are stored in NFC with single spaces and the right Đ', () => {
    expect(normalizeText('  Đường   Chí Phúc '.normalize('NFD'))).toBe('Đường Chí Phúc');
    expect(normalizeText('Ðền')).toBe('Đền');
  });

  it('are compared without marks: four spellings, one folded form (§12.17)', () => {
    const forms = [
      'duong chi phuc',
      'Đường Chí Phúc'.normalize('NFD'),
      'DUONG CHI PHUC',
      'đường chí phúc',
      'Ðường Chí Phúc',
    ];
    for (const text of forms) {
      expect(foldText(text)).toBe('duong chi phuc');
    }
    expect(foldText('Thanh Hoá')).toBe(foldText('Thanh Hóa'));
  });
});

describe('a road name', () => {
  it('is refused empty, too long, with control or invisible characters, markup or formulas', () => {
    expect(problems('  ')).toEqual(['text-empty']);
    expect(problems(`Đường ${'a'.repeat(100)}`)).toEqual(['text-too-long']);
    expect(problems('Đường\u0007 Làng')).toEqual(['text-control-character']);
    expect(problems('Đường\u202e Làng')).toEqual(['text-control-character']);
    expect(problems('<b>Đường</b>')).toEqual(['text-markup']);
    expect(problems('=HYPERLINK("x")')).toEqual(['text-formula']);
  });

  it('is refused when another road bears it, also but for tone marks', () => {
    expect(problems('Đường Đền Hàn')).toEqual(['road-name-duplicate']);
    expect(problems('Đường Đền Hàn'.normalize('NFD'))).toEqual(['road-name-duplicate']);
    expect(problems('duong den han')).toEqual(['road-name-duplicate-but-for-marks']);
    expect(
      checkRoadName(world, { roadId: named.id, class: 'road', parentRoadId: null }, 'Đường Đền Hàn').problems,
    ).toEqual([]);
    expect(check('Đường Đền Hàn').problems[0]!.recordIds).toEqual([named.id]);
  });

  it('is told when it differs only by its class word or by i and y', () => {
    expect(warnings('Phố Đền Hàn')).toContain('name-similar');
    const withSy = aWorld(aRoad(at(0, 0), at(0, 9), { name: 'Đường Ngô Sỹ Liên' }));
    const found = checkRoadName(withSy, { roadId: null, class: 'road', parentRoadId: null }, 'Đường Ngô Sĩ Liên');
    expect(found.warnings.map(({ code }) => code)).toContain('name-similar');
  });

  it('is told when typed in another form than it is stored, or without its class word', () => {
    expect(warnings('Đường Làng'.normalize('NFD'))).toEqual(['name-not-normalized']);
    expect(warnings('Làng')).toEqual(['name-without-class-word']);
    expect(warnings('Ngõ Làng')).toEqual(['name-of-another-class']);
    expect(warnings('Đường Làng')).toEqual([]);
  });

  it("is told on a lane, above all a person's name (RULES §2.1 Art. 13)", () => {
    for (const name of ['Ngõ Nguyễn Trãi', 'Ngõ Lê Thị Hồng Gấm', 'Ngõ Bà Triệu', 'Trần Phú']) {
      expect(warnings(name, 'lane')).toContain('lane-named-after-person');
    }
    for (const name of ['Ngõ Đình', 'Ngõ Giếng Làng', 'Ngõ Nhà Văn Hóa']) {
      expect(warnings(name, 'lane')).toEqual(['lane-named']);
    }
  });
});

describe('a name among others', () => {
  it('is told when one letter away from another, or written short', () => {
    const withPhuc = aWorld(aRoad(at(0, 0), at(0, 9), { name: 'Đường Chí Phúc' }));
    const near = checkRoadName(withPhuc, { roadId: null, class: 'road', parentRoadId: null }, 'Đường Chí Phúcc');
    expect(near.warnings.map(({ code, params }) => [code, params['other']])).toEqual([['name-near', 'Đường Chí Phúc']]);
    const short = check('Đ. Làng').warnings;
    expect(short).toMatchObject([{ code: 'name-abbreviated', params: { full: 'Đường Làng' } }]);
    expect(warnings('Đ. Đền Hàn')).toEqual(['name-similar', 'name-abbreviated']);
  });

  it('is refused when borne in the commune or within 5 km, told when borne elsewhere in the province', () => {
    const judge = (name: string, within: 'commune' | 'province', distanceMeters: number | null) => {
      const roadsElsewhere = [
        {
          name: 'Đường Trần Phú',
          villageName: 'Bên',
          isSameCommune: within === 'commune',
          place: at(0, distanceMeters ?? 0),
        },
      ];
      const line = { type: 'LineString' as const, coordinates: [at(0, -50), at(0, 0)] };
      const way = {
        roadId: null,
        class: 'road',
        parentRoadId: null,
        ...(distanceMeters === null ? {} : { line }),
      } as const;
      const found = checkRoadName({ ...world, roadsElsewhere }, way, name);
      for (const { params } of found.problems) expect(params['place']).toBe('thôn Bên');
      return [...found.problems, ...found.warnings].map(({ code }) => code);
    };
    expect(judge('Đường Trần Phú', 'commune', null)).toEqual(['road-name-in-commune']);
    expect(judge('đường tran phu', 'commune', 9000)).toEqual(['road-name-in-commune']);
    expect(judge('Đường Trần Phú', 'province', 4999)).toEqual(['road-name-in-commune']);
    expect(judge('Đường Trần Phú', 'province', 5001)).toEqual(['name-in-province']);
    expect(judge('Đường Trần Phú', 'province', null)).toEqual(['name-in-province']);
    expect(judge('Đường Trần Quý', 'commune', null)).toEqual([]);
  });
});

describe("a lane's name by number (RULES §2.2)", () => {
  const lane = (name: string) =>
    checkRoadName(world, { roadId: null, class: 'lane', parentRoadId: named.id }, name).warnings;
  const codes = (name: string) => lane(name).map(({ code }) => code);

  it('is allowed, in series or by house, with the road it opens from', () => {
    for (const name of ['Ngõ 01 - Đền Hàn', 'Ngõ 171 Đường Đền Hàn', 'Kiệt 35 - Đền Hàn', 'Xóm 1 - Thôn Lương Lễ']) {
      expect(codes(name)).toEqual([]);
    }
  });

  it('is better left to the numbering when it is nothing but a number', () => {
    expect(codes('Ngõ 5')).toEqual(['lane-number-typed']);
  });

  it('is told when it mentions a road the lane does not open from', () => {
    expect(lane('Ngõ 171 Lê Duẩn')).toMatchObject([{ code: 'lane-name-of-another-road', params: { road: 'Lê Duẩn' } }]);
    expect(codes('Ngõ Đình - Đường Chợ')).toEqual(['lane-named', 'lane-name-of-another-road']);
    const loose = checkRoadName(world, { roadId: null, class: 'lane', parentRoadId: null }, 'Ngõ 171 Lê Duẩn');
    expect(loose.warnings).toEqual([]);
  });

  it('may be the same in two roads when it is nothing but a number', () => {
    const other = aRoad(at(90, 0), at(90, 100), { name: 'Đường Làng' });
    const taken = aRoad(at(0, 50), at(50, 50), { class: 'lane', parentRoadId: named.id, name: 'Ngõ 5' });
    const judge = (parentRoadId: string, name: string) =>
      checkRoadName(aWorld(named, other, taken), { roadId: null, class: 'lane', parentRoadId }, name);
    expect(judge(named.id, 'Ngõ 5').problems.map(({ code }) => code)).toEqual(['road-name-duplicate']);
    expect(judge(other.id, 'Ngõ 5').problems).toEqual([]);
    expect(judge(other.id, 'Ngõ 5').warnings.map(({ code }) => code)).toEqual(['lane-number-typed']);
  });
});

describe('the label of a way', () => {
  it('is its name, or its word and number, or says that it has none', () => {
    const lane = aRoad(at(0, 50), at(50, 50), { class: 'lane', parentRoadId: named.id, numberName: '5' });
    const alley = aRoad(at(30, 50), at(30, 90), { class: 'alley', parentRoadId: lane.id, numberName: '4' });
    const bare = aRoad(at(9, 0), at(9, 90));
    const all = aWorld(named, lane, alley, bare);
    expect([named, lane, alley, bare].map((road) => roadLabel(all, road))).toEqual([
      'Đường Đền Hàn',
      'Ngõ 5',
      'Ngách 5/4',
      'Đường chưa đặt tên',
    ]);
    const ownName = { ...lane, name: 'Ngõ Đình' };
    expect(roadLabel(aWorld(named, ownName, alley), alley)).toBe('Ngách 4');
  });
});
