/** The log of what was done to a village: append only, without gaps, the source of history, undo and the feed. */
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Edit } from '../../domain/edits/edit.ts';
import type { Change } from '../../domain/records/change.ts';
import type { Id } from '../../domain/records/fields.ts';
import { withoutPersonData } from './personData.ts';
import type { Tables } from './tables.ts';
import { everything, type Visible } from './villages.ts';

export { saveChange } from './saveChange.ts';
export { verifyChange } from './verifyChange.ts';

export interface Entry {
  readonly sequence: number;
  readonly editId: Id;
  readonly kind: string;
  readonly author: { readonly id: Id; readonly displayName: string };
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The edit that a change.revert undoes; null for every other kind. */
  readonly reverts: Id | null;
  readonly change: Change;
}

/** What a reader looks for in the log; what is left out is not asked for. */
export interface ChangeFilter {
  readonly authorId?: Id | undefined;
  /** The first word of the edit kinds: `road` for road.draw, road.name… */
  readonly subject?: string | undefined;
  /** A record changed itself, or the house of what changed (its addresses, households, codes). */
  readonly recordId?: Id | undefined;
}

export interface EntryWithEdit extends Entry {
  readonly edit: Edit;
}

/**
 * Appends what an edit did, under the next number of the village, and gives that number. The village must be locked
 * by the transaction; person data goes to a place of its own, from where it may be erased.
 */
export async function appendChange(
  trx: Transaction<Tables>,
  { edit, change }: { readonly edit: Edit; readonly change: Change },
): Promise<number> {
  const { sequence } = await trx
    .updateTable('village_slots')
    .set((row) => ({ sequence: row('sequence', '+', 1) }))
    .where('village_id', '=', edit.villageId)
    .returning('sequence')
    .executeTakeFirstOrThrow();
  const logged = { edit: withoutPersonData(edit), change: withoutPersonData(change) };
  await trx
    .insertInto('changes')
    .values({
      village_id: edit.villageId,
      sequence,
      edit_id: edit.id,
      kind: edit.kind,
      edit: JSON.stringify(logged.edit),
      change: JSON.stringify(logged.change),
      author_id: edit.author,
      at: new Date(edit.at),
    })
    .execute();
  if (logged.edit !== edit || logged.change !== change) {
    await trx
      .insertInto('change_person_data')
      .values({ village_id: edit.villageId, sequence, edit: JSON.stringify(edit), change: JSON.stringify(change) })
      .execute();
  }
  return sequence;
}

/** What an edit did, with the edit itself; undefined when it was never performed here. */
export async function changeByEditId(
  db: Kysely<Tables>,
  villageId: Id,
  editId: Id,
): Promise<EntryWithEdit | undefined> {
  const [row] = await entries(db, villageId)
    .select(sql<string>`coalesce(person.edit, log.edit)::text`.as('edit'))
    .where('log.edit_id', '=', editId)
    .execute();
  return row && { ...entryOf(row), edit: JSON.parse(row.edit) as Edit };
}

/** The changes after a sequence, oldest first. */
export async function changesAfter(
  db: Kysely<Tables>,
  villageId: Id,
  sequence: number,
  limit: number,
): Promise<Entry[]> {
  const rows = await entries(db, villageId)
    .where('log.sequence', '>', sequence)
    .orderBy('log.sequence', 'asc')
    .limit(limit)
    .execute();
  return rows.map(entryOf);
}

/** The changes before a sequence (null: up to the last), newest first. */
export async function changesBefore(
  db: Kysely<Tables>,
  villageId: Id,
  sequence: number | null,
  limit: number,
  { authorId, subject, recordId }: ChangeFilter = {},
  visible: Visible = everything,
): Promise<Entry[]> {
  let query = entries(db, villageId).orderBy('log.sequence', 'desc').limit(limit);
  if (sequence !== null) query = query.where('log.sequence', '<', sequence);
  if (authorId !== undefined) query = query.where('log.author_id', '=', authorId);
  if (subject !== undefined) query = query.where(sql`split_part(log.kind, '.', 1)`, '=', subject);
  if (recordId !== undefined) {
    // A change is stored as it was written: no space after a field's name. Ids are of fixed length and alphabet.
    const mentions = (field: string) => sql<boolean>`strpos(log.change::text, ${`"${field}":"${recordId}"`}) > 0`;
    query = query.where((is) => is.or([mentions('id'), mentions('houseId')]));
    // That a house has a camera or a household of which one may not know is not told by the length of its history.
    if (!visible.persons || !visible.householdCameras) query = query.where(showsRecord(recordId, visible));
  }
  return (await query.execute()).map(entryOf);
}

/** What stands for it in a change are records that may be seen (`isVisible` of server/visible.ts, for one record). */
function showsRecord(recordId: Id, { persons, householdCameras }: Visible): RawBuilder<boolean> {
  const hidden = [
    persons ? null : '@.kind == "household"',
    householdCameras ? null : '(@.kind == "camera" && @.owner == "household")',
  ].filter((rule) => rule !== null);
  const path = `strict $.** ? ((@.id == $id || @.houseId == $id) && !(${hidden.join(' || ')}))`;
  return sql<boolean>`jsonb_path_exists(log.change::jsonb, ${sql.lit(path)}::jsonpath, jsonb_build_object('id', ${recordId}::text))`;
}

/** Everyone who has changed something in a village. */
export async function authorsOf(db: Kysely<Tables>, villageId: Id): Promise<Entry['author'][]> {
  const rows = await db
    .selectFrom('users')
    .select(['id', 'display_name'])
    .where((is) =>
      is.exists(
        is
          .selectFrom('changes')
          .select('sequence')
          .where('village_id', '=', villageId)
          .whereRef('author_id', '=', 'users.id'),
      ),
    )
    .orderBy('display_name')
    .execute();
  return rows.map((row) => ({ id: row.id, displayName: row.display_name }));
}

/** Erases the person data of a village's changes up to and including a sequence; the log itself stays. */
export async function erasePersonData(db: Kysely<Tables>, villageId: Id, upTo: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('change_person_data')
    .where('village_id', '=', villageId)
    .where('sequence', '<=', upTo)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** With the person data where it has not been erased: what a reader may not see is left out by the caller. */
function entries(db: Kysely<Tables>, villageId: Id) {
  return db
    .selectFrom('changes as log')
    .innerJoin('users as author', 'author.id', 'log.author_id')
    .leftJoin('change_person_data as person', (join) =>
      join.onRef('person.village_id', '=', 'log.village_id').onRef('person.sequence', '=', 'log.sequence'),
    )
    .select(['log.sequence', 'log.edit_id', 'log.kind', 'log.author_id', 'author.display_name', 'log.at'])
    .select(sql<string>`coalesce(person.change, log.change)::text`.as('change'))
    .select(sql<string | null>`CASE log.kind WHEN 'change.revert' THEN log.edit->'input'->>'editId' END`.as('reverts'))
    .where('log.village_id', '=', villageId);
}

interface EntryRow {
  readonly sequence: number;
  readonly edit_id: string;
  readonly kind: string;
  readonly author_id: string;
  readonly display_name: string;
  readonly at: Date;
  readonly reverts: string | null;
  readonly change: string;
}

const entryOf = (row: EntryRow): Entry => ({
  sequence: row.sequence,
  editId: row.edit_id,
  kind: row.kind,
  author: { id: row.author_id, displayName: row.display_name },
  at: row.at.toISOString(),
  reverts: row.reverts,
  change: JSON.parse(row.change) as Change,
});
