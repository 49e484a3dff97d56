/**
 * `npm run bench:numbering [-- HOUSES]`: houses of made-up villages numbered by the whole engine, in one thread, read
 * from and written to PostgreSQL by COPY into a new table with its key; beside it the nearest-road version as one
 * set-based PostGIS statement on the same server in the same run. Then a preview of one village of 2,000 houses.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { numberFresh, type FreshRoad } from '../../domain/addressing/numberFresh.ts';
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import type { SiteBuilding } from '../../domain/addressing/whichRoad/site.ts';
import type { House } from '../../domain/records/house.ts';
import { deriveId } from '../../domain/records/identifier.ts';
import type { Road } from '../../domain/records/road.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { defaultNumberingProfile } from '../../domain/records/village.ts';
import { worldOf } from '../../domain/records/world.ts';
import { frontOf } from '../../domain/addressing/front.ts';
import { measureLine } from '../../domain/geometry/measuredLine.ts';
import { startPostgres } from '../postgresServer.ts';
import { hexOfPositions, rowReader, RowWriter } from './binaryCopy.ts';
import { medianMilliseconds, printFigures, type Figure } from './figure.ts';
import { madeVillage, type MadeRoad } from './madeVillages.ts';

const houseCount = Number(process.argv[2] ?? 1_000_000);
const housesPerVillage = 303;
const villageCount = Math.max(1, Math.round(houseCount / housesPerVillage));
const seed = 20_221_130;

const server = await startPostgres();
if (!server) process.exit(1);
const figures: Figure[] = [];
const client = clientOf(server.url);
try {
  await client.connect();
  await client.query('CREATE EXTENSION IF NOT EXISTS postgis');
  await client.query('DROP TABLE IF EXISTS bench_roads, bench_houses, bench_engine, bench_sql');
  await client.query(codeFunctions());
  await fill(client);
  const engine = await numberByEngine(server.url, client);
  const sql = await numberBySql(client);
  const total = Number((await client.query('SELECT count(*) FROM bench_houses')).rows[0].count);
  const agreement = await client.query(
    'SELECT count(*) FROM bench_engine AS e JOIN bench_sql AS s USING (village_id, house_id) WHERE e.road_id = s.road_id',
  );
  await client.end();
  console.log(`${villageCount} villages, ${total} houses, seed ${seed}; by part, in seconds:`);
  console.log(`  engine: ${parts(engine.parts)}`);
  console.log(`  SQL: ${parts(sql.parts)}`);
  console.log(`  houses on the same road by both: ${agreement.rows[0].count}`);
  figures.push(
    {
      figure: 'engine, COPY out, numbering, COPY in, key',
      value: engine.seconds,
      aim: null,
      better: 'lower',
      unit: 's',
    },
    {
      figure: 'one PostGIS statement (nearest road only) and key',
      value: sql.seconds,
      aim: null,
      better: 'lower',
      unit: 's',
    },
    {
      figure: 'engine against the statement',
      value: engine.seconds / sql.seconds,
      aim: 0.25,
      better: 'lower',
      unit: 'times',
    },
    {
      figure: 'peak memory of the engine',
      value: process.resourceUsage().maxRSS / 1024,
      aim: 1000,
      better: 'lower',
      unit: 'MB',
    },
  );
} finally {
  await server.stop();
}
figures.push(...(await previewFigures()));
printFigures(figures);

/** Should the work fail, its own error is to be seen, not that the server went away. */
function clientOf(url: string): pg.Client {
  const made = new pg.Client(url);
  made.on('error', () => undefined);
  return made;
}

type Parts = Readonly<Record<string, number>>;

function parts(of: Parts): string {
  return Object.entries(of)
    .map(([name, seconds]) => `${name} ${seconds.toFixed(2)}`)
    .join(', ');
}

/** The functions of the product's own migration, without its tables. */
function codeFunctions(): string {
  const migration = readFileSync(resolve(import.meta.dirname, '../../migrations/0003_codes_checked.sql'), 'utf8');
  return migration.slice(0, migration.indexOf('GRANT EXECUTE'));
}

