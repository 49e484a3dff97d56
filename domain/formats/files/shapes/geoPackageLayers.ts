/** Which tables of a GeoPackage are layers, with their columns and the system of their places, from its tables of contents. */
import type { ReadLimits } from '../readLimits.ts';
import { foldedName, SqliteDamaged, type SqliteColumn, type SqliteFile, type SqliteValue } from '../sqliteFile.ts';
import type { GeoPackageColumn } from './geoPackageCell.ts';
import { cellText, refuse, uniqueName } from './rawShapes.ts';
import { recognised, systemOfEpsg, systemOfWkt, type SourceSystem } from './referenceSystem.ts';

export interface GeoPackageLayer {
  /** As people call it, unlike any other of the file. */
  readonly table: string;
  /** As it is called in the file. */
  readonly name: string;
  /** Those of a person: neither the key that stands for the row nor the shape. */
  readonly columns: readonly GeoPackageColumn[];
  /** The column of its shapes; null where it has none. */
  readonly geometry: string | null;
  readonly system: SourceSystem;
}

/** `leftOut`: listed, but computed by the file and not stored in it. Throws FileRefused. */
export async function geoPackageLayers(
  sqlite: SqliteFile,
  limits: ReadLimits,
): Promise<{ readonly layers: readonly GeoPackageLayer[]; readonly leftOut: readonly string[] }> {
  const listed = await listedTables(sqlite, limits);
  const leftOut: string[] = [];
  const stored: Listed[] = [];
  for (const one of listed) {
    const kind = sqlite.kindOf(one.name) ?? refuse('table-missing', { table: one.name });
    if (kind === 'table') stored.push(one);
    else leftOut.push(one.name);
  }
  const shapes = await geometryColumns(sqlite, new Set(stored.map(({ name }) => foldedName(name))));
  const systems = await referenceSystems(sqlite, new Set([...shapes.values()].map(({ system }) => system)));
  const taken = new Set<string>();
  const layers = stored.map(({ name, title, hasShapes }): GeoPackageLayer => {
    const shape = hasShapes
      ? (shapes.get(foldedName(name)) ?? refuse('table-missing', { table: geometryTable }))
      : null;
    const table = uniqueName(cellText(title) ?? cellText(name) ?? name, taken);
    const columns = within(table, () => sqlite.columnsOf(name));
    const geometry = shape && columns.find((column) => foldedName(column.name) === foldedName(shape.column))?.name;
    if (geometry === undefined) refuse('broken', { table, column: shape!.column });
    return {
      table,
      name,
      columns: columnsOf(columns, geometry),
      geometry,
      // One of its own for each: what its numbers are is judged layer by layer, as for shapefiles.
      system: shape ? { ...systemOf(shape.system, systems) } : recognised,
    };
  });
  return { layers, leftOut };
}

interface Listed {
  readonly name: string;
  readonly title: string;
  readonly hasShapes: boolean;
}

const contentsTable = 'gpkg_contents';
const geometryTable = 'gpkg_geometry_columns';
const systemsTable = 'gpkg_spatial_ref_sys';

/** QGIS lists what it keeps for itself as well: how layers are drawn, with texts longer than any cell. */
const tablesOfQgis = ['layer_styles', 'qgis_projects'];

/** Pictures of the ground and the like are listed too, and not read. */
async function listedTables(sqlite: SqliteFile, limits: ReadLimits): Promise<readonly Listed[]> {
  const listed: Listed[] = [];
  await eachRow(sqlite, contentsTable, ['table_name', 'data_type', 'identifier'], ([name, kind, title], row) => {
    if (kind !== 'features' && kind !== 'attributes') return;
    if (typeof name !== 'string') return refuse('broken', { table: contentsTable, row, column: 'table_name' });
    if (tablesOfQgis.includes(foldedName(name))) return;
    listed.push({ name, title: typeof title === 'string' ? title : '', hasShapes: kind === 'features' });
    if (listed.length > limits.tables) refuse('too-many-tables', {}, { limit: limits.tables });
  });
  return listed;
}

interface ShapeColumn {
  readonly column: string;
  readonly system: number;
}

