import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WrittenRow } from '../../../../../domain/formats/files/fileFormat.ts';
import type { FileShape } from '../../../../../domain/formats/files/fileShape.ts';
import { shapeFormats } from '../../../../../domain/formats/files/shapeFormats.ts';
import { aPoint, asRead, houseRows, houseTable, readFile, ringAt, writtenFile } from './filesOfShapes.ts';

const written = shapeFormats.filter((format) => format.write).map(({ id }) => id);

const path = (...positions: (readonly [number, number])[]): FileShape => ({
  type: 'LineString',
  coordinates: positions,
});

describe.each(written)('%s', (id) => {
  const columns = houseTable.columns.map(({ heading }) => heading);

  it.each([
    ['points', (index: number) => aPoint(105.7855455 + index / 1e4, 20.0050011)],
    ['lines', (index: number) => path([105.78, 20 + index / 1e4], [105.7812345, 20.0009876], [105.79, 20.01])],
  ])('brings hard names and %s back as they were', async (_, shape) => {
    const rows = houseRows(shape);
    const { tables, notes, readBytes } = await readFile(id, await writtenFile(id, houseTable, rows, 3));
    expect(notes).toEqual([]);
    expect(tables).toHaveLength(1);
    expect(tables[0]!.columns).toEqual(expect.arrayContaining(columns));
    expect(tables[0]!.rows.map(({ row }) => row)).toEqual(rows.map((_row, at) => at + 1));
    expect(tables[0]!.rows.map(({ cells }) => onlyOf(cells, columns))).toEqual(asRead(rows));
    expect(tables[0]!.rows.map(({ geometry }) => geometry)).toEqual(rows.map(({ geometry }) => geometry));
    expect(readBytes).toBeGreaterThan(0);
  });

  it('brings any text and any place back', async () => {
    const anyText = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map((text) => text.replace(/\p{C}/gu, '').replace(/\s+/g, ' ').normalize('NFC').trim())
      .filter((text) => !/[\ufffe\uffff]/.test(text));
    const anyRow = fc
      .tuple(
        anyText,
        anyText,
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.integer({ min: 102e7, max: 109e7 }),
        fc.integer({ min: 8e7, max: 23e7 }),
      )
      .map(([number, road, area, lng, lat]): WrittenRow => ({
        cells: [number || null, road || null, '1', area / 100],
        geometry: aPoint(lng / 1e7, lat / 1e7),
      }));
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 12 }), async (rows) => {
        const { tables } = await readFile(id, await writtenFile(id, houseTable, rows, 5));
        expect(tables[0]!.rows.map(({ cells }) => onlyOf(cells, columns))).toEqual(asRead(rows));
        expect(tables[0]!.rows.map(({ geometry }) => geometry)).toEqual(rows.map(({ geometry }) => geometry));
      }),
      { numRuns: 12 },
    );
  });
});

/** GPX has no areas: outlines are tracks there. */
describe.each(written.filter((id) => id !== 'gpx'))('%s', (id) => {
  it('keeps areas with their holes, several areas of one row, and rows without a shape', async () => {
    const rings = [ringAt(105.78, 20, 0.01), ringAt(105.782, 20.002, 0.001).reverse()];
    const holed: FileShape = { type: 'Polygon', coordinates: rings };
    const both: FileShape = { type: 'MultiPolygon', coordinates: [rings, [ringAt(105.8, 20.02)]] };
    const rows = houseRows((index) => [holed, both, null][index]!, 3);
    const { tables, notes } = await readFile(id, await writtenFile(id, houseTable, rows));
    expect(tables[0]!.rows.map(({ geometry }) => geometry && ringsAsSets(geometry))).toEqual(
      rows.map(({ geometry }) => geometry && ringsAsSets(geometry)),
    );
    expect(notes.map(({ code, row, params }) => [code, row, params])).toEqual([
      ['feature-without-shape', 3, { count: 1 }],
    ]);
  });
});

const onlyOf = (cells: Record<string, string>, columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).filter(([column]) => columns.includes(column)));

/** A ring is the same wherever it begins and whichever way it goes. */
const ringsAsSets = (shape: FileShape): unknown =>
  shape.type === 'Polygon'
    ? shape.coordinates.map((ring) => [...new Set(ring.map(String))].sort())
    : shape.type === 'MultiPolygon'
      ? shape.coordinates.map((rings) => rings.map((ring) => [...new Set(ring.map(String))].sort()))
      : shape;
