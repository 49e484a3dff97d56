import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePlusCode } from '../../../domain/addressing/plusCode.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import { restoreBackup, writeBackup } from '../../../server/db/backup.ts';
import { migrate, readMigrations } from '../../../server/db/migrations.ts';
import { openDatabase, openOwned, type DatabaseTarget } from '../../../server/db/open.ts';
import { loadWorld } from '../../../server/db/villages.ts';
import { describeDatabases, postgresHere, testDatabase, type TestDatabase } from '../../databases.ts';
import { codesInDatabase } from '../../eval/codesInDatabase.ts';
import { codeLength, codesOfPlaces } from '../../eval/codesOfPlaces.ts';
import { difference, differingPlaces } from '../../eval/sameCodes.ts';
import { postgresProgram } from '../../postgresServer.ts';
import { addAuthor, columnsAfter, write } from './performing.ts';
import * as sample from './sampleRecords.ts';
import { created, editOf, everyRecord, villageId } from './sampleRecords.ts';

const silent = () => undefined;

const laterColumns = columnsAfter(2);
const [dump, psql] = ['pg_dump', 'psql'].map(postgresProgram);

/** Of 1e-7 degrees, anywhere a record may lie; and halves of them, which are rounded up. */
function placesOfTheWorld(): Position[] {
  const corners = [-180, -0.0000001, 0, 0.0000001, 105.75, 179.9999999, 180].flatMap((lng) =>
    [-85, -0.0000001, 0, 0.0000001, 20, 84.9999999, 85].map((lat): Position => [lng, lat]),
  );
  const spread = Array.from({ length: 3000 }, (_, n): Position => {
    const share = (step: number) => (n * step) % 1;
    const half = n % 3 === 0 ? 0.5 : 0;
    const units = (limit: number, step: number) => Math.round((share(step) * 2 - 1) * (limit * 1e7 - 1)) + half;
    return [units(180, 0.618033988749895) / 1e7, units(85, 0.7548776662466927) / 1e7];
  });
  return [...corners, ...spread];
}

