import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPglite } from '../../../../server/db/pglite/open.ts';
import type { Database } from '../../../../server/db/open.ts';
import { testDatabase, type TestDatabase } from '../../../databases.ts';

let made: TestDatabase;
let database: Database;

beforeAll(async () => {
  made = await testDatabase('pglite');
  if (made.target.kind !== 'pglite') throw new Error('embedded');
  const owned = await openPglite(made.target.folder, () => undefined, { statementMs: 2_000, openMs: 60_000 });
  await owned.connection.script('CREATE TABLE kept (n integer); GRANT SELECT, INSERT ON kept TO sonha_app');
  database = await owned.toApplication();
});
afterAll(async () => {
  await database.close();
  await made.remove();
});

const endless = sql`SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b`;
const kept = async () =>
  (await sql<{ n: number }>`SELECT n FROM kept ORDER BY n`.execute(database.db)).rows.map(({ n }) => n);

it('the server goes on answering while a statement runs, and one that does not end is ended', async () => {
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 20);
  await expect(endless.execute(database.db)).rejects.toMatchObject({ code: 'statement-lost' });
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(20);
});

it('what was confirmed before is there after, under the same role', async () => {
  await sql`INSERT INTO kept VALUES (1)`.execute(database.db);
  await expect(endless.execute(database.db)).rejects.toMatchObject({ code: 'statement-lost' });
  expect(await kept()).toEqual([1]);
  const { rows } = await sql`SELECT current_user::text AS role`.execute(database.db);
  expect(rows).toEqual([{ role: 'sonha_app' }]);
});

it('a transaction that was open is gone whole, whatever it still tries', async () => {
  const losing = database.db.transaction().execute(async (trx) => {
    await sql`INSERT INTO kept VALUES (2)`.execute(trx);
    await expect(endless.execute(trx)).rejects.toMatchObject({ code: 'statement-lost' });
    // Swallowing the error does not help: this is not the transaction any more.
    await expect(sql`INSERT INTO kept VALUES (3)`.execute(trx)).rejects.toMatchObject({ code: 'statement-lost' });
  });
  await expect(losing).rejects.toThrow();
  expect(await kept()).toEqual([1]);
});

it('those who waited for their turn get it', async () => {
  const lost = expect(endless.execute(database.db)).rejects.toMatchObject({ code: 'statement-lost' });
  const waiting = [10, 11, 12].map((n) => sql`INSERT INTO kept VALUES (${n})`.execute(database.db));
  await Promise.all([lost, ...waiting]);
  expect(await kept()).toEqual([1, 10, 11, 12]);
});

it('a failed statement fails its transaction, also when the error is swallowed', async () => {
  const failing = database.db.transaction().execute(async (trx) => {
    await sql`INSERT INTO kept VALUES (20)`.execute(trx);
    await sql`SELECT 1 / 0`.execute(trx).catch(() => undefined);
  });
  await expect(failing).rejects.toThrow('rolled back');
  expect(await kept()).not.toContain(20);
});

it('transactions run one after another, and outsiders see none of what is open', async () => {
  let open = true;
  const writing = database.db.transaction().execute(async (trx) => {
    await sql`INSERT INTO kept VALUES (30)`.execute(trx);
    await new Promise((resolve) => setTimeout(resolve, 200));
    open = false;
  });
  const seen = await kept();
  expect(open).toBe(false);
  expect(seen).toContain(30);
  await writing;
});
