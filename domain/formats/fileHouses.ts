/** Houses from files: outlines of buildings with a door towards their road, and address points without a building. */
import { bestSimilar, indexNames } from '../addressing/naming/nameIndex.ts';
import { normalizeText } from '../addressing/roadName.ts';
import { frontWall, roadsOfAddress } from '../addressing/frontWall.ts';
import type { NetworkRoad } from '../addressing/network.ts';
import { judgeAll } from '../addressing/whichRoad/judge.ts';
import { siteWayOf } from '../addressing/whichRoad/recordSite.ts';
import { siteOf } from '../addressing/whichRoad/site.ts';
import { locate } from '../geometry/locate.ts';
import { boxDistanceMeters } from '../geometry/measuredLine.ts';
import { areaSquareMeters, contains, distanceOutsideMeters, roundPosition } from '../geometry/polygon.ts';
import type { Polygon, Position } from '../geometry/shapes.ts';
import { polygonProblem } from '../geometry/validity.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import { textOf, type Feature } from './features.ts';
import { atOf, type FeatureNote, type RefusedFeature } from './fileProblem.ts';
import { pointOf, polygonsOf } from './fileShapes.ts';
import type { TakenRoads } from './fileRoads.ts';
import { useOf } from './houseTags.ts';

/** A road named in a building's address counts when it is this near, in metres: the default reach of the profile. */
const reachMeters = 80;
/** An address point this near a building belongs to it, in metres. */
const atBuildingMeters = 8;

export interface TakenHouses {
  readonly houses: readonly House[];
  readonly sources: ReadonlyMap<Id, readonly [file: 'buildings' | 'addresses', featureIndex: number]>;
  readonly refused: readonly RefusedFeature[];
  readonly notes: readonly FeatureNote[];
}

interface Outline {
  readonly feature: Feature;
  readonly footprint: Polygon;
  street: string | null;
}

export function takeHouses(
  buildings: readonly Feature[],
  addresses: readonly Feature[],
  taken: TakenRoads,
  boundary: Polygon | null,
  nextId: () => Id,
): TakenHouses {
  const refused: RefusedFeature[] = [];
  const notes: FeatureNote[] = [];
  const houses: House[] = [];
  const sources = new Map<Id, readonly ['buildings' | 'addresses', number]>();
  const roads = roadsOfAddress(taken.roads);
  const names = indexNames(taken.fileNames);
  // Files write one street in several ways: with or without Phố, marks, Hòa or Hoà, Đ. for Đường.
  const named = (street: string): readonly NetworkRoad[] => {
    const ids = new Set(bestSimilar(names, street).map(({ key }) => key));
    return roads.filter(({ road }) => ids.has(road.id));
  };
  const add = (feature: Feature, file: 'buildings' | 'addresses', fields: Partial<House> & Pick<House, 'entrance'>) => {
    const id = nextId();
    sources.set(id, [file, feature.index]);
    const common = { name: labelOf(feature), use: useOf(feature), state: 'standing', parcel: null } as const;
    // A point of a file may be the middle of its building as well as the door.
    const doubtful = { entranceOrigin: 'assumed', footprint: null, chosenRoadId: null } as const;
    houses.push({ kind: 'house', id, version: 1, ...common, ...doubtful, ...fields });
  };

  const outlines = buildings.flatMap((feature) => {
    const outline = outlineOf(feature, boundary);
    if ('code' in outline) {
      refused.push(outline);
      return [];
    }
    if (outline.parts > 1) notes.push({ ...aboutOf('buildings', feature), code: 'largest-part-taken' });
    return [{ feature, footprint: outline.footprint, street: textOf(feature, 'addr:street') }];
  });

  const alone: (readonly [Feature, Position])[] = [];
  for (const feature of addresses) {
    const point = pointOf(feature);
    if (typeof point === 'string') {
      refused.push({ ...aboutOf('addresses', feature), code: point });
      continue;
    }
    const owner = outlineAt(outlines, point);
    if (owner) owner.street ??= textOf(feature, 'addr:street');
    else if (boundary && !contains(boundary, point)) {
      refused.push({ ...aboutOf('addresses', feature), code: 'outside-boundary' });
    } else if (!alone.some(([, other]) => other[0] === point[0] && other[1] === point[1])) alone.push([feature, point]);
  }

  const judged = judgedRoads(outlines, taken);
  for (const [index, { feature, footprint, street }] of outlines.entries()) {
    const ofStreet = street === null ? null : frontWall(footprint, named(street));
    const chosen = ofStreet && ofStreet.distanceMeters <= reachMeters ? ofStreet : null;
    const likely = judged[index] ?? null;
    const front = chosen ?? frontWall(footprint, likely ? [likely] : roads);
    const entrance = front?.entrance ?? footprint.coordinates[0]![0]!;
    add(feature, 'buildings', { entrance, footprint, chosenRoadId: chosen?.roadId ?? null });
  }
  for (const [feature, point] of alone) {
    const entrance = roundPosition(point);
    const street = textOf(feature, 'addr:street');
    add(feature, 'addresses', { entrance, chosenRoadId: street === null ? null : nearest(named(street), entrance) });
  }
  return { houses, sources, refused, notes };
}

