/** Roads from a file: lines of one name joined where they meet, cut at the boundary, classed, connected, directed. */
import { orientRoadLine } from '../addressing/direction.ts';
import { suggestClass, suggestParent } from '../addressing/network.ts';
import { referenceLines, type LineNoteCode, type Piece } from '../addressing/referenceLines.ts';
import { foldText } from '../addressing/roadName.ts';
import { lineLengthMeters } from '../geometry/line.ts';
import type { Polygon } from '../geometry/shapes.ts';
import { lineProblem } from '../geometry/validity.ts';
import type { Id } from '../records/fields.ts';
import type { MadeFor, Road, RoadClass } from '../records/road.ts';
import { worldOf, type World } from '../records/world.ts';
import { clipLine } from './clipLine.ts';
import type { Feature } from './features.ts';
import { atOf, type FeatureNote, type FeatureNoteCode, type RefusedFeature } from './fileProblem.ts';
import { linesOf } from './fileShapes.ts';
import { classOf, isOneSided, isWay, madeForOf, nameOf, widthMetersOf } from './wayTags.ts';

export interface TakenRoads {
  readonly roads: readonly Road[];
  /** The features each road comes from. */
  readonly sources: ReadonlyMap<Id, readonly number[]>;
  /** The name in the file, for finding the road of an address; several roads may share it. */
  readonly fileNames: ReadonlyMap<Id, string>;
  /** Roads of which the file says that houses stand on one side only. */
  readonly oneSided: ReadonlySet<Id>;
  readonly refused: readonly RefusedFeature[];
  readonly notes: readonly FeatureNote[];
}

interface Group {
  readonly name: string | null;
  readonly class: RoadClass;
  readonly pieces: Piece[];
}

export function takeRoads(features: readonly Feature[], boundary: Polygon | null, nextId: () => Id): TakenRoads {
  const refused: RefusedFeature[] = [];
  const notes: FeatureNote[] = [];
  const groups = new Map<string, Group>();
  const widths = new Map<number, number>();
  const madeFor = new Map<number, MadeFor>();

  for (const feature of features) {
    const name = nameOf(feature);
    const about = { file: 'roads', featureIndex: feature.index, name } as const;
    if (!isWay(feature)) {
      refused.push({ ...about, code: 'not-a-way' });
      continue;
    }
    const lines = linesOf(feature);
    if (typeof lines === 'string') {
      refused.push({ ...about, code: lines });
      continue;
    }
    const cls = classOf(feature, name);
    widths.set(feature.index, widthMetersOf(feature, cls));
    madeFor.set(feature.index, madeForOf(feature));
    const key = name === null ? `#${feature.index}` : `${cls}|${name}`;
    const group = groups.get(key) ?? { name, class: cls, pieces: [] };
    let cut = false;
    const before = group.pieces.length;
    const problems = lines.flatMap((line) => {
      const problem = lineProblem(line);
      if (problem) return [problem];
      const inside = boundary ? clipLine(line, boundary) : [line];
      cut ||= boundary !== null && (inside.length !== 1 || inside[0]!.coordinates.length !== line.coordinates.length);
      for (const part of inside) group.pieces.push({ line: part, sources: [feature.index] });
      return [];
    });
    const taken = group.pieces.length - before;
    if (taken > 0) groups.set(key, group);
    for (const problem of problems) refused.push({ ...about, code: problem.code, ...atOf(problem) });
    if (taken === 0 && problems.length === 0) {
      refused.push({ ...about, code: lines.length === 0 ? 'line-too-short' : 'outside-boundary' });
    } else if (taken > 0 && cut) notes.push({ ...about, code: 'cut-at-boundary' });
  }

  const sources = new Map<Id, readonly number[]>();
  const roads: Road[] = [];
  const add = (group: Group, { line, sources: from }: Piece, isMeasured: boolean) => {
    const id = nextId();
    sources.set(
      id,
      [...new Set(from)].sort((a, b) => a - b),
    );
    roads.push({
      kind: 'road',
      id,
      version: 1,
      class: isMeasured ? group.class : 'access',
      name: isMeasured ? group.name : null,
      numberName: null,
      parentRoadId: null,
      line,
      directionReason: null,
      widthMeters: Math.max(...from.map((index) => widths.get(index)!)),
      madeFor: best(from.map((index) => madeFor.get(index)!)),
      state: 'existing',
      decisionId: null,
    });
  };
  for (const group of groups.values()) {
    const { lines, secondCarriageways, notes: found } = referenceLines(group.pieces);
    for (const { code, sources: from, meters } of found) {
      const params = meters === undefined ? {} : { params: { meters } };
      for (const featureIndex of code === 'crosses-itself' ? from : from.slice(0, 1)) {
        notes.push({ file: 'roads', featureIndex, name: group.name, code: noteCodes[code], ...params });
      }
    }
    for (const piece of lines) add(group, piece, true);
    for (const piece of secondCarriageways) add(group, piece, false);
  }
  const saysOneSided = new Set(features.flatMap((feature) => (isOneSided(feature) ? [feature.index] : [])));
  const oneSided = new Set([...sources].flatMap(([id, from]) => (from.some((n) => saysOneSided.has(n)) ? [id] : [])));
  const fileNames = new Map(roads.flatMap((road) => (road.name === null ? [] : [[road.id, road.name] as const])));
  return { roads: nameApart(connect(roads), sources, notes), sources, fileNames, oneSided, refused, notes };
}

