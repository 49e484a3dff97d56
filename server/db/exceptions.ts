/** Who accepted what the checks found. */
import type { Kysely } from 'kysely';
import type { Id } from '../../domain/records/fields.ts';
import type { Tables } from './tables.ts';

export async function exceptionAuthors(
  db: Kysely<Tables>,
  villageId: Id,
): Promise<{ readonly id: Id; readonly displayName: string }[]> {
  return db
    .selectFrom('exceptions as accepted')
    .innerJoin('users as author', 'author.id', 'accepted.author_id')
    .select(['author.id', 'author.display_name as displayName'])
    .distinct()
    .where('accepted.village_id', '=', villageId)
    .orderBy('author.id')
    .execute();
}
