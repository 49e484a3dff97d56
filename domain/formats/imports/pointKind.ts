/** A file of things that stand at one place: the same for all of them, but for what is said of each. */
import { losesMost } from '../../edits/householdsImport.ts';
import { recordsTaken, type RecordsInput } from '../../edits/recordsImport.ts';
import { roundPosition } from '../../geometry/polygon.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { Id } from '../../records/fields.ts';
import type { RecordOf } from '../../records/record.ts';
import type { World } from '../../records/world.ts';
import { pointOf } from '../fileShapes.ts';
import { isDoubt } from './cellReadings.ts';
import type { ImportField, ImportFieldKey } from './importFields.ts';
import {
  rowFault,
  type Given,
  type ImportKind,
  type Incoming,
  type IncomingRow,
  type RowFault,
  type Value,
} from './incoming.ts';
import { matchPoints, type Point } from './pointMatch.ts';
import { markRepeated } from './readCells.ts';
import {
  columnPlaces,
  featureOfRow,
  outsideFault,
  placeReaders,
  readRows,
  textIn,
  type ReadRow,
  type Readers,
} from './readRows.ts';
import { isSamePlace } from './sameShape.ts';
import { settled, type Lists } from './settled.ts';

export type PointKindId = RecordsInput['recordKind'];

export interface PointKind<K extends PointKindId> {
  readonly id: K;
  readonly fields: readonly ImportField<ImportFieldKey>[];
  readonly readers: Readers;
  /** What tells one from another beside its place: its name, or the mark of its pole. */
  readonly called: ImportFieldKey;
  /** What a record says of these fields. */
  readonly valueOf: (record: RecordOf[K], field: ImportFieldKey) => Value;
  /** The fields of a record that a row says, of those that can be changed. */
  readonly said: (read: ReadRow) => Partial<RecordOf[K]>;
  /** A new one; null where what it needs is missing. */
  readonly made: (id: Id, place: Position, read: ReadRow) => Omit<RecordOf[K], 'kind' | 'version'> | null;
}

interface Wish<K extends PointKindId> {
  readonly id: Id;
  readonly known: RecordOf[K] | null;
  readonly changes: Partial<RecordOf[K]>;
}

export function pointKind<K extends PointKindId>(kind: PointKind<K>): ImportKind {
  return {
    id: kind.id,
    fields: kind.fields,
    isReady: (choice, hasShapes) => hasShapes || (choice.latitude !== undefined && choice.longitude !== undefined),
    preview: (world, given) => preview(kind, world, given),
  };
}

function preview<K extends PointKindId>(kind: PointKind<K>, world: World, given: Given): Incoming {
  const standing = world[kind.id] as unknown as ReadonlyMap<Id, RecordOf[K]>;
  const reads = readRows(given, { ...placeReaders, ...kind.readers });
  markRepeated(reads, 'recordId');
  const byColumns = columnPlaces(world, reads);
  const faults = new Map<ReadRow, RowFault>();
  const places = new Map<ReadRow, Position>();
  for (const [index, read] of reads.entries()) {
    const place = placeOf(read, given, index, byColumns);
    const fault = place && 'code' in place ? place : outsideFault(world, place);
    if (fault) faults.set(read, fault);
    if (place && !('code' in place)) places.set(read, place);
  }
  markTwins(reads, places, faults, kind.called);
  const sound = reads.filter((read) => !faults.has(read) && Object.values(read.problems).every(isDoubt));
  const known = matchPoints(
    sound.map((read): Point<ReadRow> => {
      const place = places.get(read) ?? null;
      return { key: read, id: textIn(read, 'recordId'), called: textIn(read, kind.called), place };
    }),
    [...standing.values()].map((record): Point<Id> => {
      const called = kind.valueOf(record, kind.called);
      return { key: record.id, id: record.id, called: called === null ? null : String(called), place: record.place };
    }),
  );
  const wishes = new Map<ReadRow, Wish<K>>();
  const added: { readonly id: Id }[] = [];
  for (const [index, read] of reads.entries()) {
    if (faults.has(read) || !Object.values(read.problems).every(isDoubt)) continue;
    const place = places.get(read);
    const record = standing.get(known.get(read) ?? '') ?? null;
    if (record) wishes.set(read, { id: record.id, known: record, changes: changesOf(kind, record, read, place) });
    else if (!place) faults.set(read, rowFault('place-missing'));
    else {
      const made = kind.made(given.idOf(index + 1), place, read);
      if (!made) faults.set(read, rowFault('nothing-said'));
      else {
        added.push(made);
        wishes.set(read, { id: made.id, known: null, changes: {} });
      }
    }
  }
  const changed = [...wishes.values()].flatMap(({ id, known: record, changes }) =>
    record && Object.keys(changes).length > 0 ? [{ id, changes }] : [],
  );
  // What is added and changed is of this one kind, which the types of a list of any kind do not tell.
  const inputOf = (source: string, lists: Lists, goneIds: readonly Id[]) =>
    ({ recordKind: kind.id, source, added: lists.added, changed: lists.changed, goneIds }) as unknown as RecordsInput;
  const lists = settled(world, { added, changed }, (some) => recordsTaken(world, inputOf('', some, [])));
  const stays = new Set(known.values());
  const gone = [...standing.values()].filter(({ id }) => !stays.has(id));
  return {
    rows: reads.map((read) => {
      const wish = wishes.get(read);
      return incomingRow(
        kind,
        read,
        places.get(read),
        wish,
        faults.get(read) ?? (wish && lists.faults.get(wish.id)) ?? null,
      );
    }),
    gone: gone.map((record) => {
      const title = kind.valueOf(record, kind.called);
      return {
        id: record.id,
        title: title === null ? null : String(title),
        shape: { type: 'Point', coordinates: record.place },
      };
    }),
    loss: standing.size === 0 ? 0 : gone.length / standing.size,
    isMost: losesMost(gone.length, standing.size),
    edit: (source, isGoneTaken) => {
      const goneIds = isGoneTaken ? gone.map(({ id }) => id) : [];
      const edit = losesMost(goneIds.length, standing.size) ? 'records.replace' : 'records.import';
      return { kind: edit, input: inputOf(source, lists, goneIds) };
    },
  };
}

