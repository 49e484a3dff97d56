/**
 * Writes a stored release as a file to nowhere, in a process of its own: `oneRelease.ts TARGET RELEASE FORMAT`, the target as
 * a folder or a postgres:// URL.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { DatabaseTarget } from '../../../server/db/open.ts';
import { openDatabase } from '../../../server/db/open.ts';
import { releaseById } from '../../../server/db/releases.ts';
import { formatById, releaseFile } from '../../../server/releases/releaseFile.ts';

const [place, id, formatId] = process.argv.slice(2) as [string, string, string];
const target: DatabaseTarget = place.startsWith('postgres')
  ? { kind: 'postgres', url: place }
  : { kind: 'pglite', folder: place };
const { db, copyOut, close } = await openDatabase(target, () => undefined);
const release = (await releaseById(db, id))!;
const heldBefore = process.memoryUsage.rss();
const before = process.cpuUsage();
const started = performance.now();
let [bytes, rows] = [0, 0];
let held = heldBefore;
// How long the process answers nobody else.
const waits = monitorEventLoopDelay({ resolution: 1 });
waits.enable();
const progress = (count: number) => (rows = count);
for await (const piece of releaseFile(db, release, 'whole', formatById(formatId)!, { progress, copyOut })) {
  bytes += piece.length;
  held = Math.max(held, process.memoryUsage.rss());
  await new Promise(setImmediate);
}
waits.disable();
if (rows !== release.rowCount) throw new Error(`${rows} rows were written instead of ${release.rowCount}`);
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    seconds,
    cpuSeconds: (user + system) / 1e6,
    grownMegabytes: (held - heldBefore) / 1024 / 1024,
    longestMilliseconds: waits.max / 1e6,
    megabytes: bytes / 1e6,
  }),
);
await close();
