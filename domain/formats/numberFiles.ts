/** Houses of a file numbered along the roads of another, with nothing stored: the engine for any place, at once. */
import { readHandNumber } from '../addressing/numberByHand.ts';
import { numberFresh } from '../addressing/numberFresh.ts';
import type { Warning } from '../addressing/warning.ts';
import type { RoadReason } from '../addressing/whichRoad/judge.ts';
import type { SiteBuilding } from '../addressing/whichRoad/buildings.ts';
import { areaSquareMeters, contains, roundPosition } from '../geometry/polygon.ts';
import type { Polygon, Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import { deriveId } from '../records/identifier.ts';
import type { Road } from '../records/road.ts';
import { profileDefaults, type NumberingProfile } from '../records/numberingProfile.ts';
import type { Feature } from './features.ts';
import { takeRoads } from './fileRoads.ts';
import type { FeatureNote, FeatureRefusalCode, RefusedFeature } from './fileProblem.ts';
import { pointOf, polygonsOf } from './fileShapes.ts';
import { polygonProblem } from '../geometry/validity.ts';
import { nameOf as nameOfWay } from './wayTags.ts';

/** What a feature of the houses file is on the ground. */
export type HouseShape = { readonly polygon: Polygon } | { readonly point: Position };

/** Why a house of the file got no number, beside what is wrong with its geometry. */
export type WithoutNumber = FeatureRefusalCode | 'no-road-within-reach' | 'entrance-shared' | 'numbers-exhausted';

/** What is written beside each feature's own properties. */
export interface FeatureAddress {
  /** The road's name as in the file. */
  readonly road: string | null;
  /** 1 for the line of that name which is measured first; forks and parts that lie apart have measures of their own. */
  readonly roadPart: number | null;
  readonly measureMeters: number | null;
  readonly side: 'left' | 'right' | null;
  readonly number: string | null;
  readonly fullNumber: string | null;
  readonly plusCode: string | null;
  /** Why this road; or why no number. */
  readonly reason: RoadReason | WithoutNumber;
  readonly runnerUp: string | null;
}

export interface NumberedHouses {
  /** One for each shape given, in the same order. */
  readonly addresses: readonly FeatureAddress[];
  /** Numbers of the file that were kept, of those that were to be. */
  readonly keptNumbers: number;
  readonly refusedNumbers: readonly RefusedNumber[];
  readonly roads: readonly Road[];
  readonly refusedRoads: readonly RefusedFeature[];
  readonly roadNotes: readonly FeatureNote[];
  readonly warnings: readonly Warning[];
}

/** A number of the file that is not kept: it is none, or another house of the road has it. */
export interface RefusedNumber {
  readonly featureIndex: number;
  readonly number: string;
  readonly code: 'number-malformed' | 'address-number-taken';
}

/** The house number a feature bears in OpenStreetMap, as written; null where it has none. */
export function numberInFile({ properties }: Feature): string | null {
  const value = properties['addr:housenumber'];
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

/** A point, or the largest sound polygon of the feature; else what is wrong with it. */
export function houseShapeOf(feature: Feature): HouseShape | FeatureRefusalCode {
  if (feature.geometry?.type === 'Point') {
    const point = pointOf(feature);
    return typeof point === 'string' ? point : { point: roundPosition(point) };
  }
  const polygons = polygonsOf(feature);
  if (typeof polygons === 'string') return polygons;
  const [polygon] = [...polygons].sort((a, b) => areaSquareMeters(b) - areaSquareMeters(a));
  if (!polygon) return 'feature-malformed';
  return polygonProblem(polygon)?.code ?? { polygon };
}

/**
 * `id` seeds the ids used inside; the outcome does not depend on it. `numbers`: for each shape the number it has in the
 * file and keeps, where it can be read and is the first of its kind on its road.
 */
export function numberHouses(
  roadFeatures: readonly Feature[],
  shapes: readonly (HouseShape | FeatureRefusalCode)[],
  obstacles: readonly Polygon[],
  profile: NumberingProfile,
  id: Id,
  numbers: readonly (string | null)[] = [],
): NumberedHouses {
  let made = 0;
  const taken = takeRoads(roadFeatures.map(onlyLeadsWithoutName), null, () => deriveId(id, (made += 1)));
  const roads = taken.roads.map((road) => ({
    road,
    isOneSided: taken.oneSided.has(road.id),
  }));
  const around = housesAround(shapes, obstacles);
  const houses = shapes.map((shape, index): SiteBuilding | null => {
    if (typeof shape === 'string') return null;
    if ('polygon' in shape) return { ring: shape.polygon.coordinates[0]!, point: null, isDoor: false };
    return { ring: around.ringOf.get(index) ?? null, point: shape.point, isDoor: false };
  });
  const inTheWay = around.others.map((ring) => ({ ring, point: null, isDoor: false }));
  const given = numbers.map((typed) => (typed === null ? null : readHandNumber(typed)));
  const fresh = numberFresh(roads, houses, inTheWay, profile, given);

  const named = taken.roads.filter((road) => road.class !== 'access');
  const nameOf = (roadId: Id | null): string | null => (roadId === null ? null : (taken.fileNames.get(roadId) ?? null));
  const parts = partsOf(named, nameOf);
  const addresses = shapes.map((shape, index): FeatureAddress => {
    if (typeof shape === 'string') return { ...nothing, reason: shape };
    const address = fresh.addresses[index];
    if (!address) return { ...nothing, reason: 'no-road-within-reach' };
    const { roadId, number, fullNumber, plusCode, measureMeters, side, reason } = address;
    const of = { road: nameOf(roadId), roadPart: parts.get(roadId)!, runnerUp: nameOf(address.runnerUpRoadId) };
    if (plusCode === null) return { ...nothing, ...of, reason: 'entrance-shared' };
    if (number === null) return { ...nothing, ...of, reason: 'numbers-exhausted' };
    const { road, roadPart, runnerUp } = of;
    return { road, roadPart, measureMeters, side, number, fullNumber, plusCode, reason, runnerUp };
  });
  const givenTwice = new Set(fresh.givenTwice);
  const refusedNumbers = numbers.flatMap((number, featureIndex): RefusedNumber[] => {
    if (number === null) return [];
    if (given[featureIndex] === null) return [{ featureIndex, number, code: 'number-malformed' }];
    return givenTwice.has(featureIndex) ? [{ featureIndex, number, code: 'address-number-taken' }] : [];
  });
  const refused = new Set(refusedNumbers.map(({ featureIndex }) => featureIndex));
  const isKept = (index: number) => addresses[index]!.number !== null && !refused.has(index);
  return {
    addresses,
    keptNumbers: numbers.filter((number, index) => number !== null && isKept(index)).length,
    refusedNumbers,
    roads: named,
    refusedRoads: taken.refused,
    roadNotes: taken.notes,
    warnings: fresh.warnings,
  };
}

/** Counts the lines of each name, in the order in which they were taken: the longest first. */
function partsOf(roads: readonly Road[], nameOf: (roadId: Id) => string | null): ReadonlyMap<Id, number> {
  const seen = new Map<string | null, number>();
  return new Map(
    roads.map(({ id }) => {
      const part = (seen.get(nameOf(id)) ?? 0) + 1;
      seen.set(nameOf(id), part);
      return [id, part];
    }),
  );
}

const nothing = {
  road: null,
  roadPart: null,
  measureMeters: null,
  side: null,
  number: null,
  fullNumber: null,
  plusCode: null,
  runnerUp: null,
} as const;

/** Here a way without a name is no road that could be addressed: it leads to one. */
const onlyLeadsWithoutName = (feature: Feature): Feature =>
  nameOfWay(feature) === null ? { ...feature, properties: { ...feature.properties, class: 'access' } } : feature;

/** A building around a house's point is that house and not in its way. */
function housesAround(shapes: readonly (HouseShape | FeatureRefusalCode)[], obstacles: readonly Polygon[]) {
  const ringOf = new Map<number, readonly Position[]>();
  const others: (readonly Position[])[] = [];
  const points = shapes.flatMap((shape, index) =>
    typeof shape !== 'string' && 'point' in shape ? [{ index, point: shape.point }] : [],
  );
  points.sort((a, b) => a.point[0] - b.point[0]);
  for (const polygon of obstacles) {
    const ring = polygon.coordinates[0]!;
    const [west, east] = ring.reduce(([w, e], [lng]) => [Math.min(w, lng), Math.max(e, lng)], [Infinity, -Infinity]);
    let isHouse = false;
    for (let i = firstFrom(points, west); i < points.length && points[i]!.point[0] <= east; i += 1) {
      if (!contains(polygon, points[i]!.point)) continue;
      ringOf.set(points[i]!.index, ring);
      isHouse = true;
    }
    if (!isHouse) others.push(ring);
  }
  return { ringOf, others };
}

/** The first of the points, sorted from west to east, that is not west of the longitude. */
function firstFrom(points: readonly { readonly point: Position }[], lng: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle]!.point[0] < lng) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Profiles that can be asked for by name. */
export const profilesByName: ReadonlyMap<string, NumberingProfile> = new Map<string, NumberingProfile>([
  ['vn-2024', profileDefaults['vn-2024']],
  ['metric-1', { ...profileDefaults.metric, intervalMeters: 1 }],
  ['metric-10', { ...profileDefaults.metric, intervalMeters: 10 }],
  ['metric-20', { ...profileDefaults.metric, intervalMeters: 20 }],
  ['groups', profileDefaults.groups],
]);
