import { describe, expect, it } from 'vitest';
import { worldOf } from '../../../domain/records/world.ts';
import { proposedText } from '../../../domain/signs/proposedText.ts';
import { aHouse, anAddress, aRoad, at, aVillage } from '../builders.ts';

const road = aRoad(at(0, 100), at(0, -100), { name: 'Đường Đền Hàn' });
const lane = aRoad(at(0, 0), at(60, 0), { class: 'lane', parentRoadId: road.id, numberName: '5' });
const alley = aRoad(at(30, 0), at(30, 40), { class: 'alley', parentRoadId: lane.id, numberName: '4' });
const unnamed = aRoad(at(0, 100), at(200, 100));
const house = aHouse(at(30, 10));
const world = worldOf([
  aVillage({ name: 'Thôn Chí Phúc' }),
  road,
  lane,
  alley,
  unnamed,
  house,
  anAddress(house, lane, { number: '4', state: 'issued' }),
]);
const textOf = (signKind: Parameters<typeof proposedText>[1]['signKind'], roadId: string | null, houseId = null) =>
  proposedText(world, { signKind, roadId, houseId });

describe('the proposed text of a sign', () => {
  it('has the class word above the name, in capitals', () => {
    expect(textOf('road-name', road.id)).toBe('ĐƯỜNG\nĐỀN HÀN');
  });

  it('names the road below the lane', () => {
    expect(textOf('lane-mouth', lane.id)).toBe('NGÕ 5\nĐƯỜNG ĐỀN HÀN');
    expect(textOf('lane-mouth', alley.id)).toBe('NGÁCH 5/4\nĐƯỜNG ĐỀN HÀN');
  });

  it('is the full number on a plate, the village at its gate, one line on a direction sign', () => {
    expect(proposedText(world, { signKind: 'house-plate', roadId: null, houseId: house.id })).toBe('5/4');
    expect(textOf('village-entrance', null)).toBe('THÔN CHÍ PHÚC');
    expect(textOf('direction', road.id)).toBe('ĐƯỜNG ĐỀN HÀN');
  });

  it('is nothing where the way has no name yet', () => {
    expect(textOf('road-name', unnamed.id)).toBeNull();
    expect(textOf('road-name', null)).toBeNull();
    expect(proposedText(world, { signKind: 'house-plate', roadId: null, houseId: null })).toBeNull();
  });
});
