/** What is told of a village's cameras: by one and by two, by day and by night, doors and landmarks, which count. */
import { describe, expect, it } from 'vitest';
import { densities } from '../../../domain/coverage/cameras/levels.ts';
import { villageCoverage, type CoverageAsked } from '../../../domain/coverage/villageCoverage.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import { aCamera, aHouse, aLamp, aLandmark, aRoad, at, aWorld } from '../builders.ts';

const road = aRoad(at(-300, 0), at(300, 0));
const usual: CoverageAsked = { isWithPlanned: false, densityIndex: 0, darkMeters: 40 };
const told = (asked: Partial<CoverageAsked>, ...records: readonly AnyRecord[]) =>
  villageCoverage(aWorld(road, ...records), { ...usual, ...asked });

/** Looks east along the road: sees from 4.4 m to 53.3 m with a kit of the usual size. */
const east = (from: number, fields: Parameters<typeof aCamera>[1] = {}) =>
  aCamera(at(from, 0), { facingDegrees: 90, heightMeters: 6, ...fields });
const reach = { dead: 6 / Math.tan((53.72 * Math.PI) / 180), far: 1920 / 20 / (2 * Math.tan((42 * Math.PI) / 180)) };

describe('roads seen', () => {
  it('by one and by two', () => {
    const { roads, lengthMeters } = told({}, east(0), east(20));
    expect(lengthMeters).toBeCloseTo(600, 0);
    expect(roads.day.seenMeters).toBeCloseTo(reach.far + 20 - reach.dead, 1);
    expect(roads.day.seenTwiceMeters).toBeCloseTo(reach.far - reach.dead - 20, 1);
    expect(roads.day.byRoad.get(road.id)!.map(({ count }) => count)).toEqual([1, 2, 1]);
  });
  it('by every density, and as seen only from the one that is asked for', () => {
    const { roads } = told({ densityIndex: densities.indexOf(80) }, east(0));
    const at80 = reach.far / 4 - reach.dead;
    expect(roads.day.seenMeters).toBeCloseTo(at80, 1);
    expect(roads.day.byDensityMeters[densities.indexOf(80)]).toBeCloseTo(at80, 1);
    expect(roads.day.byDensityMeters[0]).toBeCloseTo(reach.far - reach.dead, 1);
    expect(roads.day.byDensityMeters[densities.indexOf(1500)]).toBe(0);
  });
  it('by night as far as infrared goes, and beyond it what a working lamp lights', () => {
    const camera = east(0, { nightRangeMeters: 20 });
    const byInfrared = 20 - reach.dead;
    expect(told({}, camera).roads.night.seenMeters).toBeCloseTo(byInfrared, 1);
    const lamp = aLamp(at(40, 0), { litRadiusMeters: 8 });
    expect(told({}, camera, lamp).roads.night.seenMeters).toBeCloseTo(byInfrared + 16, 1);
    expect(told({}, camera, { ...lamp, state: 'broken' }).roads.night.seenMeters).toBeCloseTo(byInfrared, 1);
    expect(told({}, { ...camera, nightRangeMeters: 0 }, lamp).roads.night.seenMeters).toBeCloseTo(16, 1);
  });
});

describe('which cameras count', () => {
  it('working ones; planned ones where they are asked for; broken ones never', () => {
    expect(told({}, east(0, { state: 'planned' })).roads.day.seenMeters).toBe(0);
    expect(told({ isWithPlanned: true }, east(0, { state: 'planned' })).roads.day.seenMeters).toBeGreaterThan(40);
    expect(told({ isWithPlanned: true }, east(0, { state: 'broken' })).roads.day.seenMeters).toBe(0);
  });
  it("a household's only while its consent stands (RULES §6.5)", () => {
    const own = { owner: 'household' as const, consentOn: '2026-01-02' };
    expect(told({}, east(0, own)).roads.day.seenMeters).toBeGreaterThan(40);
    expect(told({}, east(0, { ...own, consentWithdrawnOn: '2026-03-01' })).roads.day.seenMeters).toBe(0);
  });
});

describe('doors and landmarks', () => {
  const [near, far, behind] = [aHouse(at(15, 4)), aHouse(at(35, -4)), aHouse(at(-15, 4))];
  const temple = aLandmark(at(30, 3));

  it('seen by day, and by night where there is light', () => {
    const records = [east(0, { nightRangeMeters: 20 }), near, far, behind, temple];
    const { day, night } = told({}, ...records).places;
    expect(day).toEqual({ doors: [near.id, far.id], doorCount: 3, landmarks: [temple.id], landmarkCount: 1 });
    expect(night).toMatchObject({ doors: [near.id], landmarks: [] });
    const lit = told({}, ...records, aLamp(at(35, 0), { litRadiusMeters: 8 })).places.night;
    expect(lit).toMatchObject({ doors: [near.id, far.id], landmarks: [temple.id] });
  });
  it('only as near as the density asks', () => {
    const { doors } = told({ densityIndex: densities.indexOf(62.5) }, east(0), near, far).places.day;
    expect(doors).toEqual([near.id]);
  });
});