/** The road each outline is on by the evidence of the ground, before anybody has said where its door is. */
function judgedRoads(outlines: readonly Outline[], { roads }: TakenRoads): (NetworkRoad | null)[] {
  const carrying = roadsOfAddress(roads);
  const numberOf = new Map(carrying.map(({ road }, index) => [road.id, index]));
  const ways = roads.map((road) => siteWayOf(road, numberOf.get(road.id) ?? -1));
  const buildings = outlines.map(({ footprint }) => ({ ring: footprint.coordinates[0]!, point: null, isDoor: false }));
  const judgements = judgeAll(siteOf(ways, buildings), () => true, reachMeters);
  return judgements.map((judgement) => (judgement ? carrying[judgement.road]! : null));
}

const labelOf = (feature: Feature): string | null => normalizeText(textOf(feature, 'name') ?? '') || null;

const aboutOf = <F extends 'buildings' | 'addresses'>(file: F, feature: Feature) => ({
  file,
  featureIndex: feature.index,
  name: labelOf(feature),
});

/** The building's outline (of several parts the largest sound one), or why it cannot be taken. */
function outlineOf(
  feature: Feature,
  boundary: Polygon | null,
): { readonly footprint: Polygon; readonly parts: number } | RefusedFeature {
  const about = aboutOf('buildings', feature);
  const polygons = polygonsOf(feature);
  if (typeof polygons === 'string') return { ...about, code: polygons };
  const [footprint] = [...polygons].sort((a, b) => areaSquareMeters(b) - areaSquareMeters(a));
  if (!footprint) return { ...about, code: 'feature-malformed' };
  const problem = polygonProblem(footprint);
  if (problem) return { ...about, code: problem.code, ...atOf(problem) };
  if (boundary && !footprint.coordinates[0]!.some((corner) => contains(boundary, corner))) {
    return { ...about, code: 'outside-boundary' };
  }
  return { footprint, parts: polygons.length };
}

/** The building an address point lies in, else the nearest within reach. */
function outlineAt(outlines: readonly Outline[], point: Position): Outline | null {
  let best: Outline | null = null;
  let least = atBuildingMeters;
  for (const outline of outlines) {
    const [corner] = outline.footprint.coordinates[0]!;
    // About a kilometre: no building is larger, and most are skipped at once.
    if (Math.abs(corner![0] - point[0]) > 0.01 || Math.abs(corner![1] - point[1]) > 0.01) continue;
    const away = distanceOutsideMeters(outline.footprint, point);
    if (away === 0) return outline;
    if (away < least) [best, least] = [outline, away];
  }
  return best;
}

function nearest(roads: readonly NetworkRoad[], position: Position): Id | null {
  let best: Id | null = null;
  let least = reachMeters;
  for (const { road, line } of roads) {
    if (boxDistanceMeters(line, position) > least) continue;
    const away = locate(line, position).distanceMeters;
    if (away < least) [best, least] = [road.id, away];
  }
  return best;
}
