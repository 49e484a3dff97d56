/** A PostgreSQL server with PostGIS for the tests: the one named by TEST_DATABASE_URL, or a temporary one of our own. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

export interface PostgresServer {
  /** Of a database in it whose account may create databases and roles. */
  readonly url: string;
  stop(): Promise<void>;
}

const debianPackage = 'postgresql-15-postgis-3';
/** May sign in only with a password, so that a wrong one can be tried. */
export const passwordAccount = 'sonha_password';

/** Null, after one line that says why, when there is none and none can be had. */
export async function startPostgres(): Promise<PostgresServer | null> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, stop: async () => undefined };
  const binaries = findBinaries() ?? (installPackage() ? findBinaries() : undefined);
  if (binaries) return startCluster(binaries);
  console.log(
    `PostgreSQL: its tests did not run (no TEST_DATABASE_URL, no local binaries with PostGIS; on Debian: apt-get install ${debianPackage}).`,
  );
  return null;
}

/** The folder of `initdb` and `postgres`, newest first, of an installation that has PostGIS. */
function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => {
    if (!existsSync(join(folder, 'initdb')) || !existsSync(join(folder, 'pg_config'))) return false;
    const share = execFileSync(join(folder, 'pg_config'), ['--sharedir'], { encoding: 'utf8' }).trim();
    return existsSync(join(share, 'extension/postgis.control'));
  });
}

/** Path of one of the server's own programs (pg_dump, psql); null where only a server's URL is known. */
export function postgresProgram(name: string): string | null {
  const folder = findBinaries();
  return folder !== undefined && existsSync(join(folder, name)) ? join(folder, name) : null;
}

function installPackage(): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  console.log(`Installing ${debianPackage} for the tests…`);
  // The package would start a cluster of its own.
  mkdirSync('/etc/postgresql-common', { recursive: true });
  const settings = '/etc/postgresql-common/createcluster.conf';
  if (!existsSync(settings)) writeFileSync(settings, 'create_main_cluster = false\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]) => spawnSync('apt-get', args, { env, stdio: 'ignore' }).status === 0;
  return run('update', '-qq') && run('install', '-y', '-qq', '--no-install-recommends', debianPackage);
}

async function startCluster(binaries: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'so-nha-postgres-'));
  const account = unprivileged();
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(binaries, 'initdb'), initdb, { ...account, cwd: folder, stdio: 'ignore' });
  const rules = [`host all ${passwordAccount} 127.0.0.1/32 scram-sha-256`, 'host all all 127.0.0.1/32 trust', ''];
  writeFileSync(join(data, 'pg_hba.conf'), rules.join('\n'));
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: 200,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...args], { ...account, cwd: folder, stdio: 'ignore' });
  // SIGQUIT: at once, without a checkpoint nobody will need.
  const kill = () => server.kill('SIGQUIT');
  process.once('exit', kill);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilReady(url);
  return {
    url,
    stop: async () => {
      process.off('exit', kill);
      const ended = new Promise((resolve) => server.once('close', resolve));
      if (server.exitCode === null && kill()) await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: the account its package made, or failing that nobody's. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const name = spawnSync('id', ['-u', 'postgres']).status === 0 ? 'postgres' : 'nobody';
  const idOf = (which: string) => Number(execFileSync('id', [which, name], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt === 200) throw error;
      await wait(100);
    }
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
