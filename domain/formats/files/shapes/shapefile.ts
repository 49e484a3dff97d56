/** Shapefiles packed in a zip, read: each .shp with its .dbf a table, its .prj and .cpg believed as far as they can be. */
import { note, type FileNote } from '../fileFault.ts';
import type { ByteSource } from '../fileFormat.ts';
import { openPacked, type PackedEntry } from '../packed.ts';
import type { ReadLimits } from '../readLimits.ts';
import { cellBytes, cellDecoder, dbfCell, dbfHead, dbfRecords, type CellDecoder, type DbfField } from './dbf.ts';
import { EncodingEvidence, encodingOfCodePage, encodingOfLanguage } from './dbfEncoding.ts';
import type { Joined } from './joinedShapes.ts';
import { baseName, refuse, uniqueName, type OpenedShapes, type RawFeature, type RawPiece } from './rawShapes.ts';
import { recognised, systemOfWkt, type SourceSystem } from './referenceSystem.ts';
import { shpShapes } from './shp.ts';

/** Thousands of points lie in one piece of a .shp, with all their cells: no more features than this are held. */
const mostAtOnce = 256;

interface Layer {
  readonly table: string;
  readonly shp: string;
  readonly dbf: string;
  readonly fields: readonly DbfField[];
  readonly headings: readonly string[];
  readonly text: CellDecoder;
  readonly system: SourceSystem;
}

export async function openShapefile(source: ByteSource, limits: ReadLimits): Promise<OpenedShapes> {
  const layers: Layer[] = [];
  const notes: FileNote[] = [];
  const entries = byLowerName(await openPacked(source, limits));
  const names = [...entries.keys()].filter((name) => name.endsWith('.shp'));
  if (names.length === 0) refuse('entry-missing', { column: '.shp' });
  if (names.length > limits.tables) refuse('too-many-tables', {}, { limit: limits.tables });
  const headings = fullNames(await textOf(entries.get('columns.txt')));
  const tables = new Set<string>();
  for (const name of names) layers.push(await layerOf(entries, name, headings, tables, limits, notes));
  const systems = new Map(layers.map(({ table, system }) => [table, system]));
  return {
    features: () => featuresOf(source, layers, limits),
    systemOf: (table) => systems.get(table) ?? recognised,
    tables: layers.map(({ table, headings: columns }) => ({ name: table, columns })),
    notes,
  };
}

type Entries = ReadonlyMap<string, PackedEntry>;

const byLowerName = (entries: readonly PackedEntry[]): Entries =>
  new Map(
    entries.filter(({ name }) => !name.startsWith('__MACOSX/')).map((entry) => [entry.name.toLowerCase(), entry]),
  );

/** Of the small files beside; what is longer than they are is cut. */
async function textOf(entry: PackedEntry | undefined): Promise<string | null> {
  if (!entry) return null;
  const most = 256 * 1024;
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of entry.bytes()) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > most) break;
  }
  return text;
}

/** The full headings that our own writer tells beside the names of ten characters. */
const fullNames = (text: string | null): ReadonlyMap<string, string> =>
  new Map(
    (text ?? '').split(/\r?\n/).flatMap((line) => {
      const [short, heading] = line.split('\t');
      return short && heading ? [[short, heading] as const] : [];
    }),
  );

async function layerOf(
  entries: Entries,
  shp: string,
  fullHeadings: ReadonlyMap<string, string>,
  tables: Set<string>,
  limits: ReadLimits,
  notes: FileNote[],
): Promise<Layer> {
  const stem = shp.slice(0, -'.shp'.length);
  const table = uniqueName(baseName(entries.get(shp)!.name), tables);
  const dbf = entries.get(`${stem}.dbf`) ?? refuse('entry-missing', { table, column: `${baseName(stem)}.dbf` });
  if (!entries.has(`${stem}.shx`)) notes.push(note('index-missing', { table }));
  const head = await headOf(dbf, table, limits);
  const said = encodingOfCodePage(await textOf(entries.get(`${stem}.cpg`))) ?? encodingOfLanguage(head.language);
  const encoding = said ?? (await encodingByBytes(dbf, head.fields, table, limits));
  if (encoding !== 'utf-8') notes.push(note('legacy-encoding', { table }, { encoding }));
  const lenient = new TextDecoder(encoding);
  // Cut names meet.
  const taken = new Set<string>();
  const headings = head.fields.map(({ name }) => {
    const short = lenient.decode(name).normalize('NFC').trim();
    return uniqueName((fullHeadings.get(short) ?? short).normalize('NFC').trim(), taken);
  });
  const wkt = await textOf(entries.get(`${stem}.prj`));
  const system = wkt === null ? { ...recognised } : systemOfWkt(wkt);
  return { table, shp, dbf: `${stem}.dbf`, fields: head.fields, headings, text: cellDecoder(encoding), system };
}

