/**
 * Opens an embedded database, tells what it finds there, and (with `write`) goes on adding lamps through the real
 * write path, telling each sequence once it is confirmed, until it is killed.
 */
import { writeSync } from 'node:fs';
import { sql } from 'kysely';
import { openDatabase } from '../../../../server/db/open.ts';
import { createVillageSlot, sequenceOf } from '../../../../server/db/villages.ts';
import { addAuthor, write } from '../performing.ts';
import { created, editOf, idOf, lamp, village, villageId } from '../sampleRecords.ts';
import type { Told } from './writing.ts';

const [folder = '', order = ''] = process.argv.slice(2);
// At once and whole, so that nothing told is lost with the process.
const tell = (told: Told) => writeSync(1, `${JSON.stringify(told)}\n`);

const database = await openDatabase({ kind: 'pglite', folder }, () => undefined);
const { db } = database;

async function found(): Promise<Told> {
  const { rows } = await sql<{ entries: number; last: number; lamps: number }>`
    SELECT (SELECT count(*) FROM changes) AS entries, (SELECT coalesce(max(sequence), 0) FROM changes) AS last,
           (SELECT count(*) FROM lamps) AS lamps`.execute(db);
  const { entries, last, lamps } = rows[0] ?? { entries: -1, last: -1, lamps: -1 };
  const slot = (await sequenceOf(db, villageId)) ?? 0;
  // Every entry but the village's own added one lamp; the counter stands at the last entry; none is missing between.
  return { found: last, consistent: entries === last && slot === last && (last === 0 || lamps === last - 1) };
}

const opened = await found();
tell(opened);

if (order === 'write' && 'found' in opened) {
  if (opened.found === 0) {
    await addAuthor(database);
    await db.transaction().execute((trx) => createVillageSlot(trx, villageId));
    tell({ confirmed: await write(database, editOf(2, 'village.create', {}), created([village])) });
  }
  for (let n = Math.max(opened.found, 1) + 1; ; n += 1) {
    const change = created([{ ...lamp, id: idOf(100_000 + n) }]);
    tell({ confirmed: await write(database, editOf(200_000 + n, 'lamp.add', {}), change) });
    // The moments at which files other than the log are written.
    if (n % 40 === 0)
      for (const statement of ['RESET ROLE', 'CHECKPOINT', 'SET ROLE sonha_app']) await sql.raw(statement).execute(db);
  }
}
await database.close();
