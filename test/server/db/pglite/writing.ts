/** The writer process seen from the test: what it told, and how to stop it the hard way. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./writer.ts', import.meta.url));

export type Told = { readonly found: number; readonly consistent: boolean } | { readonly confirmed: number };

export interface Writer {
  /** What it found when it opened the database. */
  readonly found: Promise<{ readonly found: number; readonly consistent: boolean }>;
  /** The last sequence it has told as confirmed, 0 before the first. */
  readonly confirmed: () => number;
  /** Waits until it has confirmed something of its own. */
  readonly writing: Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Waits until it is gone and all it told was heard. */
  readonly gone: Promise<void>;
}

export function startWriter(folder: string, order: 'write' | 'look'): Writer {
  const child = spawn(process.execPath, ['--liftoff-only', '--import', 'tsx', program, folder, order], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let confirmed = 0;
  let heard = '';
  let complaint = '';
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let reportWriting = () => {};
  const writing = new Promise<void>((resolve) => (reportWriting = resolve));
  const found = new Promise<{ found: number; consistent: boolean }>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
      const lines = heard.split('\n');
      heard = lines.pop() ?? '';
      for (const line of lines) {
        const told = JSON.parse(line) as Told;
        if ('found' in told) resolve(told);
        else {
          confirmed = told.confirmed;
          reportWriting();
        }
      }
    });
    void gone.then(() => reject(new Error(`the writer ended before it had opened the database: ${complaint}`)));
  });
  found.catch(() => undefined);
  return { found, writing, gone, confirmed: () => confirmed, signal: (name) => void child.kill(name) };
}
