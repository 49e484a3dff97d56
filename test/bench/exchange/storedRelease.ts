/** A release of any length, stored as the product stores it: in villages of a size that villages have. */
import { randomUUID } from 'node:crypto';
import { defaultProfile } from '../../../domain/formats/releases/releaseProfile.ts';
import { releaseKeys } from '../../../domain/formats/releases/releaseKeys.ts';
import type { ReleaseCells, ReleaseRow } from '../../../domain/formats/releases/releaseRows.ts';
import type { Id } from '../../../domain/records/fields.ts';
import type { Database } from '../../../server/db/open.ts';
import { insertReleaseRows } from '../../../server/db/releaseRows.ts';
import { insertRelease, insertReleaseVillage, type ReleaseVillage } from '../../../server/db/releases.ts';
import { cellsOf } from './madeRows.ts';

const rowsAVillage = 10_000;

function rowOf(row: number): ReleaseRow {
  const cells = cellsOf(row);
  const filled = releaseKeys.flatMap((key) => {
    const cell = cells[key as keyof typeof cells] ?? null;
    return cell === null ? [] : [[key, cell]];
  });
  return {
    addressId: randomUUID(),
    houseId: randomUUID(),
    cells: Object.fromEntries(filled) as ReleaseCells,
    place: [Number(cells.longitude), Number(cells.latitude)],
  };
}

/** Its id. */
export async function storeRelease({ db }: Database, rowCount: number): Promise<Id> {
  const [releaseId, authorId] = [randomUUID(), randomUUID()];
  await db
    .insertInto('users')
    .values({
      ...{ id: authorId, username: `bench-${authorId.slice(0, 8)}`, display_name: 'Cán bộ xã' },
      ...{ password_hash: '-', created_at: new Date() },
    })
    .execute();
  await db.transaction().execute(async (trx) => {
    const villages: ReleaseVillage[] = [];
    for (let from = 0; from < rowCount; from += rowsAVillage) {
      const count = Math.min(rowsAVillage, rowCount - from);
      const village: ReleaseVillage = {
        ...{ id: randomUUID(), name: `Thôn ${villages.length + 1}`, sequence: 1, rowCount: count },
        ...{ new: count, changed: 0, retired: 0 },
      };
      await trx.insertInto('village_slots').values({ village_id: village.id, sequence: 0 }).execute();
      await insertReleaseVillage(trx, releaseId, villages.length + 1, village);
      const rows = Array.from({ length: count }, (_, index) => rowOf(from + index));
      await insertReleaseRows(trx, village.id, releaseId, rows);
      villages.push(village);
    }
    await insertRelease(trx, {
      ...{ id: releaseId, scope: { communeCode: '15316' }, placeName: 'Tống Sơn', number: 1 },
      ...{ at: new Date().toISOString(), by: { id: authorId, displayName: 'Cán bộ xã' } },
      ...{ purpose: 'Đo', recipient: 'Đo', profile: defaultProfile, rowCount, sha256: '0'.repeat(64), villages },
    });
  });
  return releaseId;
}
