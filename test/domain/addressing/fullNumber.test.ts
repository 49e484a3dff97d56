import { describe, expect, it } from 'vitest';
import { addressLine, addressParts } from '../../../domain/addressing/fullNumber.ts';
import { lastDayOfFormerUnits, unitNamesOn, writeUnit } from '../../../domain/addressing/unitsLine.ts';
import { isAddressText, readAddress } from '../../../domain/addressing/writing/addressText.ts';
import { worldOf } from '../../../domain/records/world.ts';
import { aHouse, anAddress, aRoad, at, aVillage } from '../builders.ts';

/** The units of the pilot village (RULES §4). */
const village = aVillage({
  name: 'Thôn Chí Phúc',
  currentUnits: [
    { level: 'province', code: '38', name: 'Tỉnh Thanh Hóa', validFrom: null, validTo: null },
    { level: 'commune', code: '15316', name: 'Xã Tống Sơn', validFrom: '2025-07-01', validTo: null },
  ],
  formerUnits: [
    { level: 'district', code: '392', name: 'Huyện Hà Trung', validFrom: null, validTo: '2025-06-30' },
    { level: 'commune', code: '15313', name: 'Xã Hà Sơn', validFrom: null, validTo: '2025-06-30' },
  ],
});
const road = aRoad(at(0, 100), at(0, -100), { name: 'Đường Đền Hàn' });
const lane = aRoad(at(0, 0), at(100, 0), { class: 'lane', parentRoadId: road.id, numberName: '5' });
const alley = aRoad(at(50, 0), at(50, 80), { class: 'alley', parentRoadId: lane.id, numberName: '4' });
const house = aHouse(at(52, 40));
const address = anAddress(house, alley, { number: '4' });
const world = worldOf([village, road, lane, alley, house, address]);
const long = { form: 'long', language: 'vi', withUnits: true } as const;

describe('an address line with units (RULES §4)', () => {
  it('has those of now, or those of a day', () => {
    const front = 'Số 4, ngách 5/4, ngõ 5, đường Đền Hàn, thôn Chí Phúc';
    expect(addressLine(world, address, long)).toBe(`${front}, xã Tống Sơn, tỉnh Thanh Hóa`);
    expect(addressLine(world, address, { ...long, unitsOn: '2022-10-10' })).toBe(
      `${front}, xã Hà Sơn, huyện Hà Trung, tỉnh Thanh Hóa`,
    );
    expect(addressLine(world, address, { ...long, form: 'short', language: 'en', unitsOn: '2022-10-10' })).toBe(
      '5/4/4 Đền Hàn Road, Chí Phúc Village, Hà Sơn Commune, Hà Trung District, Thanh Hóa Province',
    );
    expect(addressLine(world, address, { ...long, withUnits: false })).toBe('Số 4, ngách 5/4, ngõ 5, đường Đền Hàn');
  });

  it('changes units at midnight of the day they change, and knows the last day of the former ones', () => {
    const units = (day: string) => unitNamesOn(village, day).map((unit) => writeUnit(unit, 'vi'));
    expect(units('2025-06-30')).toEqual(['xã Hà Sơn', 'huyện Hà Trung', 'tỉnh Thanh Hóa']);
    expect(units('2025-07-01')).toEqual(['xã Tống Sơn', 'tỉnh Thanh Hóa']);
    expect(lastDayOfFormerUnits(village)).toBe('2025-06-30');
    expect(lastDayOfFormerUnits(aVillage())).toBeNull();
  });

  it('reads back as what it was made of', () => {
    const read = readAddress(addressLine(world, address, { ...long, unitsOn: '2022-10-10' }));
    expect(isAddressText(read) && read.parts).toEqual(
      addressParts(world, address, { withUnits: true, unitsOn: '2022-10-10' }),
    );
  });

  it('begins anew in a lane that has a name of its own, and leaves out a way that has none', () => {
    const named = { ...lane, numberName: null, name: 'Ngõ Đình' };
    const unnamed = { ...lane, numberName: null };
    expect(addressLine(worldOf([road, named, alley]), address, long)).toBe('Số 4, ngách 4, ngõ Đình, đường Đền Hàn');
    expect(addressLine(worldOf([road, named, alley]), address, { ...long, form: 'short' })).toBe('4/4 ngõ Đình');
    expect(addressLine(worldOf([road, unnamed, alley]), address, long)).toBe('Số 4, ngách 4, đường Đền Hàn');
  });
});
