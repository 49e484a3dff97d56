/** The villages: their list, their lock, and all their records as one text or as a world. */
import { sql, type Kysely, type Transaction } from 'kysely';
import { checksAboutPersons } from '../../domain/checks/aboutPersons.ts';
import type { Id } from '../../domain/records/fields.ts';
import { recordKinds, type AnyRecord, type RecordKind } from '../../domain/records/record.ts';
import type { Village } from '../../domain/records/village.ts';
import { emptyWorld, worldOf, type World } from '../../domain/records/world.ts';
import { recordTables } from './recordTables.ts';
import type { Tables } from './tables.ts';

export interface VillageRow {
  readonly id: Id;
  readonly name: string;
  readonly isSample: boolean;
}

export async function listVillages(db: Kysely<Tables>): Promise<VillageRow[]> {
  return db
    .selectFrom('villages')
    .select(['village_id as id', 'name', 'is_sample as isSample'])
    .orderBy('name')
    .orderBy('village_id')
    .execute();
}

/** Makes room for a village before its record is made; harmless when it is there. */
export async function createVillageSlot(trx: Transaction<Tables>, villageId: Id): Promise<void> {
  await trx
    .insertInto('village_slots')
    .values({ village_id: villageId, sequence: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Takes the village for this transaction: its edits run one after another. Null when there is no such village;
 * a slot without a record yet is locked and found.
 */
export async function lockVillage(trx: Transaction<Tables>, villageId: Id): Promise<{ sequence: number } | null> {
  const slot = await trx
    .selectFrom('village_slots')
    .select('sequence')
    .where('village_id', '=', villageId)
    .forUpdate()
    .executeTakeFirst();
  return slot ?? null;
}

/** The sequence of the village's last change; null when there is no such village. */
export async function sequenceOf(db: Kysely<Tables>, villageId: Id): Promise<number | null> {
  const slot = await db
    .selectFrom('village_slots')
    .select('sequence')
    .where('village_id', '=', villageId)
    .executeTakeFirst();
  return slot?.sequence ?? null;
}

export interface Visible {
  /** Households: names, phones, answers. */
  readonly persons: boolean;
  readonly householdCameras: boolean;
}

export const everything: Visible = { persons: true, householdCameras: true };

export interface LoadedVillage {
  readonly sequence: number;
  /** `{"village":[…],"road":[…],…}`: every kind, each record just as its schema has it, by id. */
  readonly records: string;
}

/**
 * All records of a village as one JSON text, and the sequence they stand at, seen in one moment; what the reader may
 * not see is left out, and kinds not asked for. One text, since rows are slow to get out of the embedded database. Null:
 * no such village.
 */
export async function loadRecordsJson(
  db: Kysely<Tables>,
  villageId: Id,
  visible: Visible = everything,
  kinds: readonly RecordKind[] = recordKinds,
): Promise<LoadedVillage | null> {
  const parts = kinds.map((kind) => {
    const { table, fields } = recordTables[kind];
    const columns = fields.map(({ field, read }) => `${read} AS "${field}"`).join(', ');
    return sql`'"${sql.raw(kind)}":[' || coalesce((
      SELECT string_agg(row_to_json(record)::text, ',' ORDER BY record.id)
      FROM (SELECT '${sql.raw(kind)}'::text AS kind, ${sql.raw(columns)} FROM ${sql.table(table)} AS t
            WHERE t.village_id = slot.village_id AND ${sql.raw(shownOf(kind, visible))}) AS record), '') || ']'`;
  });
  // One statement: its parts see the same moment, whatever is committed meanwhile.
  const { rows } = await sql<LoadedVillage>`
    SELECT slot.sequence AS sequence, '{' || ${sql.join(parts, sql` || ',' || `)} || '}' AS records
    FROM village_slots AS slot WHERE slot.village_id = ${villageId}::uuid`.execute(db);
  return rows[0] ?? null;
}

/** The village in memory; an empty world when there is none. */
export async function loadWorld(db: Kysely<Tables>, villageId: Id): Promise<World> {
  const loaded = await loadRecordsJson(db, villageId);
  if (!loaded) return emptyWorld;
  const records = JSON.parse(loaded.records) as Record<RecordKind, AnyRecord[]>;
  return worldOf(recordKinds.flatMap((kind) => records[kind]));
}

/** The village's own record alone; null when there is no such village. */
export async function loadVillageRecord(db: Kysely<Tables>, villageId: Id): Promise<Village | null> {
  const loaded = await loadRecordsJson(db, villageId, everything, ['village']);
  const records = JSON.parse(loaded?.records ?? '{"village":[]}') as { readonly village: readonly Village[] };
  return records.village[0] ?? null;
}

function shownOf(kind: RecordKind, { persons, householdCameras }: Visible): string {
  if (kind === 'household' && !persons) return 'false';
  if (kind === 'camera' && !householdCameras) return `t.owner <> 'household'`;
  if (kind === 'exception' && !persons)
    return `t.check_id NOT IN (${checksAboutPersons.map((id) => `'${id}'`).join(', ')})`;
  return 'true';
}
