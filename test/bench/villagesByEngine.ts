/** Houses of villages in PostgreSQL numbered by the whole engine, in one thread, read and written by COPY. */
import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { numberFresh, type FreshRoad } from '../../domain/addressing/numberFresh.ts';
import type { SiteBuilding } from '../../domain/addressing/whichRoad/buildings.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { defaultNumberingProfile } from '../../domain/records/village.ts';
import { rowReader, RowWriter, type FieldReader } from './binaryCopy.ts';
import { madeRoadRecord } from './madeVillages.ts';
import { cpuSecondsOf, PartTimes } from './partTimes.ts';

const [copyOut, engine, writing, copyIn, key] = ['COPY out and parse', 'engine', 'writing', 'COPY in', 'key'];

/**
 * A village to a row, with its roads and houses, in the order of their numbers; those of houses are 0, 1, 2… All of a
 * village may be forgotten once it is numbered: what is kept for long is moved about in memory again and again.
 */
const villages = `
  SELECT village_id, ids, kinds, widths, lines, rings
  FROM (SELECT village_id, string_agg(int4send(id), ''::bytea ORDER BY id) AS ids,
               string_agg(int4send(CASE WHEN name IS NULL THEN 0 WHEN name LIKE 'Ngõ%' THEN 1 ELSE 2 END),
                          ''::bytea ORDER BY id) AS kinds,
               string_agg(float4send(width), ''::bytea ORDER BY id) AS widths,
               string_agg(geom::bytea, ''::bytea ORDER BY id) AS lines
        FROM bench_roads GROUP BY village_id) AS roads
  JOIN (SELECT village_id, string_agg(geom::bytea, ''::bytea ORDER BY id) AS rings
        FROM bench_houses GROUP BY village_id) AS houses USING (village_id)
  ORDER BY village_id`;
const names = [null, 'Ngõ', 'Đường'] as const;

function roadsOf(row: FieldReader): FreshRoad[] {
  const [ids, kinds, widths, lines] = [row.integers(), row.integers(), row.reals(), row.shapes()];
  return ids.map((id, at) => {
    const made = { id, name: names[kinds[at]!]!, widthMeters: widths[at]!, line: lines[at]! };
    return { road: madeRoadRecord(made) };
  });
}

/** A new table `bench_engine` with its key. */
export async function numberByEngine(url: string) {
  const times = new PartTimes();
  times.enter(copyOut);
  const [reader, writer] = [clientOf(url), clientOf(url)];
  await Promise.all([reader.connect(), writer.connect()]);
  await writer.query(`CREATE TABLE bench_engine (
    village_id integer, house_id integer, road_id integer, measure double precision, side text, number text, code text)`);

  const copy = writer.query(copyFrom('COPY bench_engine FROM STDIN (FORMAT binary)'));
  const out = new RowWriter();
  const number = (village: number, roads: readonly FreshRoad[], rings: readonly Position[][]) => {
    times.enter(engine);
    const houses = rings.map((ring): SiteBuilding => ({ ring, point: null, isDoor: false }));
    const { addresses } = numberFresh(roads, houses, [], defaultNumberingProfile);
    times.enter(writing);
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
    times.enter(copyOut);
  };
  const readVillage = rowReader((row) => number(row.integer(), roadsOf(row), row.shapes()));
  for await (const chunk of reader.query(copyTo(`COPY (${villages}) TO STDOUT (FORMAT binary)`))) {
    readVillage(chunk as Buffer);
    if (out.length > 1 << 16 && !copy.write(out.take())) await once(copy, 'drain');
  }
  times.enter(copyIn);
  copy.end(out.end());
  await once(copy, 'finish');
  times.enter(key);
  await writer.query('ALTER TABLE bench_engine ADD PRIMARY KEY (village_id, house_id)');
  times.enter(null);
  const serverSeconds = sumOf(await Promise.all([reader, writer].map(serverSecondsOf)));
  await Promise.all([reader.end(), writer.end()]);
  return { times, serverSeconds };
}

/** Processor seconds of the server for one connection; null where the server is not on this machine. */
async function serverSecondsOf(client: pg.Client): Promise<number | null> {
  return cpuSecondsOf(Number((await client.query('SELECT pg_backend_pid() AS id')).rows[0].id));
}

const sumOf = (values: readonly (number | null)[]): number | null =>
  values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);

/** Should the work fail, its own error is to be seen, not that the server went away. */
export function clientOf(url: string): pg.Client {
  const made = new pg.Client(url);
  made.on('error', () => undefined);
  return made;
}
