/** The house plates to make as a table: number, size by its figures, and the state of each. */
import { addressLine } from '../addressing/fullNumber.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import type { HousePlate } from '../signs/housePlates.ts';
import { judgeSize } from '../signs/sizes.ts';
import { noticeOf, plateWords } from './listWords.ts';
import { sizeVerdictWords } from './signWords.ts';
import { numberColumn as number, textColumn as text, type Column, type Row } from './table.ts';

export const plateColumns: readonly Column[] = [
  number('ordinal', 'STT', 6),
  text('number', 'Số trên biển', 14),
  number('characters', 'Số chữ số', 10),
  number('widthMillimeters', 'Rộng (mm)', 10),
  number('heightMillimeters', 'Cao (mm)', 10),
  text('address', 'Địa chỉ', 56),
  text('plusCode', 'Plus Code', 16),
  text('addressState', 'Trạng thái địa chỉ', 18),
  text('plateState', 'Trạng thái biển', 26),
  text('needed', 'Cần làm', 10),
  text('note', 'Ghi chú', 36),
];

/** `problems`: what is wrong with a plate's face, by the id of its address, as the drawing found it. */
export function plateRows(
  world: World,
  plates: readonly HousePlate[],
  problems: ReadonlyMap<Id, string> = new Map(),
): readonly Row[] {
  const sample = noticeOf(world);
  return plates.map((one, index): Row => {
    const { address, plate, saysOther, size, characters } = one;
    const verdict = judgeSize('house-plate', characters, size);
    const notes = [sizeVerdictWords(verdict), problems.get(address.id) ?? null, sample];
    return [
      ...[index + 1, one.number, characters, size.widthMillimeters, size.heightMillimeters],
      addressLine(world, address, { form: 'long', language: 'vi', withUnits: false }),
      ...[address.plusCode, address.state === 'issued' ? 'Đã cấp' : 'Dự thảo'],
      plate === null
        ? 'Chưa có biển'
        : saysOther
          ? `Biển ghi số khác: ${plate.faces[0] ?? ''}`
          : plateWords[plate.state],
      ...[one.isNeeded ? 'Có' : null, notes.filter((note) => note !== null).join('; ') || null],
    ];
  });
}
