import { expect, it } from 'vitest';
import { comparePart, readPart, writePart, type NumberPart } from '../../../../domain/addressing/writing/numberPart.ts';

const part = (text: string): NumberPart => {
  const read = readPart(text);
  if (typeof read === 'string') throw new Error(`${text}: ${read}`);
  return read;
};

it('numbers as written are ordered like stored ones, a repeat after its plain number, a division after its letter', () => {
  const order = ['98', '98 BIS', '98 TER', '98-1', '98-2', '98-10', '98A', '98A1', '98A2', '98D', '98Đ', '98E', '99'];
  const sorted = order.map(part).toReversed().sort(comparePart);
  expect(sorted.map((one) => writePart(one).toUpperCase())).toEqual(order);
});

it('a part is refused with the reason', () => {
  const refused = ['A', '', '0', '12A0', '20-0', '10000', '12Ơ', '1A2B', '5/4', '20-100'].map(readPart);
  expect(refused).toEqual([
    'letters-only',
    'letters-only',
    'zero',
    'zero',
    'zero',
    'number-too-large',
    'letter-never-given',
    'not-a-number',
    'not-a-number',
    'not-a-number',
  ]);
});
