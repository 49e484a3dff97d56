import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { run } from '../../../domain/edits/run.ts';
import { roadOfHouse } from '../../../domain/addressing/roadOfHouse.ts';
import { isFileProblem, readFeatures, type Feature } from '../../../domain/formats/features.ts';
import { houseShapeOf, numberHouses } from '../../../domain/formats/numberFiles.ts';
import { villageFromFiles, type VillageFiles, type VillageFromFiles } from '../../../domain/formats/villageFiles.ts';
import { lineLengthMeters, locateOnLine } from '../../../domain/geometry/line.ts';
import { distanceMeters } from '../../../domain/geometry/localFrame.ts';
import { distanceOutsideMeters } from '../../../domain/geometry/polygon.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import { polygonProblem } from '../../../domain/geometry/validity.ts';
import { defaultNumberingProfile } from '../../../domain/records/village.ts';
import { applyChange, emptyWorld } from '../../../domain/records/world.ts';
import { at, authorId, idOf, villageId } from '../builders.ts';
import { addressOf, numbered } from '../edits/doing.ts';

type Json = Readonly<Record<string, unknown>>;
const feature = (geometry: Json | null, properties: Json = {}) => ({ type: 'Feature', properties, geometry });
const line = (points: readonly Position[], properties: Json = {}) =>
  feature({ type: 'LineString', coordinates: points }, properties);
const box = (x: number, y: number, width = 10, depth = 8): Position[] => [
  at(x, y),
  at(x + width, y),
  at(x + width, y + depth),
  at(x, y + depth),
  at(x, y),
];
const building = (ring: readonly Position[], properties: Json = {}) =>
  feature({ type: 'Polygon', coordinates: [ring] }, { building: 'yes', ...properties });
const file = (...features: readonly Json[]) => JSON.stringify({ type: 'FeatureCollection', features });
const mainRoad = line([at(0, 200), at(0, 0), at(0, -200)], { name: 'Đường Làng', highway: 'residential' });

const read = (files: Partial<VillageFiles>) =>
  villageFromFiles({ name: 'Thôn Thử', importId: idOf(77), roads: file(mainRoad), buildings: file(), ...files });
function take(files: Partial<VillageFiles>): VillageFromFiles {
  const result = read(files);
  if (isFileProblem(result)) throw new Error(JSON.stringify(result));
  return result;
}
const featuresOf = (text: string) => readFeatures('roads', text) as readonly Feature[];
const codes = (list: readonly { readonly code: string }[]) => list.map((item) => item.code);

/** Performs both edits; throws on a refusal. */
function worldFrom(made: VillageFromFiles) {
  let world = emptyWorld;
  const common = { villageId, basis: {}, author: authorId, at: '2026-11-23T00:00:00Z' };
  for (const edit of [
    { ...common, id: idOf(76), kind: 'village.create', input: { village: made.village } },
    { ...common, id: idOf(77), kind: 'village.import', input: made.import },
  ] as const) {
    const change = run(world, edit);
    if (isRefusal(change)) throw new Error(JSON.stringify(change));
    world = applyChange(world, change);
  }
  return world;
}

