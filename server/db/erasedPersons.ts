/**
 * Persons erased from the log: the fields of some households go from the person data kept beside it, whoever else is in
 * the same edit. The log itself never held them (personData.ts), so it stands as it was written and can be verified.
 */
import { sql, type Transaction } from 'kysely';
import type { PersonField } from '../../domain/edits/householdErase.ts';
import type { Id } from '../../domain/records/fields.ts';
import { withoutPersonData } from './personData.ts';
import type { Tables } from './tables.ts';

/** In any edit or change: what is said under the id of one of these households loses these fields; else the very same object. */
export function withoutPersons<T>(value: T, ids: ReadonlySet<Id>, fields: readonly PersonField[]): T {
  const strip = (item: unknown): unknown => {
    if (typeof item !== 'object' || item === null) return item;
    if (!Array.isArray(item) && ids.has((item as { readonly id?: Id }).id ?? '')) {
      return withoutPersonData(item, fields);
    }
    const entries = Object.entries(item).map(([key, part]) => [key, strip(part)] as const);
    if (entries.every(([key, part]) => part === (item as Record<string, unknown>)[key])) return item;
    return Array.isArray(item) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
  };
  return strip(value) as T;
}

/** Gives how many entries of the log held something of them. The village must be locked by the transaction. */
export async function erasePersonsFromLog(
  trx: Transaction<Tables>,
  villageId: Id,
  householdIds: readonly Id[],
  fields: readonly PersonField[],
): Promise<number> {
  const ids = new Set(householdIds);
  let count = 0;
  for (let after = -1; ;) {
    // One at a time: an imported list is large, and there are few of them.
    const row = await trx
      .selectFrom('change_person_data')
      .select(['sequence', sql<string>`edit::text`.as('edit'), sql<string>`change::text`.as('change')])
      .where('village_id', '=', villageId)
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(1)
      .executeTakeFirst();
    if (!row) return count;
    after = Number(row.sequence);
    const kept = { edit: JSON.parse(row.edit) as object, change: JSON.parse(row.change) as object };
    const left = {
      edit: withoutPersons(kept.edit, ids, fields),
      change: withoutPersons(kept.change, ids, fields),
    };
    if (left.edit === kept.edit && left.change === kept.change) continue;
    count += 1;
    const ofEntry = { village_id: villageId, sequence: after };
    await trx
      .deleteFrom('change_person_data')
      .where('village_id', '=', villageId)
      .where('sequence', '=', after)
      .execute();
    const isLeft = withoutPersonData(left.edit) !== left.edit || withoutPersonData(left.change) !== left.change;
    if (isLeft) {
      const values = { ...ofEntry, edit: JSON.stringify(left.edit), change: JSON.stringify(left.change) };
      await trx.insertInto('change_person_data').values(values).execute();
    }
  }
}
