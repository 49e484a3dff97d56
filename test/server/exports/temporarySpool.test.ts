import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { WrittenRow } from '../../../domain/formats/files/fileFormat.ts';
import { joined } from '../../../domain/formats/files/pieces.ts';
import { shapefileFormat } from '../../../domain/formats/files/shapes/shapefileFormat.ts';
import { textColumn } from '../../../domain/formats/table.ts';
import { temporarySpool } from '../../../server/exports/temporarySpool.ts';
import { serverMeans } from '../../../server/exports/writingMeans.ts';
import { aPoint } from '../../domain/formats/files/shapes/filesOfShapes.ts';
import { useTemporaryRoot } from '../temporaryRoot.ts';

const folder = useTemporaryRoot();

it('gives back what was laid aside, from any place', async () => {
  const spool = await temporarySpool();
  await spool.append(Buffer.from('một hai '));
  await spool.append(Buffer.from('ba'));
  expect(Buffer.from(await spool.slice(0, Buffer.byteLength('một hai ba'))).toString()).toBe('một hai ba');
  expect(Buffer.from(await spool.slice(6, 9)).toString()).toBe('hai');
  await spool.remove();
  await expect(spool.slice(0, 1)).rejects.toThrow();
  expect(await readdir(folder())).toEqual([]);
});

it('a shapefile that is stopped while it is written leaves nothing on the disk, one that is not is the same as ever', async () => {
  const table = { name: 'Nhà', columns: [textColumn('name', 'Tên', 10)] };
  const facts = { title: 'x', createdAt: new Date(0) };
  const pieces = Array.from({ length: 40 }, (_, at) =>
    Array.from({ length: 500 }, (_, row): WrittenRow => ({
      cells: [`${at} ${row}`.padEnd(200, 'x')],
      geometry: aPoint(105 + row / 1e4, 20 + at / 1e4),
    })),
  );
  const stopped = shapefileFormat.write!(table, pieces, facts, serverMeans);
  await stopped.next();
  await stopped.return(undefined);
  const { gzip } = serverMeans;
  const [spooled, held] = await Promise.all(
    [serverMeans, { gzip: gzip! }].map((means) => joined(shapefileFormat.write!(table, pieces, facts, means))),
  );
  expect(Buffer.from(spooled!).equals(held!)).toBe(true);
  expect(await readdir(folder())).toEqual([]);
});
