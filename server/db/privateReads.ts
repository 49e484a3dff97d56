/** The log of who was shown what is private property: cameras of households (RULES §6.5, §6.6). */
import { sql, type Kysely } from 'kysely';
import type { Id } from '../../domain/records/fields.ts';
import type { Tables } from './tables.ts';

export interface PrivateRead {
  readonly id: Id;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: { readonly id: Id; readonly displayName: string };
  readonly contents: 'household-cameras';
  /** How many of them there were. */
  readonly count: number;
}

/** One line when a person opens a village that has cameras of households; none where there are none. */
export async function recordCameraRead(
  db: Kysely<Tables>,
  villageId: Id,
  { id, at, readerId }: { readonly id: Id; readonly at: Date; readonly readerId: Id },
): Promise<void> {
  await sql`
    INSERT INTO private_reads (village_id, id, at, reader_id, contents, row_count)
    SELECT ${villageId}::uuid, ${id}::uuid, ${at}::timestamptz, ${readerId}::uuid, 'household-cameras', count(*)
    FROM cameras WHERE village_id = ${villageId}::uuid AND owner = 'household'
    HAVING count(*) > 0`.execute(db);
}

/** The latest first. */
export async function listPrivateReads(db: Kysely<Tables>, villageId: Id, limit = 200): Promise<PrivateRead[]> {
  const rows = await db
    .selectFrom('private_reads as read')
    .innerJoin('users as reader', 'reader.id', 'read.reader_id')
    .select(['read.id', 'read.at', 'read.reader_id', 'reader.display_name', 'read.contents', 'read.row_count'])
    .where('read.village_id', '=', villageId)
    .orderBy('read.at', 'desc')
    .orderBy('read.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    by: { id: row.reader_id, displayName: row.display_name },
    contents: row.contents,
    count: row.row_count,
  }));
}
