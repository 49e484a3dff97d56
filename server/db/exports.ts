/** Every list that was handed out: to whom, what for, which fields, how many rows, which very file. */
import { sql, type Kysely } from 'kysely';
import type { Id } from '../../domain/records/fields.ts';
import type { Tables } from './tables.ts';

export interface NewExport {
  readonly id: Id;
  readonly at: Date;
  readonly authorId: Id;
  /**
   * The list, the table old → new of a renumbering under the decision of that number, the plates of houses, criterion 3,
   * cameras and lamps and what they cover, or their map.
   */
  readonly contents: 'addresses' | 'renumbering' | 'house-plates' | 'criterion-3' | 'coverage' | 'coverage-map';
  readonly decisionNumber: string | null;
  readonly format: 'xlsx' | 'csv' | 'geojson' | 'pdf';
  readonly variant: 'public' | 'full';
  readonly states: 'issued' | 'all';
  readonly purpose: string | null;
  readonly recipient: string | null;
  readonly fields: readonly string[];
  readonly rowCount: number;
  readonly sha256: string;
}

export interface ExportEntry extends Omit<NewExport, 'at' | 'authorId'> {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: { readonly id: Id; readonly displayName: string };
}

export async function recordExport(db: Kysely<Tables>, villageId: Id, made: NewExport): Promise<void> {
  await db
    .insertInto('exports')
    .values({
      village_id: villageId,
      id: made.id,
      at: made.at,
      author_id: made.authorId,
      contents: made.contents,
      decision_number: made.decisionNumber,
      format: made.format,
      variant: made.variant,
      states: made.states,
      purpose: made.purpose,
      recipient: made.recipient,
      fields: JSON.stringify(made.fields),
      row_count: made.rowCount,
      sha256: made.sha256,
    })
    .execute();
}

/** The latest first. */
export async function listExports(db: Kysely<Tables>, villageId: Id, limit = 200): Promise<ExportEntry[]> {
  const rows = await db
    .selectFrom('exports as made')
    .innerJoin('users as author', 'author.id', 'made.author_id')
    .select(['made.id', 'made.at', 'made.author_id', 'author.display_name', 'made.format', 'made.variant'])
    .select(['made.contents', 'made.decision_number'])
    .select(['made.states', 'made.purpose', 'made.recipient', 'made.row_count', 'made.sha256'])
    .select(sql<string>`made.fields::text`.as('fields'))
    .where('made.village_id', '=', villageId)
    .orderBy('made.at', 'desc')
    .orderBy('made.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    by: { id: row.author_id, displayName: row.display_name },
    contents: row.contents,
    decisionNumber: row.decision_number,
    format: row.format,
    variant: row.variant,
    states: row.states,
    purpose: row.purpose,
    recipient: row.recipient,
    fields: JSON.parse(row.fields) as string[],
    rowCount: row.row_count,
    sha256: row.sha256,
  }));
}
