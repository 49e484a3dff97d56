/** The lock on an embedded database's folder: a second process would corrupt it silently (DESIGN §4). */
import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { firstLineOf, StartupError } from '../startupError.ts';
import { isAlive, isInOwnSpace, ownIdentity, type ProcessIdentity } from './processIdentity.ts';

export interface FolderLock {
  release(): void;
}

const heartbeatMs = 2_000;
/** A holder on another machine or in another container is given up when it has shown no life for this long. */
const silenceMs = 12_000;
/** Old lock files kept so that a process that looked long ago cannot re-make one of them unseen. */
const keptFiles = 8;

/**
 * Lock files are numbered: whoever makes `lock.N+1` by an atomic link, after the holder of the highest `lock.N` is
 * gone, has the folder; only one can. The highest file is never removed, a release only marks it, and whoever then
 * sees a higher number than its own steps back: so no two processes ever both believe they hold the folder.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  try {
    mkdirSync(folder, { recursive: true });
    for (;;) {
      const held = highest(folder);
      if (held > 0 && (await isHeld(lockPath(folder, held)))) throw inUse(folder, held);
      const lock = tryLock(folder, held + 1);
      if (lock) return lock;
    }
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(
      'folder-unusable',
      `Không dùng được thư mục dữ liệu ${folder}: ${firstLineOf(error)}`,
      error,
    );
  }
}

const lockPath = (folder: string, number: number) => join(folder, `lock.${number}`);

function highest(folder: string): number {
  const numbers = readdirSync(folder).flatMap((name) => /^lock\.(\d+)$/.exec(name)?.[1] ?? []);
  return numbers.reduce((most, number) => Math.max(most, Number(number)), 0);
}

function tryLock(folder: string, number: number): FolderLock | undefined {
  const path = lockPath(folder, number);
  if (!writeWhole(folder, ownIdentity(), (draft) => linkSync(draft, path))) return undefined;
  if (highest(folder) !== number) {
    rmSync(path);
    return undefined;
  }
  for (const name of readdirSync(folder)) {
    const old = /^lock\.(\d+)$/.exec(name)?.[1];
    if (old !== undefined && Number(old) <= number - keptFiles) rmSync(join(folder, name), { force: true });
  }
  const heartbeat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The folder is gone or full: nothing to keep alive.
    }
  }, heartbeatMs);
  heartbeat.unref();
  return {
    release: () => {
      clearInterval(heartbeat);
      writeWhole(folder, null, (draft) => renameSync(draft, path));
    },
  };
}

/** Gives a file its content before its name; false when the name is taken. */
function writeWhole(folder: string, holder: ProcessIdentity | null, place: (draft: string) => void): boolean {
  const draft = join(folder, `lock-${randomUUID()}.draft`);
  try {
    writeFileSync(draft, JSON.stringify({ holder }), { flag: 'wx' });
    place(draft);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

async function isHeld(path: string): Promise<boolean> {
  const holder = holderOf(path);
  if (!holder) return false;
  if (isInOwnSpace(holder)) return isAlive(holder);
  // Its process number says nothing here: see whether it goes on showing life.
  const before = statSync(path).mtimeMs;
  for (let waited = 0; waited < silenceMs; waited += 500) {
    await wait(500);
    if (!holderOf(path)) return false;
    if (statSync(path).mtimeMs !== before) return true;
  }
  return false;
}

function holderOf(path: string): ProcessIdentity | undefined {
  try {
    const { holder } = JSON.parse(readFileSync(path, 'utf8')) as { holder: ProcessIdentity | null };
    return holder ?? undefined;
  } catch (error) {
    // Torn by a power cut (its holder is gone with the power), or already replaced by a higher number.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function inUse(folder: string, number: number): StartupError {
  const holder = holderOf(lockPath(folder, number));
  return new StartupError(
    'folder-in-use',
    `Thư mục dữ liệu ${folder} đang được một tiến trình khác dùng${holder ? ` (số ${holder.pid})` : ''}: hãy dừng nó trước.`,
  );
}
