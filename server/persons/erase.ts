/** Persons erased for good: from the records by an edit, and from what the log kept of them, also of households long gone. */
import { isRefusal } from '../../domain/edits/edit.ts';
import type { PersonField } from '../../domain/edits/householdErase.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Account } from '../auth/grants.ts';
import { erasePersonsFromLog } from '../db/erasedPersons.ts';
import { loadWorld, lockVillage } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import { newId } from '../identifier.ts';
import { perform } from '../perform.ts';
import type { Services } from '../services.ts';

/** @throws ApiError not-erased when the edit is refused: somebody has changed the list meanwhile. */
export async function erasePersons(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  account: Account,
  villageId: Id,
  householdIds: readonly Id[],
  fields: readonly PersonField[],
): Promise<void> {
  const world = await loadWorld(database.db, villageId);
  const here = householdIds.filter((id) => world.household.has(id));
  if (here.length > 0) {
    const input = { householdIds: here, fields: [...fields] };
    const request = { id: newId(clock()), villageId, kind: 'household.erase', input, basis: {} } as const;
    const done = await perform({ database, clock }, account, request);
    if (isRefusal(done)) throw new ApiError('not-erased');
  }
  const gone = householdIds.filter((id) => !world.household.has(id));
  if (gone.length === 0) return;
  await database.db.transaction().execute(async (trx) => {
    await lockVillage(trx, villageId);
    await erasePersonsFromLog(trx, villageId, gone, fields);
  });
}
