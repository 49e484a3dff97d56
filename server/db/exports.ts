/** Every list that was handed out: to whom, what for, which fields, how many rows, which very file. */
import { sql, type Kysely } from 'kysely';
import type { FormatId } from '../../domain/formats/files/fileFormat.ts';
import type { ReleasePart } from '../../domain/formats/releases/releaseTables.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Release } from './releases.ts';
import type { ExportContents, Tables } from './tables.ts';

export interface NewExport {
  readonly id: Id;
  readonly at: Date;
  readonly authorId: Id;
  readonly contents: Exclude<ExportContents, 'release'>;
  readonly decisionNumber: string | null;
  readonly format: 'xlsx' | 'csv' | 'geojson' | 'geopackage' | 'pdf';
  readonly variant: 'public' | 'full';
  readonly states: 'issued' | 'all';
  readonly purpose: string | null;
  readonly recipient: string | null;
  readonly fields: readonly string[];
  readonly rowCount: number;
  readonly sha256: string;
}

export interface ExportEntry extends Omit<NewExport, 'at' | 'authorId' | 'contents' | 'format' | 'sha256'> {
  readonly contents: ExportContents;
  readonly format: FormatId | 'pdf';
  /** Files of releases had none before they were written ahead. */
  readonly sha256: string | null;
  /** Which release it is of; null for anything else. */
  readonly release: { readonly number: number; readonly placeName: string; readonly part: ReleasePart } | null;
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

export interface ReleaseExport {
  readonly id: Id;
  readonly at: Date;
  readonly authorId: Id;
  readonly format: FormatId;
  readonly part: ReleasePart;
  /** Of the columns it was written with. */
  readonly fields: readonly string[];
  readonly sha256: string;
}

/** A line for each village of the release, with what of the village is in the file. */
export async function recordReleaseExport(
  db: Kysely<Tables>,
  release: Release,
  { id, at, authorId, format, part, fields, sha256 }: ReleaseExport,
): Promise<void> {
  await db
    .insertInto('exports')
    .values(
      release.villages.map((village) => ({
        ...{ village_id: village.id, id, at, author_id: authorId, contents: 'release' as const, decision_number: null },
        ...{
          release_id: release.id,
          release_part: part,
          format,
          variant: 'public' as const,
          states: 'issued' as const,
        },
        ...{ purpose: release.purpose, recipient: release.recipient },
        fields: JSON.stringify(fields),
        row_count: part === 'whole' ? village.rowCount : village.new + village.changed + village.retired,
        sha256,
      })),
    )
    .execute();
}

/** The latest first. */
export async function listExports(db: Kysely<Tables>, villageId: Id, limit = 200): Promise<ExportEntry[]> {
  const rows = await db
    .selectFrom('exports as made')
    .innerJoin('users as author', 'author.id', 'made.author_id')
    .leftJoin('releases as release', 'release.id', 'made.release_id')
    .select(['release.number as releaseNumber', 'release.place_name', 'made.release_part'])
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
    release:
      row.releaseNumber === null || row.place_name === null || row.release_part === null
        ? null
        : { number: row.releaseNumber, placeName: row.place_name, part: row.release_part },
  }));
}
