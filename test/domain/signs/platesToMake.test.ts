import { describe, expect, it } from 'vitest';
import type { House } from '../../../domain/records/house.ts';
import { housePlates } from '../../../domain/signs/housePlates.ts';
import {
  housesWithoutPlate,
  outdatedPlates,
  plateCounts,
  platePlace,
  platesToMake,
} from '../../../domain/signs/platesToMake.ts';
import { platesOfHouse } from '../../../domain/signs/platesOfHouses.ts';
import { aHouse, anAddress, aRoad, aSign, at, aWorld, newId } from '../builders.ts';
import { done, rectangle, refused, undone, contentOf } from '../edits/doing.ts';

const road = aRoad(at(-200, 0), at(200, 0), { name: 'Đường Làng' });
const lane = aRoad(at(0, 0), at(0, 100), { class: 'lane', parentRoadId: road.id, numberName: '5' });
const issued = { state: 'issued', decisionId: null, issuedOn: '2024-01-05' } as const;

/** Metres east and north of the door. */
function offset(house: House, on = road): readonly [number, number] {
  const { place } = platePlace(aWorld(road, lane, house), house, { roadId: on.id });
  return [
    Math.round((place[0] - house.entrance[0]) * 104_650 * 10) / 10 + 0,
    Math.round((place[1] - house.entrance[1]) * 110_690 * 10) / 10 + 0,
  ];
}
const facing = (house: House, on = road) =>
  platePlace(aWorld(road, lane, house), house, { roadId: on.id }).facingDegrees;

describe('where a plate hangs', () => {
  it('left of the door as seen from the road, and looks at the road', () => {
    const north = aHouse(at(50, 10), { footprint: rectangle(45, 10, 10, 8) });
    expect([offset(north), facing(north)]).toEqual([[-0.9, 0], 180]);
    const south = aHouse(at(50, -10), { footprint: rectangle(45, -18, 10, 8) });
    expect([offset(south), facing(south)]).toEqual([[0.9, 0], 0]);
    const east = aHouse(at(6, 50), { footprint: rectangle(6, 45, 8, 10) });
    expect([offset(east, lane), facing(east, lane)]).toEqual([[0, 0.9], 270]);
  });

  it('on the wall the door is in, though the road runs otherwise', () => {
    // The door in the east wall of a house that stands north of the road.
    const house = aHouse(at(60, 14), { footprint: rectangle(50, 10, 10, 8) });
    expect([offset(house), facing(house)]).toEqual([[0, -0.9], 90]);
  });

  it('nearer to the door where the wall ends, above it where there is no wall', () => {
    const narrow = aHouse(at(45.8, 10), { footprint: rectangle(45, 10, 10, 8) });
    expect(offset(narrow)).toEqual([-0.6, 0]);
    const atCorner = aHouse(at(45.1, 10), { footprint: rectangle(45, 10, 10, 8) });
    expect(offset(atCorner)).toEqual([0, 0]);
  });

  it('on the left pillar of a gate, and beside a door without an outline', () => {
    expect(offset(aHouse(at(50, 4), { footprint: rectangle(45, 10, 10, 8) }))).toEqual([-0.9, 0]);
    expect(offset(aHouse(at(50, 4)))).toEqual([-0.9, 0]);
    // A door on the line itself.
    expect(facing(aHouse(at(50, 0)))).toBe(180);
  });
});

