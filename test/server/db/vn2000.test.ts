import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { distanceMeters } from '../../../domain/geometry/localFrame.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import { cadastralGrid105, fromGrid, toGrid, toVn2000, utm48 } from '../../../domain/geometry/vn2000.ts';
import { describeDatabases } from '../../databases.ts';
import { vectors } from '../../domain/geometry/vn2000Vectors.ts';
import { randomPlaces } from '../../eval/randomPlaces.ts';

const millimetre = 0.001;
const epsg = { cadastral: 5897, utm: 3405, geographic: 4756 } as const;

describeDatabases('VN-2000 by the database itself (RULES §5, §12.15)', ({ database }) => {
  /** ST_Transform with the database's own definitions of the systems. */
  async function transformed(places: readonly Position[], from: number, to: number): Promise<Position[]> {
    const axis = (index: 0 | 1) => `{${places.map((place) => place[index]).join(',')}}`;
    const { rows } = await sql<{ x: number; y: number }>`
      SELECT ST_X(there) AS x, ST_Y(there) AS y
      FROM unnest(${axis(0)}::float8[], ${axis(1)}::float8[]) WITH ORDINALITY AS given(x, y, n),
        LATERAL (SELECT ST_Transform(ST_SetSRID(ST_MakePoint(given.x, given.y), ${from}::integer), ${to}::integer) AS there) AS t
      ORDER BY n`.execute(database().db);
    return rows.map(({ x, y }): Position => [x, y]);
  }
  const apart = ([x, y]: readonly [number, number], [u, v]: readonly [number, number]) => Math.hypot(x - u, y - v);

  it('gives the vectors to a millimetre, so its definitions are the right ones', async () => {
    const positions = vectors.map(({ position }) => position);
    for (const system of ['cadastral', 'utm'] as const) {
      const found = await transformed(positions, 4326, epsg[system]);
      found.forEach((place, index) => expect(apart(place, vectors[index]![system])).toBeLessThanOrEqual(millimetre));
    }
    const [back] = await transformed([[582_000, 2_213_000]], epsg.cadastral, 4326);
    expect(back!.map((degrees) => degrees.toFixed(7))).toEqual(['105.7855455', '20.0050011']);
  });

  it('agrees with the domain to a millimetre on 2,000 places north of the Mekong delta, there and back', async () => {
    const seed = Date.now() % 2_147_483_648;
    console.log(`random places: seed ${seed}`);
    const units = randomPlaces(seed, 4000);
    const all = Array.from({ length: 4000 }, (_, n): Position => [units[n * 2]! / 1e7, units[n * 2 + 1]! / 1e7]);
    const places = all.filter(([, lat]) => lat > 12).slice(0, 2000);
    expect(places).toHaveLength(2000);
    for (const [system, grid] of [
      ['cadastral', cadastralGrid105],
      ['utm', utm48],
    ] as const) {
      const theirs = await transformed(places, 4326, epsg[system]);
      const backThere = await transformed(theirs, epsg[system], 4326);
      theirs.forEach(([eastMeters, northMeters], n) => {
        const ours = toGrid(grid, places[n]!);
        expect(apart([ours.eastMeters, ours.northMeters], [eastMeters, northMeters])).toBeLessThanOrEqual(millimetre);
        const back = fromGrid(grid, { northMeters, eastMeters });
        expect(distanceMeters(back, places[n]!)).toBeLessThanOrEqual(millimetre / 10);
        // The database's own way back loses up to two millimetres in the shift of the datum; ours makes them good.
        expect(distanceMeters(backThere[n]!, places[n]!)).toBeLessThanOrEqual(2 * millimetre);
      });
    }
    const geographic = await transformed(places, 4326, epsg.geographic);
    geographic.forEach((place, n) => {
      expect(distanceMeters(place, toVn2000(places[n]!))).toBeLessThanOrEqual(millimetre);
    });
  });

  it('in the Mekong delta takes the older shift EPSG:5194, 0.8 m from that of the country (RULES §5)', async () => {
    const place: Position = [105.78, 10.03];
    const [found] = await transformed([place], 4326, epsg.cadastral);
    const { eastMeters, northMeters } = toGrid(cadastralGrid105, place);
    expect(apart(found!, [eastMeters, northMeters])).toBeCloseTo(0.8, 1);
  });
});
