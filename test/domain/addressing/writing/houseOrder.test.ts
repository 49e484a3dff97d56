import { expect, it } from 'vitest';
import { compareHouseTexts } from '../../../../domain/addressing/writing/houseOrder.ts';
import { isHouseText, readHouseText } from '../../../../domain/addressing/writing/houseText.ts';

it('numbers as written are ordered part by part, group codes after numbers (RULES §1.5, §1.6)', () => {
  const order = [
    '12',
    '12/5',
    '12/5/3',
    '12/10',
    '12/A2',
    '12/A10',
    '12-1',
    '12-2',
    '12A',
    '12Đ',
    '13-15',
    '98',
    '98 Bis',
    '98A',
    'A2',
    'A10',
    'D1',
    'Đ1',
    'BL.A-10',
  ];
  const read = order.map((text) => {
    const found = readHouseText(text, { insertion: 'letter' });
    if (!isHouseText(found)) throw new Error(found.problem);
    return found;
  });
  expect(
    read
      .toReversed()
      .sort(compareHouseTexts)
      .map(({ text }) => text),
  ).toEqual(order);
});
