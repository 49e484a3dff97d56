/** A file of roads: lines of one name joined, classed, connected and directed as for a village made from files. */
import { suggestParent } from '../../addressing/network.ts';
import { roadLabel } from '../../addressing/roadName.ts';
import { roadsTaken, type RoadsInput } from '../../edits/roadsImport.ts';
import { losesMost } from '../../edits/householdsImport.ts';
import { hasIssuedAddresses } from '../../edits/issued.ts';
import { reverseLine } from '../../geometry/line.ts';
import { distanceMeters } from '../../geometry/localFrame.ts';
import type { LineString } from '../../geometry/shapes.ts';
import type { Id } from '../../records/fields.ts';
import type { Road } from '../../records/road.ts';
import { villageOf, type World } from '../../records/world.ts';
import type { Feature } from '../features.ts';
import { takeRoads } from '../fileRoads.ts';
import { readChoice, readFigure, readId, readShort } from './cellReadings.ts';
import { roadFields } from './importFields.ts';
import { rowFault, type Given, type ImportKind, type Incoming, type IncomingRow, type RowFault } from './incoming.ts';
import { markRepeated } from './readCells.ts';
import { featureOfRow, readRows, textIn, type ReadRow } from './readRows.ts';
import { matchRoads } from './roadMatch.ts';
import { isSameLine } from './sameShape.ts';
import { settled } from './settled.ts';

const readers = {
  roadId: readId,
  roadName: readShort(100),
  roadClass: readChoice({
    road: 'đường, phố, đường thôn, đường trục',
    lane: 'ngõ, kiệt',
    alley: 'ngách, hẻm',
    branch: 'nhánh, lối sâu hơn ngách',
    access: 'lối đi riêng, lối đi',
  }),
  widthMeters: readFigure(0.5, 100),
};

/** A line that was drawn again this near, in metres, is the same: files are drawn from pictures. */
const redrawnMeters = 1;

export const roadKind: ImportKind = { id: 'road', fields: roadFields, isReady: (_, hasShapes) => hasShapes, preview };

interface Wish {
  readonly id: Id;
  readonly known: Road | null;
  readonly road: Road;
  readonly changes: RoadsInput['changed'][number]['changes'];
}

function preview(world: World, given: Given): Incoming {
  const reads = readRows(given, readers);
  markRepeated(reads, 'roadId');
  const sound = reads.map((read) => Object.keys(read.problems).every((key) => key !== 'roadId'));
  const features = reads.flatMap((read, index) => (sound[index] ? [featureOf(read, given.columns, index)] : []));
  let made = 0;
  const taken = takeRoads(features, villageOf(world)?.boundary ?? null, () => given.idOf((made += 1)));
  const faults = new Map<number, RowFault>();
  for (const { featureIndex, code } of taken.refused) faults.set(featureIndex, rowFault(code));
  const idSaid = ({ id }: Road): Id | null => textIn(reads[taken.sources.get(id)?.[0] ?? -1] ?? nothing, 'roadId');
  const known = matchRoads(world, taken.roads, idSaid);
  const wishes = taken.roads.map((road): Wish => {
    const before = known.get(road.id) ?? null;
    return {
      ...{ id: before?.id ?? road.id, known: before, road },
      changes: before ? changesOf(before, road, given, sourcesOf(road, taken.sources, reads)) : {},
    };
  });
  const added = wishes.filter((wish) => !wish.known).map((wish) => newRoad(world, wish.road, known));
  const changed = wishes.filter((wish) => wish.known && Object.keys(wish.changes).length > 0);
  const settledLists = settled(world, { added, changed }, (some) =>
    roadsTaken(world, { source: '', goneIds: [], ...some }),
  );
  const wishOf = new Map<number, Wish>();
  for (const wish of wishes) for (const source of taken.sources.get(wish.road.id) ?? []) wishOf.set(source, wish);
  const gone = goneRoads(world, new Set([...known.values()].map(({ id }) => id)));
  return {
    rows: reads.map((read, index) => {
      const wish = wishOf.get(index);
      return incomingRow(read, wish, faults.get(index) ?? (wish && settledLists.faults.get(wish.id)) ?? null);
    }),
    gone,
    loss: world.road.size === 0 ? 0 : gone.length / world.road.size,
    isMost: losesMost(gone.length, world.road.size),
    edit: (source, isGoneTaken) => {
      const goneIds = isGoneTaken ? gone.map(({ id }) => id) : [];
      const kind = losesMost(goneIds.length, world.road.size) ? 'road.replace' : 'road.import';
      const input = {
        source,
        added: settledLists.added,
        changed: settledLists.changed.map(({ id, changes }) => ({ id, changes })),
        goneIds,
      };
      return { kind, input };
    },
  };
}