async function fill(client: pg.Client): Promise<void> {
  await client.query(`
    CREATE UNLOGGED TABLE bench_roads (
      village_id integer, id integer, name text, width real, geom geometry(LineString, 4326));
    CREATE UNLOGGED TABLE bench_houses (village_id integer, id integer, geom geometry(Polygon, 4326))`);
  const rowsOf = function* (table: 'roads' | 'houses') {
    for (let village = 0; village < villageCount; village += 1) {
      const made = madeVillage(village, housesPerVillage, seed);
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
  // What the statement needs is given to it beforehand: plane geometry in metres, centres, keys and an index.
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

function recordOf({ id, name, widthMeters, line }: MadeRoad): Road {
  return {
    kind: 'road',
    id: String(id).padStart(4, '0'),
    version: 1,
    class: name === null ? 'access' : name.startsWith('Ngõ') ? 'lane' : 'road',
    name: name === null || name.startsWith('Ngõ') ? null : name,
    numberName: null,
    parentRoadId: null,
    line: { type: 'LineString', coordinates: line },
    directionReason: null,
    widthMeters,
    madeFor: 'vehicles',
    state: 'existing',
    decisionId: null,
  };
}

async function numberByEngine(url: string, client: pg.Client) {
  await client.query(`CREATE TABLE bench_engine (
    village_id integer, house_id integer, road_id integer, measure double precision, side text, number text, code text)`);
  const spent = { 'COPY out and parse': 0, engine: 0, writing: 0, 'COPY in': 0, key: 0 };
  const started = performance.now();
  const reader = clientOf(url);
  const writer = clientOf(url);
  await Promise.all([reader.connect(), writer.connect()]);

  const roads: FreshRoad[][] = [];
  const readRoad = rowReader((row) => {
    const village = row.integer();
    const id = row.integer();
    const kind = row.integer();
    const widthMeters = row.real();
    const name = kind === 0 ? null : kind === 1 ? 'Ngõ' : 'Đường';
    const road = recordOf({ id, name, widthMeters, line: row.positions() });
    (roads[village] ??= []).push({ road });
  });
  for await (const chunk of reader.query(
    copyTo(`COPY (SELECT village_id, id, CASE WHEN name IS NULL THEN 0 WHEN name LIKE 'Ngõ%' THEN 1 ELSE 2 END, width, geom
                  FROM bench_roads ORDER BY village_id, id) TO STDOUT (FORMAT binary)`),
  )) {
    readRoad(chunk as Buffer);
  }

  const copy = writer.query(copyFrom('COPY bench_engine FROM STDIN (FORMAT binary)'));
  const out = new RowWriter();
  const number = (village: number, rings: readonly Position[][]) => {
    const began = performance.now();
    const houses = rings.map((ring): SiteBuilding => ({ ring, point: null, isDoor: false }));
    const { addresses } = numberFresh(roads[village] ?? [], houses, [], defaultNumberingProfile);
    delete roads[village];
    spent.engine += performance.now() - began;
    for (let house = 0; house < addresses.length; house += 1) {
      const address = addresses[house];
      if (!address || address.number === null || address.plusCode === null) continue;
      out.row(7);
      out.integer(village);
      out.integer(house);
      out.integer(Number(address.roadId));
      out.double(address.measureMeters);
      out.text(address.side);
      out.text(address.fullNumber!);
      out.text(address.plusCode);
    }
    spent.writing += performance.now() - began;
  };
  // A village to a row, its houses one after the other in the order of their numbers: 0, 1, 2…
  const readVillage = rowReader((row) => number(row.integer(), row.shapes()));
  for await (const chunk of reader.query(
    copyTo(`COPY (SELECT village_id, string_agg(geom::bytea, ''::bytea ORDER BY id) FROM bench_houses
                  GROUP BY village_id ORDER BY village_id) TO STDOUT (FORMAT binary)`),
  )) {
    readVillage(chunk as Buffer);
    if (out.length > 1 << 16 && !copy.write(out.take())) await once(copy, 'drain');
  }
  const read = performance.now();
  copy.end(out.end());
  await once(copy, 'finish');
  spent['COPY in'] = performance.now() - read;
  await Promise.all([reader.end(), writer.end()]);
  const key = performance.now();
  await client.query('ALTER TABLE bench_engine ADD PRIMARY KEY (village_id, house_id)');
  spent.key = performance.now() - key;
  const seconds = (performance.now() - started) / 1000;
  spent['COPY out and parse'] = read - started - spent.writing;
  spent.writing -= spent.engine;
  return { seconds, parts: inSeconds(spent) };
}

function inSeconds(spent: Record<string, number>): Parts {
  return Object.fromEntries(Object.entries(spent).map(([name, milliseconds]) => [name, milliseconds / 1000]));
}

async function numberBySql(client: pg.Client) {
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
  return {
    seconds: (ended - started) / 1000,
    parts: inSeconds({ statement: key - started, key: ended - key }),
  };
}

/** As the browser computes it: when a village is opened, and after each edit of a house. */
async function previewFigures(): Promise<Figure[]> {
  const base = '01890000-0000-7000-8000-000000000001';
  const made = madeVillage(0, 2000, seed);
  const idOf = new Map(made.roads.map(({ id }) => [id, deriveId(base, 10_000 + id)]));
  const roads = made.roads.map((road) => ({ ...recordOf(road), id: idOf.get(road.id)! }));
  const main = measureLine(roads[0]!.line);
  const houses = made.houses.map(({ id, ring }): House => {
    const footprint = { type: 'Polygon' as const, coordinates: [ring as never] };
    const fields = { name: null, use: 'residential', state: 'standing', parcel: null, chosenRoadId: null } as const;
    return {
      kind: 'house',
      id: deriveId(base, 20_000 + id),
      version: 1,
      entrance: frontOf(ring, main),
      entranceOrigin: 'shown',
      footprint,
      ...fields,
    };
  });
  const world = worldOf([...roads, ...houses]);
  const cold = await medianMilliseconds(
    () => planNumbering({ ...world, road: new Map(world.road), house: new Map(world.house) }, null, base),
    15,
  );
  let edited = world;
  let turn = 0;
  const warm = await medianMilliseconds(() => {
    const house = houses[(turn += 7) % houses.length]!;
    const entrance: Position = [house.entrance[0] + 1e-6, house.entrance[1]];
    edited = { ...edited, house: new Map(edited.house).set(house.id, { ...house, version: 2, entrance }) };
    planNumbering(edited, null, base);
  }, 15);
  return [
    {
      figure: 'preview of a village of 2,000 houses, nothing known',
      value: cold,
      aim: 30,
      better: 'lower',
      unit: 'ms',
    },
    { figure: 'the same after one house has been moved', value: warm, aim: 30, better: 'lower', unit: 'ms' },
  ];
}
