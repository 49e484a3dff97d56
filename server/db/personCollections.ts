/** What was collected of persons, what for, and until when it may be kept (RULES §6). */
import { sql, type Kysely } from 'kysely';
import type { PersonField } from '../../domain/edits/householdErase.ts';
import type { PersonCollection } from '../../domain/households/personCollection.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Tables } from './tables.ts';

type NewCollection = Omit<PersonCollection, 'by' | 'erased'>;

/** False where the id was used before. */
export async function addPersonCollection(
  db: Kysely<Tables>,
  villageId: Id,
  made: NewCollection,
  { at, authorId }: { readonly at: Date; readonly authorId: Id },
): Promise<boolean> {
  const added = await db
    .insertInto('person_collections')
    .values({
      ...{ village_id: villageId, id: made.id, name: made.name, purpose: made.purpose },
      ...{ collected_on: made.collectedOn, retention_months: made.retentionMonths, ends_on: made.endsOn },
      ...{ fields: JSON.stringify(made.fields), household_ids: JSON.stringify(made.householdIds) },
      ...{ at, author_id: authorId, erased_on: null, erased_by: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Once; false where there is none of that id that stands. */
export async function markCollectionErased(
  db: Kysely<Tables>,
  villageId: Id,
  id: Id,
  { on, byId }: { readonly on: string; readonly byId: Id },
): Promise<boolean> {
  const marked = await db
    .updateTable('person_collections')
    .set({ erased_on: on, erased_by: byId })
    .where('village_id', '=', villageId)
    .where('id', '=', id)
    .where('erased_on', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return marked !== undefined;
}

/** Those that stand first, by the day they end. */
export async function listPersonCollections(db: Kysely<Tables>, villageId: Id): Promise<PersonCollection[]> {
  const rows = await db
    .selectFrom('person_collections as kept')
    .innerJoin('users as author', 'author.id', 'kept.author_id')
    .leftJoin('users as eraser', 'eraser.id', 'kept.erased_by')
    .select(['kept.id', 'kept.name', 'kept.purpose', 'kept.retention_months'])
    .select(['author.display_name as by', 'eraser.display_name as erased_by'])
    .select(sql<string>`kept.collected_on::text`.as('collected_on'))
    .select(sql<string>`kept.ends_on::text`.as('ends_on'))
    .select(sql<string | null>`kept.erased_on::text`.as('erased_on'))
    .select(sql<string>`kept.fields::text`.as('fields'))
    .select(sql<string>`kept.household_ids::text`.as('household_ids'))
    .where('kept.village_id', '=', villageId)
    .orderBy(sql`kept.erased_on IS NOT NULL`)
    .orderBy('kept.ends_on')
    .orderBy('kept.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    purpose: row.purpose,
    collectedOn: row.collected_on,
    retentionMonths: row.retention_months,
    endsOn: row.ends_on,
    fields: JSON.parse(row.fields) as PersonField[],
    householdIds: JSON.parse(row.household_ids) as Id[],
    by: row.by,
    erased: row.erased_on === null ? null : { on: row.erased_on, by: row.erased_by ?? '' },
  }));
}