async function headOf(dbf: PackedEntry, table: string, limits: ReadLimits) {
  let bytes = new Uint8Array();
  for await (const piece of dbf.bytes()) {
    const all = new Uint8Array(bytes.length + piece.length);
    all.set(bytes);
    all.set(piece, bytes.length);
    bytes = all;
    const head = dbfHead(bytes, table, limits);
    if (head) return head;
  }
  return refuse('broken', { table, column: '.dbf' });
}

async function encodingByBytes(
  dbf: PackedEntry,
  fields: readonly DbfField[],
  table: string,
  limits: ReadLimits,
): Promise<string> {
  const evidence = new EncodingEvidence();
  const texts = fields.filter(({ type }) => type === 'C');
  for await (const { records } of dbfRecords(dbf.bytes(), table, limits)) {
    for (const record of records) if (record) for (const field of texts) evidence.take(cellBytes(record, field));
  }
  return evidence.encoding;
}

/** The archive is opened anew: its count of unpacked bytes is that of one pass. */
async function* featuresOf(
  source: ByteSource,
  layers: readonly Layer[],
  limits: ReadLimits,
): AsyncGenerator<RawPiece, void> {
  const entries = byLowerName(await openPacked(source, limits));
  let readBytes = 0;
  for (const layer of layers) {
    const shapes = shpShapes(entries.get(layer.shp)!.bytes(), layer.table, limits);
    const records = dbfRecords(entries.get(layer.dbf)!.bytes(), layer.table, limits);
    for await (const { features, bytes } of joinedRecords(layer, shapes, records)) {
      readBytes += bytes;
      yield { features, readBytes: Math.min(source.size, readBytes) };
    }
  }
}

async function* joinedRecords(
  layer: Layer,
  shapes: AsyncGenerator<{ readonly records: readonly Joined[]; readonly bytes: number }>,
  rows: AsyncGenerator<{ readonly records: readonly (Uint8Array | null)[] }>,
): AsyncGenerator<{ readonly features: readonly RawFeature[]; readonly bytes: number }> {
  let cells: readonly (Uint8Array | null)[] = [];
  let at = 0;
  let row = 0;
  const cut = (column: string): never => refuse('broken', { table: layer.table, row: row + 1, column });
  try {
    for await (const { records, bytes } of shapes) {
      let features: RawFeature[] = [];
      for (const shape of records) {
        while (at === cells.length) {
          const next = await rows.next();
          if (next.done) return cut('.dbf');
          cells = next.value.records;
          at = 0;
        }
        const record = cells[at]!;
        at += 1;
        row += 1;
        if (record) features.push(featureOf(layer, record, shape, row));
        if (features.length < mostAtOnce) continue;
        yield { features, bytes: 0 };
        features = [];
      }
      yield { features, bytes };
    }
    for (let next = await rows.next(); ; next = await rows.next()) {
      if (at < cells.length || (!next.done && next.value.records.length > 0)) cut('.shp');
      if (next.done) return;
    }
  } finally {
    await rows.return(undefined);
  }
}

function featureOf(layer: Layer, record: Uint8Array, shape: Joined, row: number): RawFeature {
  const cells = new Map<string, string>();
  for (const [index, field] of layer.fields.entries()) {
    const heading = layer.headings[index]!;
    try {
      const text = dbfCell(record, field, layer.text);
      if (text !== null) cells.set(heading, text);
    } catch {
      refuse('not-one-encoding', { table: layer.table, row, column: heading }, { encoding: layer.text.encoding });
    }
  }
  return { table: layer.table, cells, ...shape };
}
