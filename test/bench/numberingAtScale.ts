/**
 * `npm run bench:numbering [-- HOUSES]`: a preview of one village of 2,000 houses; then houses of made-up villages
 * numbered by the whole engine, in one thread, read from and written to PostgreSQL by COPY into a new table with its
 * key, and beside it the nearest-road version as one set-based PostGIS statement on the same server in the same run.
 */
import { startPostgres } from '../postgresServer.ts';
import { printFigures, type Figure } from './figure.ts';
import { housesPerVillage, villageSeed } from './madeVillages.ts';
import { previewFigures } from './numberingPreview.ts';
import { peakMegabytes } from './peakMemory.ts';
import { clientOf, numberByEngine } from './villagesByEngine.ts';
import { fillTables, numberBySql } from './villagesInPostgres.ts';

const houseCount = Number(process.argv[2] ?? 1_000_000);
const villageCount = Math.max(1, Math.round(houseCount / housesPerVillage));

const figures: Figure[] = previewFigures();
const server = await startPostgres();
if (!server) process.exit(1);
const client = clientOf(server.url);
try {
  await client.connect();
  await fillTables(client, villageCount);
  const engine = await numberByEngine(server.url);
  const sql = await numberBySql(client);
  const countOf = async (from: string) => Number((await client.query(`SELECT count(*) FROM ${from}`)).rows[0].count);
  const total = await countOf('bench_houses');
  const agreed = await countOf(
    'bench_engine AS e JOIN bench_sql AS s USING (village_id, house_id) WHERE e.road_id = s.road_id',
  );
  await client.end();
  const { wallSeconds, cpuSeconds } = engine.times.total;
  console.log(`${villageCount} villages, ${total} houses, seed ${villageSeed}; by part, seconds (and CPU seconds):`);
  console.log(`  engine: ${engine.times}; on the server (${engine.serverSeconds?.toFixed(2) ?? 'not known'})`);
  console.log(`  SQL: ${sql.told}`);
  console.log(`  houses on the same road by both: ${agreed}`);
  figures.push(
    seconds('engine, COPY out, numbering, COPY in, key', wallSeconds),
    seconds('one PostGIS statement (nearest road only) and key', sql.seconds),
    times('engine against the statement', wallSeconds / sql.seconds, 0.25),
  );
  if (engine.serverSeconds !== null && sql.cpuSeconds !== null) {
    const whole = cpuSeconds + engine.serverSeconds;
    figures.push(times("the same by CPU time, the server's own counted on both sides", whole / sql.cpuSeconds, null));
  }
  figures.push({
    figure: 'peak memory of the engine',
    value: peakMegabytes(),
    aim: 1000,
    better: 'lower',
    unit: 'MB',
  });
} finally {
  await server.stop();
}
printFigures(figures);

function seconds(figure: string, value: number): Figure {
  return { figure, value, aim: null, better: 'lower', unit: 's' };
}

function times(figure: string, value: number, aim: number | null): Figure {
  return { figure, value, aim, better: 'lower', unit: 'times' };
}
