/** The house plates to make as a table: number, size by its figures, and the state of each. */
import { addressLine } from '../addressing/fullNumber.ts';
import { villageOf, type World } from '../records/world.ts';
import type { HousePlate } from '../signs/housePlates.ts';
import { judgeSize } from '../signs/sizes.ts';
import { plateWords } from './listWords.ts';
import { sizeVerdictWords } from './signWords.ts';
import type { Column, Row } from './table.ts';

const text = (key: string, heading: string, widthCharacters: number): Column => ({
  key,
  heading,
  type: 'text',
  widthCharacters,
});
const number = (key: string, heading: string, widthCharacters: number): Column => ({
  ...text(key, heading, widthCharacters),
  type: 'number',
});

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

export function plateRows(world: World, plates: readonly HousePlate[]): readonly Row[] {
  const isSample = villageOf(world)?.isSample ?? false;
  return plates.map((one, index): Row => {
    const { address, plate, saysOther, size, characters } = one;
    const notes = [sizeVerdictWords(judgeSize('house-plate', characters, size)), isSample ? 'Dữ liệu minh hoạ' : null];
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
