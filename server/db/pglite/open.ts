/** Opens the embedded database of a folder: lock, create if new, open safely in its worker. */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { applicationRole } from '../applicationRole.ts';
import type { OwnerConnection } from '../connection.ts';
import type { OwnedDatabase } from '../engine.ts';
import { listenersOfVillages } from '../listeners.ts';
import { firstLineOf, StartupError } from '../startupError.ts';
import type { Tables } from '../tables.ts';
import { defaultLimits, startEmbedded, type Embedded, type EmbeddedLimits } from './embedded.ts';
import { lockFolder } from './folderLock.ts';
import { fsyncFolder, fsyncTree } from './fsync.ts';
import { noFsync } from './workerMessages.ts';

/** The PostgreSQL inside the pinned PGlite; a folder of another major version cannot be opened by it. */
const serverMajor = '18';

export async function openPglite(
  folder: string,
  say: (line: string) => void,
  limits: EmbeddedLimits = defaultLimits,
): Promise<OwnedDatabase> {
  const lock = await lockFolder(folder);
  let role = '';
  let embedded: Embedded;
  try {
    const data = join(folder, 'data');
    if (!existsSync(data)) await create(folder, data, say, limits);
    checkVersion(data);
    embedded = await startEmbedded(
      data,
      async (ask) => {
        if (role) await ask({ script: `SET ROLE ${role}` });
      },
      limits,
    );
  } catch (error) {
    lock.release();
    throw startupErrorOf(folder, error);
  }
  const close = async () => {
    await embedded.close();
    lock.release();
  };
  return {
    connection: ownerOf(embedded),
    close,
    toApplication: async () => {
      role = applicationRole;
      await embedded.ask({ script: `SET ROLE ${role}` });
      const listeners = listenersOfVillages();
      // Not needed before, and slow to load: the worker is under way by now.
      const [{ Kysely }, { embeddedDialect }] = await Promise.all([import('kysely'), import('./dialect.ts')]);
      const db = new Kysely<Tables>({ dialect: embeddedDialect(embedded) });
      return {
        db,
        engine: 'pglite',
        copyOut: null,
        close: async () => {
          await db.destroy();
          await close();
        },
        notify: async (villageId) => listeners.tell(villageId),
        onNotify: listeners.add,
      };
    },
  };
}

/** A new database is made beside its place and moved there when whole: what is in place was always complete. */
async function create(
  folder: string,
  data: string,
  say: (line: string) => void,
  limits: EmbeddedLimits,
): Promise<void> {
  say('Tạo cơ sở dữ liệu mới (lần đầu mất khoảng mười giây)…');
  const draft = join(folder, 'data.creating');
  rmSync(draft, { recursive: true, force: true });
  // Making PostGIS is a statement like none after it: on a busy machine it takes as long as an opening may.
  const patient = { ...limits, statementMs: limits.openMs };
  const embedded = await startEmbedded(draft, async () => undefined, patient);
  try {
    await embedded.ask({ script: 'CREATE EXTENSION IF NOT EXISTS postgis' });
  } finally {
    await embedded.close();
  }
  fsyncTree(draft);
  renameSync(draft, data);
  fsyncFolder(folder);
}

function checkVersion(data: string): void {
  const file = join(data, 'PG_VERSION');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (version !== serverMajor) {
    const found = version || (readdirSync(data).length === 0 ? 'trống' : 'không rõ');
    throw new StartupError(
      'folder-other-version',
      `Dữ liệu trong ${data} thuộc phiên bản khác (${found}, cần ${serverMajor}): hãy mở bằng bản phần mềm đã tạo ra nó, sao lưu rồi khôi phục.`,
    );
  }
}

function ownerOf(embedded: Embedded): OwnerConnection {
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) => {
      const { rows } = await embedded.ask({ sql, values });
      return rows as Row[];
    },
    script: async (sql) => void (await embedded.ask({ script: sql })),
  };
}

function startupErrorOf(folder: string, error: unknown): StartupError {
  if (error instanceof StartupError) return error;
  if (error instanceof Error && error.message === noFsync) {
    return new StartupError(
      'no-fsync',
      'Cơ sở dữ liệu nhúng không ghi chắc xuống đĩa được (fsync không chạy) nên không khởi động: hãy cài lại đúng phiên bản bằng npm ci.',
      error,
    );
  }
  return new StartupError(
    'database-broken',
    `Không mở được cơ sở dữ liệu trong ${folder}: ${firstLineOf(error)}. Hãy khôi phục từ bản sao lưu.`,
    error,
  );
}
