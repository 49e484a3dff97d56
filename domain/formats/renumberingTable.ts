/** The table old → new of a renumbering, for the residence register of the commune police (RULES §1.2). */
import { addressLine, waysTo } from '../addressing/fullNumber.ts';
import { addressesInListOrder } from '../addressing/order.ts';
import { readingOf } from '../addressing/reading.ts';
import { roadLabel } from '../addressing/roadName.ts';
import type { Address } from '../records/address.ts';
import type { Decision } from '../records/decision.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import { numberColumn as number, textColumn as text, type Column, type Row } from './table.ts';

export const renumberingColumns: readonly Column[] = [
  number('ordinal', 'STT', 6),
  text('oldNumber', 'Số cũ', 12),
  text('newNumber', 'Số mới', 12),
  text('road', 'Đường', 24),
  text('fullAddress', 'Địa chỉ mới đầy đủ', 64),
  text('plusCode', 'Plus Code', 14),
  text('houseId', 'Mã nhà', 38),
  text('decision', 'Quyết định', 20),
  text('note', 'Ghi chú', 24),
];

/** One row for each address retired under the decision, in list order; without a new number where none was issued. */
export function renumberingRows(world: World, { id, number }: Pick<Decision, 'id' | 'number'>): readonly Row[] {
  const issued = issuedUnder(world, id);
  return addressesInListOrder(world)
    .filter((address) => address.retiredDecisionId === id)
    .map((old, index) => {
      const now = issued.get(old.houseId);
      const road = world.road.get((now ?? old).roadId);
      const top = road && waysTo(world, road)[0];
      const line = now && addressLine(world, now, { form: 'long', language: 'vi', withUnits: true });
      const reading = now ? readingOf(world, now) : null;
      const note = now ? null : 'Thu hồi, không cấp số mới';
      return [
        ...[index + 1, readingOf(world, old), reading, top ? roadLabel(world, top) : null, line ?? null],
        ...[old.plusCode, old.houseId, number, note],
      ];
    });
}

/** Decisions under which issued addresses gave way to others, the newest first. */
export function renumberingDecisions(world: World): readonly Decision[] {
  return [...world.decision.values()]
    .filter(({ id }) => {
      const issued = issuedUnder(world, id);
      return [...world.address.values()].some((old) => old.retiredDecisionId === id && issued.has(old.houseId));
    })
    .sort((a, b) => (a.date < b.date ? 1 : -1));
}

/** By house; what was issued under the decision may have been retired since. */
function issuedUnder(world: World, decisionId: Id): ReadonlyMap<Id, Address> {
  const issued = new Map<Id, Address>();
  for (const address of world.address.values()) {
    if (address.decisionId === decisionId && address.retiredDecisionId !== decisionId)
      issued.set(address.houseId, address);
  }
  return issued;
}
