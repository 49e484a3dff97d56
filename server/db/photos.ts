/** Pictures of signs: kept by village, never changed; those that no sign has ever shown go after a while. */
import { sql, type Kysely } from 'kysely';
import type { Id } from '../../domain/records/fields.ts';
import type { Tables } from './tables.ts';

export interface NewPhoto {
  readonly id: Id;
  readonly signId: Id;
  /** JPEG. */
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly sha256: string;
  /** yyyy-mm-dd */
  readonly takenOn: string | null;
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
      ...{ village_id: villageId, id: photo.id, sign_id: photo.signId, bytes, author_id: photo.authorId },
      ...{ width: photo.width, height: photo.height, sha256: photo.sha256 },
      ...{ taken_on: photo.takenOn, created_at: photo.createdAt },
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

export interface StoredPhoto {
  readonly bytes: Buffer;
  readonly sha256: string;
}

export async function photoOf(db: Kysely<Tables>, villageId: Id, id: Id): Promise<StoredPhoto | null> {
  const found = await db
    .selectFrom('photos')
    .select(['sha256', sql<string>`encode(bytes, 'base64')`.as('base64')])
    .where('village_id', '=', villageId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found ? { bytes: Buffer.from(found.base64, 'base64'), sha256: found.sha256 } : null;
}

/** Time for the edit that was to show a picture to arrive. */
const waitMs = 86_400_000;

/**
 * Removes pictures older than a day that no sign shows and none has shown: those sent for an edit that never came. What
 * a sign once showed stays, for the edit that took it away can be undone. Gives how many went.
 */
export async function removeUnusedPhotos(db: Kysely<Tables>, now: Date): Promise<number> {
  const removed = await db
    .deleteFrom('photos as photo')
    .where('photo.created_at', '<', new Date(now.getTime() - waitMs))
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM signs
        WHERE signs.village_id = photo.village_id AND signs.photo_id = photo.id)`,
    )
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM changes
        WHERE changes.village_id = photo.village_id AND changes.kind LIKE 'sign.%' AND changes.at >= photo.created_at
          AND changes.change::text LIKE '%' || photo.id::text || '%')`,
    )
    .returning('photo.id')
    .execute();
  return removed.length;
}
