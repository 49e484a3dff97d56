/** Opens a PostgreSQL server with PostGIS: checks it, then gives a pool whose connections act under the app's role. */
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { applicationRole } from '../applicationRole.ts';
import type { OwnerConnection } from '../connection.ts';
import type { OwnedDatabase } from '../engine.ts';
import type { Tables } from '../tables.ts';
import { checkServer } from './checkServer.ts';
import { checkedUrl, connectionError } from './connectionError.ts';
import { copyOut } from './copyOut.ts';
import { listenForNotices } from './notices.ts';

const poolSize = 10;
const connectMs = 10_000;
/** A statement of the application takes milliseconds; one that takes this long is ended by the server. */
const statementMs = 30_000;
/** A transaction that does nothing for so long holds locks for nobody. */
const idleInTransactionMs = 60_000;

/** int8 as a number (sequences and counts stay far below 2^53), date as it is written. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === 20) return Number;
    if (oid === 1082) return (date: string) => date;
    return pg.types.getTypeParser(oid, format);
  },
};

/** The same on every connection, whatever the server's or the URL's own settings say. */
const settings = {
  search_path: 'public',
  timezone: 'UTC',
  datestyle: 'ISO',
  extra_float_digits: '1',
  client_min_messages: 'warning',
  // Compiling a statement takes longer than running any of these: 500 ms against 5.
  jit: 'off',
} as const;

const applicationSettings = {
  ...settings,
  statement_timeout: String(statementMs),
  idle_in_transaction_session_timeout: String(idleInTransactionMs),
  role: applicationRole,
} as const;

/** A long one waits for whoever takes it. */
const copySettings = setting({ ...applicationSettings, statement_timeout: String(30 * 60_000) });

export async function openPostgres(url: string): Promise<OwnedDatabase> {
  const config = { connectionString: checkedUrl(url), types, connectionTimeoutMillis: connectMs };
  const owner = new pg.Client({ ...config, application_name: 'sonha owner' });
  // A connection lost between two statements fails the next statement; it must not end the process here.
  owner.on('error', () => undefined);
  try {
    await owner.connect();
  } catch (error) {
    throw connectionError(url, error);
  }
  const connection = ownerOf(owner);
  try {
    await connection.query(setting(settings));
    // One at a time prepares, migrates, backs up or restores; given back with the connection.
    await connection.query(`SELECT pg_advisory_lock(hashtext('sonha owner'))`);
    await checkServer(connection);
  } catch (error) {
    await owner.end();
    throw error;
  }
  return {
    connection,
    close: () => owner.end(),
    toApplication: async () => {
      await owner.end();
      const pool = new pg.Pool({
        ...config,
        application_name: 'sonha',
        max: poolSize,
      });
      // An idle connection that breaks is replaced by the pool when next one is needed.
      pool.on('error', () => undefined);
      const dialect = new PostgresDialect({
        pool,
        onCreateConnection: async (created) => {
          await created.executeQuery(CompiledQuery.raw(setting(applicationSettings)));
        },
      });
      const db = new Kysely<Tables>({ dialect });
      const everyVillage = async () => {
        const slots = await db.selectFrom('village_slots').select('village_id').execute();
        return slots.map((slot) => slot.village_id);
      };
      const notices = await listenForNotices(config, everyVillage).catch(async (error: unknown) => {
        await db.destroy();
        throw connectionError(url, error);
      });
      return {
        db,
        engine: 'postgres',
        copyOut: (statement) => copyOut({ ...config, application_name: 'sonha copy' }, copySettings, statement),
        notify: notices.notify,
        onNotify: notices.add,
        close: async () => {
          await notices.close();
          await db.destroy();
        },
      };
    },
  };
}

function ownerOf(client: pg.Client): OwnerConnection {
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) => {
      const { rows } = await client.query(sql, [...values]);
      return rows as Row[];
    },
    script: async (sql) => void (await client.query(sql)),
  };
}

function setting(values: Readonly<Record<string, string>>): string {
  const calls = Object.entries(values).map(([name, value]) => `set_config('${name}', '${value}', false)`);
  return `SELECT ${calls.join(', ')}`;
}