describe('the plates to make', () => {
  const [one, two, drafted, gone] = [
    aHouse(at(50, 8)),
    aHouse(at(6, 40)),
    aHouse(at(80, 8)),
    aHouse(at(100, 8), { state: 'demolished' }),
  ];
  const addresses = [
    anAddress(one, road, { number: '1', ...issued }),
    anAddress(two, lane, { number: '4', ...issued }),
    anAddress(drafted, road, { number: '3' }),
    anAddress(gone, road, { number: '5', ...issued }),
  ];
  const records = [road, lane, one, two, drafted, gone, ...addresses];
  const world = aWorld(...records);

  it('are of houses with an issued number, with the full number on them', () => {
    const plates = platesToMake(world, newId);
    expect(plates.map(({ faces, houseId, post, state, roadId }) => [faces, houseId, post, state, roadId])).toEqual([
      [['1'], one.id, 'wall', 'planned', null],
      [['5/4'], two.id, 'wall', 'planned', null],
    ]);
  });

  it('are one edit, undone at once; a second time there is nothing to make', () => {
    const result = done(world, 'sign.addMany', { signs: platesToMake(world, newId) });
    expect(plateCounts(result.world)).toEqual({ planned: 2, ordered: 0, installed: 0, damaged: 0, missing: 0 });
    expect(housesWithoutPlate(result.world)).toEqual([]);
    expect(contentOf(undone(result))).toEqual(contentOf(world));
    expect(refused(result.world, 'sign.addMany', { signs: platesToMake(world, newId) }).code).toBe('plate-second');
  });

  it('a house whose plate was taken down, or says a number withdrawn, waits for a plate', () => {
    const plate = (fields: object) =>
      aSign(at(49, 8), { signKind: 'house-plate', houseId: one.id, faces: ['1'], ...fields });
    const waiting = (...signs: ReturnType<typeof plate>[]) =>
      housesWithoutPlate(aWorld(...records, ...signs)).map(([{ id }]) => id);
    expect(waiting(plate({ state: 'damaged' }))).toEqual([two.id]);
    const hanging = plate({ state: 'installed' });
    const both = aWorld(...records, hanging, plate({ state: 'removed' }));
    expect(platesOfHouse(both, one.id)).toEqual([hanging]);
    expect(waiting(plate({ state: 'removed' }))).toEqual([one.id, two.id]);
    expect(waiting(plate({ state: 'installed', faces: ['7'] }))).toEqual([one.id, two.id]);
    // Still planned: rewriting it is what the check offers.
    expect(waiting(plate({ faces: ['7'] }))).toEqual([two.id]);
  });

  it('whatever hangs there with another number, what is made for all houses is not refused', () => {
    const withdrawn = anAddress(one, road, { number: '7', state: 'retired', retiredOn: '2024-01-05' });
    for (const face of ['11', '7', 'Số 7', '7\nĐƯỜNG LÀNG', 'số  nhà 7']) {
      for (const state of ['installed', 'damaged', 'missing'] as const) {
        const hanging = aSign(at(49, 8), { signKind: 'house-plate', houseId: one.id, faces: [face], state });
        const before = aWorld(...records, withdrawn, hanging);
        const result = done(before, 'sign.addMany', { signs: platesToMake(before, newId) });
        expect(result.change.created.map((sign) => sign.kind === 'sign' && sign.houseId)).toEqual([one.id, two.id]);
        expect(housesWithoutPlate(result.world)).toEqual([]);
        const [second] = platesToMake(before, newId);
        expect(refused(result.world, 'sign.add', second!).code).toBe('plate-second');
        // What was wrong may still be looked at beside its successor, and is taken down.
        const look = { ids: [hanging.id], stateDay: null, stateNote: null, dueDay: null, photoId: null } as const;
        if (state !== 'missing') done(result.world, 'sign.setState', { ...look, state: 'missing' });
        done(result.world, 'sign.setState', { ...look, state: 'removed' });
      }
    }
  });

  it('one with the number in other words counts: none is made, and a second is refused', () => {
    for (const face of ['Số 1', 'SỐ NHÀ 1\nĐƯỜNG LÀNG', ' 1 ']) {
      const right = aSign(at(49, 8), { signKind: 'house-plate', houseId: one.id, faces: [face], state: 'installed' });
      const before = aWorld(...records, right);
      expect(housesWithoutPlate(before).map(([{ id }]) => id)).toEqual([two.id]);
      const [second] = platesToMake(world, newId);
      expect(refused(before, 'sign.add', second!).code).toBe('plate-second');
    }
  });

  it('one that comes to a house with a plate is refused, though it says another number', () => {
    const [right] = platesToMake(world, newId);
    const { world: after } = done(world, 'sign.add', right!);
    for (const state of ['installed', 'damaged', 'planned'] as const) {
      const wrong = { ...right!, id: newId(), faces: ['11'], state };
      expect(refused(after, 'sign.add', wrong).code).toBe('plate-second');
    }
  });

  it('files hold what the panel makes, and beside it what hangs no more whole', () => {
    const broken = aSign(at(49, 8), { signKind: 'house-plate', houseId: one.id, faces: ['1'], state: 'damaged' });
    const before = aWorld(...records, broken);
    expect(housesWithoutPlate(before).map(([{ id }]) => id)).toEqual([two.id]);
    const needed = housePlates(before, 'issued').filter(({ isNeeded }) => isNeeded);
    expect(needed.map(({ house, plate }) => [house.id, plate?.id ?? null])).toEqual([
      [one.id, broken.id],
      [two.id, null],
    ]);
    const inWords = aSign(at(49, 8), { ...broken, id: newId(), faces: ['Số 1'], state: 'installed' });
    expect(housePlates(aWorld(...records, inWords), 'issued')[0]).toMatchObject({ isNeeded: false, saysOther: false });
  });

  it('those out of date are listed with what they should say', () => {
    const old = aSign(at(49, 8), { signKind: 'house-plate', houseId: one.id, faces: ['7'], state: 'installed' });
    const right = aSign(at(6, 41), { signKind: 'house-plate', houseId: two.id, faces: ['Số 5/4'], state: 'installed' });
    const found = outdatedPlates(aWorld(...records, old, right));
    expect(found.map(({ sign, should }) => [sign.id, should])).toEqual([[old.id, '1']]);
  });
});
