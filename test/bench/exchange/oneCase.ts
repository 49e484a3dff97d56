/** Runs one case in a process of its own, so that its peak of memory is its own: `oneCase.ts NAME ROWS`. */
import { exchangeCases } from './cases.ts';

const [name, rows] = process.argv.slice(2);
const found = exchangeCases.find((one) => one.name === name);
if (!found) throw new Error(`no case is called ${name}`);

const before = process.cpuUsage();
const started = performance.now();
const bytes = await found.run(Number(rows));
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    megabytes: bytes / 1e6,
  }),
);
