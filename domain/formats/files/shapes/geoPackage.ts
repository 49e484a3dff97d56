/** A GeoPackage (OGC 12-128r18) opened for its shapes: which of its tables are layers, and their rows one after another. */
import { note, type FileNote } from '../fileFault.ts';
import type { ByteSource } from '../fileFormat.ts';
import type { ReadLimits } from '../readLimits.ts';
import { SqliteDamaged, type SqliteFile, type SqliteValue, type WantedColumn } from '../sqliteFile.ts';
import { shapeOfGeoPackage } from './geoPackageBinary.ts';
import { geoPackageCell, type GeoPackageColumn } from './geoPackageCell.ts';
import { geoPackageLayers, type GeoPackageLayer } from './geoPackageLayers.ts';
import type { Joined } from './joinedShapes.ts';
import { refuse, type OpenedShapes, type RawFeature, type RawPiece } from './rawShapes.ts';
import { recognised } from './referenceSystem.ts';
import { NoWkb } from './wkb.ts';

/** Throws FileRefused. */
export async function openGeoPackage(
  sqlite: SqliteFile,
  source: ByteSource,
  limits: ReadLimits,
): Promise<OpenedShapes> {
  const { layers, leftOut } = await geoPackageLayers(sqlite, limits);
  if (layers.length === 0) refuse('no-layers');
  const systems = new Map(layers.map(({ table, system }) => [table, system]));
  const ofTables = leftOut.map((sheet) => note('computed-table', {}, { sheet }));
  let ofBytes: readonly FileNote[] = [];
  async function* features(): AsyncGenerator<RawPiece, void> {
    const before = sqlite.readBytes;
    const left = new LeftBytes();
    for (const layer of layers) {
      for await (const found of featuresOf(sqlite, layer, left, limits)) {
        yield { features: found, readBytes: Math.min(source.size, sqlite.readBytes - before) };
      }
    }
    ofBytes = left.notes();
  }
  return {
    features,
    systemOf: (table) => systems.get(table) ?? recognised,
    tables: layers.map(({ table, columns }) => ({ name: table, columns: columns.map(({ heading }) => heading) })),
    get notes() {
      return [...ofTables, ...ofBytes];
    },
  };
}

/** Vertices with heights and measures, each a shape of its own at most, and the header. */
const mostShapeBytes = ({ vertices }: ReadLimits): number => 1000 + vertices * (4 * 8 + 5);
/** UTF-8 takes three bytes at most for a character as it is counted. */
const mostTextBytes = ({ cellCharacters }: ReadLimits): number => cellCharacters * 3;

async function* featuresOf(
  sqlite: SqliteFile,
  layer: GeoPackageLayer,
  left: LeftBytes,
  limits: ReadLimits,
): AsyncGenerator<readonly RawFeature[], void> {
  const { table, columns, geometry } = layer;
  const wanted: WantedColumn[] = columns.map(({ name }) => ({
    name,
    mostBytes: mostTextBytes(limits),
    takesBytes: false,
  }));
  if (geometry !== null) wanted.push({ name: geometry, mostBytes: mostShapeBytes(limits), takesBytes: true });
  let row = 0;
  try {
    for await (const rows of sqlite.rows(layer.name, wanted)) {
      const features: RawFeature[] = [];
      for (const values of rows) {
        row += 1;
        const cells = cellsOf(values, columns, { table, row }, left, limits);
        features.push({ table, cells, ...shapeOf(values[columns.length] ?? null, layer, row, limits) });
      }
      yield features;
    }
  } catch (error) {
    if (error instanceof SqliteDamaged) refuse('broken', { table, row: row + 1 }, { said: error.message });
    throw error;
  }
}

function cellsOf(
  values: readonly SqliteValue[],
  columns: readonly GeoPackageColumn[],
  place: { readonly table: string; readonly row: number },
  left: LeftBytes,
  limits: ReadLimits,
): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const [index, column] of columns.entries()) {
    const cell = geoPackageCell(values[index] ?? null, column, place, limits);
    if (cell === 'bytes') left.add(place.table, column.heading, place.row);
    else if (cell !== null) cells.set(column.heading, cell.text);
  }
  return cells;
}

function shapeOf(value: SqliteValue, { table, geometry }: GeoPackageLayer, row: number, limits: ReadLimits): Joined {
  if (value === null) return { geometry: null, isPartial: false };
  const place = { table, row, column: geometry };
  if (!(value instanceof Uint8Array)) {
    const isLong = typeof value === 'object' && value.reason === 'too-long';
    return isLong ? refuse('too-many-vertices', place, { limit: limits.vertices }) : refuse('broken', place);
  }
  try {
    return shapeOfGeoPackage(value, limits);
  } catch (error) {
    if (!(error instanceof NoWkb)) throw error;
    const limit = { broken: {}, 'too-deep': { limit: limits.depth }, 'too-many-vertices': { limit: limits.vertices } };
    return refuse(error.code, place, limit[error.code]);
  }
}

/** Columns in which bytes stand where text would: a note each, with their number. */
class LeftBytes {
  readonly #columns = new Map<string, { readonly table: string; column: string; row: number; count: number }>();

  add(table: string, column: string, row: number): void {
    const key = JSON.stringify([table, column]);
    const known = this.#columns.get(key);
    if (known) known.count += 1;
    else this.#columns.set(key, { table, column, row, count: 1 });
  }

  notes(): readonly FileNote[] {
    return [...this.#columns.values()].map(({ count, ...place }) => note('bytes-left-out', place, { count }));
  }
}
