/** The named roads of the villages around one: what whoever names its roads is told of them (RULES §2.1). */
import { sql, type Kysely } from 'kysely';
import { nearMeters } from '../../domain/addressing/naming/otherNames.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { RoadElsewhere } from '../../domain/records/world.ts';
import type { Tables } from './tables.ts';

/** Villages this near, in degrees, are looked at whatever commune they belong to: somewhat more than a name reaches. */
const nearDegrees = nearMeters / 83_000;
/** Far more than a commune has; its own come first. */
const mostRoads = 5000;

/**
 * Names of roads (đường) of the other villages of the same commune, and of those nearby, each with its village and a
 * place on it; nothing else of them. In one order: the same answer while nothing changes.
 */
export async function roadsElsewhere(db: Kysely<Tables>, villageId: Id): Promise<readonly RoadElsewhere[]> {
  const { rows: own } = await sql<{ box: string; communes: string[] }>`
    SELECT ST_AsText(ST_Expand(ST_Envelope(boundary), ${nearDegrees})) AS box,
      ARRAY(SELECT unit->>'code' FROM json_array_elements(current_units) AS unit
            WHERE unit->>'level' = 'commune')::text[] AS communes
    FROM villages WHERE village_id = ${villageId}::uuid`.execute(db);
  if (!own[0]) return [];
  const { box, communes } = own[0];
  const { rows } = await sql<{ name: string; village: string; same: boolean; lng: number; lat: number }>`
    WITH around AS (
      SELECT village_id, name, boundary, EXISTS (
        SELECT 1 FROM json_array_elements(current_units) AS unit
        WHERE unit->>'level' = 'commune'
          AND unit->>'code' IN (SELECT json_array_elements_text(${JSON.stringify(communes)}::json))) AS same
      FROM villages WHERE village_id <> ${villageId}::uuid),
    found AS (
      SELECT roads.name, around.name AS village, around.same, roads.village_id, roads.id,
        ST_LineInterpolatePoint(roads.line, 0.5) AS place
      FROM around JOIN roads ON roads.village_id = around.village_id
      WHERE (around.same OR around.boundary && ST_GeomFromText(${box}, 4326))
        AND roads.class = 'road' AND roads.name IS NOT NULL AND roads.state <> 'closed'
      ORDER BY around.same DESC, roads.name COLLATE "C", roads.village_id, roads.id LIMIT ${mostRoads})
    SELECT name, village, same, ST_X(place) AS lng, ST_Y(place) AS lat FROM found`.execute(db);
  const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
  return rows.map(({ name, village, same, lng, lat }) => ({
    name,
    villageName: village,
    isSameCommune: same,
    place: [rounded(lng), rounded(lat)],
  }));
}
