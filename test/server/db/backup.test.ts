import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup, writeBackup } from '../../../server/db/backup.ts';
import { backedUpTables, otherTables, type TableSum } from '../../../server/db/backupTables.ts';
import { recordExport } from '../../../server/db/exports.ts';
import { addPersonCollection } from '../../../server/db/personCollections.ts';
import { addPersonRequest } from '../../../server/db/personRequests.ts';
import { keepProfile } from '../../../server/db/releaseProfiles.ts';
import { insertReleaseRows } from '../../../server/db/releaseRows.ts';
import { insertRelease, insertReleaseVillage } from '../../../server/db/releases.ts';
import { recordHouseholdRead, recordVillageRead } from '../../../server/db/privateReads.ts';
import { addPhoto } from '../../../server/db/photos.ts';
import { openDatabase, type DatabaseTarget } from '../../../server/db/open.ts';
import { createSession } from '../../../server/db/sessions.ts';
import { grantRole } from '../../../server/db/users.ts';
import { postgresHere, testDatabase, type Engine, type TestDatabase } from '../../databases.ts';
import { addAuthor, write } from './performing.ts';
import * as sample from './sampleRecords.ts';
import { authorId, created, editOf, everyRecord, idOf, villageId } from './sampleRecords.ts';

const silent = () => undefined;
const at = new Date('2026-02-03T04:05:06.789Z');

async function fillWithSample(target: DatabaseTarget): Promise<void> {
  const database = await openDatabase(target, silent);
  await addAuthor(database);
  // A road that opens from one with a higher id: rows refer to later ones.
  const inward = { ...sample.lane, id: idOf(19), numberName: '3', parentRoadId: sample.lane.id };
  const odd = { ...sample.landmark, id: idOf(102), name: 'Chợ\u2028"quê" \\ \u{1F3E0}' };
  await write(database, editOf(1001, 'village.create', {}), created([...everyRecord, inward, odd]));
  const other = idOf(2);
  await write(database, editOf(1002, 'village.create', {}, other), created(sample.inAnotherVillage(other)));
  const lamps = Array.from({ length: 1500 }, (_, n) => ({ ...sample.lamp, id: idOf(20_000 + n) }));
  await write(database, editOf(1003, 'village.import', {}), created(lamps));
  await grantRole(database.db, authorId, null, 'officer', at);
  await createSession(database.db, authorId, at);
  await recordExport(database.db, villageId, {
    ...{ id: idOf(1), at, authorId, format: 'csv', variant: 'full', states: 'all', rowCount: 2 },
    ...{ contents: 'addresses', decisionNumber: null },
    ...{ purpose: 'p', recipient: 'r', fields: ['number'], sha256: 'f'.repeat(64) },
  });
  const profile = { name: 'Mẫu', columns: [{ key: 'number', heading: 'Số' } as const] };
  const part = { id: villageId, name: 'Thôn', sequence: 1, rowCount: 1, new: 1, changed: 0, retired: 0 };
  const place = [105.7880001, 19.97] as const;
  await database.db.transaction().execute(async (trx) => {
    await insertReleaseVillage(trx, idOf(3), 1, part);
    await insertReleaseRows(trx, villageId, idOf(3), [
      { addressId: idOf(4), houseId: idOf(5), cells: { number: '5A', latitude: 19.97 }, place },
    ]);
    await insertRelease(trx, {
      ...{ id: idOf(3), scope: { communeCode: '15316' }, placeName: 'Xã', number: 1, at: at.toISOString(), profile },
      ...{ by: { id: authorId, displayName: 'A' }, purpose: 'p', recipient: 'r', rowCount: 1, villages: [part] },
      sha256: 'e'.repeat(64),
    });
  });
  await keepProfile(database.db, { villageId }, { id: idOf(6), ...profile }, { authorId, at });
  const reading = (n: number) => ({ at, readerId: authorId, role: 'officer' as const, newId: () => idOf(n) });
  await recordVillageRead(database.db, villageId, reading(2), { persons: false, householdCameras: true });
  await recordHouseholdRead(database.db, villageId, reading(7), 'households-shown', [idOf(8)]);
  const asked = { id: idOf(9), householdId: idOf(8), ordinal: 3, asked: 'erase', askedOn: '2026-02-02' } as const;
  await addPersonRequest(database.db, villageId, { ...asked, dueOn: '2026-02-04' }, { at, authorId });
  await addPersonCollection(
    database.db,
    villageId,
    {
      ...{ id: idOf(10), name: 'Khảo sát', purpose: 'p', collectedOn: '2026-02-02', retentionMonths: 12 },
      ...{ endsOn: '2027-02-02', fields: ['phone'], householdIds: [idOf(8)] },
    },
    { at, authorId },
  );
  // More than are fetched at a time, with every byte there is.
  for (let n = 0; n < 9; n += 1) {
    await addPhoto(database.db, villageId, {
      ...{
        id: idOf(30_000 + n),
        bytes: Buffer.from(Array.from({ length: 700 }, (_, at) => (at + n) % 256)),
      },
      ...{ width: 40, height: 30, sha256: 'a'.repeat(64), createdAt: at, authorId },
    });
  }
  await database.close();
}

