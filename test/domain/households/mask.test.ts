import { expect, it } from 'vitest';
import { maskedName, maskedPhone } from '../../../domain/households/mask.ts';

it('a name keeps the family name and initials', () => {
  expect(maskedName('Nguyễn Văn An')).toBe('Nguyễn V. A.');
  expect(maskedName('  Đỗ   Ứng ')).toBe('Đỗ Ứ.');
  expect(maskedName('An')).toBe('A.');
  expect(maskedName('')).toBe('');
});

it('a telephone keeps its first four and last three figures', () => {
  expect(maskedPhone('0912345678')).toBe('0912***678');
  expect(maskedPhone('02373123456')).toBe('0237****456');
});
