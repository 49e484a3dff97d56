import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { WritingMeans } from '../../../../../domain/formats/files/fileFormat.ts';
import { joined } from '../../../../../domain/formats/files/pieces.ts';
import { shapefileFormat } from '../../../../../domain/formats/files/shapes/shapefileFormat.ts';
import type { Spool } from '../../../../../domain/formats/files/spool.ts';
import type { Cell } from '../../../../../domain/formats/table.ts';
import { aPoint, asRead, houseTable, readFile, writtenFile } from './filesOfShapes.ts';

const rowsOf = (lines: readonly (readonly Cell[])[]) =>
  lines.map((cells, index) => ({ cells, geometry: aPoint(105.79 + index / 1e5, 20.01) }));

it('cells that repeat the row above are read as they were, also across thousands of rows', async () => {
  const rows = rowsOf(
    Array.from({ length: 12_000 }, (_, index) => [
      index % 5 === 0 ? null : `${Math.floor(index / 3)}A`,
      index < 7_000 ? 'Đường Đền Hàn' : 'Ngõ 3',
      index % 4000 === 0 ? '0'.repeat(200) : null,
      Math.floor(index / 100) / 8,
    ]),
  );
  const { tables } = await readFile('shapefile', await writtenFile('shapefile', houseTable, rows), 'nha.zip');
  expect(tables).toHaveLength(1);
  expect(tables[0]!.rows.map(({ cells }) => cells)).toEqual(asRead(rows));
});

it('has the same bytes where its rows are laid aside while it is written, and nothing stays there', async () => {
  const rows = rowsOf(
    Array.from({ length: 12_000 }, (_, index) => [`${index}A`, `Ngõ ${index % 700}`, null, index / 8]),
  );
  let [open, appended] = [0, 0];
  const makeSpool = async (): Promise<Spool> => {
    let laid = Buffer.alloc(0);
    open += 1;
    return {
      append: async (bytes) => {
        laid = Buffer.concat([laid, bytes]);
        appended += 1;
      },
      slice: async (start, end) => laid.subarray(start, end),
      remove: async () => void (open -= 1),
    };
  };
  const pieces = Array.from({ length: 24 }, (_, at) => rows.slice(at * 500, (at + 1) * 500));
  const facts = { title: 'Thôn Chí Phúc', createdAt: new Date('2026-11-29T08:00:00Z') };
  const write = (means: WritingMeans) => joined(shapefileFormat.write!(houseTable, pieces, facts, means));
  expect(Buffer.from(await write({ makeSpool })).equals(await write({}))).toBe(true);
  expect(appended).toBeGreaterThan(1);
  const stopped = shapefileFormat.write!(houseTable, pieces, facts, { makeSpool });
  await stopped.next();
  expect(open).toBe(2);
  await stopped.return(undefined);
  expect(open).toBe(0);
});

it('every text that is cut is counted, the same one in each row', async () => {
  const long = 'Ễ'.repeat(100);
  const rows = rowsOf([1, 2, 3].map((area) => ['1A', long, '0', area]));
  const parts = unzipSync(await writtenFile('shapefile', houseTable, rows));
  expect(new TextDecoder().decode(parts['columns.txt'])).toContain('# 3 texts');
});
