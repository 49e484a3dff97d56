/** GeoJSON in and out: one collection, or a feature a line; an old `crs` member is believed as far as it can be. */
import type { ByteSource, FileFormat, RowPieces, WrittenTable } from '../fileFormat.ts';
import type { ReadLimits } from '../readLimits.ts';
import { isObject } from '../../features.ts';
import { cutGeoJson } from './geoJsonText.ts';
import { NoShape, roundedShape, shapeOfGeoJson, woundShape } from './geoJsonShape.ts';
import type { Joined } from './joinedShapes.ts';
import { baseName, cellText, refuse, setCell, type OpenedShapes, type RawFeature, type RawPiece } from './rawShapes.ts';
import { recognised, systemOfEpsg, systemOfName, type SourceSystem } from './referenceSystem.ts';
import { readShapes } from './shapeTables.ts';
import { headText, isNamed } from './heads.ts';

const types =
  'FeatureCollection|Feature|Point|MultiPoint|LineString|MultiLineString|Polygon|MultiPolygon|GeometryCollection';
const saysGeoJson = new RegExp(`^[\\s\\x1e]*\\{[\\s\\S]*"type"\\s*:\\s*"(${types})"`);

export const geoJsonFormat: FileFormat = {
  id: 'geojson',
  extensions: ['.geojson', '.json', '.geojsonl', '.geojsons', '.ndjson'],
  recognises: (head, name) => {
    const text = headText(head);
    return saysGeoJson.test(text) || (/^[\s\x1e]*\{/.test(text) && isNamed(name, '.geojson', '.geojsonl', '.geojsons'));
  },
  read: (source, limits, expected) => readShapes(source, openGeoJson(source, limits), limits, expected),
  write: writeGeoJson,
};

function openGeoJson(source: ByteSource, limits: ReadLimits): OpenedShapes {
  let system: SourceSystem = recognised;
  async function* features(): AsyncGenerator<RawPiece, void> {
    let table = baseName(source.name);
    let row = 0;
    for await (const { features: given, head, collection, readBytes } of cutGeoJson(source, limits)) {
      if (head && row === 0) table = nameOf(head) ?? table;
      if (collection?.['crs']) system = systemOf(collection['crs']);
      const found: RawFeature[] = [];
      for (const value of given) {
        row += 1;
        found.push(featureOfValue(value, table, row));
      }
      yield { features: found, readBytes };
    }
  }
  return { features, systemOf: () => system, tables: [], notes: [] };
}

const nameOf = ({ name }: Record<string, unknown>): string | null => (typeof name === 'string' ? cellText(name) : null);

function systemOf(crs: unknown): SourceSystem {
  const properties = isObject(crs) && isObject(crs['properties']) ? crs['properties'] : {};
  const { name, code } = properties;
  if (typeof name === 'string') return systemOfName(name);
  if (typeof code === 'number' || typeof code === 'string') return systemOfEpsg(Number(code));
  return { kind: 'unknown', name: 'crs' };
}

function featureOfValue(value: unknown, table: string, row: number): RawFeature {
  const place = { table, row };
  if (!isObject(value)) return refuse('broken', place);
  const isFeature = value['type'] === 'Feature';
  const cells = new Map<string, string>();
  if (isFeature) {
    const { id, properties } = value;
    if (isObject(properties)) for (const key of Object.keys(properties)) setCell(cells, key, properties[key]);
    if ((typeof id === 'string' || typeof id === 'number') && !cells.has('id')) setCell(cells, 'id', id);
  }
  return { table, cells, ...joinedOf(isFeature ? value['geometry'] : value, place) };
}

function joinedOf(geometry: unknown, place: { readonly table: string; readonly row: number }): Joined {
  try {
    return shapeOfGeoJson(geometry);
  } catch (error) {
    if (error instanceof NoShape) return refuse('broken', place, { part: 'geometry' });
    throw error;
  }
}

const encoder = new TextEncoder();

/** Between them stand the features, a line each. */
export const geoJsonHead = (name: string): string =>
  `{"type":"FeatureCollection","name":${JSON.stringify(name)},"features":[`;
export const geoJsonEnd = '\n]}\n';

/** RFC 7946: WGS 84 by definition, seven decimals, outer rings against the clock. */
async function* writeGeoJson(table: WrittenTable, rows: RowPieces): AsyncGenerator<Uint8Array, void> {
  const headings = table.columns.map(({ heading }) => JSON.stringify(heading));
  yield encoder.encode(geoJsonHead(table.name));
  let between = '\n';
  for await (const piece of rows) {
    let text = '';
    for (const { cells, geometry } of piece) {
      const shape = geometry ? JSON.stringify(roundedShape(woundShape(geometry, 'against the clock'))) : 'null';
      const properties = headings.map((heading, index) => `${heading}:${JSON.stringify(cells[index] ?? null)}`).join();
      text += `${between}{"type":"Feature","properties":{${properties}},"geometry":${shape}}`;
      between = ',\n';
    }
    yield encoder.encode(text);
  }
  yield encoder.encode(geoJsonEnd);
}
