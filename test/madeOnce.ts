/** Folders that take long to make and are the same each time: made once, kept in the temporary folder, copied from there. */
import { createHash } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const dayMs = 24 * 3_600_000;

/**
 * Path of a folder filled by `make`; never written to, only copied.
 * @param kind names what it is
 * @param madeOf everything the content depends on: another text, another folder
 * Several test processes may want it at once; one makes it, the others wait.
 */
export async function madeOnce(kind: string, madeOf: string, make: (folder: string) => Promise<void>): Promise<string> {
  const prefix = `so-nha-${kind}-`;
  const kept = join(tmpdir(), `${prefix}${createHash('sha256').update(madeOf).digest('hex').slice(0, 16)}`);
  const claim = `${kept}.claim`;
  while (!existsSync(kept)) {
    if (await claimed(claim)) {
      const draft = await mkdtemp(join(tmpdir(), `so-nha-draft-${kind}-`));
      try {
        await make(draft);
        if (!existsSync(kept)) await rename(draft, kept);
      } finally {
        await rm(draft, { recursive: true, force: true });
        await rm(claim, { recursive: true, force: true });
      }
      await removeUnused(prefix);
    } else await wait(200);
  }
  await utimes(kept, new Date(), new Date());
  return kept;
}

export const copyFolder = (from: string, to: string): Promise<void> =>
  cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });

/** A claim older than four minutes is left from a run that was killed. */
async function claimed(claim: string): Promise<boolean> {
  try {
    await mkdir(claim);
    return true;
  } catch {
    const made = await stat(claim).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > 240_000) await rm(claim, { recursive: true, force: true });
    return false;
  }
}

/** Those of older code, which nobody has asked for in a day. */
async function removeUnused(prefix: string): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const path = join(tmpdir(), name);
    const used = await stat(path).catch(() => undefined);
    if (used && Date.now() - used.mtimeMs > dayMs) await rm(path, { recursive: true, force: true });
  }
}
