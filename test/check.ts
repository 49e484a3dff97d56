/** `npm run check`: everything that can be said about the code without running it; all steps run, failures are shown. */
import { spawn } from 'node:child_process';

const steps: readonly (readonly [name: string, command: string])[] = [
  ['types', 'tsc --noEmit -p .'],
  ['svelte', 'svelte-check --tsconfig ./tsconfig.json --fail-on-warnings --output human'],
  ['lint', 'eslint . --max-warnings 0'],
  ['format', 'prettier --check --log-level warn .'],
  ['architecture', 'vitest run test/architecture.test.ts'],
  ['unused code', 'knip --no-progress'],
];
const atOnce = 2;

/** Runs one step; true when it passed. Its output is shown only if it failed. */
function run([name, command]: (typeof steps)[number]): Promise<boolean> {
  const started = performance.now();
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
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