const noteCodes: { readonly [C in LineNoteCode]: FeatureNoteCode } = {
  'gap-bridged': 'gap-bridged',
  'second-carriageway': 'second-carriageway',
  fork: 'fork-measured-apart',
  'crosses-itself': 'not-joined-crosses-itself',
};

/** A road of several pieces is what the best of them is. */
const best = (pieces: readonly MadeFor[]): MadeFor =>
  pieces.includes('vehicles') ? 'vehicles' : pieces.includes('fields') ? 'fields' : 'feet';

/** Each lane gets the way it opens from, and every line the direction in which numbers rise. */
function connect(roads: readonly Road[]): readonly Road[] {
  let world: World = worldOf(roads.filter((road) => road.class === 'road').map((road) => directed(worldOf([]), road)));
  for (const level of ['lane', 'alley', 'branch', 'access'] as const) {
    const connected = roads
      .filter((road) => road.class === level)
      .map((road) => {
        const cls = level === 'access' ? level : fittingClass(world, road);
        const parentRoadId = level === 'access' ? null : suggestParent(world, road.line, cls, road.id);
        return directed(world, { ...road, class: cls, parentRoadId });
      });
    world = worldOf([...world.road.values(), ...connected]);
  }
  return [...world.road.values()];
}

const directed = (world: World, road: Road): Road => ({ ...road, line: orientRoadLine(world, road) });

/** What its name says if it opens from a fitting way; else what the network says (a "ngách" at a road is a lane). */
function fittingClass(world: World, road: Road): RoadClass {
  if (suggestParent(world, road.line, road.class, road.id) !== null) return road.class;
  const suggested = suggestClass(world, road.line, road.id);
  return suggested === 'road' ? road.class : suggested;
}

/** Lines of one name that do not meet are roads of their own: the longest keeps the name, the others get "(2)", "(3)"… */
function nameApart(
  roads: readonly Road[],
  sources: ReadonlyMap<Id, readonly number[]>,
  notes: FeatureNote[],
): readonly Road[] {
  const keyOf = (road: Road, name: string) => `${road.parentRoadId ?? ''}|${foldText(name)}`;
  const plain = new Set(roads.flatMap((road) => (road.name === null ? [] : [keyOf(road, road.name)])));
  const borne = new Set<string>();
  return roads.map((road) => {
    if (road.name === null) return road;
    let name = road.name;
    for (let n = 2; borne.has(keyOf(road, name)) || (n > 2 && plain.has(keyOf(road, name))); n += 1) {
      name = `${road.name} (${n})`;
    }
    borne.add(keyOf(road, name));
    if (name === road.name) return road;
    const featureIndex = sources.get(road.id)?.[0] ?? -1;
    const params = { given: name, lengthMeters: Math.round(lineLengthMeters(road.line)) };
    notes.push({ file: 'roads', featureIndex, name: road.name, code: 'name-shared-numbered', params });
    return { ...road, name };
  });
}
