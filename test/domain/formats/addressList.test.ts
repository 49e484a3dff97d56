import { describe, expect, it } from 'vitest';
import { addressListRecords, addressListRows } from '../../../domain/formats/addressList.ts';
import { addressListColumns, type ListKey, type ListVariant } from '../../../domain/formats/addressListColumns.ts';
import { toCsv } from '../../../domain/formats/csv.ts';
import { addressListLayer } from '../../../domain/formats/addressListLayer.ts';
import { toGeoJson } from '../../../domain/formats/geojson.ts';
import { worldOf } from '../../../domain/records/world.ts';
import { aHouse, aHousehold, anAddress, aRoad, aSign, at, aVillage, newId } from '../builders.ts';

const road = aRoad(at(0, 100), at(0, -100), { name: 'Đường Đền Hàn' });
const lane = aRoad(at(0, 20), at(80, 20), { class: 'lane', parentRoadId: road.id, numberName: '1' });
const alley = aRoad(at(40, 20), at(40, 60), { class: 'alley', parentRoadId: lane.id, numberName: '2' });
const deep = aRoad(at(40, 40), at(70, 40), { class: 'branch', parentRoadId: alley.id, numberName: '4' });
const decision = {
  kind: 'decision',
  id: newId(),
  version: 1,
  number: '12/QĐ-UBND',
  date: '2022-11-30',
  signatory: 'Chủ tịch',
  scope: 'Toàn thôn',
} as const;
const official = { state: 'issued', decisionId: decision.id, issuedOn: '2022-11-30' } as const;
const onRoad = aHouse(at(6, 60), { parcel: { sheet: '12', plot: '345' } });
const onRoadLater = aHouse(at(6, -60));
const inLane = aHouse(at(30, 24));
const inAlley = aHouse(at(44, 30), { use: 'worship', name: 'Miếu' });
const inDeep = aHouse(at(60, 44));
const world = worldOf([
  aVillage({ name: 'Thôn Chí Phúc' }),
  road,
  lane,
  alley,
  deep,
  decision,
  onRoad,
  onRoadLater,
  inLane,
  inAlley,
  inDeep,
  aHousehold({ houseId: onRoad.id, ordinal: 7, headName: 'Lê Thị Ví Dụ', phone: '0900000007' }),
  aHousehold({ houseId: onRoad.id, ordinal: 3, headName: 'Trần Văn Thí Dụ', phone: null }),
  anAddress(onRoadLater, road, { number: '3', measureMeters: 160, ...official }),
  anAddress(onRoad, road, { number: '1', measureMeters: 40, ...official }),
  anAddress(inLane, lane, { number: '2', measureMeters: 30, ...official }),
  anAddress(inAlley, alley, { number: '20-1', measureMeters: 10, side: 'right', ...official }),
  anAddress(inDeep, deep, { number: '1', measureMeters: 20 }),
  anAddress(inDeep, lane, { number: '9', measureMeters: 60, state: 'retired' }),
  aSign(at(6, 60), { signKind: 'house-plate', houseId: onRoad.id, state: 'installed' }),
  {
    kind: 'externalCode',
    id: newId(),
    version: 1,
    houseId: onRoad.id,
    scheme: 'ndas10',
    value: '0123456789',
    issuedBy: 'VNPost',
    issuedOn: null,
  },
]);
const column = (variant: ListVariant, key: ListKey, states: 'issued' | 'all' = 'issued') => {
  const index = addressListColumns(variant).findIndex((one) => one.key === key);
  return addressListRows(world, variant, states).map((row) => row[index]);
};

