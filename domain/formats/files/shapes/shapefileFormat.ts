/** Shapefiles in a zip, in and out: a file of its own for each kind of shape, and a list of the columns' full names. */
import type { FileFacts, FileFormat, RowPieces, WrittenTable } from '../fileFormat.ts';
import type { Row } from '../../table.ts';
import { DbfWriter, dbfColumns, type DbfColumn } from './dbfWriter.ts';
import { roundedShape } from './geoJsonShape.ts';
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
  write: (table, rows, facts, means) => writeZip(filesOf(table, rows, facts), means?.gzip),
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

async function* filesOf(table: WrittenTable, rows: RowPieces, { createdAt }: FileFacts): AsyncGenerator<PackedFile> {
  const columns = dbfColumns(table.columns);
  const layers = new Map<ShapeKind, Layer>();
  const layerOf = (kind: ShapeKind): Layer => {
    const layer = layers.get(kind) ?? { shp: new ShpWriter(kind), dbf: new DbfWriter(columns) };
    layers.set(kind, layer);
    return layer;
  };
  // A row without a shape goes with the kind that came first.
  let first: ShapeKind | null = null;
  let shapeless: Row[] = [];
  const addShapeless = (kind: ShapeKind): void => {
    for (const cells of shapeless) {
      layerOf(kind).shp.add(null);
      layerOf(kind).dbf.add(cells);
    }
    shapeless = [];
  };
  for await (const piece of rows) {
    for (const { cells, geometry } of piece) {
      if (geometry) {
        const kind = kindOfShape(geometry);
        first ??= kind;
        addShapeless(first);
        layerOf(kind).shp.add(roundedShape(geometry));
        layerOf(kind).dbf.add(cells);
      } else shapeless.push(cells);
    }
  }
  addShapeless(first ?? 'point');
  layerOf(first ?? 'point');
  const base = table.name.replace(/[\\/:*?"<>|]/g, '_');
  let cutTexts = 0;
  for (const [kind, { shp, dbf }] of layers) {
    const name = layers.size === 1 ? base : `${base}_${suffixes[kind]}`;
    cutTexts += dbf.cutTexts;
    yield { name: `${name}.shp`, pieces: shp.shp() };
    yield { name: `${name}.shx`, pieces: shp.shx() };
    yield { name: `${name}.dbf`, pieces: dbf.pieces(createdAt) };
    yield { name: `${name}.prj`, pieces: [encoder.encode(wgs84)] };
    yield { name: `${name}.cpg`, pieces: [encoder.encode('UTF-8')] };
  }
  yield { name: 'columns.txt', pieces: [encoder.encode(columnsText(columns, cutTexts))] };
}

const encoder = new TextEncoder();

function columnsText(columns: readonly DbfColumn[], cutTexts: number): string {
  const lines = columns.map(({ name, heading }) => `${name}\t${heading.replace(/\s+/g, ' ')}`);
  const cut = cutTexts === 0 ? [] : ['', `# ${cutTexts} texts were longer than the 254 bytes of a field and are cut.`];
  return [...lines, ...cut, ''].join('\n');
}
