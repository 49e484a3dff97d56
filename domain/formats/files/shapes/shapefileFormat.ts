/** Shapefiles in a zip, in and out: a file of its own for each kind of shape, and a list of the columns' full names. */
import type { FileFacts, FileFormat, RowPieces, WritingMeans, WrittenRow, WrittenTable } from '../fileFormat.ts';
import type { Row } from '../../table.ts';
import { DbfWriter, dbfColumns, type DbfColumn } from './dbfWriter.ts';
import { roundedShape } from './geoJsonShape.ts';
import { HeldRecords } from './heldRecords.ts';
import { entryNamesIn, isNamed, isZip } from './heads.ts';
import { openShapefile } from './shapefile.ts';
import { readShapes } from './shapeTables.ts';
import { kindOfShape, ShpWriter, type ShapeKind } from './shpWriter.ts';
import { writeZip, type PackedEntry as PackedFile } from '../writeZip.ts';

const partExtensions = ['.shp', '.shx', '.dbf', '.prj', '.cpg', '.sbn', '.qix'];
/** Packed files of other kinds by what lies in them first. */
const isOther = (entry: string): boolean =>
  entry === '[Content_Types].xml' || entry === 'mimetype' || isNamed(entry, '.kml');

export const shapefileFormat: FileFormat = {
  id: 'shapefile',
  extensions: ['.zip'],
  recognises: (head, name) => {
    if (!isZip(head)) return false;
    const entries = entryNamesIn(head);
    return (
      entries.some((entry) => isNamed(entry, ...partExtensions)) || (isNamed(name, '.zip') && !entries.some(isOther))
    );
  },
  async *read(source, limits, expected) {
    yield* readShapes(source, await openShapefile(source, limits), limits, expected);
  },
  write: (table, rows, facts, means) => writeZip(filesOf(table, rows, facts, means?.makeSpool), means?.gzip),
};

/** As Esri's programs write it; read by all. */
const wgs84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],' +
  'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

const suffixes: { readonly [K in ShapeKind]: string } = {
  point: 'points',
  multipoint: 'multipoints',
  line: 'lines',
  area: 'polygons',
};

interface Layer {
  readonly shp: ShpWriter;
  readonly dbf: DbfWriter;
}

/** Rows by the kind of their shape, held until all of them are known. */
class Layers {
  readonly #columns: readonly DbfColumn[];
  readonly #makeSpool: WritingMeans['makeSpool'];
  readonly byKind = new Map<ShapeKind, Layer>();
  readonly #held: HeldRecords[] = [];
  /** A row without a shape goes with the kind that came first. */
  #first: ShapeKind | null = null;
  #shapeless: Row[] = [];

  constructor(columns: readonly DbfColumn[], makeSpool: WritingMeans['makeSpool']) {
    this.#columns = columns;
    this.#makeSpool = makeSpool;
  }

  async add(piece: readonly WrittenRow[]): Promise<void> {
    for (const { cells, geometry } of piece) {
      if (!geometry) {
        this.#shapeless.push(cells);
        continue;
      }
      const kind = kindOfShape(geometry);
      this.#first ??= kind;
      if (this.#shapeless.length > 0) await this.#addShapeless();
      const { shp, dbf } = this.byKind.get(kind) ?? (await this.#begin(kind));
      shp.add(roundedShape(geometry));
      dbf.add(cells);
    }
    for (const held of this.#held) await held.settle();
  }

  /** At least one layer is there then. */
  async end(): Promise<void> {
    await this.#addShapeless();
  }

  async remove(): Promise<void> {
    for (const held of this.#held) await held.remove();
  }

  async #addShapeless(): Promise<void> {
    const kind = this.#first ?? 'point';
    const { shp, dbf } = this.byKind.get(kind) ?? (await this.#begin(kind));
    for (const cells of this.#shapeless) {
      shp.add(null);
      dbf.add(cells);
    }
    this.#shapeless = [];
  }

  async #begin(kind: ShapeKind): Promise<Layer> {
    const layer = {
      shp: new ShpWriter(kind, await this.#hold()),
      dbf: new DbfWriter(this.#columns, await this.#hold()),
    };
    this.byKind.set(kind, layer);
    return layer;
  }

  async #hold(): Promise<HeldRecords> {
    const held = new HeldRecords((await this.#makeSpool?.()) ?? null);
    this.#held.push(held);
    return held;
  }
}

async function* filesOf(
  table: WrittenTable,
  rows: RowPieces,
  { createdAt }: FileFacts,
  makeSpool: WritingMeans['makeSpool'],
): AsyncGenerator<PackedFile> {
  const columns = dbfColumns(table.columns);
  const layers = new Layers(columns, makeSpool);
  try {
    for await (const piece of rows) await layers.add(piece);
    await layers.end();
    const base = table.name.replace(/[\\/:*?"<>|]/g, '_');
    let cutTexts = 0;
    for (const [kind, { shp, dbf }] of layers.byKind) {
      const name = layers.byKind.size === 1 ? base : `${base}_${suffixes[kind]}`;
      cutTexts += dbf.cutTexts;
      yield { name: `${name}.shp`, pieces: shp.shp() };
      yield { name: `${name}.shx`, pieces: shp.shx() };
      yield { name: `${name}.dbf`, pieces: dbf.pieces(createdAt) };
      yield { name: `${name}.prj`, pieces: [encoder.encode(wgs84)] };
      yield { name: `${name}.cpg`, pieces: [encoder.encode('UTF-8')] };
    }
    yield { name: 'columns.txt', pieces: [encoder.encode(columnsText(columns, cutTexts))] };
  } finally {
    await layers.remove();
  }
}

const encoder = new TextEncoder();

function columnsText(columns: readonly DbfColumn[], cutTexts: number): string {
  const lines = columns.map(({ name, heading }) => `${name}\t${heading.replace(/\s+/g, ' ')}`);
  const cut = cutTexts === 0 ? [] : ['', `# ${cutTexts} texts were longer than the 254 bytes of a field and are cut.`];
  return [...lines, ...cut, ''].join('\n');
}
