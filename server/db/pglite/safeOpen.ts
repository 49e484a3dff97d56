/**
 * Opens PGlite so that what it confirms is on the disk. As shipped it never fsyncs: `-F` is among its start
 * parameters and its Node file system has no fsync (electric-sql/pglite issue 1107). This leans on its internals:
 * the version is pinned, and an opening whose commits do not fsync is refused.
 */
import { existsSync, fsyncSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { fsyncFolder } from './fsync.ts';
import { postgisForOpening } from './postgisBundle.ts';
import { noFsync } from './workerMessages.ts';

/** The folder, and the one around it, must be locked by this process; a folder that is not there is created. */
export async function openSafely(
  folder: string,
  program: WebAssembly.Module,
): Promise<{ database: PGlite; fsyncs: () => number }> {
  // A kill can leave it empty, and the server inside then refuses to start; our own lock says nobody else is here.
  const pidFile = join(folder, 'postmaster.pid');
  if (existsSync(pidFile) && statSync(pidFile).size === 0) rmSync(pidFile);
  const isNew = !existsSync(folder);
  const database = await PGlite.create({
    dataDir: folder,
    pgliteWasmModule: program,
    extensions: { postgis: isNew ? postgis : postgisForOpening(dirname(folder)) },
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'synchronous_commit=on', '-c', 'full_page_writes=on'],
      ...[
        '-c',
        'timezone=UTC',
        '-c',
        'datestyle=ISO',
        '-c',
        'extra_float_digits=1',
        '-c',
        'client_min_messages=warning',
      ],
    ],
    parsers: { 20: Number, 1082: (date: string) => date },
  });
  const count = routeFsync(database);
  await database.exec('CHECKPOINT');
  const before = count.ofLog;
  await database.exec(`SELECT pg_logical_emit_message(true, 'sonha', 'does this commit reach the disk?')`);
  if (count.ofLog <= before) {
    await database.close().catch(() => undefined);
    throw new Error(noFsync);
  }
  return { database, fsyncs: () => count.all };
}

interface OpenFile {
  /** The host's file descriptor; a directory has none. */
  readonly nfd?: number;
  readonly path: string;
  readonly node: unknown;
}

interface EmscriptenFiles {
  readonly ErrnoError: new (code: number) => Error;
  readonly filesystems: {
    readonly NODEFS: {
      readonly stream_ops: { fsync?: (file: OpenFile) => number };
      realPath(node: unknown): string;
    };
  };
}

/** Error 29 of WASI: an input or output error, at which PostgreSQL stops rather than confirm. */
const inputOutputError = 29;

function routeFsync(database: PGlite): { all: number; ofLog: number } {
  const files = (database.Module as unknown as { FS: EmscriptenFiles }).FS;
  const { NODEFS } = files.filesystems;
  const count = { all: 0, ofLog: 0 };
  NODEFS.stream_ops.fsync = (file) => {
    try {
      if (file.nfd === undefined) fsyncFolder(NODEFS.realPath(file.node));
      else fsyncSync(file.nfd);
    } catch {
      throw new files.ErrnoError(inputOutputError);
    }
    count.all += 1;
    if (file.nfd !== undefined && file.path.includes('/pg_wal/')) count.ofLog += 1;
    return 0;
  };
  return count;
}
