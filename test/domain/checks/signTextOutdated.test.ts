import { describe, expect, it } from 'vitest';
import type { Sign } from '../../../domain/records/sign.ts';
import { aHouse, anAddress, aRoad, aSign, at, aVillage, aLandmark } from '../builders.ts';
import { worldOf } from '../../../domain/records/world.ts';
import { addressOn, afterFix, inWorld } from './finding.ts';

const road = aRoad(at(-200, 0), at(200, 0), { name: 'Đường Đền Hàn' });
const lane = aRoad(at(0, 0), at(0, 150), { class: 'lane', parentRoadId: road.id, numberName: '5' });
const inLane = [aHouse(at(-6, 20)), aHouse(at(6, 120))];
const house = aHouse(at(100, 8));
const temple = aLandmark(at(9, 90), { name: 'Đền Hàn' });
const numbered = [addressOn(inLane[0]!, lane, '1'), addressOn(inLane[1]!, lane, '23'), addressOn(house, road, '15')];
const around = [aVillage({ name: 'Thôn Chí Phúc' }), road, lane, ...inLane, house, temple, ...numbered];
const find = (sign: Sign, records = around) => inWorld(worldOf([...records, sign]), 'sign-text-outdated');
const laneSign = (faces: readonly string[], fields: Partial<Sign> = {}) =>
  aSign(at(2, 4), { signKind: 'lane-mouth', roadId: lane.id, faces, ...fields });
const plate = (face: string, fields: Partial<Sign> = {}) =>
  aSign(at(99, 8), { signKind: 'house-plate', houseId: house.id, faces: [face], ...fields });
const arrow = (faces: readonly string[], fields: Partial<Sign> = {}) =>
  aSign(at(2, 4), { signKind: 'direction', landmarkId: temple.id, faces, ...fields });
const gate = (face: string) => aSign(at(2, 4), { signKind: 'village-entrance', faces: [face] });

/** The faces after the fix of a sign still planned; the world has nothing more to say then. */
function rewritten(sign: Sign): readonly string[] | undefined {
  const world = worldOf([...around, sign]);
  const after = afterFix(world, inWorld(world, 'sign-text-outdated')[0]);
  expect(inWorld(after, 'sign-text-outdated')).toEqual([]);
  return after.sign.get(sign.id)?.faces;
}
const should = (sign: Sign, records = around) => find(sign, records).map(({ params }) => params['should']);

describe('the sign at the mouth of a lane', () => {
  const right = 'NGÕ 5\nĐƯỜNG ĐỀN HÀN\nSỐ 1 → 23';
  it('with other numbers is written anew', () => {
    const old = laneSign(['NGÕ 5\nĐƯỜNG ĐỀN HÀN\nSỐ 1 → 19', 'NGÕ 5\nĐƯỜNG ĐỀN HÀN\nSỐ 1 → 19']);
    expect(find(old)[0]).toMatchObject({ severity: 'notice', recordIds: [old.id], besideIds: [lane.id] });
    expect(rewritten(old)).toEqual([right, right]);
  });
  it('with the old name of its road is written anew', () => {
    expect(rewritten(laneSign(['NGÕ 5\nĐƯỜNG LÀNG\nSỐ 1 → 23']))).toEqual([right]);
  });
  it('that serves no number any more should not name any', () => {
    const without = around.filter((item) => item.kind !== 'address');
    expect(should(laneSign([right]), without)).toEqual(['NGÕ 5 ĐƯỜNG ĐỀN HÀN']);
  });
  it('is in order as it is, without numbers, and when it was taken down', () => {
    for (const sign of [laneSign([right]), laneSign(['Ngõ 5']), laneSign(['NGÕ 5\nSỐ 1 → 9'], { state: 'removed' })]) {
      expect(find(sign)).toEqual([]);
    }
  });
  it('with another name is told once: by the check of names', () => {
    const wrong = laneSign(['NGÕ 7\nĐƯỜNG ĐỀN HÀN\nSỐ 1 → 9']);
    expect(find(wrong)).toEqual([]);
    expect(inWorld(worldOf([...around, wrong]), 'sign-of-no-road')).toHaveLength(1);
  });
});

describe('the plate of a house', () => {
  it('with another number is written anew', () => expect(rewritten(plate('7'))).toEqual(['15']));
  it('that was printed is only told of', () => {
    const printed = plate('7', { state: 'installed' });
    const [finding] = find(printed);
    expect(finding?.params).toEqual({ text: '7', should: '15' });
    expect(finding?.fix?.(worldOf([...around, printed]), '2026-11-23')).toBeNull();
  });
  it('whose number was withdrawn, with none in its place, should come down', () => {
    const retired = { state: 'retired', number: '15', retiredOn: '2026-01-01' } as const;
    const records = [...around.filter(({ id }) => id !== numbered[2]!.id), anAddress(house, road, retired)];
    expect(should(plate('15', { state: 'installed' }), records)).toEqual(['']);
  });
  it('with its number is in order, “Số” before it or not; one of no house says nothing', () => {
    for (const sign of [plate('15'), plate('Số 15'), plate('9', { houseId: null })]) expect(find(sign)).toEqual([]);
  });
});

describe('a direction sign', () => {
  it('to a landmark with another name is written anew, its arrows kept', () => {
    expect(rewritten(arrow(['← ĐỀN CŨ', 'ĐỀN CŨ →']))).toEqual(['← ĐỀN HÀN', 'ĐỀN HÀN →']);
    expect(rewritten(arrow(['ĐỀN CŨ']))).toEqual(['ĐỀN HÀN']);
  });
  it('to a landmark that is gone leads astray', () => {
    expect(should(arrow(['CHỢ CŨ →'], { landmarkId: null, state: 'installed' }))).toEqual(['']);
  });
  it('to what is here is in order, whether tied to it or not, also on the way of a road', () => {
    for (const sign of [
      arrow(['← ĐỀN HÀN', 'ĐỀN HÀN →']),
      arrow(['Đền Hàn →'], { landmarkId: null }),
      arrow(['ĐƯỜNG ĐỀN HÀN →'], { landmarkId: null, roadId: road.id }),
      arrow(['← ĐỀN HÀN'], { roadId: lane.id }),
    ]) {
      expect([sign.faces, find(sign)]).toEqual([sign.faces, []]);
      expect(inWorld(worldOf([...around, sign]), 'sign-of-no-road')).toEqual([]);
    }
  });
});

it('the sign at the entrance has the name of the village', () => {
  expect(rewritten(gate('THÔN CHÍ HÒA'))).toEqual(['THÔN CHÍ PHÚC']);
  expect(find(gate('Kính chào quý khách\nThôn Chí Phúc\nxã Tống Sơn'))).toEqual([]);
});
