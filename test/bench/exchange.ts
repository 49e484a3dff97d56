/**
 * How fast files are written and read, and how much memory it takes: each case in a process of its own, beside what others
 * offer. `npm run bench:exchange [ROWS …]`; by default 10,000, 100,000 and 1,000,000 rows.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exchangeCases } from './exchange/cases.ts';
import { releaseFigures, type ReleaseMeasured } from './exchange/fromDatabases.ts';
import { makeFiles } from './exchange/filesMade.ts';
import { printFigures, type Figure } from './figure.ts';

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly megabytes: number;
}

const asked = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), 'exchange-'));

/** In a process of its own: what it prints. */
const told = (script: URL, ...words: readonly string[]): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', script.pathname, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
const measureOnce = (name: string, rows: number) =>
  told(new URL('./exchange/oneCase.ts', import.meta.url), name, String(rows), folder) as Measured;
/** The middle one of three by its processor time: one alone may be half as slow again. Long ones even out by themselves. */
const measure = (name: string, rows: number): Measured =>
  rows > 200_000
    ? measureOnce(name, rows)
    : [1, 2, 3].map(() => measureOnce(name, rows)).sort((a, b) => a.cpuSeconds - b.cpuSeconds)[1]!;
const measureRelease = (...words: readonly string[]) =>
  told(new URL('./exchange/oneRelease.ts', import.meta.url), ...words) as ReleaseMeasured;

for (const rows of asked.length > 0 ? asked : [10_000, 100_000, 1_000_000]) {
  await makeFiles(folder, rows);
  const found = new Map<string, Measured>();
  for (const { name, beside, aims } of exchangeCases) {
    const measured = measure(name, rows);
    found.set(name, measured);
    const figure = (
      what: string,
      value: number,
      unit: string,
      better: Figure['better'],
      aim: number | null = null,
    ) => ({
      figure: `${name}, ${rows.toLocaleString('en')} rows: ${what}`,
      value,
      aim,
      better,
      unit,
    });
    const figures = [
      figure('speed', rows / measured.seconds, 'rows/s', 'higher'),
      figure('processor time', measured.cpuSeconds, 's', 'lower'),
      figure('peak memory', measured.peakMegabytes, 'MB', 'lower'),
      figure('size', measured.megabytes, 'MB', 'lower'),
    ];
    const ours = beside === undefined ? undefined : found.get(beside);
    if (ours) {
      figures.push(
        figure(
          'its processor time over ours',
          measured.cpuSeconds / ours.cpuSeconds,
          'times',
          'higher',
          aims?.timesFaster,
        ),
        figure('our memory over its', ours.peakMegabytes / measured.peakMegabytes, 'times', 'lower', aims?.memory),
      );
    }
    printFigures(figures);
  }
  printFigures(await releaseFigures(folder, rows, measureRelease));
}
await rm(folder, { recursive: true });
