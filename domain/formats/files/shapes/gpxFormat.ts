/** GPX 1.1 in and out: points as waypoints, lines and outlines as tracks, all cells among the extensions. */
import type { FileFacts, FileFormat, RowPieces, WrittenRow, WrittenTable } from '../fileFormat.ts';
import type { FileShape } from '../fileShape.ts';
import { stretches } from '../pieces.ts';
import type { Position } from '../../../geometry/shapes.ts';
import { roundedShape } from './geoJsonShape.ts';
import { gpxFeatures } from './gpx.ts';
import { headText, isNamed } from './heads.ts';
import { recognised } from './referenceSystem.ts';
import { readShapes } from './shapeTables.ts';
import { xmlText } from './xmlText.ts';

export const gpxFormat: FileFormat = {
  id: 'gpx',
  extensions: ['.gpx'],
  recognises: (head, name) => {
    const text = headText(head);
    return /<(\w+:)?gpx[\s>]/.test(text) || (/^\s*<\?xml/.test(text) && isNamed(name, '.gpx'));
  },
  read: (source, limits, expected) => {
    const features = () => gpxFeatures(stretches(source), limits);
    return readShapes(source, { features, systemOf: () => recognised, tables: [], notes: [] }, limits, expected);
  },
  write: writeGpx,
};

const encoder = new TextEncoder();
/** Of elements in the extensions; a name, not an address that is visited. */
const ours = 'urn:so-nha:cells';

/** Rows without a shape are left out: GPX has no place for them. Points come first, as its schema orders them. */
async function* writeGpx(table: WrittenTable, rows: RowPieces, facts: FileFacts): AsyncGenerator<Uint8Array, void> {
  yield encoder.encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Số Nhà" xmlns="http://www.topografix.com/GPX/1/1" ` +
      `xmlns:sonha="${ours}">\n<metadata><name>${xmlText(facts.title)}</name>` +
      `<time>${facts.createdAt.toISOString()}</time></metadata>\n`,
  );
  const headings = table.columns.map(({ heading }) => heading);
  const named = headings.indexOf('name');
  const label = named === -1 ? table.columns.findIndex(({ type }) => type === 'text') : named;
  const later: string[] = [];
  for await (const piece of rows) {
    let text = '';
    for (const row of piece) {
      if (!row.geometry) continue;
      const shape = roundedShape(row.geometry);
      const written = element(shape, ...texts(row, headings, label));
      if (written.startsWith('<wpt')) text += written;
      else later.push(written);
    }
    if (text !== '') yield encoder.encode(text);
  }
  for (const text of later) yield encoder.encode(text);
  yield encoder.encode('</gpx>\n');
}

/** The name, and the extensions with all cells. */
function texts({ cells }: WrittenRow, headings: readonly string[], label: number): [name: string, extensions: string] {
  const cell = cells[label] ?? null;
  const name = cell === null ? '' : `<name>${xmlText(String(cell))}</name>`;
  const all = headings.flatMap((heading, index) => {
    const value = cells[index] ?? null;
    if (value === null || (index === label && heading === 'name')) return [];
    return [`<sonha:cell heading="${xmlText(heading)}">${xmlText(String(value))}</sonha:cell>`];
  });
  return [name, all.length === 0 ? '' : `<extensions>${all.join('')}</extensions>`];
}

function element(shape: FileShape, name: string, extensions: string): string {
  if (shape.type === 'Point') return waypoint(shape.coordinates, name, extensions);
  if (shape.type === 'MultiPoint') {
    return shape.coordinates.map((position) => waypoint(position, name, extensions)).join('');
  }
  const segments = linesOfShape(shape).map(
    (line) => `<trkseg>${line.map(([lng, lat]) => `<trkpt lat="${lat}" lon="${lng}"/>`).join('')}</trkseg>`,
  );
  return `<trk>${name}${extensions}${segments.join('')}</trk>\n`;
}

const waypoint = ([lng, lat]: Position, name: string, extensions: string): string =>
  `<wpt lat="${lat}" lon="${lng}">${name}${extensions}</wpt>\n`;

function linesOfShape(shape: FileShape): readonly (readonly Position[])[] {
  switch (shape.type) {
    case 'LineString':
      return [shape.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return shape.coordinates;
    case 'MultiPolygon':
      return shape.coordinates.flat();
    case 'Point':
    case 'MultiPoint':
      return [];
  }
}
