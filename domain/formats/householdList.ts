/**
 * The list of households, one row each in the village's own order, as it can be taken in again: person data, for the
 * commune and a stated purpose only (RULES §6).
 */
import { addressLine } from '../addressing/fullNumber.ts';
import { currentAddresses } from '../coverage/currentAddress.ts';
import type { World } from '../records/world.ts';
import { numberColumn as number, textColumn as text, type Row } from './table.ts';

/** Headed as the import knows them (imports/importFields.ts). */
export const householdListColumns = [
  text('householdId', 'Mã hộ', 38),
  number('ordinal', 'Số thứ tự hộ', 12),
  text('headName', 'Họ tên chủ hộ', 28),
  text('phone', 'Số điện thoại', 16),
  text('houseId', 'Mã nhà', 38),
  text('address', 'Địa chỉ đầy đủ', 64),
  text('plusCode', 'Plus Code', 14),
] as const;

/** Along `householdListColumns`. */
export function householdListRows(world: World): readonly Row[] {
  const addresses = currentAddresses(world);
  return [...world.household.values()]
    .sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1))
    .map(({ id, ordinal, headName, phone, houseId }) => {
      const address = houseId === null ? undefined : addresses.get(houseId);
      const line = address && addressLine(world, address, { form: 'long', language: 'vi', withUnits: true });
      return [id, ordinal, headName, phone, houseId, line ?? null, address?.plusCode ?? null];
    });
}
