/** PostGIS asked for a second opinion on a Change before it is saved, and the villages beside it for their codes. */
import { sql, type RawBuilder, type Transaction } from 'kysely';
import { boundaryToleranceMeters } from '../../domain/edits/placeRule.ts';
import { refuse, type Refusal } from '../../domain/edits/refusal.ts';
import type { Change } from '../../domain/records/change.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { AnyRecord, RecordKind, RecordOf } from '../../domain/records/record.ts';
import type { Tables } from './tables.ts';
import { takenCode } from './takenCode.ts';

/** Between the spheroid's length and the domain's local frame over a village: a centimetre and some parts in 10,000. */
const lengthTolerance = { meters: 0.1, share: 0.001 } as const;

/**
 * To be asked in the transaction that saves, before saving. Checks what the change touches: shapes are valid, places
 * lie inside the village's boundary with a tolerance, measures lie on their roads, and no code is another's. Null:
 * nothing to object to.
 */
export async function verifyChange(trx: Transaction<Tables>, villageId: Id, change: Change): Promise<Refusal | null> {
  const after = [...change.created, ...change.updated.map(([, item]) => item)];
  const ofKind = <K extends RecordKind>(kind: K) => after.filter((item): item is RecordOf[K] => item.kind === kind);
  return (
    (await invalidShape(trx, after)) ??
    (await outsideVillage(trx, villageId, after)) ??
    (await beyondRoad(trx, villageId, ofKind('road'), ofKind('address'))) ??
    (await takenCode(trx, villageId, change))
  );
}

interface Piece {
  readonly id: Id;
  /** The geometry as GeoJSON. */
  readonly shape: object;
}

const point = (id: Id, coordinates: readonly [number, number]): Piece => ({
  id,
  shape: { type: 'Point', coordinates },
});

function piecesOf(item: AnyRecord): Piece[] {
  switch (item.kind) {
    case 'village':
      return [{ id: item.id, shape: item.boundary }];
    case 'road':
      return [{ id: item.id, shape: item.line }];
    case 'house':
      return [point(item.id, item.entrance), ...(item.footprint ? [{ id: item.id, shape: item.footprint }] : [])];
    case 'candidate':
      return [{ id: item.id, shape: item.footprint }];
    case 'address':
      return [point(item.id, item.entrance)];
    case 'sign':
    case 'camera':
    case 'lamp':
    case 'landmark':
      return [point(item.id, item.place)];
    default:
      return [];
  }
}

