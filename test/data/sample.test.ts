import { createHash } from 'node:crypto';
import { booleanIntersects, lineString, pointToLineDistance, polygon } from '@turf/turf';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { sampleVillage } from '../../data/sample/generate.ts';
import { editDefinitions, type EditKind } from '../../domain/edits/registry.ts';
import { isRefusal } from '../../domain/edits/edit.ts';
import { run } from '../../domain/edits/run.ts';
import { locateOnLine, bearingDegrees } from '../../domain/geometry/line.ts';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import { centroid, distanceOutsideMeters } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { lineProblem, polygonProblem } from '../../domain/geometry/validity.ts';
import { applyChange, emptyWorld } from '../../domain/records/world.ts';
import { compassKeeps } from '../../domain/addressing/direction.ts';

const sample = sampleVillage();
const { roads, houses, households, cameras, lamps, landmarks, signs } = sample.import;
const roadOf = new Map(roads.map((road) => [road.id, road]));
const ways = roads.filter((road) => road.class !== 'access');
const drawn = houses.filter((house) => house.footprint !== null);
const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];
const ends = (road: (typeof roads)[number]) => [road.line.coordinates[0]!, road.line.coordinates.at(-1)!] as const;
const kilometers = { units: 'kilometers' as const };

/** Pairs of footprints whose boxes come near each other. */
function* nearPairs() {
  for (const [index, a] of drawn.entries()) {
    for (const b of drawn.slice(index + 1)) if (distanceMeters(a.entrance, b.entrance) < 90) yield [a, b] as const;
  }
}

describe('the sample village', () => {
  it('comes out the same every time', () => {
    const hash = createHash('sha256').update(JSON.stringify(sampleVillage())).digest('hex');
    expect(JSON.stringify(sampleVillage())).toBe(JSON.stringify(sample));
    expect(hash).toBe('9b8603174e0aa4c4c11389dd990377bfe1ea7044f339f3c622a2d1ea03fffcb3');
  });

  it('is what its two edits accept', () => {
    const author = sample.villageId;
    const edit = <K extends EditKind>(kind: K, input: unknown, n: number) => ({
      id: `0183891f-0000-7000-8000-00000000000${n}`,
      villageId: sample.villageId,
      kind,
      input,
      basis: {},
      author,
      at: '2022-09-30T00:00:00Z',
    });
    const steps = [
      edit('village.create', { village: sample.village }, 1),
      edit('village.import', sample.import, 2),
    ] as const;
    let world = emptyWorld;
    for (const step of steps) {
      expect([...Compile(editDefinitions[step.kind].input).Errors(step.input)]).toEqual([]);
      const change = run(world, step);
      if (isRefusal(change)) throw new Error(JSON.stringify(change));
      world = applyChange(world, change);
    }
    expect(world.house.size).toBe(220);
  });

  it('is marked as an illustration and starts where the plan starts', () => {
    expect(sample.village.isSample).toBe(true);
    expect(roads.every((road) => road.name === null && road.numberName === null)).toBe(true);
    expect(signs).toEqual([]);
    expect(sample.village.targets.criterion3).toMatchObject({ communeCamerasStanding: 2, lamps: 45 });
  });

  it('holds what the plan counts', () => {
    const count = (owner: string, state: string) =>
      cameras.filter((camera) => camera.owner === owner && camera.state === state).length;
    expect(houses).toHaveLength(220);
    expect(households).toHaveLength(240);
    expect(lamps).toHaveLength(45);
    expect([count('commune', 'existing'), count('commune', 'planned')]).toEqual([2, 3]);
    expect([count('village', 'planned'), count('household', 'existing')]).toEqual([1, 12]);
    expect(cameras.filter((camera) => camera.owner === 'household').every((camera) => camera.houseId !== null)).toBe(
      true,
    );
    expect(landmarks.map((landmark) => landmark.landmarkKind)).toContain('junction');
  });

  it('has ids that are all different', () => {
    const all = [...roads, ...houses, ...households, ...cameras, ...lamps, ...landmarks].map((item) => item.id);
    expect(new Set(all).size).toBe(all.length);
  });

  it('names no one who could exist', () => {
    for (const { headName, phone } of households) {
      expect(headName).toMatch(/ (Ví Dụ|Minh Hoạ|Giả Định|Tưởng Tượng|Hư Cấu|Thí Dụ)$/);
      if (phone !== null) expect(phone).toMatch(/^00\d{8}$/);
    }
    expect(new Set(households.map((household) => household.headName)).size).toBe(240);
    expect(households.map((household) => household.ordinal)).toEqual(households.map((_, index) => index + 1));
  });
});

