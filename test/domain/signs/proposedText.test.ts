import { describe, expect, it } from 'vitest';
import { recordsOf, worldOf } from '../../../domain/records/world.ts';
import { proposedText } from '../../../domain/signs/proposedText.ts';
import { aHouse, aLandmark, anAddress, aRoad, at, aVillage } from '../builders.ts';

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
const plate = { signKind: 'house-plate', roadId: null, houseId: null, landmarkId: null } as const;
const textOf = (signKind: Parameters<typeof proposedText>[1]['signKind'], roadId: string | null, houseId = null) =>
  proposedText(world, { signKind, roadId, houseId, landmarkId: null });

describe('the proposed text of a sign', () => {
  it('has the class word above the name, in capitals', () => {
    expect(textOf('road-name', road.id)).toBe('ĐƯỜNG\nĐỀN HÀN');
  });

  it('names the road below the lane, and the numbers found in it', () => {
    expect(textOf('lane-mouth', lane.id)).toBe('NGÕ 5\nĐƯỜNG ĐỀN HÀN\nSỐ 4');
    const last = aHouse(at(50, 10));
    const first = aHouse(at(5, 10));
    const more = worldOf([
      ...recordsOf(world),
      ...[last, first],
      anAddress(last, lane, { number: '10' }),
      anAddress(first, lane, { number: '1' }),
      anAddress(first, lane, { number: '0', state: 'retired' }),
    ]);
    expect(proposedText(more, { signKind: 'lane-mouth', roadId: lane.id, houseId: null, landmarkId: null })).toBe(
      'NGÕ 5\nĐƯỜNG ĐỀN HÀN\nSỐ 1 → 10',
    );
    expect(textOf('lane-mouth', alley.id)).toBe('NGÁCH 5/4\nĐƯỜNG ĐỀN HÀN');
  });

  it('is the full number on a plate, the village at its gate, one line on a direction sign', () => {
    expect(proposedText(world, { ...plate, houseId: house.id })).toBe('5/4');
    expect(textOf('village-entrance', null)).toBe('THÔN CHÍ PHÚC');
    expect(textOf('direction', road.id)).toBe('ĐƯỜNG ĐỀN HÀN');
    const temple = aLandmark(at(9, 9), { name: 'Đền Hàn' });
    const withTemple = worldOf([...recordsOf(world), temple]);
    expect(proposedText(withTemple, { ...plate, signKind: 'direction', landmarkId: temple.id })).toBe('ĐỀN HÀN');
  });

  it('is nothing where the way has no name yet', () => {
    expect(textOf('road-name', unnamed.id)).toBeNull();
    expect(textOf('road-name', null)).toBeNull();
    expect(proposedText(world, plate)).toBeNull();
  });
});
