/** Rows of a file read cell by cell into the fields of what it is a file of, and the place or shape of each. */
import { boundaryToleranceMeters } from '../../edits/placeRule.ts';
import { distanceOutsideMeters, roundPosition } from '../../geometry/polygon.ts';
import type { Position } from '../../geometry/shapes.ts';
import { villageOf, type World } from '../../records/world.ts';
import { isCoordinateProblem, recogniseCoordinates, type CoordinatePair } from '../files/coordinates.ts';
import type { FileRow } from '../files/fileFormat.ts';
import type { Feature } from '../features.ts';
import { readCoordinate, readId, readText, type CellProblemCode, type CellReading } from './cellReadings.ts';
import { expectedPlaceOf } from './expectedPlace.ts';
import { rowFault, type Given, type IncomingRow, type RowFault, type Value } from './incoming.ts';
import type { ImportFieldKey } from './importFields.ts';
import { cellsReader } from './readCells.ts';

export type Readers = { readonly [F in ImportFieldKey]?: (cell: string | null) => CellReading<string | number> };

/** Where a row says a place, by columns or by a point. */
export const placeReaders = {
  houseId: readId,
  recordId: readId,
  roadId: readId,
  plusCode: readText,
  number: readText,
  alley: readText,
  lane: readText,
  road: readText,
  address: readText,
  latitude: readCoordinate,
  longitude: readCoordinate,
} as const satisfies Readers;

export interface ReadRow {
  readonly row: number;
  readonly cells: FileRow['cells'];
  readonly geometry: FileRow['geometry'];
  readonly values: { readonly [F in ImportFieldKey]?: Value };
  readonly problems: { [F in ImportFieldKey]?: CellProblemCode };
}

export function readRows({ rows, choice, isKept }: Given, readers: Readers): readonly ReadRow[] {
  const chosen = Object.fromEntries(
    Object.entries(readers).filter(([key]) => choice[key as ImportFieldKey] !== undefined),
  ) as Readers;
  const read = cellsReader(chosen, choice, isKept);
  return rows.map((row) => ({ ...row, ...(read(row) as Pick<ReadRow, 'values' | 'problems'>) }));
}

/** The text of a field; null where it says nothing. */
export const textIn = ({ values }: Pick<IncomingRow, 'values'>, field: ImportFieldKey): string | null => {
  const value = values[field] ?? null;
  return value === null ? null : String(value);
};

/** Places that two columns give: degrees in either order, or metres of VN-2000, as all of them together tell. */
export function columnPlaces(world: World, rows: readonly ReadRow[]): ReadonlyMap<ReadRow, Position> {
  const village = villageOf(world);
  const given = rows.flatMap((row) => {
    const { latitude, longitude } = row.values;
    if (typeof latitude !== 'number' || typeof longitude !== 'number') return [];
    return [{ row, pair: [longitude, latitude] as CoordinatePair }];
  });
  if (given.length === 0) return new Map();
  const expected = village ? expectedPlaceOf(village) : { box: null, grid: null };
  const reading = recogniseCoordinates(
    given.map(({ pair }) => pair),
    expected,
  );
  if (!isCoordinateProblem(reading)) {
    return new Map(given.map(({ row, pair }) => [row, roundPosition(reading.convert(pair))]));
  }
  const blamed = reading.index === null ? given : given.slice(reading.index, reading.index + 1);
  for (const { row } of blamed) row.problems.latitude ??= 'coordinate-malformed';
  return new Map();
}

/** Of a place that no record of the village may have: told at once, before anything is made of its row. */
export function outsideFault(world: World, place: Position | null | undefined): RowFault | null {
  const boundary = villageOf(world)?.boundary;
  const meters = boundary && place ? distanceOutsideMeters(boundary, place) : 0;
  if (meters <= boundaryToleranceMeters) return null;
  return rowFault('outside-village', { meters: Math.round(meters), tolerance: boundaryToleranceMeters });
}

/** As the readers of shapes and of the keys of OpenStreetMap take it: its cells by their headings. */
export const featureOfRow = ({ cells, geometry }: ReadRow, columns: readonly string[], index: number): Feature => ({
  index,
  properties: Object.fromEntries(columns.map((heading, column) => [heading, cells[column] ?? undefined])),
  geometry,
});
