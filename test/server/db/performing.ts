/** The write path of the database, as the server's `perform` walks it, without the rules. */
import type { Transaction } from 'kysely';
import type { Edit } from '../../../domain/edits/edit.ts';
import type { Change } from '../../../domain/records/change.ts';
import type { Id } from '../../../domain/records/fields.ts';
import { appendChange, saveChange } from '../../../server/db/changes.ts';
import type { Database } from '../../../server/db/open.ts';
import { addPhoto } from '../../../server/db/photos.ts';
import type { Tables } from '../../../server/db/tables.ts';
import { createAccount } from '../../../server/db/users.ts';
import { createVillageSlot, lockVillage } from '../../../server/db/villages.ts';
import { authorId } from './sampleRecords.ts';

export async function addAuthor({ db }: Database): Promise<void> {
  const at = new Date('2026-01-01T00:00:00Z');
  const passwordHash = '$argon2id$test';
  await createAccount(db, { id: authorId, username: 'canbo', displayName: 'Cán bộ xã', passwordHash, at });
}

/** The pictures that signs show must be there before them. */
async function addPhotosOf(trx: Transaction<Tables>, villageId: Id, { created }: Change): Promise<void> {
  for (const item of created) {
    if (item.kind !== 'sign' || item.photoId === null) continue;
    await addPhoto(trx, villageId, {
      ...{ id: item.photoId, bytes: Buffer.from([0xff, 0xd8, 0, 0xff, 0xd9]), width: 4, height: 3 },
      ...{ sha256: 'b'.repeat(64), createdAt: new Date('2026-01-01T00:00:00Z'), authorId },
    });
  }
}

/** Saves and logs a change in one transaction; gives its sequence. */
export async function write({ db }: Database, edit: Edit, change: Change): Promise<number> {
  return db.transaction().execute(async (trx) => {
    if (edit.kind === 'village.create') await createVillageSlot(trx, edit.villageId);
    await lockVillage(trx, edit.villageId);
    await addPhotosOf(trx, edit.villageId, change);
    await saveChange(trx, edit.villageId, change);
    return appendChange(trx, { edit, change });
  });
}

const laterColumns = [
  [4, 'addresses', 'retired_as', 'text'],
  [5, 'houses', 'entrance_origin', 'text'],
  [5, 'roads', 'made_for', 'text'],
  [5, 'villages', 'commune_point', 'geometry(Point, 4326)'],
  [7, 'addresses', 'numbered_by', 'text'],
  [9, 'villages', 'sign_settings', 'json'],
  [9, 'signs', 'width_millimeters', 'integer'],
  [9, 'signs', 'height_millimeters', 'integer'],
  [9, 'signs', 'state_day', 'date'],
  [9, 'signs', 'state_note', 'text'],
  [9, 'signs', 'due_day', 'date'],
  [9, 'signs', 'photo_id', 'uuid'],
  [9, 'signs', 'landmark_id', 'uuid'],
  [12, 'cameras', 'tilt_degrees', 'double precision'],
  [12, 'cameras', 'vertical_pixels', 'integer'],
  [12, 'cameras', 'night_range_meters', 'double precision'],
  [12, 'cameras', 'model', 'text'],
  [12, 'cameras', 'pole', 'text'],
  [12, 'cameras', 'consent_on', 'date'],
  [12, 'cameras', 'consent_withdrawn_on', 'date'],
  [12, 'lamps', 'light_source', 'text'],
  [12, 'lamps', 'flux_lumens', 'double precision'],
  [12, 'lamps', 'lit_radius_meters', 'double precision'],
  [12, 'lamps', 'pole', 'text'],
] as const;

/** Columns that came after a migration, as SQL, for the code of today to write into a database as old as that. */
export function columnsAfter(migration: number): { readonly add: string; readonly drop: string } {
  const later = laterColumns.filter(([since]) => since > migration);
  return {
    add: later.map(([, of, name, type]) => `ALTER TABLE ${of} ADD COLUMN ${name} ${type};`).join(''),
    drop: later.map(([, of, name]) => `ALTER TABLE ${of} DROP COLUMN ${name};`).join(''),
  };
}
