/** Releases: written once, read for ever. Their rows are in releaseRows.ts. */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { DifferenceCounts } from '../../domain/formats/releases/releaseDifference.ts';
import type { ReleaseProfile } from '../../domain/formats/releases/releaseProfile.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Tables } from './tables.ts';

/** Whose numbers a release has: a village's own, or a commune's (NSO code). */
export type ReleaseScope = { readonly villageId: Id } | { readonly communeCode: string };

export interface ReleaseVillage extends DifferenceCounts {
  readonly id: Id;
  /** As it was called then. */
  readonly name: string;
  /** Among the releases that hold the village, from 1. */
  readonly sequence: number;
  readonly rowCount: number;
}

export interface Release {
  readonly id: Id;
  readonly scope: ReleaseScope;
  readonly placeName: string;
  /** From 1 within its scope. */
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: { readonly id: Id; readonly displayName: string };
  readonly purpose: string;
  readonly recipient: string;
  readonly profile: ReleaseProfile;
  readonly rowCount: number;
  /** Of its whole list as CSV. */
  readonly sha256: string;
  /** In the order of its rows. */
  readonly villages: readonly ReleaseVillage[];
}

/** Any constant: releases of one commune are made one after another, so that their numbers run. */
const numbering = 20_261_129;

/** The next number; nobody else is given it before this transaction ends. */
export async function nextNumber(trx: Transaction<Tables>, scope: ReleaseScope): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(${numbering}::bigint)`.execute(trx);
  const last = await trx
    .selectFrom('releases')
    .select(({ fn }) => fn.max('number').as('number'))
    .where(inScope('releases', scope))
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}

export const inScope = (table: 'releases' | 'release_profiles', scope: ReleaseScope) =>
  'villageId' in scope
    ? sql<boolean>`${sql.ref(`${table}.village_id`)} = ${scope.villageId}::uuid`
    : sql<boolean>`${sql.ref(`${table}.commune_code`)} = ${scope.communeCode}`;

export const scopeColumns = (scope: ReleaseScope) => ({
  village_id: 'villageId' in scope ? scope.villageId : null,
  commune_code: 'communeCode' in scope ? scope.communeCode : null,
});

/** The villages of it are written before (`insertReleaseVillage`). */
export async function insertRelease(trx: Transaction<Tables>, release: Release): Promise<void> {
  await trx
    .insertInto('releases')
    .values({
      id: release.id,
      ...scopeColumns(release.scope),
      place_name: release.placeName,
      number: release.number,
      at: new Date(release.at),
      author_id: release.by.id,
      purpose: release.purpose,
      recipient: release.recipient,
      profile: JSON.stringify(release.profile),
      row_count: release.rowCount,
      sha256: release.sha256,
    })
    .execute();
}

export async function insertReleaseVillage(
  trx: Transaction<Tables>,
  releaseId: Id,
  place: number,
  village: ReleaseVillage,
): Promise<void> {
  await trx
    .insertInto('release_villages')
    .values({
      ...{ village_id: village.id, release_id: releaseId, place, sequence: village.sequence, name: village.name },
      ...{ row_count: village.rowCount, new_count: village.new },
      ...{ changed_count: village.changed, retired_count: village.retired },
    })
    .execute();
}

/** The release that held the village last, or before `sequence`; null where there is none. */
export async function releaseBefore(
  db: Kysely<Tables>,
  villageId: Id,
  sequence: number | null,
): Promise<{ readonly releaseId: Id; readonly sequence: number } | null> {
  const found = await db
    .selectFrom('release_villages')
    .select(['release_id as releaseId', 'sequence'])
    .where('village_id', '=', villageId)
    .$if(sequence !== null, (query) => query.where('sequence', '<', sequence!))
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

export async function releaseById(db: Kysely<Tables>, id: Id): Promise<Release | null> {
  const [found] = await releasesWhere(db, sql<boolean>`made.id = ${id}::uuid`, 1);
  return found ?? null;
}

/** Those that hold the village, the latest first. */
export const releasesOf = (db: Kysely<Tables>, villageId: Id, limit = 200): Promise<Release[]> =>
  releasesWhere(
    db,
    sql<boolean>`made.id IN (SELECT release_id FROM release_villages WHERE village_id = ${villageId}::uuid)`,
    limit,
  );

async function releasesWhere(
  db: Kysely<Tables>,
  condition: ReturnType<typeof sql<boolean>>,
  limit: number,
): Promise<Release[]> {
  const { rows } = await sql<{ release: string }>`
    SELECT json_build_object(
      'id', made.id,
      'scope', CASE WHEN made.village_id IS NULL THEN json_build_object('communeCode', made.commune_code)
                    ELSE json_build_object('villageId', made.village_id) END,
      'placeName', made.place_name, 'number', made.number,
      'at', to_char(made.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'by', json_build_object('id', author.id, 'displayName', author.display_name),
      'purpose', made.purpose, 'recipient', made.recipient, 'profile', made.profile,
      'rowCount', made.row_count, 'sha256', made.sha256,
      'villages', (
        SELECT json_agg(json_build_object(
          'id', part.village_id, 'name', part.name, 'sequence', part.sequence, 'rowCount', part.row_count,
          'new', part.new_count, 'changed', part.changed_count, 'retired', part.retired_count) ORDER BY part.place)
        FROM release_villages AS part WHERE part.release_id = made.id))::text AS release
    FROM releases AS made JOIN users AS author ON author.id = made.author_id
    WHERE ${condition} ORDER BY made.at DESC, made.id DESC LIMIT ${limit}::integer`.execute(db);
  return rows.map(({ release }) => JSON.parse(release) as Release);
}
