/** Files of releases out of both databases. The embedded one is for villages: a million rows are asked of the other only. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase, type DatabaseTarget } from '../../../server/db/open.ts';
import { startPostgres } from '../../postgresServer.ts';
import type { Figure } from '../figure.ts';
import { storeRelease } from './storedRelease.ts';

export interface ReleaseMeasured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Beside what the open database takes. */
  readonly grownMegabytes: number;
  readonly longestMilliseconds: number;
  readonly megabytes: number;
}

const formats = ['csv', 'geojson', 'xlsx', 'geopackage'] as const;
const mostEmbedded = 100_000;

/** `measure` runs one file in a process of its own. */
export async function releaseFigures(
  folder: string,
  rows: number,
  measure: (place: string, releaseId: string, format: string) => ReleaseMeasured,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const run = async (engine: string, target: DatabaseTarget) => {
    const database = await openDatabase(target, () => undefined);
    const releaseId = await storeRelease(database, rows);
    await database.close();
    const place = target.kind === 'postgres' ? target.url : target.folder;
    for (const format of formats) {
      const measured = measure(place, releaseId, format);
      const figure = (what: string, value: number, unit: string, better: Figure['better']) => ({
        ...{ figure: `${format} from ${engine}, ${rows.toLocaleString('en')} rows: ${what}`, value, aim: null },
        ...{ better, unit },
      });
      figures.push(
        figure('speed', rows / measured.seconds, 'rows/s', 'higher'),
        figure('processor time', measured.cpuSeconds, 's', 'lower'),
        figure('memory beside the open database', measured.grownMegabytes, 'MB', 'lower'),
        figure('longest wait for others', measured.longestMilliseconds, 'ms', 'lower'),
        figure('size', measured.megabytes, 'MB', 'lower'),
      );
    }
  };
  if (rows <= mostEmbedded)
    await run('the embedded database', { kind: 'pglite', folder: join(folder, `rows-${rows}`) });
  const server = await startPostgres();
  if (!server) return figures;
  const client = new pg.Client(server.url);
  await client.connect();
  const name = `sonha_bench_${randomUUID().replaceAll('-', '')}`;
  try {
    await client.query(`CREATE DATABASE ${name}`);
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    await run('PostgreSQL', { kind: 'postgres', url: url.href });
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  } finally {
    await client.end();
    await server.stop();
  }
  return figures;
}
