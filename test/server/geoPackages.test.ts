/** GeoPackages read where the server reads them: in a process of their own, from the file, with nothing written beside it. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultReadLimits } from '../../domain/formats/files/readLimits.ts';
import { defaultReaderLimits } from '../../server/imports/importLimits.ts';
import { createReader, type Reader } from '../../server/imports/readerProcess.ts';
import { aPoint } from '../domain/formats/files/shapes/filesOfShapes.ts';
import { geoPackageOf, houses, listed } from '../domain/formats/files/shapes/geoPackageFiles.ts';

describe('a GeoPackage in the reader of files', () => {
  let folder = '';
  let reader: Reader;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'so-nha-geopackage-'));
    reader = createReader({ ...defaultReaderLimits, idleMs: 1000 });
  });
  afterAll(async () => {
    reader.close();
    await rm(folder, { recursive: true });
  });

  async function outcomeOf(name: string, bytes: Uint8Array) {
    const path = join(folder, name);
    await writeFile(path, bytes);
    const order = { path, rowsPath: join(folder, 'rows'), name, limits: defaultReadLimits };
    const outcome = await reader.read(order, new AbortController().signal, () => undefined);
    expect((await readdir(folder)).sort()).toEqual([name, 'rows'].sort());
    expect(Buffer.compare(await readFile(path), bytes)).toBe(0);
    await rm(path);
    return outcome;
  }

  const points = (count: number) => Array.from({ length: count }, (_, index) => aPoint(105.79 + index / 1e6, 20.01));

  it('is read row by row, whatever it is called', async () => {
    const bytes = await geoPackageOf(houses('nha', points(1200)));
    for (const name of ['nhà.gpkg', 'nhà.csv']) {
      expect(await outcomeOf(name, bytes)).toMatchObject({
        read: { format: 'geopackage', tables: [{ name: 'nha', columns: ['Số nhà'], rowCount: 1200, hasShapes: true }] },
      });
    }
    const [page] = (await readFile(join(folder, 'rows'), 'utf8')).split('][');
    expect(page).toContain('{"row":1,"cells":["1A"],"geometry":{"type":"Point","coordinates":[105.79,20.01]}}');
  });

  it('that another program had open is read without its log of changes', async () => {
    const bytes = await geoPackageOf(houses('nha', points(3)));
    bytes.fill(2, 18, 20);
    expect(await outcomeOf('mở.gpkg', bytes)).toMatchObject({
      read: { tables: [{ rowCount: 3 }], notes: [{ code: 'changes-may-be-missing' }] },
    });
  });

  it('that is damaged, or asks for work without end, is refused by name, and the next one is read', async () => {
    const bytes = await geoPackageOf(houses('nha', points(100)));
    expect(await outcomeOf('cắt.gpkg', bytes.subarray(0, 6000))).toMatchObject({ refused: { code: 'broken' } });
    const endless = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS fid, x AS geom FROM n';
    const view = await geoPackageOf(`CREATE VIEW vo_tan AS ${endless}; ${listed('vo_tan')}`);
    expect(await outcomeOf('vô tận.gpkg', view)).toMatchObject({ refused: { code: 'no-layers' } });
    expect(await outcomeOf('nhà.gpkg', bytes)).toMatchObject({ read: { tables: [{ rowCount: 100 }] } });
  });
});
