/** KML 2.2 written: one folder of placemarks, each with all cells as data, named by its first text for the map. */
import type { FileFacts, RowPieces, WrittenRow, WrittenTable } from '../fileFormat.ts';
import type { FileShape } from '../fileShape.ts';
import type { Position } from '../../../geometry/shapes.ts';
import { roundedShape, woundShape } from './geoJsonShape.ts';
import { xmlText } from './xmlText.ts';

const encoder = new TextEncoder();

export async function* writeKml(
  table: WrittenTable,
  rows: RowPieces,
  facts: FileFacts,
): AsyncGenerator<Uint8Array, void> {
  yield encoder.encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n` +
      `<name>${xmlText(facts.title)}</name>\n<Folder>\n<name>${xmlText(table.name)}</name>\n`,
  );
  const columns = table.columns.map(({ heading, type }) => ({
    heading,
    name: xmlText(heading),
    isText: type === 'text',
  }));
  const label = Math.max(
    columns.findIndex(({ heading }) => heading === 'name'),
    columns.findIndex(({ isText }) => isText),
  );
  for await (const piece of rows) {
    let text = '';
    for (const row of piece) text += placemark(row, columns, label);
    yield encoder.encode(text);
  }
  yield encoder.encode('</Folder>\n</Document>\n</kml>\n');
}

function placemark(
  { cells, geometry }: WrittenRow,
  columns: readonly { readonly heading: string; readonly name: string }[],
  label: number,
): string {
  let data = '';
  for (const [index, { heading, name }] of columns.entries()) {
    const cell = cells[index] ?? null;
    // Read back from the placemark's own name.
    if (cell === null || (index === label && heading === 'name')) continue;
    data += `<Data name="${name}"><value>${xmlText(String(cell))}</value></Data>`;
  }
  const named = cells[label] ?? null;
  const name = named === null ? '' : `<name>${xmlText(String(named))}</name>`;
  const extended = data === '' ? '' : `<ExtendedData>${data}</ExtendedData>`;
  const shape = geometry ? kmlShape(roundedShape(woundShape(geometry, 'against the clock'))) : '';
  return `<Placemark>${name}${extended}${shape}</Placemark>\n`;
}

function kmlShape(shape: FileShape): string {
  switch (shape.type) {
    case 'Point':
      return point(shape.coordinates);
    case 'MultiPoint':
      return multi(shape.coordinates.map(point));
    case 'LineString':
      return line(shape.coordinates);
    case 'MultiLineString':
      return multi(shape.coordinates.map(line));
    case 'Polygon':
      return polygon(shape.coordinates);
    case 'MultiPolygon':
      return multi(shape.coordinates.map(polygon));
  }
}

const multi = (parts: readonly string[]): string => `<MultiGeometry>${parts.join('')}</MultiGeometry>`;
const coordinates = (positions: readonly Position[]): string =>
  `<coordinates>${positions.map((position) => position.join()).join(' ')}</coordinates>`;
const point = (position: Position): string => `<Point>${coordinates([position])}</Point>`;
const line = (positions: readonly Position[]): string => `<LineString>${coordinates(positions)}</LineString>`;

const polygon = (rings: readonly (readonly Position[])[]): string =>
  `<Polygon>${rings
    .map((ring, index) => {
      const boundary = index === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
      return `<${boundary}><LinearRing>${coordinates(ring)}</LinearRing></${boundary}>`;
    })
    .join('')}</Polygon>`;