const nothing: ReadRow = { row: 0, cells: [], geometry: null, values: {}, problems: {} };

const sourcesOf = (road: Road, sources: ReadonlyMap<Id, readonly number[]>, reads: readonly ReadRow[]) =>
  (sources.get(road.id) ?? []).flatMap((index) => reads[index] ?? []);

/** What the chosen columns say stands under the keys that ways are read by. */
function featureOf(read: ReadRow, columns: readonly string[], index: number): Feature {
  const feature = featureOfRow(read, columns, index);
  const said = { name: read.values.roadName, class: read.values.roadClass, widthMeters: read.values.widthMeters };
  const known = Object.entries(said).filter(([, value]) => value !== undefined && value !== null);
  const properties = { ...feature.properties, ...Object.fromEntries(known) };
  // A column that is taken for no name is none, whatever its heading.
  return read.values.roadName === undefined
    ? { ...feature, properties: { ...properties, name: undefined } }
    : { ...feature, properties };
}

/** What a road of the village has keeps, unless the file says something else of it. */
function changesOf(known: Road, road: Road, { choice }: Given, rows: readonly ReadRow[]): Wish['changes'] {
  const says = (field: 'roadClass' | 'widthMeters'): boolean =>
    choice[field] !== undefined && rows.some(({ values }) => (values[field] ?? null) !== null);
  return {
    ...(isSameLine(known.line, road.line, redrawnMeters) ? {} : { line: alongWith(road.line, known.line) }),
    ...(road.name !== null && road.name !== known.name ? { name: road.name } : {}),
    ...(says('roadClass') && road.class !== known.class ? { class: road.class } : {}),
    ...(says('widthMeters') && road.widthMeters !== known.widthMeters ? { widthMeters: road.widthMeters } : {}),
  };
}

/** Numbers go on rising the way they do. */
function alongWith(line: LineString, known: LineString): LineString {
  const [start, end] = [known.coordinates[0]!, known.coordinates.at(-1)!];
  const [first, last] = [line.coordinates[0]!, line.coordinates.at(-1)!];
  const straight = distanceMeters(start, first) + distanceMeters(end, last);
  return straight <= distanceMeters(start, last) + distanceMeters(end, first) ? line : reverseLine(line);
}

/** Opens from a road of the file, or from one that the village has. */
function newRoad(world: World, road: Road, known: ReadonlyMap<Id, Road>): RoadsInput['added'][number] {
  const { id, line, class: cls, name, widthMeters, madeFor } = road;
  const ofFile = road.parentRoadId === null ? null : (known.get(road.parentRoadId)?.id ?? road.parentRoadId);
  const parentRoadId = ofFile ?? (cls === 'road' || cls === 'access' ? null : suggestParent(world, line, cls, id));
  return { id, line, class: cls, name, parentRoadId, widthMeters, madeFor };
}

function incomingRow(read: ReadRow, wish: Wish | undefined, given: RowFault | null): IncomingRow {
  const fault = given ?? (wish ? null : rowFault('nothing-said'));
  const isTaken = wish !== undefined && fault === null;
  const isChanged = wish !== undefined && Object.keys(wish.changes).length > 0;
  const geometry = read.geometry;
  const shape =
    wish?.road.line ??
    (geometry?.type === 'LineString' ? { type: 'LineString' as const, coordinates: geometry.coordinates } : null);
  return {
    ...{ row: read.row, cells: read.cells, values: read.values, problems: read.problems },
    standing: !isTaken ? 'faulty' : !wish.known ? 'added' : isChanged ? 'changed' : 'same',
    fault,
    recordId: wish?.known?.id ?? null,
    changes: isTaken && wish.known ? told(wish.known, wish.changes) : [],
    shape,
    house: null,
    isDoubtful: false,
  };
}

const told = (known: Road, { name, class: cls, widthMeters, line }: Wish['changes']): IncomingRow['changes'] => [
  ...(name ? [{ field: 'roadName' as const, before: known.name, after: name }] : []),
  ...(cls ? [{ field: 'roadClass' as const, before: known.class, after: cls }] : []),
  ...(widthMeters ? [{ field: 'widthMeters' as const, before: known.widthMeters, after: widthMeters }] : []),
  ...(line ? [{ field: 'shape' as const, before: null, after: null }] : []),
];

/** One with addresses that were ever official stays (edits/roadDelete.ts). */
function goneRoads(world: World, known: ReadonlySet<Id>): Incoming['gone'] {
  const official = new Set([...world.address.values()].flatMap((one) => (one.state === 'draft' ? [] : [one.roadId])));
  return [...world.road.values()]
    .filter(({ id }) => !known.has(id) && !official.has(id) && !hasIssuedAddresses(world, id))
    .map((road) => ({ id: road.id, title: roadLabel(world, road) || null, shape: road.line }));
}