describe('its geometry', () => {
  it('is valid, rounded and inside the boundary', () => {
    expect(polygonProblem(sample.village.boundary)).toBeNull();
    const positions = [
      ...roads.flatMap((road) => road.line.coordinates),
      ...houses.flatMap((house) => [house.entrance, ...(house.footprint?.coordinates[0] ?? [])]),
      ...[...cameras, ...lamps, ...landmarks].map((thing) => thing.place),
    ];
    for (const position of positions) {
      expect(distanceOutsideMeters(sample.village.boundary, position)).toBe(0);
      for (const degrees of position) expect(Number(degrees.toFixed(7))).toBe(degrees);
    }
    for (const road of roads) expect(lineProblem(road.line)).toBeNull();
    for (const house of drawn) expect(polygonProblem(house.footprint!)).toBeNull();
  });

  it('lets no house touch another', () => {
    for (const [a, b] of nearPairs()) {
      expect(
        booleanIntersects(
          polygon(a.footprint!.coordinates as never) as never,
          polygon(b.footprint!.coordinates as never),
        ),
      ).toBe(false);
    }
  });

  it('lets no house stand in a road', () => {
    for (const road of roads) {
      const line = lineString(road.line.coordinates as never);
      for (const house of drawn) {
        if (locateOnLine(road.line, house.entrance).distanceMeters > 90) continue;
        expect(booleanIntersects(line, polygon(house.footprint!.coordinates as never))).toBe(false);
        for (const corner of house.footprint!.coordinates[0]!) {
          expect(pointToLineDistance(corner as never, line, kilometers) * 1000).toBeGreaterThan(road.widthMeters / 2);
        }
      }
    }
  });

  it('puts every entrance between its house and the way in front of it', () => {
    for (const house of drawn) {
      const near = [...roads].sort(
        (a, b) =>
          locateOnLine(a.line, house.entrance).distanceMeters - locateOnLine(b.line, house.entrance).distanceMeters,
      )[0]!;
      const atEntrance = locateOnLine(near.line, house.entrance).distanceMeters;
      expect(atEntrance).toBeGreaterThan(near.widthMeters / 2);
      expect(atEntrance).toBeLessThan(locateOnLine(near.line, centroid(house.footprint!)).distanceMeters);
      expect(distanceOutsideMeters(house.footprint!, house.entrance)).toBeGreaterThan(0);
    }
  });

  it('keeps lamps out of houses and off the roads', () => {
    for (const lamp of lamps) {
      for (const house of drawn) expect(distanceOutsideMeters(house.footprint!, lamp.place)).toBeGreaterThan(0);
      for (const road of roads) {
        expect(locateOnLine(road.line, lamp.place).distanceMeters).toBeGreaterThan(road.widthMeters / 2);
      }
    }
  });
});

describe('its ways', () => {
  it('open from their parent at one of its vertices', () => {
    for (const road of roads) {
      if (road.class === 'road') expect(road.parentRoadId).toBeNull();
      else {
        const parent = roadOf.get(road.parentRoadId!)!;
        expect(parent.line.coordinates.some((vertex) => same(vertex, ends(road)[0]))).toBe(true);
      }
    }
  });

  it('run the way numbers rise', () => {
    for (const road of ways.filter((way) => way.class === 'road')) {
      expect(compassKeeps(bearingDegrees(...ends(road)))).toBe(true);
    }
  });

  it('hold the hard cases', () => {
    const touching = (position: Position, except: string) =>
      ways.filter(
        (way) => way.id !== except && way.line.coordinates.some((vertex: Position) => same(vertex, position)),
      );
    const lanes = ways.filter((way) => way.class === 'lane');
    const open = lanes.map((lane) => [lane, touching(ends(lane)[1], lane.id)[0]] as const);
    const through = open.filter(([lane, end]) => end && end.id !== lane.parentRoadId);
    const loops = open.filter(([lane, end]) => end?.id === lane.parentRoadId);
    const alleys = ways.filter((way) => way.class === 'alley');

    expect(lanes.length + alleys.length).toBeGreaterThanOrEqual(15);
    expect(alleys.length).toBeGreaterThan(0);
    expect(loops).toHaveLength(1);
    expect(through).toHaveLength(1);
    const [lane, far] = through[0]!;
    expect(roadOf.get(lane.parentRoadId!)!.widthMeters).toBeGreaterThan(far!.widthMeters);
    // The three-way junction: the north road ends at a vertex in the middle of the trunk road.
    const [north] = ways.filter((way) => way.class === 'road' && way.widthMeters === 6);
    expect(touching(ends(north!)[1], north!.id).map((way) => way.widthMeters)).toEqual([7]);
  });

  it('have two lane mouths side by side with no house between them', () => {
    const trunk = roads[0]!;
    const mouths = roads
      .filter((road) => road.class === 'lane' && road.parentRoadId === trunk.id)
      .map((lane) => ({
        measure: locateOnLine(trunk.line, ends(lane)[0]).measureMeters,
        side: locateOnLine(trunk.line, ends(lane)[1]).side,
      }));
    const fronting = houses.map((house) => locateOnLine(trunk.line, house.entrance));
    const pairs = mouths.flatMap((a) =>
      mouths.filter((b) => b.side === a.side && b.measure > a.measure && b.measure - a.measure < 30).map((b) => [a, b]),
    );
    const empty = pairs.filter(
      ([a, b]) =>
        !fronting.some(
          (place) =>
            place.side === a!.side &&
            place.distanceMeters < 10 &&
            place.measureMeters > a!.measure &&
            place.measureMeters < b!.measure,
        ),
    );
    expect(empty.length).toBeGreaterThan(0);
  });

  it('have a row of tube houses 4 to 5 metres wide, and houses with only an entrance', () => {
    const widths = drawn.map((house) => {
      const [a, b, c] = house.footprint!.coordinates[0]!;
      return Math.min(distanceMeters(a!, b!), distanceMeters(b!, c!));
    });
    expect(widths.filter((width) => width >= 4 && width <= 5).length).toBeGreaterThanOrEqual(8);
    expect(houses.length - drawn.length).toBe(8);
  });
});
