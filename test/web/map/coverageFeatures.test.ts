/** What the map draws of coverage, of a street whose measures are known. */
import { describe, expect, it } from 'vitest';
import { coverageGroundOf } from '../../../domain/coverage/ground.ts';
import { densities } from '../../../domain/coverage/cameras/levels.ts';
import { distanceMeters } from '../../../domain/geometry/localFrame.ts';
import { lineLengthMeters } from '../../../domain/geometry/line.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import { applyChange, type World } from '../../../domain/records/world.ts';
import { coverageAnswer } from '../../../web/state/coverageAnswer.ts';
import {
  coverageFeatures,
  lightFeatures,
  viewFeatures,
  type KnownCoverage,
  type LookedAt,
  type ShownCoverage,
} from '../../../web/map/features/coverageFeatures.ts';
import type { MapFeatures } from '../../../web/map/features/feature.ts';
import { keyed } from '../../../web/map/features/difference.ts';
import { aCamera, aHouse, aLamp, aRoad, aWorld, at } from '../../domain/builders.ts';

const street = aRoad(at(0, 0), at(200, 0), { widthMeters: 4 });
const usual = { heightMeters: 4, nightRangeMeters: 0, horizontalFieldOfViewDegrees: 84 };
const east = aCamera(at(20, 0), { ...usual, facingDegrees: 90 });
const west = aCamera(at(90, 0), { ...usual, facingDegrees: 270 });
const planned = aCamera(at(150, 0), { ...usual, state: 'planned' });
const lamp = aLamp(at(50, 0), { heightMeters: null, litRadiusMeters: 10 });
const broken = aLamp(at(150, 0), { state: 'broken', heightMeters: null, litRadiusMeters: 10 });
const world = aWorld(street, east, west, planned, lamp, broken);

const day: ShownCoverage = {
  ...{ light: 'day', shows: 'seen', level: 0 },
  ...{ isWithPlanned: false, darkMeters: 80, isWhole: false },
};
const nobody: LookedAt = { inHand: [], cameras: [] };

/** As the worker would have reported it. */
function knownOf(of: World, { level, darkMeters, isWithPlanned }: ShownCoverage): KnownCoverage {
  const answer = coverageAnswer(of, { kind: 'report', asked: { densityIndex: level, darkMeters, isWithPlanned } });
  if (answer.kind !== 'report') throw new Error('no report');
  const { report, bands } = structuredClone(answer);
  return { world: of, cameras: report.cameras, bands };
}
const drawn = (shown: ShownCoverage, beside = nobody, of = world) =>
  coverageFeatures(of, shown, knownOf(world, shown), beside);

/** Metres of street by what they look like. */
function metersBy({ features }: MapFeatures): Record<string, number> {
  const meters: Record<string, number> = {};
  for (const { geometry, properties } of features) {
    if (geometry.type !== 'LineString') continue;
    const look = String(properties['by'] ?? properties['role']);
    meters[look] = Math.round((meters[look] ?? 0) + lineLengthMeters(geometry));
  }
  return meters;
}
const camerasOf = ({ features }: MapFeatures) => new Set(features.map(({ id }) => id!.split('/')[0]));
const far = 1920 / 20 / (2 * Math.tan((42 * Math.PI) / 180));
const dead = coverageGroundOf(world) && 4 / Math.tan(2 * Math.atan(Math.tan((42 * Math.PI) / 180) * (9 / 16)));

it('a streetlight in the hand shows what it lights, whatever is shown else; a camera lights nothing', () => {
  const held = { ...lamp, id: 'in-hand', place: at(120, 0) };
  const discsOf = ({ features }: MapFeatures) =>
    features.filter(({ properties }) => properties['role'] === 'disc').map(({ id }) => id);
  expect(discsOf(lightFeatures([held, east]))).toEqual(['in-hand']);
  const [disc] = lightFeatures([held]).features;
  const ring = (disc!.geometry as { readonly coordinates: readonly (readonly Position[])[] }).coordinates[0]!;
  for (const place of ring) expect(distanceMeters(place, held.place)).toBeCloseTo(10, 1);
  expect(discsOf(drawn(day, { inHand: [held], cameras: [] }).coverage)).toEqual(['in-hand']);
  expect(discsOf(drawn(day).coverage)).toEqual([]);
  const byNight = drawn({ ...day, light: 'night' }, { inHand: [held], cameras: [] }).coverage;
  expect(discsOf(byNight)).toEqual([lamp.id, 'in-hand']);
});

