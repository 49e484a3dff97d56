/** `npm run bench [-- name…]`: speed and size figures, one line of JSON each. Nothing here passes or fails. */
import { editBench } from './edits.ts';
import { exportBench } from './exports.ts';
import { printFigures, type Bench } from './figure.ts';
import { numberingBench } from './numbering.ts';
import { pageBench } from './page.ts';
import { postgresEditBench } from './postgres.ts';
import { startBench } from './start.ts';

const benches: Readonly<Record<string, Bench>> = {
  numbering: numberingBench,
  start: startBench,
  edits: editBench('the embedded database'),
  postgres: postgresEditBench,
  page: pageBench,
  exports: exportBench,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  printFigures(await bench());
}
