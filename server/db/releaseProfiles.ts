/** A commune's own columns of releases; a village's where its commune is not known. */
import { sql, type Kysely } from 'kysely';
import type { ProfileColumn } from '../../domain/formats/releases/releaseProfile.ts';
import type { Id } from '../../domain/records/fields.ts';
import { inScope, scopeColumns, type ReleaseScope } from './releases.ts';
import type { Tables } from './tables.ts';

export interface OwnProfile {
  readonly id: Id;
  readonly name: string;
  readonly columns: readonly ProfileColumn[];
}

/** By name. */
export async function profilesOf(db: Kysely<Tables>, scope: ReleaseScope): Promise<OwnProfile[]> {
  const rows = await db
    .selectFrom('release_profiles')
    .select(['id', 'name', sql<string>`columns::text`.as('columns')])
    .where(inScope('release_profiles', scope))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, columns }) => ({ id, name, columns: JSON.parse(columns) as ProfileColumn[] }));
}

/** Made, or changed where it is there; false where the id is another commune's. */
export async function keepProfile(
  db: Kysely<Tables>,
  scope: ReleaseScope,
  { id, name, columns }: OwnProfile,
  { authorId, at }: { readonly authorId: Id; readonly at: Date },
): Promise<boolean> {
  const said = { name, columns: JSON.stringify(columns), author_id: authorId, changed_at: at };
  const kept = await db
    .insertInto('release_profiles')
    .values({ id, ...scopeColumns(scope), ...said })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said).where(inScope('release_profiles', scope)))
    .returning('id')
    .executeTakeFirst();
  return kept !== undefined;
}

/** False where there is none of that id. */
export async function removeProfile(db: Kysely<Tables>, scope: ReleaseScope, id: Id): Promise<boolean> {
  const gone = await db
    .deleteFrom('release_profiles')
    .where('id', '=', id)
    .where(inScope('release_profiles', scope))
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}