async function geometryColumns(sqlite: SqliteFile, tables: ReadonlySet<string>): Promise<Map<string, ShapeColumn>> {
  const found = new Map<string, ShapeColumn>();
  if (sqlite.kindOf(geometryTable) === null) return found;
  await eachRow(sqlite, geometryTable, ['table_name', 'column_name', 'srs_id'], ([table, column, system]) => {
    if (typeof table !== 'string' || typeof column !== 'string' || !tables.has(foldedName(table))) return;
    found.set(foldedName(table), { column, system: typeof system === 'number' ? system : NaN });
  });
  return found;
}

interface ReferenceSystem {
  readonly organization: string;
  readonly code: number;
  readonly definition: string;
}

async function referenceSystems(
  sqlite: SqliteFile,
  used: ReadonlySet<number>,
): Promise<ReadonlyMap<number, ReferenceSystem>> {
  const found = new Map<number, ReferenceSystem>();
  if (used.size === 0) return found;
  // The extension for WKT 2 (OGC 12-128r18, annex F.10) may leave the older text undefined.
  const newer = 'definition_12_063';
  const hasNewer = within(systemsTable, () => sqlite.columnsOf(systemsTable)).some(({ name }) => name === newer);
  const columns = ['srs_id', 'organization', 'organization_coordsys_id', 'definition', ...(hasNewer ? [newer] : [])];
  await eachRow(sqlite, systemsTable, columns, ([id, organization, code, older, newest]) => {
    if (typeof id !== 'number' || !used.has(id)) return;
    const texts = [older, newest].filter((text) => typeof text === 'string');
    found.set(id, {
      organization: typeof organization === 'string' ? organization : '',
      code: typeof code === 'number' ? code : NaN,
      definition: texts.find((text) => !/^\s*(undefined)?\s*$/i.test(text)) ?? '',
    });
  });
  return found;
}

/** By its number where that is one of EPSG's, else by what its text says; 0 and -1 are of no system that is told. */
function systemOf(id: number, systems: ReadonlyMap<number, ReferenceSystem>): SourceSystem {
  if (id === 0 || id === -1) return recognised;
  const unknown: SourceSystem = { kind: 'unknown', name: `srs_id ${id}` };
  const known = systems.get(id);
  if (!known) return unknown;
  const { organization, code, definition } = known;
  const byCode = /^\s*EPSG\s*$/i.test(organization) ? systemOfEpsg(code) : unknown;
  return byCode.kind !== 'unknown' || definition === '' ? byCode : systemOfWkt(definition);
}

function columnsOf(columns: readonly SqliteColumn[], geometry: string | null): readonly GeoPackageColumn[] {
  const keys = columns.filter(({ isKey }) => isKey);
  // The number SQLite gives each row; keys of other kinds are a person's own.
  const [key] = keys.length === 1 && /^\s*INTEGER\s*$/i.test(keys[0]!.type) ? keys : [];
  const taken = new Set<string>();
  return columns
    .filter((column) => column !== key && column.name !== geometry)
    .map(({ name, type }) => ({
      name,
      heading: uniqueName(name.normalize('NFC').trim(), taken),
      type: /^\s*BOOL(EAN)?\s*$/i.test(type) ? 'boolean' : /^\s*DATETIME\s*$/i.test(type) ? 'datetime' : 'other',
    }));
}

/** Texts of contents are short, those of systems a few thousand bytes. */
const mostBytes = 256 * 1024;

async function eachRow(
  sqlite: SqliteFile,
  table: string,
  columns: readonly string[],
  take: (values: readonly SqliteValue[], row: number) => void,
): Promise<void> {
  if (sqlite.kindOf(table) !== 'table') refuse('table-missing', { table });
  const wanted = columns.map((name) => ({ name, mostBytes, takesBytes: false }));
  let row = 0;
  try {
    for await (const rows of sqlite.rows(table, wanted)) for (const values of rows) take(values, (row += 1));
  } catch (error) {
    if (error instanceof SqliteDamaged) refuse('broken', { table, row: row + 1 }, { said: error.message });
    throw error;
  }
}

function within<T>(table: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof SqliteDamaged) refuse('broken', { table }, { said: error.message });
    throw error;
  }
}
