import { describe, expect, it } from 'vitest';
import type { Feature } from '../../../domain/formats/features.ts';
import { houseShapeOf, numberHouses, type FeatureAddress } from '../../../domain/formats/numberFiles.ts';
import type { Polygon, Position } from '../../../domain/geometry/shapes.ts';
import { defaultNumberingProfile, type NumberingProfile } from '../../../domain/records/village.ts';
import { at, idOf } from '../builders.ts';

const feature = (type: string, coordinates: unknown, properties: Record<string, unknown> = {}): Feature => ({
  index: 0,
  properties,
  geometry: { type, coordinates },
});
const box = (east: number, north: number, size = 8): Position[] => [
  at(east, north),
  at(east + size, north),
  at(east + size, north + size),
  at(east, north + size),
  at(east, north),
];
const polygon = (ring: Position[]): Polygon => ({ type: 'Polygon', coordinates: [ring] });

describe('what a feature of the houses file is on the ground', () => {
  it('a point, rounded as entrances are stored, without its height', () => {
    expect(houseShapeOf(feature('Point', [105.78812345678, 19.97, 12]))).toEqual({ point: [105.7881235, 19.97] });
  });

  it('of a MultiPolygon the largest part', () => {
    const shape = houseShapeOf(feature('MultiPolygon', [[box(0, 0, 4)], [box(50, 0, 9)], [box(90, 0, 5)]]));
    expect(shape).toEqual({ polygon: polygon(box(50, 0, 9)) });
  });

  it('or what is wrong with it', () => {
    for (const [shape, code] of [
      [feature('Polygon', []), 'feature-malformed'],
      [feature('MultiPolygon', []), 'feature-malformed'],
      [
        feature('Polygon', [
          box(0, 0)
            .slice(0, -1)
            .concat([at(1, 1)]),
        ]),
        'polygon-not-closed',
      ],
      [feature('Polygon', [[at(0, 0), at(8, 0), at(4, 0), at(0, 0)]]), 'polygon-no-area'],
      [feature('Point', [105, 91]), 'geometry-not-finite'],
      [feature('GeometryCollection', []), 'geometry-of-other-type'],
      [{ index: 0, properties: {}, geometry: null }, 'feature-malformed'],
    ] as const) {
      expect([shape, houseShapeOf(shape)]).toEqual([shape, code]);
    }
  });
});

