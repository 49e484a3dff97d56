/** The same by the database's own function, on points stored as it stores them. */
import { sql } from 'kysely';
import type { Database } from '../../server/db/open.ts';
import type { Coded } from './codesOfPlaces.ts';
import { randomPlaces } from './randomPlaces.ts';

/** Places sent and codes fetched in one statement. */
const batch = 50_000;

/** In a table of the session, which goes with it. The time is that of one scan that makes every code of 11 digits. */
export async function codesInDatabase({ db }: Database, seed: number, count: number): Promise<Coded> {
  const places = randomPlaces(seed, count);
  const axis = (offset: 0 | 1, from: number, to: number): string =>
    `{${places
      .subarray(from * 2, to * 2)
      .filter((_, i) => i % 2 === offset)
      .join(',')}}`;
  return db.connection().execute(async (session) => {
    await sql`CREATE TEMPORARY TABLE places (n integer PRIMARY KEY, place geometry(Point, 4326) NOT NULL)`.execute(
      session,
    );
    try {
      for (let from = 0; from < count; from += batch) {
        const to = Math.min(from + batch, count);
        await sql`
          INSERT INTO places
          SELECT ${from}::integer + given.n - 1, ST_SetSRID(ST_MakePoint(given.lng / 1e7::float8, given.lat / 1e7::float8), 4326)
          FROM unnest(${axis(0, from, to)}::integer[], ${axis(1, from, to)}::integer[])
            WITH ORDINALITY AS given(lng, lat, n)`.execute(session);
      }
      await sql`ANALYZE places`.execute(session);
      const started = performance.now();
      await sql`SELECT count(plus_code(place, 11)) FROM places`.execute(session);
      const milliseconds = performance.now() - started;
      let codes = '';
      for (let from = 0; from < count; from += batch) {
        const { rows } = await sql<{ codes: string }>`
          SELECT string_agg(plus_code(place, 12), '' ORDER BY n) AS codes FROM places
          WHERE n >= ${from} AND n < ${from + batch}`.execute(session);
        codes += rows[0]?.codes ?? '';
      }
      return { codes, milliseconds };
    } finally {
      await sql`DROP TABLE places`.execute(session);
    }
  });
}
