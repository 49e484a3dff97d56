/** Two outlines of one house merged: what hangs on both stays, an issued address is never lost. */
import { describe, expect, it } from 'vitest';
import { houseToKeep } from '../../../domain/edits/houseMerge.ts';
import { areaSquareMeters } from '../../../domain/geometry/polygon.ts';
import type { House } from '../../../domain/records/house.ts';
import { aCamera, aHouse, aHousehold, aRoad, aSign, at, aWorld } from '../builders.ts';
import { addressOf, contentOf, done, issued, numbered, refused, rectangle, undone } from './doing.ts';

const road = aRoad(at(0, 100), at(0, -100), { name: 'Đường Làng' });
const one = aHouse(at(6, 4), { footprint: rectangle(6, 0, 10, 8) });
const other = aHouse(at(6, 12), { footprint: rectangle(6, 8, 10, 8), name: 'Nhà thờ họ' });
const household = aHousehold({ houseId: other.id });
const camera = aCamera(at(6, 12), { owner: 'household', houseId: other.id });
const plate = aSign(at(6, 12), { signKind: 'house-plate', houseId: other.id });
const village = aWorld(road, one, other, household, camera, plate);
const merge = (keep: House, gone: House) => ({ keepId: keep.id, otherId: gone.id });
const both = [one.id, other.id];

describe('two outlines that touch', () => {
  const result = done(village, 'house.merge', merge(one, other), both);
  const after = result.world;
  it('are one house, with what hung on both', () => {
    expect([...after.house.keys()]).toEqual([one.id]);
    expect(after.house.get(one.id)).toMatchObject({ entrance: one.entrance, name: 'Nhà thờ họ' });
    expect(areaSquareMeters(after.house.get(one.id)!.footprint!)).toBeCloseTo(160, 0);
    expect(after.household.get(household.id)!.houseId).toBe(one.id);
    expect(after.camera.get(camera.id)!.houseId).toBe(one.id);
    expect(after.sign.get(plate.id)!.houseId).toBe(one.id);
  });
  it('are two again when taken back', () => {
    expect(contentOf(undone(result))).toEqual(contentOf(village));
  });
});

it('a draft of either is the house’s; of two, that of the house that is kept', () => {
  const drafted = numbered(village);
  const kept = addressOf(drafted, one)!;
  const after = done(drafted, 'house.merge', merge(one, other), both).world;
  expect([...after.address.values()]).toEqual([kept]);
  const alone = {
    ...drafted,
    address: new Map([...drafted.address].filter(([, { houseId }]) => houseId === other.id)),
  };
  const moved = done(alone, 'house.merge', merge(one, other), both).world;
  expect(addressOf(moved, one)).toMatchObject({ number: addressOf(drafted, other)!.number, entrance: one.entrance });
});

it('a house that is gone is merged with none', () => {
  const gone = { ...other, state: 'demolished' as const, footprint: null };
  const without = aWorld(road, one, gone);
  expect(refused(without, 'house.merge', merge(one, gone), both).code).toBe('house-demolished');
  expect(refused(without, 'house.merge', merge(gone, one), both).code).toBe('house-demolished');
});

describe('an issued address', () => {
  const drafted = numbered(village);
  it('on the house that is kept stays', () => {
    const official = issued(drafted, [one]);
    const after = done(official, 'house.merge', merge(one, other), both).world;
    expect([...after.address.values()]).toEqual([addressOf(official, one)]);
  });
  it('on the other: that one is to be kept', () => {
    const official = issued(drafted, [other]);
    expect(refused(official, 'house.merge', merge(one, other), both)).toMatchObject({ code: 'merge-keeps-issued' });
    expect(houseToKeep(official, one.id, other.id)).toBe(other.id);
    expect(done(official, 'house.merge', merge(other, one), both).change.deleted.map(({ id }) => id)).toContain(one.id);
  });
  it('on both: they are two houses', () => {
    expect(refused(issued(drafted), 'house.merge', merge(one, other), both).code).toBe('merge-both-issued');
  });
  it('once on the other, now retired: its house stays, gone, so that it can be found', () => {
    const official = issued(drafted, [other]);
    const address = addressOf(official, other)!;
    const decision = { id: one.id, number: '2/QĐ', date: '2026-01-01', signatory: 'Chủ tịch', scope: 'Thu hồi' };
    const retired = done(official, 'address.retire', { addressIds: [address.id], decision, reason: 'Gộp' }, [
      address.id,
    ]);
    const after = done(retired.world, 'house.merge', merge(one, other), both).world;
    expect(after.house.get(other.id)).toMatchObject({ state: 'demolished', footprint: null });
    expect(after.address.get(address.id)).toEqual(retired.world.address.get(address.id));
  });
});

it('outlines apart are refused, an entrance without an outline joins the other’s', () => {
  const away = aHouse(at(6, 60), { footprint: rectangle(6, 58, 10, 8) });
  expect(refused(aWorld(road, one, away), 'house.merge', merge(one, away), [one.id, away.id]).code).toBe(
    'merge-outlines-apart',
  );
  const point = aHouse(at(7, 5));
  const after = done(aWorld(road, one, point), 'house.merge', merge(point, one), [one.id, point.id]).world;
  expect(after.house.get(point.id)!.footprint).toEqual(one.footprint);
});
