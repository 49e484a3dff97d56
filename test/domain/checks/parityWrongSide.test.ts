import { expect, it } from 'vitest';
import { defaultNumberingProfile } from '../../../domain/records/village.ts';
import { worldOf } from '../../../domain/records/world.ts';
import { aHouse, aRoad, at, aVillage, aWorld } from '../builders.ts';
import { addressOn, afterFix, found, inWorld, row } from './finding.ts';

// Runs west, as the rule wants: what lies south is on its left.
const road = aRoad(at(200, 0), at(0, 0), { name: 'Đường Làng' });

it('an even number on the left; numbering the road again puts it right', () => {
  const house = aHouse(at(150, -8));
  const world = aWorld(road, house, addressOn(house, road, '2'));
  const [finding] = inWorld(world, 'parity-wrong-side');
  expect(finding).toMatchObject({ severity: 'error', recordIds: [house.id] });
  const after = afterFix(world, finding);
  expect(inWorld(after, 'parity-wrong-side')).toEqual([]);
  expect([...after.address.values()].map(({ number }) => number)).toEqual(['1']);
});

it('odd left and even right are in order, with suffixes too; a group (A2) has no sides', () => {
  const houses = row(road, [
    [180, -8, '1'],
    [160, -8, '1A'],
    [170, 8, '2'],
    [120, -8, 'A2'],
  ]);
  expect(found('parity-wrong-side', road, ...houses)).toEqual([]);
});

it('of 2 and 2A on the left only 2 is wrong: 2A stands beside it; on the other side of the road it is wrong itself', () => {
  const wrong = (...places: readonly (readonly [number, number, string])[]) => {
    const houses = row(road, places);
    return inWorld(aWorld(road, ...houses), 'parity-wrong-side').map(({ params }) => params['number']);
  };
  expect(wrong([180, -8, '2'], [160, -8, '2A'])).toEqual(['2']);
  expect(wrong([180, 8, '2'], [160, -8, '2A'])).toEqual(['2A']);
  expect(wrong([160, -8, '2A'])).toEqual(['2A']);
});

it('a lane with houses on one side may count 1, 2, 3 where the village chose so', () => {
  const lane = aRoad(at(100, 0), at(100, 80), { class: 'lane', numberName: '5', parentRoadId: road.id });
  const houses = [20, 40].flatMap((y, index) => {
    const house = aHouse(at(92, y));
    return [house, addressOn(house, lane, String(index + 1))];
  });
  const continuous = { ...defaultNumberingProfile, oneSidedLanes: 'continuous' } as const;
  const villageOf = (numberingProfile: typeof continuous | typeof defaultNumberingProfile) =>
    worldOf([aVillage({ numberingProfile }), road, lane, ...houses]);
  expect(inWorld(villageOf(continuous), 'parity-wrong-side')).toEqual([]);
  expect(inWorld(villageOf(defaultNumberingProfile), 'parity-wrong-side')).toHaveLength(1);
});
