/** The product as a person starts it: `npm start` in a process of its own, on a data folder of its own and a free port. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { hashOfInputs } from '../server/build/whenChanged.mjs';
import { copyFolder, madeOnce } from './madeOnce.ts';

const projectFolder = resolve(import.meta.dirname, '..');
/** Of every sample account, so that the tests can sign in. */
export const samplePassword = 'biển xanh chữ trắng 2022';

export interface Product {
  /** Where the page is, without a slash at the end. */
  readonly url: string;
  /** What it has said so far. */
  readonly output: () => string;
  /** Milliseconds from the command to the line with the address. */
  readonly startMilliseconds: number;
  /** As Ctrl+C does; waits until it is gone. */
  stop(): Promise<void>;
  /** kill -9 of all its processes. */
  kill(): Promise<void>;
}

export interface ProductOptions {
  readonly dataFolder: string;
  /** PostgreSQL instead of the embedded database. */
  readonly databaseUrl?: string;
  /** The same again after a restart; a free one when not given. */
  readonly port?: number;
  /** Without npm, and with the embedded database compiled quickly rather than well: for tests that start it often. */
  readonly isQuick?: boolean;
}

/** @throws when it ends or stays silent for three minutes before saying its address; the message holds its output. */
export async function startProduct({ dataFolder, databaseUrl, port = 0, isQuick }: ProductOptions): Promise<Product> {
  const started = performance.now();
  const { DATABASE_URL: _outer, CI: _ci, ...inherited } = process.env;
  const options = ['--port', String(port), '--data', dataFolder];
  const [program, words] = isQuick
    ? [process.execPath, ['--liftoff-only', 'server/start.mjs', ...options]]
    : ['npm', ['start', '--', ...options]];
  const child = spawn(program, words, {
    cwd: projectFolder,
    // A process group of its own: npm, tsx and the server end together.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...inherited,
      SONHA_SAMPLE_PASSWORD: samplePassword,
      SONHA_BACKGROUND: 'none',
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
  });
  let output = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const signal = async (name: NodeJS.Signals) => {
    signalGroup(child, name);
    await ended;
    process.off('exit', killNow);
  };
  const killNow = () => signalGroup(child, 'SIGKILL');
  process.once('exit', killNow);

  const url = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`npm start ${why}:\n${output}`));
    const silence = setTimeout(() => {
      killNow();
      fail('did not say its address within three minutes');
    }, 180_000);
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /https?:\/\/[\w.[\]:-]+:\d+/.exec(output);
      if (!found) return;
      clearTimeout(silence);
      resolve(found[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => {
      clearTimeout(silence);
      fail('ended');
    });
  });
  const startMilliseconds = performance.now() - started;
  return {
    url,
    output: () => output,
    startMilliseconds,
    stop: () => signal('SIGINT'),
    kill: () => signal('SIGKILL'),
  };
}

/** What the sample village of a first start comes from. */
const inputsOfSample = ['server', 'domain', 'migrations', 'data/sample', 'package-lock.json'];

/** Puts into a new folder what a first start leaves there: copied from one start, which takes as long as ten later ones. */
export async function copySample(dataFolder: string): Promise<void> {
  const sample = await madeOnce('sample', await hashOfInputs(projectFolder, inputsOfSample), async (folder) => {
    await (await startProduct({ dataFolder: folder })).stop();
  });
  await copyFolder(sample, dataFolder);
}

function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // The group is gone already.
  }
}

/** A folder that is removed when the work is done. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'so-nha-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
