/** Houses of a file numbered along the roads of another, with nothing stored: the engine for any place, at once. */
import { planNumbering } from '../addressing/numberingPlan.ts';
import type { NumberingRow } from '../addressing/planRows.ts';
import type { Warning } from '../addressing/warning.ts';
import { judgeAll, type RoadReason } from '../addressing/whichRoad/judge.ts';
import { siteOf, type SiteBuilding, type SiteWay } from '../addressing/whichRoad/site.ts';
import { areaSquareMeters, centroid, contains, roundPosition } from '../geometry/polygon.ts';
import type { Polygon, Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import { deriveId } from '../records/identifier.ts';
import type { Road } from '../records/road.ts';
import { defaultNumberingProfile, type NumberingProfile, type Village } from '../records/village.ts';
import { worldOf } from '../records/world.ts';
import type { Feature } from './features.ts';
import { takeRoads, type TakenRoads } from './fileRoads.ts';
import type { FeatureNote, FeatureRefusalCode, RefusedFeature } from './fileProblem.ts';
import { pointOf, polygonsOf } from './fileShapes.ts';
import { frontWall, roadsOfAddress } from './frontWall.ts';
import { polygonProblem } from '../geometry/validity.ts';
import { nameOf } from './wayTags.ts';

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
  readonly roads: readonly Road[];
  readonly refusedRoads: readonly RefusedFeature[];
  readonly roadNotes: readonly FeatureNote[];
  readonly warnings: readonly Warning[];
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

/** `id` seeds the ids used inside; the outcome does not depend on it. */
export function numberHouses(
  roadFeatures: readonly Feature[],
  shapes: readonly (HouseShape | FeatureRefusalCode)[],
  obstacles: readonly Polygon[],
  profile: NumberingProfile,
  id: Id,
): NumberedHouses {
  let made = 0;
  const nextId = () => deriveId(id, (made += 1));
  const taken = takeRoads(roadFeatures.map(onlyLeadsWithoutName), null, nextId);
  const named = taken.roads.filter((road) => road.class !== 'access');
  const judgements = judgeShapes(taken, named, shapes, obstacles, profile);

  const houses: House[] = [];
  const houseIds: (Id | null)[] = shapes.map((shape, index) => {
    const judgement = judgements[index];
    if (typeof shape === 'string' || !judgement) return null;
    const house = houseOn(named[judgement.road]!, shape, nextId());
    houses.push(house);
    return house.id;
  });
  const world = worldOf([villageWith(profile, id), ...taken.roads, ...houses]);
  const plan = planNumbering(world, null, id);
  const rows = new Map(plan.rows.map((row) => [row.houseId, row]));
  const problems = new Map(plan.warnings.flatMap(({ code, recordIds: [house = ''] }) => [[house, code] as const]));
  const nameAt = (road: number): string | null => taken.fileNames.get(named[road]?.id ?? '') ?? null;
  const parts = partsOf(named.map((_, road) => nameAt(road)));
  const addresses = shapes.map((shape, index): FeatureAddress => {
    if (typeof shape === 'string') return { ...nothing, reason: shape };
    const judgement = judgements[index];
    if (!judgement) return { ...nothing, reason: 'no-road-within-reach' };
    const houseId = houseIds[index]!;
    const { reason, runnerUp } = judgement;
    const of = { road: nameAt(judgement.road), roadPart: parts[judgement.road]!, runnerUp: nameAt(runnerUp) };
    const row = rows.get(houseId);
    if (row) return { ...of, ...written(row), reason };
    const shared = problems.get(houseId) === 'entrance-shared';
    return { ...nothing, ...of, reason: shared ? 'entrance-shared' : 'numbers-exhausted' };
  });
  return {
    addresses,
    roads: named,
    refusedRoads: taken.refused,
    roadNotes: taken.notes,
    warnings: plan.warnings,
  };
}

/** Counts the lines of each name, in the order in which they were taken: the longest first. */
function partsOf(names: readonly (string | null)[]): number[] {
  const seen = new Map<string | null, number>();
  return names.map((name) => {
    const part = (seen.get(name) ?? 0) + 1;
    seen.set(name, part);
    return part;
  });
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

const written = ({ measureMeters, side, newNumber, newFull, plusCode }: NumberingRow) => ({
  measureMeters,
  side,
  number: newNumber,
  fullNumber: newFull,
  plusCode,
});

/** Here a way without a name is no road that could be addressed: it leads to one. */
const onlyLeadsWithoutName = (feature: Feature): Feature =>
  nameOf(feature) === null ? { ...feature, properties: { ...feature.properties, class: 'access' } } : feature;

function judgeShapes(
  { roads, surfaces }: TakenRoads,
  named: readonly Road[],
  shapes: readonly (HouseShape | FeatureRefusalCode)[],
  obstacles: readonly Polygon[],
  profile: NumberingProfile,
) {
  const numberOf = new Map(named.map((road, index) => [road.id, index]));
  const ways = roads.map(({ id, line, widthMeters }): SiteWay => {
    return { coordinates: line.coordinates, widthMeters, road: numberOf.get(id) ?? -1, surface: surfaces.get(id)! };
  });
  const around = housesAround(shapes, obstacles);
  const buildings = shapes.map((shape, index): SiteBuilding => {
    if (typeof shape === 'string') return { ring: null, point: [0, 0], isDoor: false };
    if ('polygon' in shape) return { ring: shape.polygon.coordinates[0]!, point: null, isDoor: false };
    return { ring: around.ringOf.get(index) ?? null, point: shape.point, isDoor: false };
  });
  for (const ring of around.others) buildings.push({ ring, point: null, isDoor: false });
  const isHouse = (building: number) => building < shapes.length && typeof shapes[building] !== 'string';
  return judgeAll(siteOf(ways, buildings), isHouse, profile.maxEntranceDistanceMeters);
}

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

function houseOn(road: Road, shape: HouseShape, id: Id): House {
  const entrance =
    'point' in shape
      ? shape.point
      : (frontWall(shape.polygon, roadsOfAddress([road]))?.entrance ?? roundPosition(centroid(shape.polygon)));
  return {
    kind: 'house',
    id,
    version: 1,
    name: null,
    entrance,
    footprint: null,
    use: 'residential',
    state: 'standing',
    parcel: null,
    chosenRoadId: road.id,
  };
}

const villageWith = (numberingProfile: NumberingProfile, id: Id): Village => ({
  kind: 'village',
  id,
  version: 1,
  name: 'numbering',
  boundary: { type: 'Polygon', coordinates: [] },
  isSample: false,
  currentUnits: [],
  formerUnits: [],
  numberingProfile,
  targets: { criterion6: null, criterion3: null },
});

/** Profiles that can be asked for by name. */
export const profilesByName: ReadonlyMap<string, NumberingProfile> = new Map([['vn-2024', defaultNumberingProfile]]);
