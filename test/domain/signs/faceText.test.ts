import { expect, it } from 'vitest';
import { says, textOnOneLine } from '../../../domain/signs/faceText.ts';
import { keyOf } from '../../../domain/signs/plates.ts';
import { aRoad, aSign, at, aWorld } from '../builders.ts';
import { inWorld } from '../checks/finding.ts';

it('a face says whole words, in capitals or not, over its lines', () => {
  expect(says(['NGÕ 5\nĐƯỜNG ĐỀN HÀN'], 'Ngõ 5')).toBe(true);
  expect(says(['← NHÀ VĂN HOÁ', 'NHÀ VĂN HOÁ →'], 'Nhà văn hóa')).toBe(true);
  expect(says(['ĐƯỜNG\n ĐỀN  HÀN'], 'Đường Đền Hàn')).toBe(true);
  expect(says(['NGÕ 51'], 'Ngõ 5')).toBe(false);
  expect(says(['NGÕ 5/4'], 'Ngõ 5')).toBe(false);
  expect(says(['NGÁCH 12A/4'], 'Ngách 12A/4')).toBe(true);
  expect(says(['ĐƯỜNG ĐỀN HÀNG'], 'Đền Hàn')).toBe(false);
  expect(says(['ĐƯỜNG BƠ AO'], 'Bờ Ao')).toBe(false);
});

it('letters with their marks apart are the same letters', () => {
  expect(says(['ĐƯỜNG\nĐỀN HÀN'.normalize('NFD')], 'Đường Đền Hàn')).toBe(true);
});

it('the sign of ngõ 51 tied to ngõ 5 does not serve it, and is told of', () => {
  const road = aRoad(at(-200, 0), at(200, 0), { name: 'Đường Làng' });
  const lane = aRoad(at(0, 0), at(0, 80), { class: 'lane', parentRoadId: road.id, numberName: '5' });
  const wrong = aSign(at(2, 4), { signKind: 'lane-mouth', roadId: lane.id, faces: ['NGÕ 51'] });
  const world = aWorld(road, lane, wrong);
  expect(keyOf({ world }, wrong)).toBeNull();
  expect(keyOf({ world }, { ...wrong, faces: ['NGÕ 5'] })).not.toBeNull();
  expect(inWorld(world, 'sign-of-no-road').map(({ recordIds }) => recordIds)).toEqual([[wrong.id]]);
});

it('a text on one line is the first face, its lines after one another', () => {
  expect([textOnOneLine(['ĐƯỜNG \n ĐỀN HÀN', 'KHÁC']), textOnOneLine([])]).toEqual(['ĐƯỜNG ĐỀN HÀN', '']);
});
