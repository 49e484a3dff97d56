/** Other programs that read what we write and write what we read; tests of those that are not here are shown as skipped. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const isHere = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** A folder for one file of tests. */
export interface Bench {
  readonly folder: string;
  put(name: string, content: Uint8Array | string): Promise<string>;
  take(name: string): Promise<Uint8Array>;
  /** Throws with what the program said when it fails. */
  run(program: string, ...given: readonly string[]): Promise<string>;
  remove(): Promise<void>;
}

export async function aBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'so-nha-outside-'));
  return {
    folder,
    put: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    take: (name) => readFile(join(folder, name)),
    run: async (program, ...given) => (await run(program, given, { cwd: folder, maxBuffer: 1 << 26 })).stdout,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
