/** Signs planned together, and what happens to signs whose landmark goes. */
import { describe, expect, it } from 'vitest';
import { newlyPlanned, type Sign } from '../../../domain/records/sign.ts';
import { aLandmark, aRoad, aSign, at, aWorld, newId } from '../builders.ts';
import { contentOf, done, refused, undone } from './doing.ts';

const road = aRoad(at(-100, 0), at(100, 0), { name: 'Đường Làng' });
const input = (east: number, fields: Partial<Sign> = {}) => ({
  ...({ ...newlyPlanned, id: newId(), signKind: 'road-name', place: at(east, 4), facingDegrees: 90 } as const),
  ...({ faces: ['ĐƯỜNG\nLÀNG', 'ĐƯỜNG\nLÀNG'], post: 'new', roadId: road.id } as const),
  ...fields,
});

describe('signs added together', () => {
  it('of every kind, are one edit and undone at once', () => {
    const kinds = ['road-name', 'lane-mouth', 'direction', 'village-entrance', 'house-plate'] as const;
    const signs = kinds.map((signKind, index) => input(index * 10, { signKind, roadId: null }));
    const result = done(aWorld(road), 'sign.addMany', { signs });
    expect([...result.world.sign.values()].map(({ signKind, version, state }) => [signKind, version, state])).toEqual(
      kinds.map((signKind) => [signKind, 1, 'planned']),
    );
    expect(contentOf(undone(result))).toEqual(contentOf(aWorld(road)));
  });

  it('one id twice, or one that is there, refuses all', () => {
    const one = input(0);
    expect(refused(aWorld(road), 'sign.addMany', { signs: [one, { ...one, place: at(9, 9) }] })).toMatchObject({
      ...{ code: 'record-exists', recordIds: [one.id] },
    });
    const there = aSign(at(0, 5));
    const signs = [input(5), input(9, { id: there.id })];
    expect(refused(aWorld(road, there), 'sign.addMany', { signs }).code).toBe('record-exists');
  });

  it('one that is wrong refuses all: outside the village, of no road, of no landmark', () => {
    for (const [wrong, code] of [
      [input(5000), 'outside-village'],
      [input(5, { roadId: newId() }), 'reference-missing'],
      [input(5, { landmarkId: newId() }), 'reference-missing'],
      [input(5, { faces: ['  '] }), 'text-empty'],
      [input(5, { dueDay: '2026-02-30' }), 'date-not-real'],
    ] as const) {
      expect([code, refused(aWorld(road), 'sign.addMany', { signs: [input(0), wrong] }).code]).toEqual([code, code]);
    }
  });
});

describe('a landmark that is deleted', () => {
  const temple = aLandmark(at(50, 50), { name: 'Đền Hàn' });
  const pointing = [0, 1].map((n) =>
    aSign(at(n * 9, 5), { signKind: 'direction', landmarkId: temple.id, faces: ['ĐỀN HÀN →'] }),
  );
  const other = aSign(at(40, 5), { roadId: road.id });
  const world = aWorld(road, temple, ...pointing, other);

  it('lets its signs go, as they are; undone, they point to it again', () => {
    const result = done(world, 'landmark.delete', { id: temple.id });
    expect(result.world.landmark.size).toBe(0);
    for (const sign of pointing) {
      expect(result.world.sign.get(sign.id)).toEqual({ ...sign, landmarkId: null, version: 2 });
    }
    expect(result.world.sign.get(other.id)).toBe(other);
    expect(contentOf(undone(result))).toEqual(contentOf(world));
  });

  it('is missed when it is deleted twice', () => {
    const { world: after } = done(world, 'landmark.delete', { id: temple.id });
    expect(refused(after, 'landmark.delete', { id: temple.id }).code).toBe('record-missing');
  });
});
