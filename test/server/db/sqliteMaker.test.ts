/** Databases made to leave as files: whatever ends the making, nothing of it stays on the disk or open. */
import { writeSync } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { WrittenRow } from '../../../domain/formats/files/fileFormat.ts';
import { joined } from '../../../domain/formats/files/pieces.ts';
import { writeGeoPackage } from '../../../domain/formats/files/shapes/geoPackageWriter.ts';
import { textColumn } from '../../../domain/formats/table.ts';
import { makeSqliteFile } from '../../../server/db/sqlite/sqliteMaker.ts';
import { createOutgoingFiles } from '../../../server/exports/outgoingFiles.ts';
import { serverMeans } from '../../../server/exports/writingMeans.ts';
import { idOf } from '../../domain/builders.ts';
import { aPoint } from '../../domain/formats/files/shapes/filesOfShapes.ts';
import { useTemporaryRoot } from '../temporaryRoot.ts';

const table = { name: 'Nhà', columns: [textColumn('name', 'Tên', 10)] };
const facts = { title: 'x', createdAt: new Date(0) };

function* pieces(count: number): Generator<readonly WrittenRow[]> {
  for (let at = 0; at < count; at += 1) {
    yield Array.from({ length: 500 }, (_, row) => ({
      cells: [`${at} ${row}`.padEnd(200, 'x')],
      geometry: aPoint(105 + row / 1e4, 20 + at / 1e4),
    }));
  }
}

describe('a database that is made', () => {
  const folder = useTemporaryRoot();
  /** Of its files, those that this process still has open: Linux tells them, elsewhere none is seen. */
  const open = async () => {
    const own = '/proc/self/fd';
    const files = await readdir(own).catch(() => []);
    const places = await Promise.all(files.map((file) => readlink(join(own, file)).catch(() => '')));
    return places.filter((place) => place.startsWith(folder()));
  };
  async function expectNothingStays() {
    expect(await readdir(folder())).toEqual([]);
    expect(await open()).toEqual([]);
  }

  it('comes in pieces of 256 kB, after an empty one for some hundred rows', async () => {
    const lengths: number[] = [];
    for await (const piece of writeGeoPackage(table, pieces(5), facts, serverMeans)) lengths.push(piece.length);
    expect(lengths.slice(0, 11)).toEqual([...Array.from({ length: 10 }, () => 0), 256 * 1024]);
    expect(lengths.slice(10, -1).every((length) => length === 256 * 1024)).toBe(true);
    expect(lengths.at(-1)! % 4096).toBe(0);
    await expectNothingStays();
  });

  it('lies in a file that only this process knows', async () => {
    const making = await makeSqliteFile();
    making.createTable({ name: 'Nhà', columns: [{ name: 'Tên', type: 'TEXT' }], key: [] });
    if (process.platform === 'linux') {
      expect(await readdir(folder())).toEqual([]);
      expect(await open()).toEqual([expect.stringMatching(/so-nha-sqlite-.* \(deleted\)$/)]);
    }
    await making.remove();
    await expectNothingStays();
  });

  it.each([1, 4, 10, 11, 12])('and is taken no further than piece %i leaves nothing', async (wanted) => {
    let taken = 0;
    for await (const _ of writeGeoPackage(table, pieces(5), facts, serverMeans)) if ((taken += 1) === wanted) break;
    expect(taken).toBe(wanted);
    await expectNothingStays();
  });

  it('of rows that end in a fault leaves nothing', async () => {
    async function* broken() {
      yield* pieces(2);
      throw new Error('the rows broke off');
    }
    const writing = joined(writeGeoPackage(table, broken(), facts, serverMeans));
    await expect(writing).rejects.toThrow('the rows broke off');
    await expectNothingStays();
  });

  it('on a disk that is full says so and leaves nothing', async () => {
    let written = 0;
    const full: typeof makeSqliteFile = () =>
      makeSqliteFile((...given) => {
        if ((written += 1) > 300) throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
        return writeSync(...given);
      });
    const writing = joined(writeGeoPackage(table, pieces(20), facts, { makeSqlite: full }));
    await expect(writing).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(written).toBeGreaterThan(300);
    await expectNothingStays();
  });

  it('for somebody who gives it up ends with the rows under way', async () => {
    const files = createOutgoingFiles({
      clock: () => new Date(),
      failure: (error) => expect.unreachable(String(error)),
    });
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield* pieces(1);
        await nextTurn();
      }
    }
    const asked = { id: idOf(10), villageId: idOf(1), accountId: idOf(2), rowCount: 1 };
    const file = await files.begin(
      { ...asked, fileName: 'a.gpkg', contentType: 'application/geopackage+sqlite3' },
      {
        write: () => writeGeoPackage(table, endless(), facts, serverMeans),
        written: async () => expect.unreachable(),
      },
    );
    while (given < 3) await nextTurn();
    await files.remove(file);
    const last = given;
    await files.settled(file, 5000);
    await files.close();
    expect(given).toBeLessThanOrEqual(last + 1);
    await expectNothingStays();
  });

  it('makes as many at a time as are wanted, each of its own rows', async () => {
    const all = await Promise.all(
      [1, 2, 3].map((count) => joined(writeGeoPackage(table, pieces(count), facts, serverMeans))),
    );
    const bytes = all.map(({ length }) => length);
    expect(bytes[0]).toBeLessThan(bytes[1]!);
    expect(bytes[1]).toBeLessThan(bytes[2]!);
    await expectNothingStays();
  });
});
