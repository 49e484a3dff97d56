import { describe, expect, it } from 'vitest';
import { fullNumber } from '../../../../domain/addressing/fullNumber.ts';
import { addressMatch } from '../../../../domain/addressing/writing/addressMatch.ts';
import { defaultNumberingProfile } from '../../../../domain/records/village.ts';
import { worldOf, type World } from '../../../../domain/records/world.ts';
import { aHouse, anAddress, aRoad, at, aVillage } from '../../builders.ts';

const road = aRoad(at(0, 100), at(0, -100), { name: 'Đường Đền Hàn' });
const other = aRoad(at(90, 100), at(90, -100), { name: 'Đường Làng' });
const lane = aRoad(at(0, 0), at(80, 0), { class: 'lane', parentRoadId: road.id, numberName: '5' });
const alley = aRoad(at(50, 0), at(50, 80), { class: 'alley', parentRoadId: lane.id, numberName: '4' });
const addresses = [
  ...['3', '4', '5', '6', '7', '9-11'].map((number) => anAddress(aHouse(at(0, 0)), road, { number })),
  anAddress(aHouse(at(0, 0)), other, { number: '3' }),
  ...['3', '4'].map((number) => anAddress(aHouse(at(0, 0)), lane, { number })),
  anAddress(aHouse(at(0, 0)), alley, { number: '4' }),
];
const world = worldOf([aVillage(), road, other, lane, alley, ...addresses]);

const found = (typed: string, inWorld: World = world) => {
  const match = addressMatch(inWorld, typed);
  if (!match) return null;
  return [0, 1].map((rank) =>
    addresses.filter((address) => match(address) === rank).map((address) => fullNumber(inWorld, address)),
  );
};

describe('the addresses a person means', () => {
  it('are those of the full number in any form, before those that end in it', () => {
    expect(found('4')).toEqual([['4'], ['5/4', '5/4/4']]);
    for (const typed of ['5/4', 'Ngõ 5 số 4', 'số 4, ngõ 5', '4 ngõ 5']) expect(found(typed)).toEqual([['5/4'], []]);
    expect(found('4/4')).toEqual([[], ['5/4/4']]);
    expect(found('Số 4, ngách 5/4, ngõ 5, đường Đền Hàn, thôn Thử')).toEqual([['5/4/4'], []]);
  });

  it('are on the way that was named, also without marks or its word', () => {
    expect(found('3')).toEqual([['3', '3'], ['5/3']]);
    for (const typed of ['3 đường Làng', '3 Làng', 'số 3 duong lang', 'Số 3, Đ. Làng']) {
      expect(found(typed)).toEqual([['3'], []]);
    }
    expect(found('3 đường Chợ')).toEqual([[], []]);
  });

  it('are all houses of a list or on one side of a range, and either of two readings', () => {
    expect(found('4, 6')).toEqual([
      ['4', '6'],
      ['5/4', '5/4/4'],
    ]);
    expect(found('4-6 đường Đền Hàn')).toEqual([
      ['4', '6'],
      ['5/4', '5/4/4'],
    ]);
    expect(found('9-11')).toEqual([['9-11'], []]);
    const byDash = worldOf([
      aVillage({ numberingProfile: { ...defaultNumberingProfile, insertion: 'dash' } }),
      ...[road, other, lane, alley, ...addresses],
    ]);
    expect(found('9-11', byDash)).toEqual([['9-11'], []]);
  });

  it('are not asked for by a text without a number', () => {
    expect(found('đường Đền Hàn')).toBeNull();
    expect(found('Ngõ 5')).toBeNull();
  });
});
