/** The rows of releases, in pieces: neither they nor their JSON are ever in memory whole. */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { ReleaseCells, ReleaseRow } from '../../domain/formats/releases/releaseRows.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Tables } from './tables.ts';

/** A megabyte or two of JSON. */
const rowsPerPiece = 2000;

/** In their order; those of the village in that release must not have been written before. */
export async function insertReleaseRows(
  trx: Transaction<Tables>,
  villageId: Id,
  releaseId: Id,
  rows: readonly ReleaseRow[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsPerPiece) {
    const piece = rows.slice(at, at + rowsPerPiece).map(({ addressId, houseId, cells, place }, index) => ({
      ...{ ordinal: at + index + 1, address: addressId, house: houseId, cells },
      ...{ longitude: place[0], latitude: place[1] },
    }));
    await sql`
      INSERT INTO release_rows (village_id, release_id, ordinal, address_id, house_id, cells, place)
      SELECT ${villageId}::uuid, ${releaseId}::uuid, ordinal, address, house, cells,
        ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)
      FROM json_to_recordset(${JSON.stringify(piece)}::json)
        AS r(ordinal integer, address uuid, house uuid, cells json, longitude float8, latitude float8)`.execute(trx);
  }
}

type StoredRow = readonly [address: Id, house: Id, cells: ReleaseCells, longitude: number, latitude: number];

/** Of one village in one release, in their order. */
export async function* releaseRowsOf(
  db: Kysely<Tables>,
  villageId: Id,
  releaseId: Id,
): AsyncGenerator<readonly ReleaseRow[], void> {
  for (let after = 0; ; after += rowsPerPiece) {
    // One text: rows are slow to get out of the embedded database.
    const { rows } = await sql<{ piece: string | null }>`
      SELECT json_agg(json_build_array(address_id, house_id, cells, ST_X(place), ST_Y(place)) ORDER BY ordinal)::text
        AS piece
      FROM release_rows WHERE village_id = ${villageId}::uuid AND release_id = ${releaseId}::uuid
        AND ordinal > ${after}::integer AND ordinal <= ${after + rowsPerPiece}::integer`.execute(db);
    const piece = JSON.parse(rows[0]?.piece ?? '[]') as StoredRow[];
    if (piece.length > 0) {
      yield piece.map(([addressId, houseId, cells, longitude, latitude]) => ({
        ...{ addressId, houseId, cells, place: [longitude, latitude] },
      }));
    }
    if (piece.length < rowsPerPiece) return;
  }
}

/** All of a village, which fits in memory. */
export async function releaseRowsTogether(db: Kysely<Tables>, villageId: Id, releaseId: Id): Promise<ReleaseRow[]> {
  const together: ReleaseRow[] = [];
  for await (const piece of releaseRowsOf(db, villageId, releaseId)) together.push(...piece);
  return together;
}
