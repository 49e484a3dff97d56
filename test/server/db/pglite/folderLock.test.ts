import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFolder } from '../../../../server/db/pglite/folderLock.ts';
import { isAlive, ownIdentity } from '../../../../server/db/pglite/processIdentity.ts';

const program = fileURLToPath(new URL('./locker.ts', import.meta.url));

let folder = '';
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-nha-lock-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

interface Locker {
  go(): Promise<string>;
  kill(): Promise<void>;
}

async function locker(): Promise<Locker> {
  const child = spawn(process.execPath, ['--liftoff-only', '--import', 'tsx', program, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  // Listened for from the start: the ones that do not get the folder end by themselves.
  const gone = new Promise((resolve) => child.once('close', resolve));
  const said = () =>
    new Promise<string>((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())));
  await said();
  return {
    go: async () => {
      const answer = said();
      child.stdin.write('go\n');
      return answer;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

it(
  'of five processes that want the folder of a killed one at the same moment, one gets it',
  { timeout: 300_000 },
  async () => {
    const first = await locker();
    expect(await first.go()).toBe('locked');
    await first.kill();
    for (let round = 0; round < 2; round += 1) {
      const all = await Promise.all(Array.from({ length: 5 }, locker));
      const answers = await Promise.all(all.map((one) => one.go()));
      expect(answers.filter((answer) => answer === 'locked')).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'folder-in-use')).toHaveLength(4);
      await Promise.all(all.map((one) => one.kill()));
    }
  },
);

it('a lock given back can be taken again, and old lock files do not pile up', async () => {
  for (let round = 0; round < 20; round += 1) {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'folder-in-use' });
    lock.release();
  }
  expect((await readdir(folder)).length).toBeLessThan(12);
});

it('a process number used again by another process does not hold the lock', async () => {
  const mine = ownIdentity();
  expect(isAlive(mine)).toBe(true);
  expect(isAlive({ ...mine, startedAt: 'earlier' })).toBe(false);
  await writeFile(join(folder, 'lock.1'), JSON.stringify({ holder: { ...mine, startedAt: 'earlier' } }));
  (await lockFolder(folder)).release();
});

it('a lock file torn by a power cut holds nothing', async () => {
  await writeFile(join(folder, 'lock.7'), '{"holder":{"pid":');
  (await lockFolder(folder)).release();
});

it('a holder in another container counts while it shows life, and no longer', { timeout: 180_000 }, async () => {
  const elsewhere = { ...ownIdentity(), space: `${hostname()} another` };
  const path = join(folder, 'lock.3');
  await writeFile(path, JSON.stringify({ holder: elsewhere }));
  const alive = setInterval(() => void writeFile(path, JSON.stringify({ holder: elsewhere })), 300);
  await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'folder-in-use' });
  clearInterval(alive);
  (await lockFolder(folder)).release();
});
