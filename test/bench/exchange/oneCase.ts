/** Runs one case in a process of its own, so that its peak of memory is its own: `oneCase.ts NAME ROWS FOLDER`. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { peakMegabytes } from '../peakMemory.ts';
import { exchangeCases, fileOf } from './cases.ts';

const [name, given, folder] = process.argv.slice(2);
const rows = Number(given);
const found = exchangeCases.find((one) => one.name === name);
if (!found || folder === undefined) throw new Error(`no case is called ${name}`);
const { run } = found;

const write = 'write' in run ? await run.write() : null;
const read = 'read' in run ? await run.read() : null;
const before = process.cpuUsage();
const started = performance.now();
let bytes = (await write?.(rows)) ?? 0;
if (read && 'from' in run) {
  const path = join(folder, fileOf(run.from));
  const found = await read(path);
  if (found !== rows) throw new Error(`${found} rows were read instead of ${rows}`);
  bytes = (await stat(path)).size;
}
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: peakMegabytes(),
    megabytes: bytes / 1e6,
  }),
);