const here: readonly Engine[] = postgresHere ? ['pglite', 'postgres'] : ['pglite'];
const ways = (['pglite', 'postgres'] as const).flatMap((from) =>
  (['pglite', 'postgres'] as const).map((to) => ({ from, to })),
);

describe('backup and restore', { timeout: 180_000 }, () => {
  let folder = '';
  const sources = new Map<Engine, { database: TestDatabase; file: string; sums: readonly TableSum[] }>();
  const made: TestDatabase[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'so-nha-backup-'));
    for (const engine of here) {
      const database = await testDatabase(engine);
      made.push(database);
      await fillWithSample(database.target);
      const file = join(folder, `${engine}.sonha`);
      const sums = await writeBackup(database.target, file, silent);
      sources.set(engine, { database, file, sums });
    }
  });
  afterAll(async () => {
    for (const database of made) await database.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const sourceOf = (engine: Engine) => {
    const source = sources.get(engine);
    if (!source) throw new Error(`no ${engine} here`);
    return source;
  };
  const empty = async (engine: Engine) => {
    const database = await testDatabase(engine, engine === 'pglite' ? 'migrated' : 'empty');
    made.push(database);
    return database.target;
  };

  for (const { from, to } of ways) {
    it.skipIf(!here.includes(from) || !here.includes(to))(
      `from ${from} to ${to}: the same rows, value for value`,
      async () => {
        const { file } = sourceOf(from);
        const target = await empty(to);
        const sums = await restoreBackup(target, file, silent);
        expect(sums).toEqual(sourceOf(from).sums);
        expect(sums.find(({ table }) => table === 'lamps')?.rows).toBe(1502);
        expect(sums.find(({ table }) => table === 'photos')?.rows).toBe(9 + 2);
        const again = join(folder, `${from}-${to}.sonha`);
        expect(await writeBackup(target, again, silent)).toEqual(sums);
      },
    );
  }

  it('the two engines write the same rows alike', () => {
    const [embedded, server] = here.map((engine) => sourceOf(engine).sums);
    if (server) expect(embedded).toEqual(server);
  });

  it('holds every table but sessions and migrations', async () => {
    const { database } = sourceOf('pglite');
    const opened = await openDatabase(database.target, silent);
    const { rows } = await sql<{ name: string }>`
      SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT EXISTS (
        SELECT 1 FROM pg_depend WHERE pg_depend.objid = pg_class.oid AND deptype = 'e')`.execute(opened.db);
    await opened.close();
    const expected = [...backedUpTables.map(({ table }) => table), ...otherTables];
    expect(rows.map(({ name }) => name).sort()).toEqual(expected.sort());
  });

  it('is for its owner only and does not overwrite', async () => {
    const { database, file } = sourceOf('pglite');
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(writeBackup(database.target, file, silent)).rejects.toMatchObject({ code: 'file-exists' });
  });

  it('nothing to back up is said, and nothing is made', async () => {
    const target: DatabaseTarget = { kind: 'pglite', folder: join(folder, 'never') };
    await expect(writeBackup(target, join(folder, 'x.sonha'), silent)).rejects.toMatchObject({
      code: 'database-empty',
    });
    await expect(stat(join(folder, 'never'))).rejects.toThrow();
  });

  it('a full database is replaced only when told so', async () => {
    const { file } = sourceOf('pglite');
    const target = await empty('pglite');
    const opened = await openDatabase(target, silent);
    await addAuthor(opened);
    await write(opened, editOf(1, 'village.create', {}), created([sample.village]));
    await opened.close();
    const backUp = (name: string) => writeBackup(target, join(folder, name), silent);
    const before = await backUp('before.sonha');
    await expect(restoreBackup(target, file, silent)).rejects.toMatchObject({ code: 'database-not-empty' });
    expect(await backUp('refused.sonha')).toEqual(before);
    const sums = await restoreBackup(target, file, silent, { replace: true });
    expect(sums).toEqual(await backUp('replaced.sonha'));
  });

  it.skipIf(!here.includes('postgres'))('a PostgreSQL database in use is not restored into', async () => {
    const target = await empty('postgres');
    const running = await openDatabase(target, silent);
    try {
      await expect(restoreBackup(target, sourceOf('pglite').file, silent)).rejects.toMatchObject({
        code: 'database-in-use',
      });
    } finally {
      await running.close();
    }
  });

  describe('a file that is not whole', () => {
    const damage: readonly (readonly [what: string, change: (packed: Buffer, lines: readonly string[]) => Buffer])[] = [
      ['cut in the middle', (packed) => packed.subarray(0, packed.length / 2)],
      ['without its last byte', (packed) => packed.subarray(0, -1)],
      [
        'with one bit turned',
        (packed) => Buffer.from(packed.map((byte, n) => (n === packed.length >> 1 ? byte ^ 4 : byte))),
      ],
      ['without its last line', (_, lines) => pack(lines.slice(0, -1))],
      ['without one row', (_, lines) => pack(lines.filter((line) => !line.includes('Ngã ba')))],
      [
        'with one letter changed',
        (_, lines) => pack(lines.map((line) => line.replace('Đường Đền Hàn', 'Đường Đền Hán'))),
      ],
      ['with more after its end', (_, lines) => pack([...lines, '[]'])],
      ['of another program', () => pack(['{"format":"other"}'])],
      ['empty', () => Buffer.alloc(0)],
      ['not packed', () => Buffer.from('hello')],
    ];
    const pack = (lines: readonly string[]) => gzipSync(lines.map((line) => `${line}\n`).join(''));

    it.each(damage)('%s: refused, nothing written', async (what, change) => {
      const packed = await readFile(sourceOf('pglite').file);
      const lines = gunzipSync(packed).toString('utf8').split('\n').slice(0, -1);
      const file = join(folder, `${what}.sonha`);
      await writeFile(file, change(packed, lines));
      // A folder that is not there yet must not be made either.
      const target: DatabaseTarget = { kind: 'pglite', folder: join(folder, 'untouched') };
      await expect(restoreBackup(target, file, silent)).rejects.toMatchObject({ code: 'file-broken' });
      await expect(stat(join(folder, 'untouched'))).rejects.toThrow();
    });

    it('missing, or of a newer program', async () => {
      const target: DatabaseTarget = { kind: 'pglite', folder: join(folder, 'untouched') };
      await expect(restoreBackup(target, join(folder, 'none'), silent)).rejects.toMatchObject({ code: 'file-missing' });
      const [first = '', ...rest] = gunzipSync(await readFile(sourceOf('pglite').file))
        .toString('utf8')
        .split('\n')
        .slice(0, -1);
      const header = JSON.parse(first) as { migrations: object[] };
      const newer = { ...header, migrations: [...header.migrations, { name: '9999_later.sql', sha256: 'x' }] };
      await writeFile(join(folder, 'newer.sonha'), pack([JSON.stringify(newer), ...rest]));
      await expect(restoreBackup(target, join(folder, 'newer.sonha'), silent)).rejects.toMatchObject({
        code: 'file-newer',
      });
      await writeFile(join(folder, 'format.sonha'), pack([JSON.stringify({ ...header, version: 2 }), ...rest]));
      await expect(restoreBackup(target, join(folder, 'format.sonha'), silent)).rejects.toMatchObject({
        code: 'file-newer',
      });
      await expect(stat(join(folder, 'untouched'))).rejects.toThrow();
    });
  });
});