describeDatabases('Plus Codes in SQL', ({ database }) => {
  beforeAll(async () => {
    await addAuthor(database());
    await write(database(), editOf(1001, 'village.create', {}), created(everyRecord));
  });

  it('are those of the domain for 20,000 random places in Vietnam', async () => {
    const count = 20_000;
    const seed = Date.now() % 2_147_483_648;
    console.log(`random places: seed ${seed}`);
    const expected = codesOfPlaces(seed, count).codes;
    const { codes } = await codesInDatabase(database(), seed, count);
    const differing = differingPlaces(count, expected, codes);
    expect(differing.slice(0, 1).map((place) => difference(seed, place, expected, codes))).toEqual([]);
    // The comparison sees a single digit, and says where.
    const altered = `${codes.slice(0, codeLength * 7 + 12)}?${codes.slice(codeLength * 8)}`;
    expect(differingPlaces(count, expected, altered)).toEqual([7]);
    expect(difference(seed, 7, expected, altered)).toMatch(/^place 7 \[1\d\d\.\d+, \d+\.\d+\]: \S{13}, but \S{12}\?$/);
    expect(differingPlaces(count, expected, codes.slice(0, -codeLength))).toEqual([count - 1]);
  });

  it('are those of the domain all over the world, at its edges, and for halves of a unit', async () => {
    const places = placesOfTheWorld();
    for (const digits of [10, 11, 12] as const) {
      const { rows } = await sql<{ code: string }>`
        SELECT plus_code(ST_SetSRID(ST_MakePoint((place->>0)::float8, (place->>1)::float8), 4326), ${digits}::integer) AS code
        FROM json_array_elements(${JSON.stringify(places)}::json) WITH ORDINALITY AS given(place, n)
        ORDER BY n`.execute(database().db);
      expect(rows.map(({ code }, n) => [places[n], code])).toEqual(
        places.map((place) => [place, encodePlusCode(place, digits)]),
      );
    }
  });

  it('are null where there is none: other lengths, no place, beyond the world', async () => {
    const codeOf = async (place: string, digits: number) => {
      const { rows } = await sql<{ code: string | null }>`
        SELECT plus_code(${place}::geometry, ${digits}::integer) AS code`.execute(database().db);
      return rows[0]?.code;
    };
    expect(await codeOf('SRID=4326;POINT(105.7885 19.9713)', 12)).toBe(sample.hallAddress.plusCode);
    for (const digits of [0, 2, 9, 13, 15])
      expect(await codeOf('SRID=4326;POINT(105.7885 19.9713)', digits)).toBeNull();
    for (const place of ['POINT EMPTY', 'POINT(0 90)', 'POINT(0 -90.1)', 'POINT(180.1 0)', 'POINT(NaN NaN)'])
      expect(await codeOf(`SRID=4326;${place}`, 11)).toBeNull();
  });

  it('are one expression wherever they are made: the function is inlined, not called', async () => {
    const plan = async (expression: string) => {
      const { rows } = await sql<Record<string, string>>`
        EXPLAIN (VERBOSE, COSTS OFF) SELECT ${sql.raw(expression)} FROM addresses`.execute(database().db);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    const inlined = await plan('plus_code(entrance, 11)');
    expect(inlined).toContain('get_byte(');
    expect(inlined).not.toMatch(/plus_code(_of_cell)?\(/);
    // What a call that is not inlined looks like: a volatile argument used more than once.
    expect(await plan('plus_code_of_cell((random() * 9)::integer, 1)')).toMatch(/plus_code_of_cell\(/);
  });

  it('mean the same whatever the search path says', async () => {
    const code = await database()
      .db.transaction()
      .execute(async (trx) => {
        await sql`SET LOCAL search_path = ''`.execute(trx);
        const { rows } = await sql<{ code: string }>`
          SELECT public.plus_code(entrance, 12) AS code FROM public.addresses WHERE id = ${sample.hallAddress.id}`.execute(
          trx,
        );
        return rows[0]?.code;
      });
    expect(code).toBe(sample.hallAddress.plusCode);
  });

  it('a place without coordinates bears no code', async () => {
    const { id } = sample.address;
    const emptied = sql`UPDATE addresses SET entrance = 'SRID=4326;POINT EMPTY' WHERE id = ${id}`.execute(
      database().db,
    );
    await expect(emptied).rejects.toMatchObject({ constraint: 'addresses_plus_code_of_entrance' });
  });
});

describe('a database from before codes were checked', { timeout: 180_000 }, () => {
  const made: TestDatabase[] = [];
  let folder = '';
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'so-nha-codes-'))));
  afterAll(async () => {
    for (const database of made) await database.remove();
    await rm(folder, { recursive: true, force: true });
  });
  const make = async (engine: 'pglite' | 'postgres', state: 'begun' | 'migrated'): Promise<DatabaseTarget> => {
    const database = await testDatabase(engine, state);
    made.push(database);
    return database.target;
  };
  const asOwner = async (target: DatabaseTarget, statements: string) => {
    const owned = await openOwned(target, silent);
    await owned.connection.script(statements);
    await owned.close();
  };

  for (const engine of ['pglite', 'postgres'] as const) {
    it.skipIf(engine === 'postgres' && !postgresHere)(
      `is checked when it is upgraded, whole or not at all; its backup is restored (${engine})`,
      async () => {
        const target = await make(engine, 'begun');
        const owned = await openOwned(target, silent);
        await migrate(owned.connection, (await readMigrations()).slice(0, 2), silent);
        await owned.connection.script(laterColumns.add);
        const before = await owned.toApplication();
        await addAuthor(before);
        const wrong = { ...sample.address, plusCode: '7PF7XQFQ+77M' };
        // Candidates, exceptions and answers had no table yet, and a number no hand that set it.
        const later = new Set(['candidate', 'exception', 'platformAnswer']);
        const older = everyRecord.filter(({ kind }) => !later.has(kind));
        // No sign was missing then: it was damaged; there were no pictures of it, and it told of no landmark.
        const records = older.map((item) =>
          item.kind === 'sign'
            ? { ...item, state: 'damaged' as const, photoId: null, landmarkId: null }
            : item.id === wrong.id
              ? wrong
              : item,
        );
        await write(before, editOf(1001, 'village.create', {}), created(records));
        await before.close();
        await asOwner(target, laterColumns.drop);

        await expect(openDatabase(target, silent)).rejects.toMatchObject({
          code: 'migration-failed',
          message: expect.stringContaining('addresses_plus_code_of_entrance') as string,
        });
        await asOwner(target, `UPDATE addresses SET plus_code = '${sample.address.plusCode}' WHERE id = '${wrong.id}'`);
        const file = join(folder, `${engine}.sonha`);
        const sums = await writeBackup(target, file, silent);

        const restored = await make(engine, 'migrated');
        expect(await restoreBackup(restored, file, silent)).toEqual(sums);
        for (const upgraded of [target, restored]) {
          const opened = await openDatabase(upgraded, silent);
          const { address } = await loadWorld(opened.db, villageId);
          expect([...address.values()]).toEqual(
            [sample.address, sample.hallAddress].map((one) => ({ ...one, numberedBy: null })),
          );
          const again = sql`UPDATE addresses SET plus_code = '7PF7XQFQ+77M' WHERE id = ${wrong.id}`.execute(opened.db);
          await expect(again).rejects.toMatchObject({ constraint: 'addresses_plus_code_of_entrance' });
          await opened.close();
        }
      },
    );
  }
});

describe.skipIf(!postgresHere || !dump || !psql)("PostgreSQL's own dump", () => {
  it('is read back with its codes checked', async () => {
    const [from, to] = [await testDatabase('postgres'), await testDatabase('postgres', 'empty')];
    if (from.target.kind !== 'postgres' || to.target.kind !== 'postgres') throw new Error('a server');
    const database = await openDatabase(from.target, silent);
    await addAuthor(database);
    await write(database, editOf(1001, 'village.create', {}), created(everyRecord));
    await database.close();
    const dumped = execFileSync(dump!, [from.target.url]);
    execFileSync(psql!, ['-q', '-v', 'ON_ERROR_STOP=1', to.target.url], { input: dumped, stdio: 'pipe' });
    const restored = await openDatabase(to.target, silent);
    expect((await loadWorld(restored.db, villageId)).address.get(sample.address.id)).toEqual(sample.address);
    const wrong = sql`UPDATE addresses SET plus_code = '7PF7XQFQ+77M' WHERE id = ${sample.address.id}`;
    await expect(wrong.execute(restored.db)).rejects.toMatchObject({ constraint: 'addresses_plus_code_of_entrance' });
    await restored.close();
    await from.remove();
    await to.remove();
  });
});
