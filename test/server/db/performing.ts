/** The write path of the database, as the server's `perform` walks it, without the rules. */
import type { Edit } from '../../../domain/edits/edit.ts';
import type { Change } from '../../../domain/records/change.ts';
import { appendChange, saveChange } from '../../../server/db/changes.ts';
import type { Database } from '../../../server/db/open.ts';
import { createAccount } from '../../../server/db/users.ts';
import { createVillageSlot, lockVillage } from '../../../server/db/villages.ts';
import { authorId } from './sampleRecords.ts';

export async function addAuthor({ db }: Database): Promise<void> {
  const at = new Date('2026-01-01T00:00:00Z');
  const passwordHash = '$argon2id$test';
  await createAccount(db, { id: authorId, username: 'canbo', displayName: 'Cán bộ xã', passwordHash, at });
}

/** Saves and logs a change in one transaction; gives its sequence. */
export async function write({ db }: Database, edit: Edit, change: Change): Promise<number> {
  return db.transaction().execute(async (trx) => {
    if (edit.kind === 'village.create') await createVillageSlot(trx, edit.villageId);
    await lockVillage(trx, edit.villageId);
    await saveChange(trx, edit.villageId, change);
    return appendChange(trx, { edit, change });
  });
}
