/** The light of a village: RULES §12 test 20, dark stretches, what a broken lamp costs, how lamps are spaced. */
import { describe, expect, it } from 'vitest';
import { coverageGroundOf } from '../../../../domain/coverage/ground.ts';
import { lightReport } from '../../../../domain/coverage/lamps/lightReport.ts';
import { litRadiusMeters } from '../../../../domain/coverage/lamps/litRoad.ts';
import type { Lamp } from '../../../../domain/records/lamp.ts';
import { aLamp, aRoad, at, aWorld } from '../../builders.ts';

const counted = { isWithPlanned: false };
const road = aRoad(at(-450, 0), at(450, 0), {
  line: { type: 'LineString', coordinates: [at(-750, 0), at(0, 0), at(750, 0)] },
});

/** 45 lamps from 15 m on, 30 m apart, each lighting 15 m. */
const lampsOf = (change: (index: number) => Partial<Lamp> = () => ({})) =>
  Array.from({ length: 45 }, (_, index) =>
    aLamp(at(-750 + 15 + index * 30, 0), { litRadiusMeters: 15, ...change(index) }),
  );
const reportOf = (lamps: readonly Lamp[], darkMeters?: number) => {
  const world = aWorld(road, ...lamps);
  return lightReport(world, coverageGroundOf(world), counted, darkMeters);
};

describe('45 lamps on 1,500 m of road (RULES §12 test 20)', () => {
  it('light 1,350 m, 90 %', () => {
    const { litMeters, lengthMeters } = reportOf(lampsOf());
    expect(litMeters).toBeCloseTo(1350, 0);
    expect(litMeters / lengthMeters).toBeCloseTo(0.9, 3);
  });
  it('with the tenth broken 1,320 m, 88 %, and the report tells what it costs', () => {
    const { litMeters, lengthMeters, brokenCost } = reportOf(
      lampsOf((index) => (index === 9 ? { state: 'broken' } : {})),
    );
    expect(litMeters).toBeCloseTo(1320, 0);
    expect(litMeters / lengthMeters).toBeCloseTo(0.88, 3);
    expect(brokenCost.map(({ meters }) => Math.round(meters))).toEqual([30]);
  });
  it('leave the last 150 m dark, which is told; what is shorter than asked is not', () => {
    const { dark } = reportOf(lampsOf((index) => (index === 9 ? { state: 'broken' } : {})));
    expect(dark.map(({ roadId }) => roadId)).toEqual([road.id]);
    expect(dark[0]!.fromMeters).toBeCloseTo(1350, 0);
    expect(dark[0]!.toMeters).toBeCloseTo(1500, 0);
    expect(
      reportOf(
        lampsOf((index) => (index === 9 ? { state: 'broken' } : {})),
        20,
      ).dark,
    ).toHaveLength(2);
  });
  it('stand 30 m apart, 30 to a kilometre', () => {
    const [spacing] = reportOf(lampsOf()).spacing;
    expect(spacing!.lamps).toBe(45);
    expect(spacing!.gapMeters).toHaveLength(44);
    expect(spacing!.gapMeters[0]).toBeCloseTo(30, 0);
    expect(spacing!.gapMeters.at(-1)).toBeCloseTo(30, 0);
    expect(spacing!.perKilometer).toBeCloseTo(30, 0);
  });
});

it('a planned lamp counts only where planned ones are asked for; a broken one never lights', () => {
  const lamps = [aLamp(at(0, 0), { state: 'planned', litRadiusMeters: 20 }), aLamp(at(200, 0), { state: 'broken' })];
  const world = aWorld(road, ...lamps);
  const ground = coverageGroundOf(world);
  expect(lightReport(world, ground, { isWithPlanned: false }).litMeters).toBe(0);
  expect(lightReport(world, ground, { isWithPlanned: true }).litMeters).toBeCloseTo(40, 0);
});

it('lights by its radius, else twice its height up to 20 m, else 15 m (RULES §7)', () => {
  const radius = (fields: Partial<Lamp>) => litRadiusMeters(aLamp(at(0, 0), fields));
  const unknown = { litRadiusMeters: null, heightMeters: null };
  expect(radius({ ...unknown, litRadiusMeters: 12, heightMeters: 8 })).toBe(12);
  expect(radius({ ...unknown, heightMeters: 7 })).toBe(14);
  expect(radius({ ...unknown, heightMeters: 12 })).toBe(20);
  expect(radius(unknown)).toBe(15);
});

it('beside the road it lights the chord of its disc', () => {
  const { litMeters } = reportOf([aLamp(at(0, 9), { litRadiusMeters: 15 })]);
  expect(litMeters).toBeCloseTo(24, 1);
});