describe('roads from a file', () => {
  it('joins lines of one name where their ends meet, whichever way they were drawn', () => {
    const made = take({
      roads: file(
        line([at(0, 100), at(0, 0)], { name: 'Đường Làng' }),
        line([at(0, -100), at(0, 0)], { name: 'Đường  Làng' }),
        line([at(0, -100), at(0, -180)], { name: 'Đường Làng' }),
      ),
    });
    expect(made.import.roads).toHaveLength(1);
    expect(lineLengthMeters(made.import.roads[0]!.line)).toBeCloseTo(280, 0);
    expect(made.report.taken).toMatchObject({ roadFeatures: 3, roads: 1, namedRoads: 1 });
  });

  it('goes straight on where three lines of one name meet; the branch is a road of its own', () => {
    const made = take({
      roads: file(
        line([at(0, 0), at(60, 5)], { name: 'Đường Làng' }),
        line([at(0, 100), at(0, 0)], { name: 'Đường Làng' }),
        line([at(0, 0), at(0, -100)], { name: 'Đường Làng' }),
      ),
    });
    expect(made.import.roads.map((road) => [road.name, Math.round(lineLengthMeters(road.line) / 10)])).toEqual([
      ['Đường Làng', 20],
      ['Đường Làng (2)', 6],
    ]);
    expect(made.report.notes).toMatchObject([
      { code: 'fork-measured-apart', name: 'Đường Làng' },
      { code: 'name-shared-numbered', name: 'Đường Làng', params: { given: 'Đường Làng (2)' } },
    ]);
  });

  it('loses no road to a name used twice: parts of a MultiLineString apart, names alike but for marks', () => {
    const made = take({
      roads: file(
        feature(
          {
            type: 'MultiLineString',
            coordinates: [
              [at(0, 0), at(0, 90)],
              [at(200, 0), at(200, 60)],
            ],
          },
          { name: 'Đường Làng' },
        ),
        line([at(-200, 0), at(-200, 50)], { name: 'Duong Lang' }),
        line([at(-100, 0), at(-100, 20)], { name: 'Đường Làng (2)' }),
      ),
    });
    expect(made.import.roads.map((road) => road.name).sort()).toEqual(
      ['Duong Lang (4)', 'Đường Làng', 'Đường Làng (2)', 'Đường Làng (3)'].sort(),
    );
    worldFrom(made);
  });

  it('reads the class from the name, paths without a name are no roads of address', () => {
    const made = take({
      roads: file(
        mainRoad,
        line([at(0, 50), at(80, 50)], { name: 'Ngõ 5' }),
        line([at(40, 50), at(40, 90)], { name: 'Ngách 5/4' }),
        line([at(0, -50), at(-80, -50)], { name: 'Kiệt 35' }),
        line([at(0, -90), at(-80, -90)], { name: 'Hẻm 69 Đường Làng' }),
        line([at(-40, -90), at(-40, -130)], { name: 'Hẻm 69/38' }),
        line([at(0, 120), at(30, 120)], { highway: 'service', service: 'driveway' }),
        line([at(0, 150), at(30, 150)], { highway: 'residential', width: '3,5' }),
        line([at(0, 170), at(30, 170)], { highway: 'platform' }),
      ),
    });
    const byName = new Map(made.import.roads.map((road) => [road.name, road]));
    const parentOf = (name: string) =>
      made.import.roads.find((road) => road.id === byName.get(name)!.parentRoadId)?.name ?? null;
    expect(made.import.roads.map((road) => road.class).sort()).toEqual(
      ['road', 'lane', 'alley', 'lane', 'lane', 'alley', 'access', 'road'].sort(),
    );
    expect([parentOf('Ngõ 5'), parentOf('Ngách 5/4'), parentOf('Hẻm 69/38')]).toEqual([
      'Đường Làng',
      'Ngõ 5',
      'Hẻm 69 Đường Làng',
    ]);
    expect(made.import.roads.find((road) => road.name === null && road.class === 'road')!.widthMeters).toBe(3.5);
    expect(codes(made.report.refused)).toEqual(['not-a-way']);
    worldFrom(made);
  });

  it('directs lines the way numbers rise', () => {
    const made = take({ roads: file(line([at(0, -100), at(0, 100)]), line([at(60, 0), at(0, 0)], { name: 'Ngõ 5' })) });
    const [road, lane] = made.import.roads;
    expect(road!.line.coordinates[0]).toEqual(at(0, 100));
    expect(lane!.line.coordinates[0]).toEqual(at(0, 0));
  });

  it('drops a name that may not be, never the road', () => {
    const made = take({
      roads: file(
        line([at(0, 100), at(0, 0)], { name: '=HYPERLINK("x")' }),
        line([at(90, 100), at(90, 0)], { name: 'a<b>' }),
        line([at(150, 100), at(150, 0)], { name: 'x'.repeat(101) }),
      ),
    });
    expect(made.import.roads.map((road) => road.name)).toEqual([null, null, null]);
    expect(codes(made.report.notes)).toEqual(['name-dropped', 'name-dropped', 'name-dropped']);
    worldFrom(made);
  });

  it('refuses with a reason what is no sound line', () => {
    const made = take({
      roads: file(
        mainRoad,
        line([at(50, 0)]),
        line([at(60, 0), at(60, 0.3)]),
        line([at(100, 0), at(150, 50), at(150, 0), at(100, 50)]),
        feature({ type: 'Point', coordinates: at(0, 0) }),
        feature(null),
        feature({
          type: 'LineString',
          coordinates: [
            [1, 'a'],
            [2, 3],
          ],
        }),
        feature({
          type: 'LineString',
          coordinates: [
            [181, 3],
            [2, 3],
          ],
        }),
      ),
    });
    expect(made.report.refused.map((item) => [item.featureIndex, item.code])).toEqual([
      [1, 'line-too-short'],
      [2, 'line-too-short'],
      [3, 'line-crosses-itself'],
      [4, 'geometry-of-other-type'],
      [5, 'feature-malformed'],
      [6, 'feature-malformed'],
      [7, 'geometry-not-finite'],
    ]);
    expect(made.import.roads).toHaveLength(1);
  });
});

