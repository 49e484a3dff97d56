/** The log of who was shown what is private: households and their cameras (RULES §6.5, §6.6). */
import { sql, type Kysely } from 'kysely';
import type { Role } from '../../domain/permissions.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { PrivateContents, Tables } from './tables.ts';

export interface PrivateRead {
  readonly id: Id;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: { readonly id: Id; readonly displayName: string };
  /** As it was then; null of lines from before it was kept. */
  readonly role: Role | null;
  readonly contents: PrivateContents;
  /** How many of them there were. */
  readonly count: number;
  /** Which households; null: all of the village, or none are meant. */
  readonly householdIds: readonly Id[] | null;
}

interface Reading {
  readonly at: Date;
  readonly readerId: Id;
  readonly role: Role;
  readonly newId: () => Id;
}

/** A line each when a person opens a village that has households, or cameras of theirs, and may see them. */
export async function recordVillageRead(
  db: Kysely<Tables>,
  villageId: Id,
  { at, readerId, role, newId }: Reading,
  sees: { readonly persons: boolean; readonly householdCameras: boolean },
): Promise<void> {
  const line = (contents: PrivateContents, from: ReturnType<typeof sql>) => sql`
    INSERT INTO private_reads (village_id, id, at, reader_id, role, contents, row_count)
    SELECT ${villageId}::uuid, ${newId()}::uuid, ${at}::timestamptz, ${readerId}::uuid, ${role}, ${contents}, count(*)
    FROM ${from} AND village_id = ${villageId}::uuid HAVING count(*) > 0`;
  if (sees.persons) {
    const held = sql`households WHERE (head_name IS NOT NULL OR phone IS NOT NULL OR survey_answers::text <> '{}')`;
    await line('households', held).execute(db);
  }
  if (sees.householdCameras) await line('household-cameras', sql`cameras WHERE owner = 'household'`).execute(db);
}

/** One line for the households whose mask a person lifted, or of whom all that is held was shown. */
export async function recordHouseholdRead(
  db: Kysely<Tables>,
  villageId: Id,
  { at, readerId, role, newId }: Reading,
  contents: 'households-shown' | 'household-sheet',
  householdIds: readonly Id[],
): Promise<void> {
  await db
    .insertInto('private_reads')
    .values({
      village_id: villageId,
      id: newId(),
      at,
      reader_id: readerId,
      role,
      contents,
      row_count: householdIds.length,
      household_ids: JSON.stringify(householdIds),
    })
    .execute();
}

/** The latest first. `householdId`: those that showed this one alone or among others, or the whole village. */
export async function listPrivateReads(
  db: Kysely<Tables>,
  villageId: Id,
  { limit = 200, householdId }: { readonly limit?: number; readonly householdId?: Id } = {},
): Promise<PrivateRead[]> {
  let query = db
    .selectFrom('private_reads as read')
    .innerJoin('users as reader', 'reader.id', 'read.reader_id')
    .select(['read.id', 'read.at', 'read.reader_id', 'reader.display_name', 'read.contents', 'read.row_count'])
    .select(['read.role', sql<string | null>`read.household_ids::text`.as('household_ids')])
    .where('read.village_id', '=', villageId)
    .orderBy('read.at', 'desc')
    .orderBy('read.id', 'desc')
    .limit(limit);
  if (householdId !== undefined) {
    query = query
      .where('read.contents', '<>', 'household-cameras')
      .where(sql<boolean>`(read.household_ids IS NULL OR strpos(read.household_ids::text, ${householdId}) > 0)`);
  }
  return (await query.execute()).map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    by: { id: row.reader_id, displayName: row.display_name },
    role: row.role,
    contents: row.contents,
    count: row.row_count,
    householdIds: row.household_ids === null ? null : (JSON.parse(row.household_ids) as Id[]),
  }));
}
