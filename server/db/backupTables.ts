/** The tables of a backup: in the order in which each refers only to those before it, and how their rows are read. */
import { createHash } from 'node:crypto';
import type { OwnerConnection } from './connection.ts';

interface BackedUp {
  readonly table: string;
  /** Makes the order of rows the same in every database. */
  readonly order: string;
  /** Rows fetched at a time, where they are large. */
  readonly fetchRows?: number;
  /** Its rows refer to others of the same village and table: those of a village are written in one statement. */
  readonly wholeVillages?: true;
}

const ofVillage = (table: string): BackedUp => ({ table, order: 'village_id, id' });

export const backedUpTables: readonly BackedUp[] = [
  { table: 'village_slots', order: 'village_id' },
  ...['villages', 'decisions'].map(ofVillage),
  { ...ofVillage('roads'), wholeVillages: true },
  ...['houses', 'households', 'addresses', 'external_codes', 'platform_answers', 'landmarks'].map(ofVillage),
  { table: 'users', order: 'id' },
  // A row holds a picture as text, twice its bytes.
  { ...ofVillage('photos'), fetchRows: 4 },
  ...['signs', 'cameras', 'lamps', 'candidates', 'exceptions'].map(ofVillage),
  { table: 'role_grants', order: 'user_id, village_id' },
  { table: 'changes', order: 'village_id, sequence' },
  { table: 'change_person_data', order: 'village_id, sequence' },
  { table: 'releases', order: 'id' },
  { table: 'release_villages', order: 'village_id, release_id' },
  { table: 'release_rows', order: 'village_id, release_id, ordinal' },
  { table: 'release_profiles', order: 'id' },
  ...['exports', 'private_reads', 'person_requests', 'person_collections'].map(ofVillage),
];

/** Not in a backup: who was signed in signs in again; the migrations are in its first line. */
export const otherTables: readonly string[] = ['sessions', 'migrations'];

export type Columns = readonly (readonly [name: string, type: string])[];

export interface TableSum {
  readonly table: string;
  readonly rows: number;
  /** Of its lines, each with its line feed. */
  readonly sha256: string;
}

/** The columns of a table, in their order; none when there is no such table. */
export async function columnsOf(connection: OwnerConnection, table: string): Promise<Columns> {
  const rows = await connection.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = to_regclass('public.' || $1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  );
  return rows.map(({ name, type }) => [name, type] as const);
}

/** Rows fetched at a time: few enough that the largest entries of the log stay small in memory. */
const usualFetchRows = 200;

/**
 * The rows of a table as lines of JSON: an array of the columns' values in the database's own text, which both
 * engines write alike (geometry as extended well-known bytes). Inside a transaction.
 */
export async function* linesOf(connection: OwnerConnection, table: string, columns: Columns): AsyncGenerator<string> {
  const known = backedUpTables.find((other) => other.table === table);
  if (known === undefined) throw new Error(`not a table of a backup: ${table}`);
  const { order, fetchRows = usualFetchRows } = known;
  const values = columns.map(([name]) => `"${name}"::text`).join(', ');
  await connection.query(
    `DECLARE backup_rows CURSOR FOR SELECT json_build_array(${values})::text AS line FROM "${table}" ORDER BY ${order}`,
  );
  for (;;) {
    const rows = await connection.query<{ line: string }>(`FETCH ${fetchRows} FROM backup_rows`);
    for (const { line } of rows) yield line;
    if (rows.length < fetchRows) break;
  }
  await connection.query('CLOSE backup_rows');
}

/** Counts and hashes lines as they go by. */
export function summing(table: string): { add(line: string): void; sum(): TableSum } {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add: (line) => {
      rows += 1;
      hash.update(line).update('\n');
    },
    sum: () => ({ table, rows, sha256: hash.digest('hex') }),
  };
}
