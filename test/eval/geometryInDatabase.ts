/** What PostGIS measures of the same lines and places, in a plane into which they are put. */
import { sql } from 'kysely';
import proj4 from 'proj4';
import { localFrame } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Database } from '../../server/db/open.ts';
import type { GeometryCase } from './geometryCases.ts';

/**
 * frame: the metres of the domain's own local frame around the place, handed over as they are; projection: a transverse
 * Mercator projection around the village's middle, by the library of projections; cadastral: EPSG:5897, by the database.
 */
export type Plane = 'frame' | 'projection' | 'cadastral';

/** One stretch of the first line that lies nearest, give or take a millimetre. */
export interface Stretch {
  readonly segment: number;
  readonly measureMeters: number;
  /** Metres to the left of the segment's axis: its cross product with the place, by its length. */
  readonly leftMeters: number;
  readonly bearingDegrees: number;
}

export interface Measured {
  readonly measureMeters: number;
  readonly lengthMeters: number;
  /** Of each line. */
  readonly distances: readonly number[];
  readonly stretches: readonly Stretch[];
  /** From the foot to the place; null where they are one. */
  readonly bearingToPlaceDegrees: number | null;
}

/** Cases a statement. */
const batch = 1000;

export async function geometryInDatabase(
  database: Database,
  cases: readonly GeometryCase[],
  plane: Plane,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (let from = 0; from < cases.length; from += batch) {
    measured.push(...(await measureBatch(database, cases.slice(from, from + batch), plane)));
  }
  return measured;
}

type Plan = (position: Position) => readonly number[];

function intoPlane({ middle: [lng, lat], place }: GeometryCase, plane: Plane): Plan {
  if (plane === 'frame') return localFrame(place).toMeters;
  if (plane === 'cadastral') return (position) => position;
  const projection = proj4('WGS84', `+proj=tmerc +lat_0=${lat} +lon_0=${lng} +k=1 +ellps=WGS84 +units=m +no_defs`);
  return ([x, y]) => projection.forward([x, y]);
}

const textArray = (texts: readonly string[]): string => `{${texts.map((text) => `"${text}"`).join(',')}}`;

async function measureBatch({ db }: Database, cases: readonly GeometryCase[], plane: Plane): Promise<Measured[]> {
  const toPlane = cases.map((one) => intoPlane(one, plane));
  const points = (coordinates: readonly Position[], n: number) =>
    coordinates.map((position) => toPlane[n]!(position).join(' ')).join(',');
  const lines = (k: number) => textArray(cases.map((one, n) => `LINESTRING(${points(one.lines[k]!, n)})`));
  const places = textArray(cases.map((one, n) => `POINT(${points([one.place], n)})`));
  const inPlane = (name: string) => {
    const given = sql`ST_GeomFromText(${sql.ref(name)})`;
    return plane === 'cadastral' ? sql`ST_SetSRID(ST_Transform(ST_SetSRID(${given}, 4326), 5897), 0)` : given;
  };
  const { rows } = await sql<{ found: Measured }>`
    WITH given AS MATERIALIZED (
      SELECT n, ${inPlane('a')} AS line, ${inPlane('b')} AS second, ${inPlane('c')} AS third, ${inPlane('p')} AS place
      FROM unnest(${lines(0)}::text[], ${lines(1)}::text[], ${lines(2)}::text[], ${places}::text[])
        WITH ORDINALITY AS t(a, b, c, p, n))
    SELECT json_build_object(
      'measureMeters', ST_LineLocatePoint(line, place) * ST_Length(line),
      'lengthMeters', ST_Length(line),
      'distances', json_build_array(ST_Distance(line, place), ST_Distance(second, place), ST_Distance(third, place)),
      'bearingToPlaceDegrees', degrees(ST_Azimuth(ST_ClosestPoint(line, place), place)),
      'stretches', stretches) AS found
    FROM given, LATERAL (
      SELECT json_agg(json_build_object(
        'segment', i,
        'measureMeters', start + length * ST_LineLocatePoint(segment, place),
        'leftMeters', ((ST_X(b) - ST_X(a)) * (ST_Y(place) - ST_Y(a)) - (ST_Y(b) - ST_Y(a)) * (ST_X(place) - ST_X(a))) / length,
        'bearingDegrees', degrees(ST_Azimuth(a, b))) ORDER BY i) AS stretches
      FROM (
        SELECT *, ST_Distance(a, b) AS length, coalesce(sum(ST_Distance(a, b)) OVER (
          ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS start
        FROM (
          SELECT i, ST_PointN(line, i) AS a, ST_PointN(line, i + 1) AS b,
            ST_MakeLine(ST_PointN(line, i), ST_PointN(line, i + 1)) AS segment
          FROM generate_series(1, ST_NPoints(line) - 1) AS i) AS pairs) AS segments
      WHERE length > 0 AND ST_Distance(segment, place) <= ST_Distance(line, place) + 0.001) AS nearest
    ORDER BY n`.execute(db);
  return rows.map(({ found }) => found);
}
