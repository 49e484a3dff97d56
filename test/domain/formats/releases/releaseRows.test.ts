import { describe, expect, it } from 'vitest';
import {
  defaultProfile,
  profileProblem,
  toldKeys,
  vnpostProfile,
  writtenColumns,
} from '../../../../domain/formats/releases/releaseProfile.ts';
import { meanings, releaseKeys } from '../../../../domain/formats/releases/releaseKeys.ts';
import { releaseDifference } from '../../../../domain/formats/releases/releaseDifference.ts';
import { releaseRows } from '../../../../domain/formats/releases/releaseRows.ts';
import { changeRows, dataTable, meaningRows, writtenRow } from '../../../../domain/formats/releases/releaseTables.ts';
import { releaseTotals } from '../../../../domain/formats/releases/releaseTotals.ts';
import { worldOf } from '../../../../domain/records/world.ts';
import { aHouse, aHousehold, anAddress, aRoad, at, aVillage } from '../../builders.ts';

const road = aRoad(at(0, 100), at(0, -100), { name: 'Đường Đền Hàn' });
const lane = aRoad(at(0, 20), at(80, 20), { class: 'lane', parentRoadId: road.id, numberName: '1' });
const alley = aRoad(at(40, 20), at(40, 60), { class: 'alley', parentRoadId: lane.id, numberName: '2' });
const deep = aRoad(at(40, 40), at(70, 40), { class: 'branch', parentRoadId: alley.id, numberName: '4' });
const [onRoad, drafted, inDeep] = [aHouse(at(6, 60)), aHouse(at(6, -60)), aHouse(at(60, 44), { use: 'worship' })];
const official = { state: 'issued', issuedOn: '2022-11-30' } as const;
const world = worldOf([
  aVillage({
    currentUnits: [
      { level: 'commune', code: '15316', name: 'Xã Tống Sơn', validFrom: '2025-07-01', validTo: null },
      { level: 'province', code: '38', name: 'Tỉnh Thanh Hóa', validFrom: null, validTo: null },
    ],
  }),
  ...[road, lane, alley, deep, onRoad, drafted, inDeep],
  aHousehold({ houseId: onRoad.id, headName: 'Trần Văn Thí Dụ', phone: '0900000003' }),
  anAddress(onRoad, road, { number: '1', measureMeters: 40, ...official }),
  anAddress(drafted, road, { number: '3', measureMeters: 160 }),
  anAddress(inDeep, deep, { number: '5', measureMeters: 20, ...official }),
]);
const rows = releaseRows(world);

describe('the rows of a release', () => {
  it('are the issued addresses alone, with nothing of persons', () => {
    expect(rows.map(({ houseId }) => houseId)).toEqual([onRoad.id, inDeep.id]);
    expect(JSON.stringify(rows)).not.toMatch(/Thí Dụ|0900000003/);
  });

  it('hold what each profile asks for', () => {
    const told = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
    for (const key of ['provinceCode', 'communeCode', 'alley', 'fullAddress', 'latitude']) expect(told).toContain(key);
    expect(Object.keys(meanings).sort()).toEqual([...releaseKeys].sort());
  });

  it('have two levels of alleys with VNPost; the deeper one is joined and told among the totals', () => {
    const heading = vnpostProfile.columns.map((column) => column.heading);
    const { cells, geometry } = writtenRow(vnpostProfile, rows[1]!, 2);
    const cell = (name: string) => cells[heading.indexOf(name)];
    expect([cell('AlleyLV1'), cell('AlleyLV2'), cell('HouseNumber')]).toEqual(['1', '2/4', '5']);
    expect([cell('ProvinceId'), cell('Ward'), cell('DistrictId')]).toEqual(['38', '15316', null]);
    expect(geometry).toEqual({ type: 'Point', coordinates: inDeep.entrance });
    const totals = releaseTotals();
    rows.forEach(totals.add);
    expect(totals.rows()).toEqual([
      ['Tổng cộng', null, 2],
      ['Thôn', 'Thôn Thử', 2],
      ['Đường', 'Đường Đền Hàn (Thôn Thử)', 2],
      ['Loại nhà', 'Nhà ở', 1],
      ['Loại nhà', 'Nơi thờ tự', 1],
      ['Lưu ý', expect.stringContaining('hai cấp'), 1],
    ]);
  });
});

describe('profiles', () => {
  it('those that are always there can be used, and every column of theirs is explained', () => {
    for (const profile of [defaultProfile, vnpostProfile]) {
      expect(profileProblem(profile.columns)).toBeNull();
      const columns = writtenColumns(profile);
      expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
      for (const { cells } of meaningRows(profile, 'changes')) expect(cells.every((cell) => cell !== '')).toBe(true);
      expect(meaningRows(profile, 'changes')).toHaveLength(dataTable(profile, 'changes').columns.length);
    }
    expect(toldKeys(vnpostProfile)).not.toContain('blank');
  });

  it('an own one needs headings that differ and something to tell', () => {
    const number = { key: 'number', heading: 'Số' } as const;
    expect(profileProblem([number, { key: 'road', heading: ' Số ' }])).toBe('heading-twice');
    expect(profileProblem([number, { key: 'number', heading: 'Số nhà' }])).toBe('key-twice');
    expect(profileProblem([{ key: 'road', heading: '  ' }])).toBe('heading-empty');
    expect(
      profileProblem([
        { key: 'ordinal', heading: 'STT' },
        { key: 'blank', heading: 'Mã' },
      ]),
    ).toBe('nothing-in-it');
    expect(profileProblem([number, { key: 'blank', heading: 'A' }, { key: 'blank', heading: 'B' }])).toBeNull();
  });
});

describe('only what has changed', () => {
  it('says what, how it read before, and numbers its rows through', () => {
    const before = rows.map((row, n) =>
      n === 0 ? { ...row, cells: { ...row.cells, number: '9', fullAddress: 'Số 9' } } : row,
    );
    const difference = releaseDifference([...before], rows.slice(0, 1), toldKeys(defaultProfile));
    const written = changeRows(defaultProfile, difference, 5);
    const columns = dataTable(defaultProfile, 'changes').columns;
    expect(written.every(({ cells }) => cells.length === columns.length)).toBe(true);
    expect(written.map(({ cells }) => cells.slice(0, 4))).toEqual([
      ['Đổi', 'Số nhà, Địa chỉ đầy đủ', 'Số 9', 5],
      ['Thu hồi', null, rows[1]!.cells.fullAddress, 6],
    ]);
  });
});
