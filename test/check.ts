/** `npm run check`: every `check:` step of package.json, two at a time; only the output of those that fail is shown. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  scripts: Record<string, string>;
};
/** Also among the tests, which in CI run beside this. */
const isTested = (name: string) => name === 'check:architecture' && Boolean(process.env['CI']);
const steps = Object.keys(scripts).filter((name) => name.startsWith('check:') && !isTested(name));
const atOnce = 2;

/** Runs one step; true when it passed. Its output is shown only if it failed. */
function run(step: string): Promise<boolean> {
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', step], {
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${step.slice('check:'.length)} (${seconds} s)`);
      if (code !== 0) console.log(Buffer.concat(output).toString());
      resolve(code === 0);
    });
  });
}

const waiting = [...steps];
const results: boolean[] = [];
const worker = async (): Promise<void> => {
  for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await run(step));
};
await Promise.all(Array.from({ length: atOnce }, worker));
process.exit(results.every(Boolean) ? 0 : 1);
