import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passwordMatches } from '../../server/auth/password.ts';
import { backup, restore } from '../../server/commands/backup.ts';
import type { Command } from '../../server/commands/command.ts';
import { addUser, changePassword, disableUser, listUsers } from '../../server/commands/user.ts';
import { paperPlace } from '../../server/commands/paperPlace.ts';
import { createVillage, showVillages } from '../../server/commands/village.ts';
import { changesBefore } from '../../server/db/changes.ts';
import { openDatabase, type Database, type DatabaseTarget } from '../../server/db/open.ts';
import { accountByUsername } from '../../server/db/users.ts';
import { listVillages, loadWorld } from '../../server/db/villages.ts';
import { seedSample } from '../../server/seed.ts';
import { postgresHere, testDatabase, type TestDatabase } from '../databases.ts';
import { at } from '../domain/builders.ts';

const clock = () => new Date();
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const feature = (type: string, coordinates: unknown, properties: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const building = (east: number, north: number) =>
  feature(
    'Polygon',
    [[at(east, north), at(east + 8, north), at(east + 8, north + 8), at(east, north + 8), at(east, north)]],
    { building: 'house' },
  );

// Each command opens the database anew, which takes the embedded one seconds: here it is used only where it must.
const engine = postgresHere ? 'postgres' : 'pglite';

const placeOf = (target: DatabaseTarget) =>
  target.kind === 'pglite'
    ? { data: ['--data', dirname(target.folder)], environment: {} }
    : { data: [], environment: { DATABASE_URL: target.url } };

describe(`the command line (${engine})`, () => {
  let made: TestDatabase;
  let folder = '';
  beforeAll(async () => {
    made = await testDatabase(engine);
    folder = await mkdtemp(join(tmpdir(), 'so-nha-files-'));
  });
  afterAll(async () => {
    await made.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const run = async (command: Command, ...args: string[]) => {
    const lines: string[] = [];
    const { data, environment } = placeOf(made.target);
    await command([...args, ...data], { say: (line) => lines.push(line), note: () => undefined, clock, environment });
    return lines.join('\n');
  };
  const looking = async <T>(look: (database: Database) => Promise<T>): Promise<T> => {
    const database = await openDatabase(made.target, () => undefined);
    try {
      return await look(database);
    } finally {
      await database.close();
    }
  };

  it('a village needs an administrator first', async () => {
    await writeFile(
      join(folder, 'roads.geojson'),
      collection(
        feature('LineString', [at(-200, 0), at(200, 0)], { highway: 'residential', name: 'Đường Làng' }),
        feature('LineString', [at(0, 0)], { highway: 'path' }),
      ),
    );
    await writeFile(join(folder, 'houses.geojson'), collection(building(-100, 5), building(50, 6), building(100, -20)));
    await expect(run(createVillage, ...villageArgs())).rejects.toMatchObject({ code: 'admin-missing' });
    expect(await run(showVillages)).toContain('Chưa có thôn nào');
  });
  const villageArgs = () => [
    '--name',
    'Thôn Tệp',
    '--roads',
    join(folder, 'roads.geojson'),
    '--buildings',
    join(folder, 'houses.geojson'),
  ];

  it('the first administrator gets a password that is shown once and kept hashed', async () => {
    const said = await run(addUser, '--username', 'Sep', '--role', 'admin', '--name', 'Sếp', '--generate');
    const password = /Mật khẩu \(chỉ hiện lần này\): (\S+)/.exec(said)![1]!;
    const account = await looking(({ db }) => accountByUsername(db, 'sep'));
    expect(account).toMatchObject({ displayName: 'Sếp', grants: [{ villageId: null, role: 'admin' }] });
    expect(await passwordMatches(account!.passwordHash, password)).toBe(true);
    expect(account!.passwordHash).not.toContain(password);
  });

  it('a village from files: what was taken, what was left out and why, as edits in its log', async () => {
    const said = await run(createVillage, ...villageArgs());
    expect(said).toContain('Đã lấy: 1 đường (1 có tên)');
    expect(said).toContain('3 nhà');
    expect(said).toMatch(/Không lấy: 1 đường/);
    expect(said).toContain('dưới tên sep');
    await looking(async ({ db }) => {
      const [village] = await listVillages(db);
      expect(village).toMatchObject({ name: 'Thôn Tệp', isSample: false });
      const world = await loadWorld(db, village!.id);
      expect([world.road.size, world.house.size]).toEqual([1, 3]);
      const log = await changesBefore(db, village!.id, null, 10);
      expect(log.map(({ kind, author }) => [kind, author.displayName])).toEqual([
        ['village.import', 'Sếp'],
        ['village.create', 'Sếp'],
      ]);
    });
  });

  it('files that cannot be used are named, and nothing is written', async () => {
    const before = await run(showVillages);
    await writeFile(join(folder, 'broken.geojson'), '{"type":');
    const args = (roads: string) => [
      '--name',
      'Thôn Hỏng',
      '--roads',
      roads,
      '--buildings',
      join(folder, 'houses.geojson'),
    ];
    await expect(run(createVillage, ...args(join(folder, 'broken.geojson')))).rejects.toMatchObject({
      code: 'file-not-json',
    });
    await expect(run(createVillage, ...args(join(folder, 'none.geojson')))).rejects.toMatchObject({
      code: 'file-missing',
    });
    await expect(run(createVillage, '--name', 'Thôn')).rejects.toMatchObject({ code: 'flag-missing' });
    expect(await run(showVillages)).toBe(before);
  });

  it('numbers of a paper are not guessed at: no such place, no such village, a province of unknown meridian', async () => {
    const ask = (x: string, y: string, village: string) => run(paperPlace, '--x', x, '--y', y, '--village', village);
    for (const [x, y, village, code] of [
      ['20.01', '105.79', 'Thôn Tệp', 'place-malformed'],
      ['2209125 m', '582300', 'Thôn Tệp', 'place-malformed'],
      ['2209125', '582300', 'Thôn Nào', 'village-unknown'],
      ['2209125', '582300', 'Thôn Tệp', 'grid-unknown'],
    ] as const) {
      await expect(ask(x, y, village)).rejects.toMatchObject({ code });
    }
  });

  it('a role in one village, by its name; another role replaces it', async () => {
    await run(addUser, '--username', 'truong', '--role', 'viewer', '--village', 'Thôn Tệp', '--generate');
    await run(addUser, '--username', 'truong', '--role', 'head', '--village', 'Thôn Tệp');
    expect(await run(listUsers)).toMatch(/truong .* head: Thôn Tệp/);
    await expect(run(addUser, '--username', 'x', '--role', 'head')).rejects.toMatchObject({
      code: 'username-malformed',
    });
    await expect(run(addUser, '--username', 'xy', '--role', 'boss')).rejects.toMatchObject({ code: 'role-unknown' });
    await expect(
      run(addUser, '--username', 'xy', '--role', 'head', '--village', 'Thôn Nào', '--generate'),
    ).rejects.toMatchObject({ code: 'village-unknown' });
  });

  it('a new password replaces the old; a disabled account is gone', async () => {
    const before = await looking(({ db }) => accountByUsername(db, 'truong'));
    await run(changePassword, '--username', 'truong', '--generate');
    const after = await looking(({ db }) => accountByUsername(db, 'truong'));
    expect(after!.passwordHash).not.toBe(before!.passwordHash);
    await run(disableUser, '--username', 'truong');
    await expect(run(changePassword, '--username', 'truong', '--generate')).rejects.toMatchObject({
      code: 'username-unknown',
    });
  });

  it('where people work already no sample is planted', async () => {
    const said: string[] = [];
    await looking((database) => seedSample({ database, clock, say: (line) => said.push(line), samplePassword: null }));
    expect(said).toEqual([]);
    expect(await run(listUsers)).not.toContain('minh hoạ');
  });

  it('a backup goes back into an empty database, with everything in it', { timeout: 300_000 }, async () => {
    const file = join(folder, 'all.backup.gz');
    expect(await run(backup, file)).toContain(file);
    await expect(run(restore, file)).rejects.toMatchObject({ code: 'database-not-empty' });
    const other = await testDatabase(engine, 'empty');
    const { data, environment } = placeOf(other.target);
    await restore([file, ...data], { say: () => undefined, note: () => undefined, clock, environment });
    const worldOf = async (target: DatabaseTarget) => {
      const database = await openDatabase(target, () => undefined);
      const [village] = await listVillages(database.db);
      const world = await loadWorld(database.db, village!.id);
      await database.close();
      return world;
    };
    expect(await worldOf(other.target)).toEqual(await worldOf(made.target));
    await other.remove();
  });
});

for (const each of new Set(['pglite', engine] as const)) {
  describe(`the sample (${each})`, () => {
    it('comes with one account a role, once, and is finished after an interruption', async () => {
      const { target, remove } = await testDatabase(each);
      const database = await openDatabase(target, () => undefined);
      const said: string[] = [];
      const seed = () => seedSample({ database, clock, say: (line) => said.push(line), samplePassword: null });
      const stopAt = (word: string) =>
        seedSample({
          database: { ...database, notify: () => Promise.reject(new Error('killed')) },
          clock,
          say: (line) => said.push(line),
          samplePassword: null,
        }).catch((error: unknown) => expect(String(error)).toContain(word));
      await stopAt('killed');
      const [half] = await listVillages(database.db);
      expect((await loadWorld(database.db, half!.id)).house.size).toBe(0);
      await seed();
      const [village, ...others] = await listVillages(database.db);
      expect([village?.isSample, others]).toEqual([true, []]);
      const world = await loadWorld(database.db, village!.id);
      expect(world.house.size).toBeGreaterThan(200);
      const accounts = said.flatMap((line) => /^ {2}(\w+) +(\S+) +/.exec(line)?.slice(1, 3) ?? []);
      expect(accounts.filter((_, n) => n % 2 === 0)).toEqual(['admin', 'canbo', 'truongthon', 'vnpt', 'khach']);
      const officer = await accountByUsername(database.db, 'canbo');
      expect(await passwordMatches(officer!.passwordHash, accounts[3]!)).toBe(true);
      const count = said.length;
      await seed();
      expect(said.length).toBe(count);
      await database.close();
      await numbersOfPapers(target, village!.name);
      await remove();
    });
  });
}

/** RULES §5, §12.15: in the sample village, whose province's meridian is known. */
async function numbersOfPapers(target: DatabaseTarget, village: string) {
  const ask = async (x: string, y: string) => {
    const lines: string[] = [];
    const { data, environment } = placeOf(target);
    const terminal = { say: (line: string) => void lines.push(line), note: () => undefined, clock, environment };
    await paperPlace(['--x', x, '--y', y, '--village', village, ...data], terminal);
    return lines;
  };
  const [inside, ...nothing] = await ask('2209125.5', '582300,25');
  expect(inside).toMatch(/^VN-2000 105°00′: WGS 84 vĩ độ 19\.9\d{6}, kinh độ 105\.78\d{5}; VN-2000 vĩ độ 19\.9/);
  expect(nothing).toEqual([]);
  expect(await ask('582300.25', '2209125.5')).toEqual([expect.stringContaining('đổi chỗ'), inside]);
  // The same place in the grid of 105°45′, whose meridian is 78 km farther east.
  const outside = await ask('2208960', '503970');
  expect(outside[1]).toContain('hơn 1 km');
  expect(outside.slice(2)).toEqual([expect.stringMatching(/^Nằm trong thôn nếu là VN-2000 105°45′: /)]);
}

describe('the program', () => {
  const sonha = (args: readonly string[], input: string, data: string) =>
    new Promise<{ exitCode: number | null; output: string; errors: string }>((done) => {
      const { DATABASE_URL: _outer, ...inherited } = process.env;
      const child = spawn(
        process.execPath,
        ['--liftoff-only', '--import', 'tsx', 'server/cli.ts', ...args, '--data', data],
        {
          cwd: resolve(import.meta.dirname, '../..'),
          env: inherited,
        },
      );
      let [output, errors] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      child.once('close', (exitCode) => done({ exitCode, output, errors }));
      child.stdin.end(input);
    });

  it('takes a password from a pipe; a short one or an unknown command is one line and a non-zero exit', async () => {
    const { target, remove } = await testDatabase('pglite');
    if (target.kind !== 'pglite') throw new Error('an embedded one was asked for');
    const data = dirname(target.folder);
    const add = ['user', 'add', '--username', 'sep', '--role', 'admin', '--password-stdin'];
    const short = await sonha(add, 'ngắn\n', data);
    expect([short.exitCode, short.errors.trim().split('\n').length, short.errors]).toEqual([
      1,
      1,
      expect.stringContaining('từ 8'),
    ]);
    const added = await sonha(add, 'mật khẩu từ ống\n', data);
    expect([added.exitCode, added.errors]).toEqual([0, '']);
    expect(added.output).not.toContain('mật khẩu từ ống');
    const unknown = await sonha(['village', 'destroy'], '', data);
    expect([unknown.exitCode, unknown.errors.trim().split('\n').length]).toEqual([2, 1]);
    const database = await openDatabase(target, () => undefined);
    const account = await accountByUsername(database.db, 'sep');
    expect(await passwordMatches(account!.passwordHash, 'mật khẩu từ ống')).toBe(true);
    await database.close();
    await remove();
  });
});