describe('houses from a file', () => {
  it('have their entrance in the wall that faces the nearest road', () => {
    const made = take({ buildings: file(building(box(10, 20)), building(box(-30, -60))) });
    const [east, west] = made.import.houses;
    expect(distanceMeters(east!.entrance, at(10, 24))).toBeLessThan(0.05);
    expect(distanceMeters(west!.entrance, at(-20, -56))).toBeLessThan(0.05);
    expect(made.import.houses.every((house) => house.footprint !== null)).toBe(true);
  });

  it('have the road, place and number that sonha number gives them, with no road chosen and their doors only assumed', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      let state = seed;
      // Numerical Recipes' congruential generator: the same places for a seed everywhere.
      const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
      const between = (least: number, most: number) => least + random() * (most - least);
      const roads = [
        mainRoad,
        line([at(0, between(30, 60)), at(120, between(20, 80))], { name: 'Ngõ Đình' }),
        line([at(0, between(-60, -30)), at(120, between(-70, -20))], { highway: 'path', name: 'Lối Đền' }),
        line([at(between(20, 50), 45), at(between(20, 50), 5)], { highway: 'service' }),
      ];
      const buildings = Array.from({ length: 30 }, () => building(box(between(4, 110), between(-90, 90))));
      const made = take({ roads: file(...roads), buildings: file(...buildings) });
      const { houses } = made.import;
      expect(houses.every((house) => house.entranceOrigin === 'assumed' && house.chosenRoadId === null)).toBe(true);
      const roadName = new Map(made.import.roads.map(({ id, name }) => [id, name]));
      const shapes = featuresOf(file(...buildings)).map(houseShapeOf);
      const command = numberHouses(featuresOf(file(...roads)), shapes, [], defaultNumberingProfile, idOf(77));
      const world = worldFrom(made);
      const inApp = [...world.house.values()].map((house) => {
        const found = roadOfHouse(world, house);
        return [roadName.get(found?.roadId ?? '') ?? null, found?.reason ?? null];
      });
      const byCommand = command.addresses.map(({ road, reason }) => [road, road === null ? null : reason]);
      expect({ seed, roads: inApp }).toEqual({ seed, roads: byCommand });

      const after = numbered(world);
      const given = [...world.house.values()].map((house) => {
        const address = addressOf(after, house);
        return address && [roadName.get(address.roadId), address.measureMeters, address.side, address.number];
      });
      const givenByCommand = command.addresses.map(({ road, measureMeters, side, number }) =>
        road === null ? undefined : [road, measureMeters, side, number],
      );
      expect({ seed, given }).toEqual({ seed, given: givenByCommand });
    }
  });

  it('face the road their address names when that is near', () => {
    const second = line([at(60, 200), at(60, -200)], { name: 'Đường Đình' });
    const ring = box(10, 20);
    const made = take({
      roads: file(mainRoad, second),
      buildings: file(building(ring, { 'addr:street': 'đường đình' }), building(box(10, 60), { 'addr:street': 'Xa' })),
    });
    const [named, other] = made.import.houses;
    expect(distanceMeters(named!.entrance, at(20, 24))).toBeLessThan(0.05);
    expect(made.import.roads.find((road) => road.id === named!.chosenRoadId)!.name).toBe('Đường Đình');
    expect(other!.chosenRoadId).toBeNull();
  });

  it('face that road also where the address spells it another way, and the one spelled most alike of several', () => {
    const second = line([at(60, 200), at(60, -200)], { name: 'Phố Hòa Bình' });
    const third = line([at(70, 200), at(70, -200)], { name: 'Đường Hòa Bình' });
    const streets = ['Hoà Bình', 'pho hoa binh', 'Đ. Hoà Bình'];
    const made = take({
      roads: file(mainRoad, second, third),
      buildings: file(...streets.map((street, i) => building(box(10, 20 * i), { 'addr:street': street }))),
    });
    const nameOf = (roadId: string | null) => made.import.roads.find(({ id }) => id === roadId)?.name;
    expect(made.import.houses.map(({ chosenRoadId }) => nameOf(chosenRoadId))).toEqual([
      'Phố Hòa Bình',
      'Phố Hòa Bình',
      'Đường Hòa Bình',
    ]);
  });

  it('are refused where the outline crosses itself or has no area, with the place', () => {
    const bowTie = [at(10, 0), at(20, 10), at(20, 0), at(10, 10), at(10, 0)];
    const flat = [at(10, 0), at(20, 0), at(30, 0), at(10, 0)];
    const open = box(40, 40).slice(0, 4);
    const made = take({ buildings: file(building(bowTie, { name: 'Nơ' }), building(flat), building(open)) });
    expect(made.import.houses).toEqual([]);
    expect(codes(made.report.refused)).toEqual(['polygon-crosses-itself', 'polygon-no-area', 'polygon-not-closed']);
    expect(made.report.refused[0]).toMatchObject({ file: 'buildings', featureIndex: 0, name: 'Nơ' });
    expect(made.report.refused[0]!.at).toBeDefined();
  });

  it('take the largest part of several, their use and their name', () => {
    const parts = { type: 'MultiPolygon', coordinates: [[box(10, 0, 3, 3)], [box(20, 0, 20, 20)]] };
    const made = take({
      buildings: file(
        feature(parts, { building: 'school', name: 'Trường' }),
        building(box(10, 60), { building: 'pagoda' }),
        building(box(10, 90), { building: 'shed' }),
        building(box(10, 120), { shop: 'convenience' }),
      ),
    });
    expect(made.import.houses.map((house) => house.use)).toEqual(['school', 'worship', 'other', 'business']);
    expect(made.import.houses[0]!.footprint!.coordinates[0]![0]).toEqual(at(20, 0));
    expect(codes(made.report.notes)).toEqual(['largest-part-taken']);
  });

  it('come from address points only where no building is', () => {
    const point = (x: number, y: number) => feature({ type: 'Point', coordinates: at(x, y) }, {});
    const made = take({ buildings: file(building(box(10, 20))), addresses: file(point(12, 24), point(15, 90)) });
    expect(made.report.taken).toMatchObject({ buildingFeatures: 1, addressFeatures: 1, houses: 2 });
    expect(made.import.houses[1]).toMatchObject({ footprint: null, entrance: at(15, 90) });
  });
});