function placeOf(
  read: ReadRow,
  { columns }: Given,
  index: number,
  byColumns: ReadonlyMap<ReadRow, Position>,
): Position | RowFault | null {
  const feature = featureOfRow(read, columns, index);
  if (!feature.geometry) return byColumns.get(read) ?? null;
  const point = pointOf(feature);
  return typeof point === 'string' ? rowFault(point) : roundPosition(point);
}

/** One place under one name stands in the file once. */
function markTwins(
  reads: readonly ReadRow[],
  places: ReadonlyMap<ReadRow, Position>,
  faults: Map<ReadRow, RowFault>,
  called: ImportFieldKey,
): void {
  const seen = new Map<string, ReadRow>();
  for (const read of reads) {
    const place = places.get(read);
    if (!place || faults.has(read)) continue;
    const key = `${String(place)}|${textIn(read, called) ?? ''}`;
    const first = seen.get(key);
    if (first) faults.set(read, rowFault('twice-in-file', { row: first.row }));
    else seen.set(key, read);
  }
}

function changesOf<K extends PointKindId>(
  kind: PointKind<K>,
  known: RecordOf[K],
  read: ReadRow,
  place: Position | undefined,
): Partial<RecordOf[K]> {
  const differs = Object.entries(kind.said(read)).filter(
    ([field, value]) => JSON.stringify(known[field as keyof RecordOf[K]]) !== JSON.stringify(value),
  );
  const isMoved = place && !isSamePlace(place, known.place);
  return { ...Object.fromEntries(differs), ...(isMoved ? { place } : {}) } as Partial<RecordOf[K]>;
}

function incomingRow<K extends PointKindId>(
  kind: PointKind<K>,
  read: ReadRow,
  place: Position | undefined,
  wish: Wish<K> | undefined,
  fault: RowFault | null,
): IncomingRow {
  const isTaken = wish !== undefined && fault === null;
  const known = wish?.known ?? null;
  const isChanged = wish !== undefined && Object.keys(wish.changes).length > 0;
  return {
    ...{ row: read.row, cells: read.cells, values: read.values, problems: read.problems },
    standing: !isTaken ? 'faulty' : !known ? 'added' : isChanged ? 'changed' : 'same',
    fault,
    recordId: known?.id ?? null,
    changes: isTaken && known && isChanged ? told(kind, known, wish.changes) : [],
    shape: place ? { type: 'Point', coordinates: place } : null,
    house: null,
    isDoubtful: false,
  };
}

function told<K extends PointKindId>(
  kind: PointKind<K>,
  known: RecordOf[K],
  changes: Partial<RecordOf[K]>,
): IncomingRow['changes'] {
  const after = { ...known, ...changes };
  const fields = kind.fields.flatMap(({ key }) => {
    const [was, is] = [kind.valueOf(known, key), kind.valueOf(after, key)];
    return was === is ? [] : [{ field: key, before: was, after: is }];
  });
  return 'place' in changes ? [...fields, { field: 'shape', before: null, after: null }] : fields;
}
