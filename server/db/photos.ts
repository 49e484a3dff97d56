/** Pictures of signs: kept by village, never changed; those that no sign has ever shown go after a while. */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Id } from '../../domain/records/fields.ts';
import type { Tables } from './tables.ts';

export interface NewPhoto {
  readonly id: Id;
  /** JPEG. */
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly sha256: string;
  readonly createdAt: Date;
  readonly authorId: Id;
}

/** False when the id is taken: by this very picture, sent again, or by another (`isSamePhoto`). */
export async function addPhoto(db: Kysely<Tables>, villageId: Id, photo: NewPhoto): Promise<boolean> {
  // As text, which both engines take alike.
  const bytes = sql<Uint8Array>`decode(${photo.bytes.toString('base64')}, 'base64')`;
  const added = await db
    .insertInto('photos')
    .values({
      ...{ village_id: villageId, id: photo.id, bytes, author_id: photo.authorId, created_at: photo.createdAt },
      ...{ width: photo.width, height: photo.height, sha256: photo.sha256 },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function isSamePhoto(
  db: Kysely<Tables>,
  villageId: Id,
  { id, sha256, authorId }: Pick<NewPhoto, 'id' | 'sha256' | 'authorId'>,
): Promise<boolean> {
  const found = await db
    .selectFrom('photos')
    .select('id')
    .where('village_id', '=', villageId)
    .where('id', '=', id)
    .where('sha256', '=', sha256)
    .where('author_id', '=', authorId)
    .executeTakeFirst();
  return found !== undefined;
}

/** Tells the picture from any other, before its bytes are read; null where there is none. */
export async function photoSum(db: Kysely<Tables>, villageId: Id, id: Id): Promise<string | null> {
  const found = await db
    .selectFrom('photos')
    .select('sha256')
    .where('village_id', '=', villageId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found?.sha256 ?? null;
}

/** JPEG. */
export async function photoBytes(db: Kysely<Tables>, villageId: Id, id: Id): Promise<Buffer | null> {
  const found = await db
    .selectFrom('photos')
    .select(sql<string>`encode(bytes, 'base64')`.as('base64'))
    .where('village_id', '=', villageId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found ? Buffer.from(found.base64, 'base64') : null;
}

/** Signs that show these pictures are being saved: from now on the pictures stay. */
export async function keepShown(trx: Transaction<Tables>, villageId: Id, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    UPDATE photos SET was_shown = true
    FROM json_array_elements_text(${JSON.stringify(ids)}::json) AS shown(id)
    WHERE photos.village_id = ${villageId}::uuid AND photos.id = shown.id::uuid AND NOT was_shown`.execute(trx);
}

/** Time for the edit that was to show a picture to arrive. */
const waitMs = 86_400_000;

/**
 * Removes pictures older than a day that no sign shows and none has shown: those sent for an edit that never came. Gives
 * how many went.
 */
export async function removeUnusedPhotos(db: Kysely<Tables>, now: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('photos')
    .where('created_at', '<', new Date(now.getTime() - waitMs))
    .where('was_shown', '=', false)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
