/** Opens the database of the product: either engine, checked, migrated, under the application's role. */
import { ensureApplicationRole } from './applicationRole.ts';
import type { Database, DatabaseTarget, OwnedDatabase } from './engine.ts';
import { migrate, readMigrations } from './migrations.ts';

export type { Database, DatabaseTarget } from './engine.ts';

/** Throws a StartupError with one line for the person at the terminal; then nothing was written. */
export async function openDatabase(target: DatabaseTarget, say: (line: string) => void): Promise<Database> {
  const owned = await openOwned(target, say);
  try {
    await migrate(owned.connection, await readMigrations(), say);
    return await owned.toApplication();
  } catch (error) {
    await owned.close().catch(() => undefined);
    throw error;
  }
}

/** As the tables' owner, before any migration. */
export async function openOwned(target: DatabaseTarget, say: (line: string) => void): Promise<OwnedDatabase> {
  // Only the engine asked for is loaded: a start is the quicker for it.
  if (target.kind === 'postgres') return (await import('./postgres/open.ts')).openPostgres(target.url);
  const { openPglite } = await import('./pglite/open.ts');
  const owned = await openPglite(target.folder, say);
  await ensureApplicationRole(owned.connection);
  return owned;
}
