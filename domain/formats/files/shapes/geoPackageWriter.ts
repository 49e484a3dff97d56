/** A list as a layer of a GeoPackage, written row by row into a database that leaves as a file when it is whole. */
import { boxAround, type Box } from '../../../geometry/box.ts';
import type { Cell, Column } from '../../table.ts';
import type { FileFacts, RowPieces, WritingMeans, WrittenRow, WrittenTable } from '../fileFormat.ts';
import { positionsOfShape, type FileShape } from '../fileShape.ts';
import { foldedName } from '../sqliteFile.ts';
import type { NewColumn, NewTable, NewValue, SqliteMaker } from '../sqliteMaker.ts';
import { roundedShape, woundShape } from './geoJsonShape.ts';
import { geoPackageBlob } from './geoPackageBlob.ts';
import { boxIndexName, listLayer, startGeoPackage, wgs84Id } from './geoPackageTables.ts';

const nothing = new Uint8Array(0);
/** Between them others have their turn: about ten milliseconds of work. */
const rowsAtOnce = 250;

export async function* writeGeoPackage(
  table: WrittenTable,
  rows: RowPieces,
  { createdAt }: FileFacts,
  { makeSqlite }: WritingMeans = {},
): AsyncGenerator<Uint8Array, void> {
  if (!makeSqlite) throw new Error('a GeoPackage is only written where a program of SQLite is at hand');
  const sqlite = await makeSqlite();
  try {
    startGeoPackage(sqlite);
    const layer = new Layer(sqlite, table);
    for await (const piece of rows) {
      for (let at = 0; at < piece.length; at += rowsAtOnce) {
        layer.add(piece.slice(at, at + rowsAtOnce));
        // The file begins with what is known at its end: meanwhile whoever takes it may stop, or let others go first.
        yield nothing;
      }
    }
    layer.end(createdAt);
    yield* sqlite.pieces();
  } finally {
    await sqlite.remove();
  }
}

class Layer {
  readonly #sqlite: SqliteMaker;
  readonly #columns: readonly Column[];
  readonly #name: string;
  readonly #plain: readonly NewColumn[];
  readonly #key: string;
  readonly #geometry: string;
  /** Of all its shapes; null while none has come. */
  #kind: string | null = null;
  #box: Box = boxAround([]);
  #rows = 0;

  constructor(sqlite: SqliteMaker, { name, columns }: WrittenTable) {
    this.#sqlite = sqlite;
    this.#columns = columns;
    this.#name = tableName(name);
    const taken = new Set<string>();
    this.#plain = columns.map(({ heading, key, type }) => ({
      name: freeName(columnName(heading) || key, taken),
      type: type === 'number' ? 'DOUBLE' : 'TEXT',
    }));
    this.#key = freeName('fid', taken);
    this.#geometry = freeName('geom', taken);
    sqlite.createTable(this.#declared());
  }

  add(piece: readonly WrittenRow[]): void {
    for (const { geometry } of piece) if (geometry) this.#meet(geometry);
    const boxes: number[][] = [];
    const rows = piece.map(({ cells, geometry }): readonly NewValue[] => {
      this.#rows += 1;
      const values: NewValue[] = [this.#rows];
      for (const [index, column] of this.#columns.entries()) values.push(valueOf(cells[index] ?? null, column));
      if (this.#kind === null) return values;
      const shape = geometry && woundShape(roundedShape(geometry), 'against the clock');
      values.push(shape && geoPackageBlob(shape, wgs84Id));
      if (shape) {
        const { west, south, east, north } = this.#around(shape);
        if (west <= east) boxes.push([this.#rows, west, east, south, north]);
      }
      return values;
    });
    this.#sqlite.add(this.#name, rows);
    if (boxes.length > 0) this.#sqlite.add(boxIndexName(this.#name, this.#geometry), boxes);
  }

  end(changedAt: Date): void {
    if (this.#kind === 'GEOMETRY') this.#sqlite.redeclare(this.#declared());
    const shapes = this.#kind === null ? null : { column: this.#geometry, kind: this.#kind, box: this.#box };
    listLayer(this.#sqlite, { table: this.#name, changedAt, shapes });
  }

  /** The column of shapes is there once one is, and is of any kind once two are. */
  #meet({ type }: FileShape): void {
    const kind = type.toUpperCase();
    if (this.#kind === null) {
      this.#kind = kind;
      this.#sqlite.redeclare(this.#declared());
      const [name, column] = [boxIndexName(this.#name, this.#geometry), this.#geometry];
      this.#sqlite.createBoxIndex({ name, table: this.#name, key: this.#key, column });
    } else if (this.#kind !== kind) this.#kind = 'GEOMETRY';
  }

  #around(shape: FileShape): Box {
    const box = boxAround(positionsOfShape(shape));
    const { west, south, east, north } = this.#box;
    this.#box = {
      west: Math.min(west, box.west),
      south: Math.min(south, box.south),
      east: Math.max(east, box.east),
      north: Math.max(north, box.north),
    };
    return box;
  }

  #declared(): NewTable {
    const shapes = this.#kind === null ? [] : [{ name: this.#geometry, type: this.#kind }];
    const number = { name: this.#key, type: 'INTEGER', isRequired: true };
    return { name: this.#name, columns: [number, ...this.#plain, ...shapes], key: [this.#key] };
  }
}

/** No guard against formulas, as a CSV has: what a database holds as text no program takes for a formula. */
function valueOf(cell: Cell, { type }: Column): NewValue {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return cell.normalize('NFC');
  if (!Number.isFinite(cell)) return null;
  return type === 'number' ? cell : String(cell);
}

const columnName = (heading: string): string =>
  heading
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .trim();

/** Names that begin like these are SQLite's own, and the standard's. */
const tableName = (name: string): string => {
  const plain = columnName(name);
  return /^(sqlite|gpkg|rtree)_/i.test(plain) ? `_${plain}` : plain;
};

/** Those that differ in the case of Latin letters alone are one to SQLite. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(foldedName(free)); n += 1) free = `${name} (${n})`;
  taken.add(foldedName(free));
  return free;
}