describe('the address list', () => {
  it('is in house order, a lane after the house before its mouth', () => {
    expect(column('public', 'number')).toEqual(['1', '2', '20-1', '3']);
    expect(column('public', 'ordinal')).toEqual([1, 2, 3, 4]);
  });

  it('holds official addresses, drafts only when asked, retired ones never', () => {
    expect(column('public', 'state', 'all')).toEqual(['Đã cấp', 'Đã cấp', 'Đã cấp', 'Dự thảo', 'Đã cấp']);
  });

  it('writes road, lane and alley in their own columns, deeper ways joined into the alley', () => {
    expect(column('public', 'road', 'all')).toEqual(Array(5).fill('Đường Đền Hàn'));
    expect(column('public', 'lane', 'all')).toEqual([null, '1', '1', '1', null]);
    expect(column('public', 'alley', 'all')).toEqual([null, null, '2', '2/4', null]);
    expect(column('public', 'fullAddress')[1]).toBe('Số 2, ngõ 1, đường Đền Hàn, thôn Chí Phúc, xã Tống Sơn');
  });

  it('carries codes, parcel, plate, decision and use', () => {
    const [first] = addressListRecords(world, 'public', 'issued');
    expect(first!.cells).toMatchObject({
      ndas10: '0123456789',
      sheet: '12',
      plot: '345',
      plateState: 'Đã gắn',
      decisionNumber: '12/QĐ-UBND',
      issuedOn: '30/11/2022',
      use: 'Nhà ở',
      communeCode: '15316',
      note: 'Dữ liệu minh hoạ',
    });
    expect(column('public', 'use')[2]).toBe('Nơi thờ tự');
  });

  it('has numbers as text and only coordinates and the ordinal as numbers', () => {
    for (const row of addressListRows(world, 'full', 'all')) {
      row.forEach((cell, index) => {
        const { type } = addressListColumns('full')[index]!;
        if (cell !== null) expect(typeof cell).toBe(type === 'number' ? 'number' : 'string');
      });
    }
  });

  it('has VN-2000 in the cadastral grid of the province, X northing first as on papers (RULES §3.2, §5)', () => {
    const province = { level: 'province', code: '38', name: 'Tỉnh Thanh Hóa', validFrom: null, validTo: null } as const;
    const house = aHouse([105.79, 20.01]);
    const inProvince = (code: string) =>
      worldOf([
        aVillage({ currentUnits: [{ ...province, code }] }),
        road,
        house,
        anAddress(house, road, { number: '1', state: 'issued' }),
      ]);
    const [row] = addressListRows(inProvince('38'), 'public');
    const headings = addressListColumns('public').map(({ heading }) => heading);
    const cell = (heading: string) => row![headings.indexOf(heading)];
    expect([cell('VN-2000 X (N)'), cell('VN-2000 Y (E)')]).toEqual([2213555.57, 582463.51]);
    // A grid guessed would miss by kilometres: where the meridian is not known the cells are empty.
    expect(addressListRecords(inProvince('79'), 'public', 'issued')[0]!.cells).not.toHaveProperty('vn2000North');
  });

  it('names people in the full variant only, households in their order', () => {
    expect(column('full', 'headNames')[0]).toBe('Trần Văn Thí Dụ; Lê Thị Ví Dụ');
    expect(column('full', 'phones')[0]).toBe('0900000007');
    expect(column('full', 'householdOrdinals')[0]).toBe('3; 7');
  });

  it('gives nothing about people away in the public variant, in any format', () => {
    const list = toCsv(addressListColumns('public'), addressListRows(world, 'public', 'all'));
    const map = JSON.stringify(toGeoJson(world, 'public', 'all'));
    for (const text of [list, map]) {
      expect(text).not.toMatch(/chủ hộ|điện thoại|CCCD|headNames|phones|Ví Dụ|Thí Dụ|0900000007/i);
    }
  });
});

describe('as a layer', () => {
  it('has all columns, and a point at each entrance', () => {
    const { table, rows } = addressListLayer(world, 'public', 'all');
    expect(table.columns).toEqual(addressListColumns('public'));
    expect(rows.map(({ cells }) => cells)).toEqual(addressListRows(world, 'public', 'all'));
    expect(addressListLayer(world, 'public').rows[0]!.geometry).toEqual({
      type: 'Point',
      coordinates: onRoad.entrance,
    });
  });
});

describe('as GeoJSON', () => {
  it('is a point at each entrance with the cells as properties', () => {
    const { type, features } = toGeoJson(world, 'public');
    expect(type).toBe('FeatureCollection');
    expect(features).toHaveLength(4);
    expect(features[0]).toMatchObject({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: onRoad.entrance },
      properties: { number: '1', road: 'Đường Đền Hàn', plusCode: '7PG7XQCQ+222' },
    });
    expect(features[0]!.properties).not.toHaveProperty('latitude');
  });
});
