/** Other programs that read what we write and write what we read; tests of those that are not here are shown as skipped. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const isHere = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** A Python that has this module: the system's own has those that came with the system's programs. */
export const pythonWith = (module: string): string | undefined =>
  ['python3', '/usr/bin/python3'].find((one) => spawnSync(one, ['-c', `import ${module}`]).status === 0);

/** A folder for one file of tests. */
export interface Bench {
  readonly folder: string;
  put(name: string, content: Uint8Array | string): Promise<string>;
  take(name: string): Promise<Uint8Array>;
  /** Throws with what the program said when it fails. */
  run(program: string, ...given: readonly string[]): Promise<string>;
  /** With what it warns of. */
  saying(program: string, ...given: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }>;
  remove(): Promise<void>;
}

export async function aBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'so-nha-outside-'));
  const said = (program: string, given: readonly string[]) => run(program, given, { cwd: folder, maxBuffer: 1 << 26 });
  return {
    folder,
    put: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    take: (name) => readFile(join(folder, name)),
    run: async (program, ...given) => (await said(program, given)).stdout,
    saying: (program, ...given) => said(program, given),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