const json = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::json`;

async function invalidShape(trx: Transaction<Tables>, after: readonly AnyRecord[]): Promise<Refusal | null> {
  const pieces = after.flatMap(piecesOf).filter(({ shape }) => 'type' in shape && shape.type !== 'Point');
  if (pieces.length === 0) return null;
  const { rows } = await sql<{ id: Id; lng: number | null; lat: number | null; kind: string }>`
    SELECT given.id, GeometryType(given.geom) AS kind,
           ST_X((ST_IsValidDetail(given.geom)).location) AS lng, ST_Y((ST_IsValidDetail(given.geom)).location) AS lat
    FROM (SELECT r.id, ST_GeomFromGeoJSON(r.shape) AS geom
          FROM json_to_recordset(${json(pieces)}) AS r(id uuid, shape json) OFFSET 0) AS given
    WHERE NOT ST_IsValid(given.geom) LIMIT 1`.execute(trx);
  const [found] = rows;
  if (!found) return null;
  const code = found.kind === 'LINESTRING' ? 'line-too-short' : 'polygon-crosses-itself';
  const place = found.lng !== null && found.lat !== null ? { lng: found.lng, lat: found.lat } : {};
  return refuse(code, [found.id], place);
}

async function outsideVillage(
  trx: Transaction<Tables>,
  villageId: Id,
  after: readonly AnyRecord[],
): Promise<Refusal | null> {
  const pieces = after.filter((item) => item.kind !== 'village' && item.kind !== 'address').flatMap(piecesOf);
  if (pieces.length === 0) return null;
  const village = after.find((item) => item.kind === 'village');
  const boundary = village
    ? sql`ST_SetSRID(ST_GeomFromGeoJSON(${json(village.boundary)}), 4326)`
    : sql`(SELECT boundary FROM villages WHERE village_id = ${villageId}::uuid)`;
  // Most lie inside, which is quickly seen; the distance on the spheroid is asked only for the rest, point by point.
  const { rows } = await sql<{ id: Id; meters: number }>`
    WITH village AS MATERIALIZED (SELECT ${boundary} AS boundary),
    outside AS MATERIALIZED (
      SELECT r.id, ST_SetSRID(ST_GeomFromGeoJSON(r.shape), 4326) AS geom
      FROM json_to_recordset(${json(pieces)}) AS r(id uuid, shape json), village
      WHERE NOT ST_Covers(village.boundary, ST_SetSRID(ST_GeomFromGeoJSON(r.shape), 4326)))
    SELECT outside.id, max(ST_Distance(vertex.geom::geography, village.boundary::geography)) AS meters
    FROM outside, village, ST_DumpPoints(outside.geom) AS vertex
    WHERE NOT ST_Covers(village.boundary, vertex.geom)
    GROUP BY outside.id
    HAVING max(ST_Distance(vertex.geom::geography, village.boundary::geography)) > ${boundaryToleranceMeters + 0.5}
    ORDER BY meters DESC LIMIT 1`.execute(trx);
  const [found] = rows;
  if (!found) return null;
  return refuse('outside-village', [found.id], {
    meters: Math.round(found.meters),
    tolerance: boundaryToleranceMeters,
  });
}

/** Of the addresses in the change and of those that hang on its roads. */
async function beyondRoad(
  trx: Transaction<Tables>,
  villageId: Id,
  roads: readonly RecordOf['road'][],
  addresses: readonly RecordOf['address'][],
): Promise<Refusal | null> {
  if (roads.length === 0 && addresses.length === 0) return null;
  const lines = roads.map(({ id, line }) => ({ id, line }));
  const places = addresses.map(({ id, houseId, roadId, measureMeters, state }) => ({
    ...{ id, house: houseId, road: roadId, measure: measureMeters, state },
  }));
  const { rows } = await sql<{ house: Id; road: Id; measure: number }>`
    WITH line AS (SELECT id, ST_SetSRID(ST_GeomFromGeoJSON(line), 4326) AS line
                  FROM json_to_recordset(${json(lines)}) AS r(id uuid, line json)),
    given AS (SELECT * FROM json_to_recordset(${json(places)})
                       AS r(id uuid, house uuid, road uuid, measure float8, state text)),
    place AS (
      SELECT house, road, measure FROM given WHERE state <> 'retired'
      UNION ALL
      SELECT house_id, road_id, measure_meters FROM addresses
      WHERE village_id = ${villageId}::uuid AND state <> 'retired'
        AND road_id IN (SELECT id FROM line) AND id NOT IN (SELECT id FROM given)),
    measured AS MATERIALIZED (
      SELECT road.id, ST_Length(road.line::geography) AS meters FROM (
        SELECT id, line FROM line
        UNION ALL
        SELECT id, line FROM roads WHERE village_id = ${villageId}::uuid
          AND id IN (SELECT road FROM place) AND id NOT IN (SELECT id FROM line)) AS road)
    SELECT place.house, place.road, place.measure FROM place JOIN measured ON measured.id = place.road
    WHERE place.measure > measured.meters * ${1 + lengthTolerance.share}::float8 + ${lengthTolerance.meters}::float8
    LIMIT 1`.execute(trx);
  const [found] = rows;
  return found ? refuse('measure-beyond-road', [found.house, found.road], { measureMeters: found.measure }) : null;
}