describe('by day', () => {
  it('each stretch of street looks as many cameras see it, and the whole street is told', () => {
    const meters = metersBy(drawn(day).coverage);
    // Both look at what lies between them, each without its dead zone.
    const [fromEast, toEast, fromWest, toWest] = [20 + dead, 20 + far, 90 - far, 90 - dead];
    expect(meters).toEqual({
      one: Math.round(fromWest - fromEast) + Math.round(toWest - toEast),
      two: Math.round(toEast - fromWest),
      blind: expect.any(Number) as number,
    });
    const sum = Object.values(meters).reduce((all, one) => all + one, 0);
    expect(Math.abs(sum - 200)).toBeLessThan(3);
  });

  it('three and more look alike', () => {
    const more = aWorld(street, ...[18, 19, 20, 21].map((x) => aCamera(at(x, 0), { ...usual, facingDegrees: 90 })));
    const shown = coverageFeatures(more, day, knownOf(more, day), nobody);
    expect(metersBy(shown.coverage)['more']).toBeGreaterThan(far - dead - 6);
  });

  it('a level that asks more is seen less far', () => {
    const level = densities.indexOf(125);
    const meters = metersBy(drawn({ ...day, level }).coverage);
    expect(meters['one']).toBe(2 * Math.round((far * 20) / 125 - dead));
    expect(meters['two']).toBeUndefined();
  });

  it('views lie where the public goes, unless all of them is asked for', () => {
    const across = (shown: ShownCoverage) =>
      Math.max(
        ...drawn(shown).views.features.flatMap(({ geometry }) =>
          (geometry as { coordinates: readonly (readonly Position[])[] }).coordinates
            .flat()
            .map(([lng, lat]) => distanceMeters([lng, lat], [lng, street.line.coordinates[0]![1]])),
        ),
      );
    expect(across(day)).toBeCloseTo(5, 1);
    expect(across({ ...day, isWhole: true })).toBeGreaterThan(30);
  });

  it('a planned camera counts when that is wanted', () => {
    expect(camerasOf(drawn(day).views)).toEqual(new Set([east.id, west.id]));
    const withPlanned = drawn({ ...day, isWithPlanned: true });
    expect(camerasOf(withPlanned.views)).toEqual(new Set([east.id, west.id, planned.id]));
  });

  it('features can be told apart, so that only what changes is drawn again', () => {
    const { views, coverage } = drawn(day);
    expect([keyed(views.features), keyed(coverage.features)]).not.toContain(null);
  });
});

describe('by night', () => {
  it('only what lamps light is seen by cameras without infrared', () => {
    const meters = metersBy(drawn({ ...day, light: 'night' }).coverage);
    expect((meters['one'] ?? 0) + (meters['two'] ?? 0)).toBe(20);
  });

  it('views end where one sees no more: by infrared, and beyond it in the light of a lamp', () => {
    const eastOf = (shown: MapFeatures) =>
      shown.features.flatMap(({ geometry }) =>
        (geometry as { coordinates: readonly (readonly Position[])[] }).coordinates
          .flat()
          .map(([lng, lat]) => Math.sign(lng - at(0, 0)[0]) * distanceMeters([lng, lat], [at(0, 0)[0], lat])),
      );
    const night = eastOf(drawn({ ...day, light: 'night' }).views);
    expect([Math.min(...night), Math.max(...night)].map(Math.round)).toEqual([40, 60]);
    const infrared = { ...east, nightRangeMeters: 12, version: 2 };
    const of = applyChange(world, { created: [], updated: [[east, infrared]], deleted: [west] });
    const seen = eastOf(drawn({ ...day, light: 'night' }, nobody, of).views);
    const [before, beyond] = [seen.filter((x) => x < 36), seen.filter((x) => x >= 36)];
    expect(Math.max(...before)).toBeCloseTo(32, 1);
    expect(Math.min(...beyond)).toBeGreaterThan(39.9);
    const whole = eastOf(drawn({ ...day, light: 'night', isWhole: true }).views);
    expect([Math.min(...whole), Math.max(...whole)].map(Math.round)).toEqual([40, 60]);
  });

  it('a lamp in the hand lights the views near it', () => {
    const night: ShownCoverage = { ...day, light: 'night' };
    const moved = { ...lamp, place: at(180, 0) };
    expect(drawn(night, { inHand: [moved], cameras: [] }).views.features).toEqual([]);
  });

  it('circles of light are as large as on the ground, of lamps that work alone', () => {
    const discs = drawn({ ...day, light: 'night' }).coverage.features.filter(
      ({ properties }) => properties['role'] === 'disc',
    );
    expect(discs.map(({ id }) => id)).toEqual([lamp.id]);
    const [ring] = (discs[0]!.geometry as { coordinates: readonly (readonly Position[])[] }).coordinates;
    for (const place of ring!) expect(distanceMeters(place, lamp.place)).toBeCloseTo(10, 2);
  });

  it('of the street it tells what is lit, what is dark, and what is dark for long', () => {
    const lit: ShownCoverage = { ...day, light: 'night', shows: 'lit' };
    expect(metersBy(drawn(lit).coverage)).toEqual({ lit: 20, unlit: 40, dark: 140 });
    expect(metersBy(drawn({ ...lit, darkMeters: 200 }).coverage)).toEqual({ lit: 20, unlit: 180 });
    expect(drawn(lit).views.features).toEqual([]);
  });
});

