/** A village made from files: its fields and the input of one import, with what was taken, left out and why. */
import { importLimit } from '../edits/villageImport.ts';
import { violationsOf } from '../edits/invariants.ts';
import type { InputOf } from '../edits/registry.ts';
import { areaSquareMeters, centroid } from '../geometry/polygon.ts';
import type { Polygon, Position } from '../geometry/shapes.ts';
import { polygonProblem } from '../geometry/validity.ts';
import { created } from '../records/change.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import { deriveId } from '../records/identifier.ts';
import type { Road } from '../records/road.ts';
import { defaultNumberingProfile, defaultSignSettings } from '../records/village.ts';
import { worldOf } from '../records/world.ts';
import { derivedBoundary } from './derivedBoundary.ts';
import { isFileProblem, readFeatures, type Feature } from './features.ts';
import { takeHouses, type TakenHouses } from './fileHouses.ts';
import { fileProblem, type FeatureNote, type FileProblem, type RefusedFeature } from './fileProblem.ts';
import { takeRoads, type TakenRoads } from './fileRoads.ts';
import { polygonsOf } from './fileShapes.ts';

export interface VillageFiles {
  readonly name: string;
  /** The id of the village.import edit: the ids of all records derive from it. */
  readonly importId: Id;
  /** GeoJSON texts. */
  readonly roads: string;
  readonly buildings: string;
  readonly boundary?: string | undefined;
  readonly addresses?: string | undefined;
}

export interface VillageFromFiles {
  readonly village: InputOf<'village.create'>['village'];
  readonly import: InputOf<'village.import'>;
  readonly report: {
    readonly taken: {
      readonly roadFeatures: number;
      readonly buildingFeatures: number;
      readonly addressFeatures: number;
      readonly roads: number;
      readonly namedRoads: number;
      readonly houses: number;
      readonly boundary: 'given' | 'derived';
    };
    readonly refused: readonly RefusedFeature[];
    readonly notes: readonly FeatureNote[];
  };
}

/** Longest name of a road or house, as the records allow. */
const longestName = 100;

export function villageFromFiles(files: VillageFiles): VillageFromFiles | FileProblem {
  const read = (role: 'boundary' | 'addresses' | 'roads' | 'buildings') => {
    const text = files[role];
    return text === undefined ? [] : readFeatures(role, text);
  };
  const [boundaries, roadFeatures, buildings, addresses] = [
    read('boundary'),
    read('roads'),
    read('buildings'),
    read('addresses'),
  ];
  for (const features of [boundaries, roadFeatures, buildings, addresses]) if (isFileProblem(features)) return features;
  const given = files.boundary === undefined ? null : boundaryOf(boundaries as readonly Feature[]);
  if (given && isFileProblem(given)) return given;

  let made = 0;
  const nextId = () => deriveId(files.importId, (made += 1));
  const ways = takeRoads(roadFeatures as readonly Feature[], given, nextId);
  const houses = takeHouses(buildings as readonly Feature[], addresses as readonly Feature[], ways, given, nextId);
  if (ways.roads.length + houses.houses.length === 0) return fileProblem(null, 'nothing-to-take');
  if (ways.roads.length + houses.houses.length > importLimit) {
    return fileProblem(null, 'too-many-records', {
      limit: importLimit,
      given: ways.roads.length + houses.houses.length,
    });
  }
  const village = villageFields(files.name, given ?? derivedBoundary(positionsOf(ways.roads, houses.houses)));
  return settled(village, ways, houses, given !== null);
}

function villageFields(name: string, boundary: Polygon): VillageFromFiles['village'] {
  return {
    name,
    boundary,
    isSample: false,
    currentUnits: [],
    formerUnits: [],
    communePoint: centroid(boundary),
    numberingProfile: defaultNumberingProfile,
    targets: { criterion6: null, criterion3: null },
    signSettings: defaultSignSettings,
  };
}

/** The largest sound polygon of the file. */
function boundaryOf(features: readonly Feature[]): Polygon | FileProblem {
  const polygons = features.flatMap((feature) => {
    const found = polygonsOf(feature);
    return typeof found === 'string' ? [] : found;
  });
  const [largest] = [...polygons].sort((a, b) => areaSquareMeters(b) - areaSquareMeters(a));
  const problem = largest && polygonProblem(largest);
  if (!largest || problem) {
    return fileProblem('boundary', 'file-without-boundary', problem ? { reason: problem.code } : {});
  }
  return largest;
}

const positionsOf = (roads: readonly Road[], houses: readonly House[]): Position[] => [
  ...roads.flatMap((road) => road.line.coordinates),
  ...houses.flatMap((house) => [house.entrance, ...(house.footprint?.coordinates[0] ?? [])]),
];

/** Asks the rules every edit is held to; what breaks one is left out, or loses just its name where that is to blame. */
function settled(
  village: VillageFromFiles['village'],
  ways: TakenRoads,
  taken: TakenHouses,
  boundaryGiven: boolean,
): VillageFromFiles {
  const refused: RefusedFeature[] = [...ways.refused, ...taken.refused];
  const notes: FeatureNote[] = [...ways.notes, ...taken.notes];
  const aboutOf = (item: Road | House) => {
    const [file, featureIndex] =
      item.kind === 'road' ? (['roads', ways.sources.get(item.id)![0]!] as const) : taken.sources.get(item.id)!;
    return { file, featureIndex, name: item.name };
  };
  const records = new Map<Id, Road | House>([...ways.roads, ...taken.houses].map((item) => [item.id, item]));
  const unname = (item: Road | House) => {
    notes.push({ ...aboutOf(item), code: 'name-dropped' });
    records.set(item.id, { ...item, name: null });
  };
  for (const item of records.values()) if ((item.name?.length ?? 0) > longestName) unname(item);

  const world = worldOf([{ ...village, kind: 'village', id: 'village', version: 1 }]);
  for (let settling = true; settling;) {
    settling = false;
    for (const violation of violationsOf(world, created(...records.values()))) {
      const item = records.get(violation.recordIds[0] ?? '');
      if (!item) continue;
      settling = true;
      if (violation.code.startsWith('text-') && item.name !== null) unname(item);
      else if (violation.code === 'reference-missing' && item.kind === 'house') {
        records.set(item.id, { ...item, chosenRoadId: null });
      } else if (violation.code === 'reference-missing' && item.kind === 'road') {
        records.set(item.id, { ...item, parentRoadId: null });
      } else {
        records.delete(item.id);
        refused.push({ ...aboutOf(item), code: violation.code, params: violation.params });
      }
    }
  }

  const roads = [...records.values()].filter((item) => item.kind === 'road');
  const houses = [...records.values()].filter((item) => item.kind === 'house');
  const fieldsOf = <R extends Road | House>({ kind: _kind, version: _version, ...fields }: R) => fields;
  const featuresOf = (file: 'buildings' | 'addresses') =>
    houses.filter((house) => taken.sources.get(house.id)![0] === file).length;
  return {
    village,
    import: {
      source: 'GeoJSON',
      roads: roads.map(fieldsOf),
      houses: houses.map(fieldsOf),
      households: [],
      signs: [],
      cameras: [],
      lamps: [],
      landmarks: [],
    },
    report: {
      taken: {
        roadFeatures: new Set(roads.flatMap((road) => ways.sources.get(road.id)!)).size,
        buildingFeatures: featuresOf('buildings'),
        addressFeatures: featuresOf('addresses'),
        roads: roads.length,
        namedRoads: roads.filter((road) => road.name !== null).length,
        houses: houses.length,
        boundary: boundaryGiven ? 'given' : 'derived',
      },
      refused,
      notes,
    },
  };
}
