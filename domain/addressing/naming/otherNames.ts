/** Which other ways bear a name or one like it: in the village, in the commune, in the province (RULES §2.1). */
import type { Id } from '../../records/fields.ts';
import { locateOnLine } from '../../geometry/line.ts';
import type { LineString } from '../../geometry/shapes.ts';
import type { Road } from '../../records/road.ts';
import type { RoadElsewhere, World } from '../../records/world.ts';
import { villagePlace, writeVillage } from '../unitsLine.ts';
import { foldText } from '../vietnameseText.ts';
import { warn, type Warning } from '../warning.ts';
import {
  indexNames,
  indexTraced,
  similarNames,
  traceName,
  type NameIndex,
  type SimilarName,
  type TracedName,
} from './nameIndex.ts';
import { readWayName } from './wayName.ts';

export interface SameNameProblem {
  readonly code: 'road-name-duplicate' | 'road-name-duplicate-but-for-marks' | 'road-name-in-commune';
  readonly params: Readonly<Record<string, string | number>>;
  readonly recordIds: readonly Id[];
}

export interface OtherNames {
  readonly problems: readonly SameNameProblem[];
  readonly warnings: readonly Warning[];
}

/** A name is given once in a commune, and once within this distance of a place near its border. */
export const nearMeters = 5000;

interface OfWay {
  readonly roadId: Id | null;
  readonly parentRoadId: Id | null;
}

/** Names of the village's own ways. What differs only in marks is refused, under the same parent; the rest is told. */
export function namesInVillage(world: World, way: OfWay, name: string): OtherNames {
  const problems: SameNameProblem[] = [];
  const warnings: Warning[] = [];
  const folded = foldText(name);
  for (const { key, name: other, relation } of similarNames(indexOf(world), name)) {
    if (key === way.roadId) continue;
    const isSister = world.road.get(key)?.parentRoadId === way.parentRoadId;
    const params = { name, other };
    if (isSister && foldText(other) === folded) {
      const code = other === name ? 'road-name-duplicate' : 'road-name-duplicate-but-for-marks';
      problems.push({ code, params, recordIds: [key] });
    } else if (isSister || !isOnlyNumber(name)) warnings.push(warn(codeOf(relation), [key], params));
  }
  return { problems, warnings };
}

/**
 * Names of the roads around that are known, as far as they are like this one: refused in the commune and nearby, told in
 * the province. `line`: of the road to be named.
 */
export function namesAround({ roadsElsewhere = [] }: World, name: string, line: LineString | null): OtherNames {
  const problems: SameNameProblem[] = [];
  const warnings: Warning[] = [];
  for (const { key, relation } of similarNames(indexAround(roadsElsewhere), name)) {
    if (relation === 'near' || relation === 'same-but-for-class-word') continue;
    const params = { name, other: key.name, place: writeVillage(villagePlace(key.villageName), 'vi') };
    const isNear = key.isSameCommune || (line !== null && locateOnLine(line, key.place).distanceMeters <= nearMeters);
    if (isNear) problems.push({ code: 'road-name-in-commune', params, recordIds: [] });
    else warnings.push(warn('name-in-province', [], params));
  }
  return { problems, warnings };
}

const around = new WeakMap<readonly RoadElsewhere[], NameIndex<RoadElsewhere>>();

function indexAround(roads: readonly RoadElsewhere[]): NameIndex<RoadElsewhere> {
  let index = around.get(roads);
  if (!index) around.set(roads, (index = indexNames(roads.map((road) => [road, road.name] as const))));
  return index;
}

const codeOf = (relation: SimilarName<Id>['relation']) => (relation === 'near' ? 'name-near' : 'name-similar');

/** "Ngõ 5" of two roads are two names. */
const isOnlyNumber = (name: string): boolean => {
  const way = readWayName(name);
  return way !== null && way.scheme.by !== 'proper-name' && way.parent === null;
};

const indexes = new WeakMap<World['road'], NameIndex<Id>>();

/** Made once for a village as it stands; worlds with the same roads share it. */
function indexOf(world: World): NameIndex<Id> {
  const known = indexes.get(world.road);
  if (known) return known;
  const names = [...world.road.values()].flatMap((road) => {
    const traced = traceRoad(road);
    return traced === null ? [] : [[road.id, traced] as const];
  });
  const index = indexTraced(names);
  indexes.set(world.road, index);
  return index;
}

const traces = new WeakMap<Road, TracedName>();

/**
 * Made once for a road as it stands, and kept while others are edited; null for a road without a name. Whoever must not
 * hold up the screen traces the roads one by one before asking for the names like one of them.
 */
export function traceRoad(road: Road): TracedName | null {
  if (road.name === null) return null;
  let traced = traces.get(road);
  if (!traced) traces.set(road, (traced = traceName(road.name)));
  return traced;
}
