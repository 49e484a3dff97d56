/** What was confirmed is there after kill -9 and after a power cut (DESIGN §4). */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../../../server/db/pglite/embedded.ts';
import { embeddedTemplate, testDatabase } from '../../../databases.ts';
import { startWriter } from './writing.ts';

/** More of both on demand: SONHA_KILLS=200. */
const kills = Number(process.env['SONHA_KILLS'] ?? 12);
const cuts = Math.ceil(kills / 2);
const limit = { timeout: Math.max(600_000, kills * 20_000) };
const moment = (longestMs: number) => wait(Math.random() * longestMs);

describe('durability', () => {
  it('every commit reaches fsync', async () => {
    const { target, remove } = await testDatabase('pglite');
    if (target.kind !== 'pglite') throw new Error('embedded');
    const embedded = await startEmbedded(join(target.folder, 'data'), async () => undefined);
    const fsyncs = async () => ((await embedded.ask({ fsyncs: true })).rows[0] as { fsyncs: number }).fsyncs;
    await embedded.ask({ script: 'CREATE TABLE written (n integer)' });
    const before = await fsyncs();
    for (let n = 1; n <= 50; n += 1) {
      await embedded.ask({ sql: 'INSERT INTO written VALUES ($1)', values: [n] });
      expect(await fsyncs()).toBeGreaterThanOrEqual(before + n);
    }
    await embedded.close();
    await remove();
  });

  // Two at a time: as many as the machine has cores.
  describe.concurrent('under', () => {
    it(`${kills} kills: nothing confirmed is lost, nothing is half done`, limit, async () => {
      const { target, remove } = await testDatabase('pglite');
      if (target.kind !== 'pglite') throw new Error('embedded');
      let confirmed = 0;
      for (let round = 1; round <= kills; round += 1) {
        const writer = startWriter(target.folder, 'write');
        expectWhole(await writer.found, confirmed);
        await writer.writing;
        await moment(400);
        writer.signal('SIGKILL');
        await writer.gone;
        expect(writer.confirmed()).toBeGreaterThan(confirmed);
        confirmed = writer.confirmed();
      }
      const last = startWriter(target.folder, 'look');
      expectWhole(await last.found, confirmed);
      await last.gone;
      await remove();
    });

    const power = powerCuts();
    // Without a loop device, the count of fsyncs above is the proof.
    if (power) {
      it(`${cuts} power cuts: the disk as it was at that moment holds all that was confirmed`, limit, async () => {
        const folder = await mkdtemp(join(tmpdir(), 'so-nha-power-'));
        const disk = join(folder, 'disk.img');
        const place = await power.make(disk, join(folder, 'running'));
        const database = join(place, 'database');
        await cp(await embeddedTemplate(), database, { recursive: true });
        execFileSync('sync', ['-f', place]);
        const writer = startWriter(database, 'write');
        try {
          await writer.writing;
          for (let cut = 1; cut <= cuts; cut += 1) {
            await moment(1_500);
            writer.signal('SIGSTOP');
            // What it told before it was stopped is heard within this time.
            await wait(100);
            const confirmed = writer.confirmed();
            const copy = join(folder, `cut-${cut}.img`);
            power.copy(disk, copy);
            const found = await power.mounted(copy, join(folder, `cut-${cut}`), async (after) => {
              // After a real cut its holder, of an earlier start of the machine, is known to be gone; here it still runs.
              for (const name of readdirSync(join(after, 'database'))) {
                if (name.startsWith('lock.')) rmSync(join(after, 'database', name));
              }
              const look = startWriter(join(after, 'database'), 'look');
              return look.found.finally(() => look.gone);
            });
            expectWhole(found, confirmed);
            await rm(copy);
            writer.signal('SIGCONT');
          }
        } finally {
          writer.signal('SIGKILL');
          await writer.gone;
          power.unmount(place);
          await rm(folder, { recursive: true, force: true });
        }
      });
    }
  });
});

function expectWhole({ found, consistent }: { found: number; consistent: boolean }, confirmed: number): void {
  expect(consistent).toBe(true);
  expect(found).toBeGreaterThanOrEqual(confirmed);
  // At most the one that was on its way.
  expect(found).toBeLessThanOrEqual(confirmed + 1);
}

interface PowerCuts {
  /** A new disk with an empty file system, mounted; gives the folder. */
  make(disk: string, place: string): Promise<string>;
  /** What the disk holds at this moment, without what the system still keeps in memory. */
  copy(disk: string, to: string): void;
  mounted<T>(disk: string, place: string, work: (place: string) => Promise<T>): Promise<T>;
  unmount(place: string): void;
}

/** An image file as a disk; undefined where one cannot be mounted. */
function powerCuts(): PowerCuts | undefined {
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'pipe' });
  const mount = async (disk: string, place: string) => {
    await mkdir(place, { recursive: true });
    run('mount', '-o', 'loop', disk, place);
    return place;
  };
  const unmount = (place: string) => void run('umount', place);
  try {
    if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/dev/loop-control')) return undefined;
    run('losetup', '--find');
    run('mkfs.ext4', '-V');
  } catch {
    return undefined;
  }
  return {
    make: async (disk, place) => {
      run('truncate', '--size=600M', disk);
      run('mkfs.ext4', '-q', disk);
      return mount(disk, place);
    },
    copy: (disk, to) => void run('cp', '--sparse=always', disk, to),
    mounted: async (disk, place, work) => {
      await mount(disk, place);
      try {
        return await work(place);
      } finally {
        unmount(place);
      }
    },
    unmount,
  };
}
