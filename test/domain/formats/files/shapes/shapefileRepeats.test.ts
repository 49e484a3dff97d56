import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
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

it('every text that is cut is counted, the same one in each row', async () => {
  const long = 'Ễ'.repeat(100);
  const rows = rowsOf([1, 2, 3].map((area) => ['1A', long, '0', area]));
  const parts = unzipSync(await writtenFile('shapefile', houseTable, rows));
  expect(new TextDecoder().decode(parts['columns.txt'])).toContain('# 3 texts');
});