describe('houses of a file numbered', () => {
  /** From the east: the south is left. */
  const road = (name: string | null, from: Position, to: Position, properties = {}): Feature =>
    feature('LineString', [from, to], { ...(name === null ? {} : { name }), ...properties });
  const street = road('Đường Làng', at(-100, 0), at(100, 0), { widthMeters: 5 });
  const points = (...places: Position[]) => places.map((point) => ({ point }));
  const number = (
    roads: readonly Feature[],
    shapes: Parameters<typeof numberHouses>[1],
    profile: NumberingProfile = defaultNumberingProfile,
    seed = 9,
  ) =>
    numberHouses(
      roads.map((one, index) => ({ ...one, index })),
      shapes,
      [],
      profile,
      idOf(seed),
    );
  const numbers = (addresses: readonly FeatureAddress[]) => addresses.map(({ number: given }) => given);

  it('odd on the left and even on the right, along the compass (RULES R1, R2)', () => {
    const { addresses } = number([street], points(at(80, -6), at(40, 6), at(0, -6), at(-40, 6), at(-80, -6)));
    expect(numbers(addresses)).toEqual(['1', '2', '3', '4', '5']);
    expect(addresses.map(({ side }) => side)).toEqual(['left', 'right', 'left', 'right', 'left']);
    expect(addresses[1]!.measureMeters).toBeCloseTo(60, 0);
  });

  it('around the numbers that houses of the file keep, each once on its road and if it is one', () => {
    const lane = road('Ngõ Giếng', at(0, 0), at(0, 90));
    const row = points(at(80, -6), at(60, -6), at(40, -6), at(20, -6), at(-20, -6), at(4, 50));
    const keep = (...given: (string | null)[]) =>
      numberHouses([street, lane], row, [], defaultNumberingProfile, idOf(9), given);
    const kept = keep(null, '9 a', null, '9A', '5/4', '9a');
    // 9A is borne already, 5/4 is no number of a house; in the lane it is another number.
    expect(numbers(kept.addresses)).toEqual(['1', '9A', '11', '13', '15', '9A']);
    expect(kept.refusedNumbers).toEqual([
      { featureIndex: 3, number: '9A', code: 'address-number-taken' },
      { featureIndex: 4, number: '5/4', code: 'number-malformed' },
    ]);
    expect(kept.keptNumbers).toBe(2);
    expect(numbers(keep().addresses)).toEqual(['1', '3', '5', '7', '9', '2']);
    expect(keep()).toMatchObject({ keptNumbers: 0, refusedNumbers: [] });
  });

  it('in one series on a road that is said to be one-sided, while it is', () => {
    const oneSided = { ...street, properties: { ...street.properties, oneSided: true } };
    const left = points(at(80, -6), at(40, -6), at(0, -6));
    expect(numbers(number([street], left).addresses)).toEqual(['1', '3', '5']);
    expect(numbers(number([oneSided], left).addresses)).toEqual(['1', '2', '3']);
    expect(numbers(number([oneSided], [...left, ...points(at(-40, 6))]).addresses)).toEqual(['1', '3', '5', '2']);
  });

  it('the outcome depends neither on the seed of its ids nor on the order of houses and roads', () => {
    const roads = [street, road('Ngõ Giếng', at(0, 0), at(0, 90)), road('Đường Sau', at(-100, 45), at(100, 47))];
    const houses = points(...Array.from({ length: 24 }, (_, n) => at(-92 + n * 8, 6 + ((n * 13) % 37))));
    const { addresses } = number(roads, houses);
    expect(numbers(addresses)).not.toContain(null);
    expect(number(roads, houses, defaultNumberingProfile, 77).addresses).toEqual(addresses);
    expect(number(roads, houses.toReversed()).addresses.toReversed()).toEqual(addresses);
    expect(number(roads.toReversed(), houses).addresses).toEqual(addresses);
  });

  it('in a lane they rise from its mouth inward, left and right as one walks in (RULES L3), whichever way it was drawn', () => {
    for (const ends of [
      [at(0, 0), at(0, 90)],
      [at(0, 90), at(0, 0)],
    ] as const) {
      const lane = road('Ngõ Giếng', ends[0], ends[1]);
      const { addresses } = number([street, lane], points(at(4, 60), at(4, 35), at(-4, 35), at(-4, 60)));
      expect(addresses.map((one) => [one.road, one.number])).toEqual(
        ['4', '2', '1', '3'].map((given) => ['Ngõ Giếng', given]),
      );
    }
  });

  it('each line of a name has a part, the longest first', () => {
    const far = road('Đường Làng', at(-100, 300), at(-40, 300));
    const { addresses, roads } = number([far, street], points(at(0, 6), at(-70, 306)));
    expect(roads).toHaveLength(2);
    expect(addresses.map(({ road: name, roadPart }) => [name, roadPart])).toEqual([
      ['Đường Làng', 1],
      ['Đường Làng', 2],
    ]);
  });

  it('the profile’s reach counts', () => {
    const houses = points(at(0, 30));
    const near = { ...defaultNumberingProfile, maxEntranceDistanceMeters: 20 };
    expect(number([street], houses).addresses[0]!.number).toBe('2');
    expect(number([street], houses, near).addresses[0]).toMatchObject({ number: null, reason: 'no-road-within-reach' });
  });

  it('without any named road there is no number, and no failure', () => {
    for (const roads of [[], [road(null, at(-100, 0), at(100, 0))]]) {
      expect(number(roads, points(at(0, 6))).addresses[0]).toMatchObject({
        number: null,
        reason: 'no-road-within-reach',
      });
    }
  });
});
