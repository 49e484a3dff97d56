/** Kysely on the embedded database: one connection, taken by one user at a time, held through a transaction. */
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import { StatementLost, type Embedded } from './embedded.ts';

/** Who waits longer than this for the connection is told so: some transaction does not end. */
const waitMs = 60_000;

export function embeddedDialect(embedded: Embedded): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => embeddedDriver(embedded),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function embeddedDriver(embedded: Embedded): Driver {
  const turns = takeTurns();
  const held = new WeakMap<DatabaseConnection, () => void>();
  const states = new WeakMap<DatabaseConnection, TransactionState>();
  const stateOf = (connection: DatabaseConnection): TransactionState => {
    const state = states.get(connection);
    if (!state) throw new Error('a connection of another driver');
    return state;
  };
  const raw = (connection: DatabaseConnection, sql: string) => connection.executeQuery(CompiledQuery.raw(sql));

  return {
    init: async () => undefined,
    acquireConnection: async () => {
      const giveBack = await turns.take(waitMs);
      const state: TransactionState = { generation: undefined, failed: false };
      const connection = connectionOf(embedded, state);
      held.set(connection, giveBack);
      states.set(connection, state);
      return connection;
    },
    releaseConnection: async (connection) => held.get(connection)?.(),
    beginTransaction: async (connection, { isolationLevel, accessMode }) => {
      const level = isolationLevel ? ` isolation level ${isolationLevel}` : '';
      await raw(connection, `start transaction${level}${accessMode ? ` ${accessMode}` : ''}`);
      const state = stateOf(connection);
      state.generation = embedded.generation();
      state.failed = false;
    },
    commitTransaction: async (connection) => {
      const state = stateOf(connection);
      const { failed } = state;
      await raw(connection, failed ? 'rollback' : 'commit');
      state.generation = undefined;
      if (failed) throw new Error('the transaction had failed and was rolled back');
    },
    rollbackTransaction: async (connection) => {
      const state = stateOf(connection);
      // A reopened database has already forgotten the transaction.
      if (state.generation === embedded.generation()) await raw(connection, 'rollback').catch(ignoreLost);
      state.generation = undefined;
    },
    savepoint: async (connection, name) => void (await raw(connection, `savepoint ${quoted(name)}`)),
    rollbackToSavepoint: async (connection, name) => {
      await raw(connection, `rollback to savepoint ${quoted(name)}`);
      stateOf(connection).failed = false;
    },
    releaseSavepoint: async (connection, name) => void (await raw(connection, `release savepoint ${quoted(name)}`)),
    destroy: async () => embedded.close(),
  };
}

interface TransactionState {
  /** The worker's generation in which the transaction began; undefined outside a transaction. */
  generation: number | undefined;
  /** A statement of it failed: it can only be rolled back. */
  failed: boolean;
}

function connectionOf(embedded: Embedded, state: TransactionState): DatabaseConnection {
  return {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
      try {
        const { rows, affectedRows } = await embedded.ask({ sql, values: parameters }, state.generation);
        const found = rows as Row[];
        return affectedRows === undefined ? { rows: found } : { rows: found, numAffectedRows: BigInt(affectedRows) };
      } catch (error) {
        state.failed = true;
        throw error;
      }
    },
    // eslint-disable-next-line require-yield
    async *streamQuery() {
      throw new Error('the embedded database does not stream');
    },
  };
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function ignoreLost(error: unknown): void {
  if (!(error instanceof StatementLost)) throw error;
}

/** First come, first served. */
function takeTurns(): { take(limitMs: number): Promise<() => void> } {
  let last: Promise<void> = Promise.resolve();
  return {
    take: async (limitMs) => {
      let giveBack = () => {};
      const before = last;
      const mine = new Promise<void>((resolve) => (giveBack = resolve));
      last = before.then(() => mine);
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise<'too long'>((resolve) => (timer = setTimeout(() => resolve('too long'), limitMs)));
      const first = await Promise.race([before, tooLong]);
      clearTimeout(timer);
      if (first === 'too long') {
        giveBack();
        throw new StatementLost(`the embedded database was busy for more than ${limitMs} ms`);
      }
      return giveBack;
    },
  };
}
