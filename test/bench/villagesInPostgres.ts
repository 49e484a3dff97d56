/** Made-up villages in PostgreSQL, and the nearest-road version of numbering them as one set-based PostGIS statement. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { hexOfPositions } from './binaryCopy.ts';
import { cpuSecondsOf } from './partTimes.ts';
import { housesPerVillage, madeVillage, villageSeed } from './madeVillages.ts';

/** New tables of so many villages, and what the statement needs beforehand: plane geometry, centres, keys, an index. */
export async function fillTables(client: pg.Client, villageCount: number): Promise<void> {
  await client.query('CREATE EXTENSION IF NOT EXISTS postgis');
  await client.query('DROP TABLE IF EXISTS bench_roads, bench_houses, bench_engine, bench_sql');
  await client.query(codeFunctions());
  await client.query(`
    CREATE UNLOGGED TABLE bench_roads (
      village_id integer, id integer, name text, width real, geom geometry(LineString, 4326));
    CREATE UNLOGGED TABLE bench_houses (village_id integer, id integer, geom geometry(Polygon, 4326))`);
  const rowsOf = function* (table: 'roads' | 'houses') {
    for (let village = 0; village < villageCount; village += 1) {
      const made = madeVillage(village, housesPerVillage, villageSeed);
      if (table === 'houses') {
        yield made.houses.map(({ id, ring }) => `${village}\t${id}\t${hexOfPositions(ring, 'polygon')}\n`).join('');
      } else {
        yield made.roads
          .map(({ id, name, widthMeters, line }) => {
            return `${village}\t${id}\t${name ?? '\\N'}\t${widthMeters}\t${hexOfPositions(line, 'line')}\n`;
          })
          .join('');
      }
    }
  };
  for (const table of ['roads', 'houses'] as const) {
    const copy = client.query(copyFrom(`COPY bench_${table} FROM STDIN`));
    await pipeline(Readable.from(rowsOf(table)), copy);
  }
  await client.query(`
    ALTER TABLE bench_roads ADD COLUMN plane geometry(LineString, 3405);
    ALTER TABLE bench_houses ADD COLUMN plane geometry(Point, 3405), ADD COLUMN centre geometry(Point, 4326);
    UPDATE bench_roads SET plane = ST_Transform(geom, 3405);
    UPDATE bench_houses SET centre = ST_Centroid(geom), plane = ST_Transform(ST_Centroid(geom), 3405);
    ALTER TABLE bench_roads ADD PRIMARY KEY (village_id, id);
    ALTER TABLE bench_houses ADD PRIMARY KEY (village_id, id);
    CREATE INDEX ON bench_roads USING gist (plane);
    CLUSTER bench_houses USING bench_houses_pkey;
    CLUSTER bench_roads USING bench_roads_pkey`);
  await client.query('VACUUM ANALYZE bench_roads');
  await client.query('VACUUM ANALYZE bench_houses');
}

/** The functions of the product's own migration, without its tables. */
function codeFunctions(): string {
  const migration = readFileSync(resolve(import.meta.dirname, '../../migrations/0003_codes_checked.sql'), 'utf8');
  return migration.slice(0, migration.indexOf('GRANT EXECUTE'));
}

/** The nearest road with a name within 60 metres, place and side on it, numbers, codes; then the key. */
export async function numberBySql(
  client: pg.Client,
): Promise<{ seconds: number; cpuSeconds: number | null; told: string }> {
  const processId = Number((await client.query('SELECT pg_backend_pid() AS id')).rows[0].id);
  const cpuBefore = cpuSecondsOf(processId);
  await client.query("SET max_parallel_workers_per_gather = 0; SET work_mem = '512MB'; SET jit = off");
  const started = performance.now();
  await client.query(`
    CREATE TABLE bench_sql AS
    WITH nearest AS (
      SELECT DISTINCT ON (h.village_id, h.id) h.village_id, h.id AS house_id, h.plane, h.centre,
             r.id AS road_id, r.plane AS line
      FROM bench_houses AS h
      JOIN bench_roads AS r
        ON r.village_id = h.village_id AND r.name IS NOT NULL AND r.plane && ST_Expand(h.plane, 60)
      ORDER BY h.village_id, h.id, ST_Distance(r.plane, h.plane)),
    located AS (
      SELECT *, ST_LineLocatePoint(line, plane) AS share, ST_Length(line) AS length FROM nearest),
    sided AS (
      SELECT *, ST_LineInterpolatePoint(line, greatest(share - 0.0005, 0)) AS before,
             ST_LineInterpolatePoint(line, least(share + 0.0005, 1)) AS after
      FROM located),
    parted AS (
      SELECT village_id, house_id, road_id, share * length AS measure, centre,
             (ST_X(after) - ST_X(before)) * (ST_Y(plane) - ST_Y(before))
               - (ST_Y(after) - ST_Y(before)) * (ST_X(plane) - ST_X(before)) >= 0 AS is_left
      FROM sided)
    SELECT village_id, house_id, road_id, measure, CASE WHEN is_left THEN 'left' ELSE 'right' END AS side,
           2 * row_number() OVER (PARTITION BY village_id, road_id, is_left ORDER BY measure, house_id)
             - CASE WHEN is_left THEN 1 ELSE 0 END AS number,
           left(plus_code_of_cell(
             (floor(ST_Y(centre) * 1e7 + 0.5)::integer + 900000000) / 50,
             ((floor(ST_X(centre) * 1e7 + 0.5)::bigint + 1800000000) * 8 / 625)::integer), 12) AS code
    FROM parted`);
  const key = performance.now();
  await client.query('ALTER TABLE bench_sql ADD PRIMARY KEY (village_id, house_id)');
  const ended = performance.now();
  const cpuAfter = cpuSecondsOf(processId);
  const cpuSeconds = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore;
  const told = `statement ${inSeconds(key - started)}, key ${inSeconds(ended - key)}, whole ${inSeconds(ended - started)}`;
  return { seconds: (ended - started) / 1000, cpuSeconds, told: `${told} (${cpuSeconds?.toFixed(2) ?? 'not known'})` };
}

const inSeconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