describe('in the hand', () => {
  it('a camera is drawn and counted where the hand has it, and no longer where it stood', () => {
    const turned = { ...east, facingDegrees: 0 };
    const before = drawn(day);
    const { views, coverage } = drawn(day, { inHand: [turned], cameras: [turned] });
    expect(metersBy(coverage)).not.toEqual(metersBy(before.coverage));
    expect(metersBy(coverage)['two']).toBeUndefined();
    const of = (id: string, { features }: MapFeatures) => features.filter((one) => one.id!.startsWith(id));
    expect(of(east.id, views)).not.toEqual(of(east.id, before.views));
    expect(of(west.id, views)).toEqual(of(west.id, before.views));
  });

  it('what it does not touch stays the same objects', () => {
    const known = knownOf(world, day);
    const [one, other] = [1, 2].map((degrees) => {
      const turned = { ...east, facingDegrees: degrees };
      return coverageFeatures(world, day, known, { inHand: [turned], cameras: [turned] }).views.features;
    });
    const ofWest = (features: typeof one) => features!.filter((item) => item.id!.startsWith(west.id));
    expect(ofWest(one).length).toBeGreaterThan(0);
    ofWest(one).forEach((item, index) => expect(ofWest(other)[index]).toBe(item));
  });

  it('one that is being placed counts whatever state it is placed in', () => {
    const placed = { ...planned, id: 'in-hand', version: 0 };
    const { views, coverage } = drawn(day, { inHand: [placed], cameras: [placed] });
    expect(camerasOf(views)).toContain('in-hand');
    expect(metersBy(coverage)['blind']).toBeLessThan(metersBy(drawn(day).coverage)['blind']!);
  });

  it('a lamp lights where the hand has it', () => {
    const lit: ShownCoverage = { ...day, light: 'night', shows: 'lit' };
    const moved = { ...lamp, place: at(0, 0) };
    expect(metersBy(drawn(lit, { inHand: [moved], cameras: [] }).coverage)).toEqual({ lit: 10, dark: 190 });
  });
});

describe('what has changed since the last report', () => {
  it('is worked out anew, the rest is taken from it', () => {
    const turned = { ...east, facingDegrees: 0, version: 2 };
    const after = applyChange(world, { created: [], updated: [[east, turned]], deleted: [] });
    expect(drawn(day, nobody, after)).toEqual(coverageFeatures(after, day, knownOf(after, day), nobody));
    const gone = applyChange(world, { created: [], updated: [], deleted: [west] });
    expect(camerasOf(drawn(day, nobody, gone).views)).toEqual(new Set([east.id]));
  });
});

describe('a camera that is looked at', () => {
  it('is drawn with its levels, cut by walls, whether it counts or not', () => {
    const bands = (of: World) => viewFeatures(of, [planned], false).features;
    expect(new Set(bands(world).map(({ properties }) => properties['level']))).toEqual(new Set([0, 1, 2, 3, 4]));
    const ring = [at(160, -8), at(165, -8), at(165, 8), at(160, 8), at(160, -8)];
    const wall = aHouse(at(160, 0), { footprint: { type: 'Polygon', coordinates: [ring] } });
    const behind = bands(aWorld(street, planned, wall)).flatMap(({ geometry }) =>
      (geometry as { coordinates: readonly (readonly Position[])[] }).coordinates
        .flat()
        .filter(([lng]) => lng > at(160.01, 0)[0]),
    );
    expect(behind).toEqual([]);
    expect(camerasOf(drawn(day, { inHand: [], cameras: [planned] }).views)).toContain(planned.id);
    expect(metersBy(drawn(day, { inHand: [], cameras: [planned] }).coverage)).toEqual(metersBy(drawn(day).coverage));
  });

  it('of a household that took its consent back is not drawn, nor counted in the hand', () => {
    const withdrawn = aCamera(at(150, 0), {
      ...usual,
      ...{ owner: 'household', consentOn: '2026-01-01', consentWithdrawnOn: '2026-02-01' },
    });
    expect(viewFeatures(world, [withdrawn], false).features).toEqual([]);
    const held = drawn(day, { inHand: [withdrawn], cameras: [withdrawn] });
    expect(camerasOf(held.views)).toEqual(new Set([east.id, west.id]));
    expect(metersBy(held.coverage)).toEqual(metersBy(drawn(day).coverage));
  });
});
