/** What persons have asked for of what is held of them, by when it is due, and when it was answered (RULES §6). */
import { sql, type Kysely } from 'kysely';
import type { PersonRequest } from '../../domain/households/personRequest.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Tables } from './tables.ts';

type Asked = Pick<PersonRequest, 'id' | 'householdId' | 'ordinal' | 'asked' | 'askedOn' | 'dueOn'>;

/** False where the id was used before. */
export async function addPersonRequest(
  db: Kysely<Tables>,
  villageId: Id,
  { id, householdId, ordinal, asked, askedOn, dueOn }: Asked,
  { at, authorId }: { readonly at: Date; readonly authorId: Id },
): Promise<boolean> {
  const added = await db
    .insertInto('person_requests')
    .values({
      ...{ village_id: villageId, id, household_id: householdId, ordinal, asked, asked_on: askedOn, due_on: dueOn },
      ...{ at, author_id: authorId, answered_on: null, outcome: null, reason: null, answered_by: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Answered once; false where there is no such request that waits. */
export async function answerPersonRequest(
  db: Kysely<Tables>,
  villageId: Id,
  id: Id,
  answer: {
    readonly on: string;
    readonly outcome: 'done' | 'refused';
    readonly reason: string | null;
    readonly byId: Id;
  },
): Promise<boolean> {
  const answered = await db
    .updateTable('person_requests')
    .set({ answered_on: answer.on, outcome: answer.outcome, reason: answer.reason, answered_by: answer.byId })
    .where('village_id', '=', villageId)
    .where('id', '=', id)
    .where('answered_on', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return answered !== undefined;
}

/** Those that wait first, by the day they are due; then the latest answered. */
export async function listPersonRequests(db: Kysely<Tables>, villageId: Id): Promise<PersonRequest[]> {
  const rows = await db
    .selectFrom('person_requests as request')
    .innerJoin('users as author', 'author.id', 'request.author_id')
    .leftJoin('users as answerer', 'answerer.id', 'request.answered_by')
    .select(['request.id', 'request.household_id', 'request.ordinal', 'request.asked'])
    .select(['request.outcome', 'request.reason', 'author.display_name as by', 'answerer.display_name as answered_by'])
    .select(sql<string>`request.asked_on::text`.as('asked_on'))
    .select(sql<string>`request.due_on::text`.as('due_on'))
    .select(sql<string | null>`request.answered_on::text`.as('answered_on'))
    .where('request.village_id', '=', villageId)
    .orderBy(sql`request.answered_on IS NOT NULL`)
    .orderBy(sql`CASE WHEN request.answered_on IS NULL THEN request.due_on END`)
    .orderBy('request.answered_on', 'desc')
    .orderBy('request.at', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    householdId: row.household_id,
    ordinal: row.ordinal,
    asked: row.asked,
    askedOn: row.asked_on,
    dueOn: row.due_on,
    by: row.by,
    answer:
      row.answered_on === null || row.outcome === null
        ? null
        : { on: row.answered_on, outcome: row.outcome, reason: row.reason, by: row.answered_by ?? '' },
  }));
}
