/** One connection as the owner of the tables, before any role is taken: for migrations, backup and restore. */
export interface OwnerConnection {
  /** One statement with bound values. */
  query<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Several statements without values, as in a migration file. */
  script(sql: string): Promise<void>;
}

/** Runs the work in one transaction: all of it or nothing. */
export async function inTransaction<T>(connection: OwnerConnection, work: () => Promise<T>): Promise<T> {
  await connection.query('BEGIN');
  let result: T;
  try {
    result = await work();
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
  await connection.query('COMMIT');
  return result;
}