describe('the boundary', () => {
  it('is derived around everything when none is given', () => {
    const made = take({ buildings: file(building(box(10, 20))) });
    expect(polygonProblem(made.village.boundary)).toBeNull();
    expect(made.village.boundary.coordinates[0]!.length).toBeLessThan(5000);
    for (const end of [at(0, 200), at(0, -200), at(20, 28)]) {
      expect(distanceOutsideMeters(made.village.boundary, end)).toBe(0);
    }
    expect(distanceOutsideMeters(made.village.boundary, at(0, 270))).toBeGreaterThan(5);
    worldFrom(made);
  });

  it('cuts the roads and leaves out the houses beyond it', () => {
    const boundary = JSON.stringify({ type: 'Polygon', coordinates: [box(-100, -100, 200, 200)] });
    const made = take({
      boundary,
      roads: file(
        mainRoad,
        line([at(-150, 0), at(-120, 0)], { name: 'Xa' }),
        // Leaves and comes back: two roads.
        line([at(50, 50), at(150, 50), at(150, -50), at(50, -50)], { name: 'Đường Vòng' }),
      ),
      buildings: file(building(box(10, 20)), building(box(10, 120))),
    });
    const [road] = made.import.roads;
    expect(lineLengthMeters(road!.line)).toBeCloseTo(200, 0);
    expect(made.import.roads.map((one) => one.name)).toEqual(['Đường Làng', 'Đường Vòng', 'Đường Vòng (2)']);
    expect(made.import.houses).toHaveLength(1);
    expect(made.report.refused.map((item) => [item.file, item.code])).toEqual([
      ['roads', 'outside-boundary'],
      ['buildings', 'outside-boundary'],
    ]);
    expect(locateOnLine(road!.line, at(0, 100)).distanceMeters).toBeLessThan(0.1);
    expect(made.report.taken.boundary).toBe('given');
    worldFrom(made);
  });
});

describe('files that cannot be used', () => {
  it('are refused whole, with the file and the reason', () => {
    const problem = (files: Partial<VillageFiles>) => {
      const result = read(files);
      return isFileProblem(result) ? [result.file, result.code] : null;
    };
    expect(problem({ roads: '{' })).toEqual(['roads', 'file-not-json']);
    expect(problem({ roads: '[1,2]' })).toEqual(['roads', 'file-not-geojson']);
    expect(problem({ buildings: '{"type":"Topology"}' })).toEqual(['buildings', 'file-not-geojson']);
    expect(problem({ roads: '['.repeat(100_000) })).toEqual(['roads', 'file-too-deep']);
    expect(problem({ boundary: file() })).toEqual(['boundary', 'file-without-boundary']);
    expect(problem({ roads: file() })).toEqual([null, 'nothing-to-take']);
    const many = `{"type":"FeatureCollection","features":[${Array(100_001).fill('1').join(',')}]}`;
    expect(problem({ roads: many })).toEqual(['roads', 'file-too-many-features']);
  });

  it('gives the same ids for the same files and edit', () => {
    const files = { buildings: file(building(box(10, 20))) };
    expect(JSON.stringify(read(files))).toBe(JSON.stringify(read(files)));
  });
});
