import { afterEach, describe, expect, it } from 'vitest';
import {
  formatDate,
  formatBytes,
  formatNumber,
  formatPercent,
  formatVnd,
  parseDate,
  parseDecimal,
} from '../../../web/i18n/format.ts';
import { speak } from '../../../web/i18n/language.svelte.ts';

afterEach(async () => {
  await speak('vi');
});

describe('figures', () => {
  it('are 1.234,5 in Vietnamese and 1,234.5 in English', async () => {
    expect(formatNumber(1234.5, 1)).toBe('1.234,5');
    await speak('en');
    expect(formatNumber(1234.5, 1)).toBe('1,234.5');
  });

  it('sizes of files are in kB, then in MB', () => {
    expect([0, 1, 12_000, 999_499].map(formatBytes)).toEqual(['0 kB', '1 kB', '12 kB', '1.000 kB']);
    expect([999_500, 3_440_000, 312_000_000].map(formatBytes)).toEqual(['1 MB', '3,4 MB', '312 MB']);
  });

  it('money is in đồng', () => expect(formatVnd(1500000)).toBe('1.500.000 đ'));

  it('only the whole is 100 %', () => {
    expect(formatPercent(208, 208)).toBe('100%');
    expect(formatPercent(9999, 10000)).toBe('99,9%');
    expect(formatPercent(0, 0)).toBe('0%');
  });

  it('are read as people type them', async () => {
    expect(['3,5', '3.5', ' 1.234,5 ', '1.234', '12'].map(parseDecimal)).toEqual([3.5, 3.5, 1234.5, 1234, 12]);
    expect(['20.000.000', '20,000,000'].map(parseDecimal)).toEqual([20_000_000, 20_000_000]);
    await speak('en');
    expect(['1,234', '1.234', '1,234.5', '20,000,000', '3,5'].map(parseDecimal)).toEqual([
      1234, 1.234, 1234.5, 20_000_000, 3.5,
    ]);
    expect(['', 'abc', '-1', '1,2,3', '0x10', 'NaN'].map(parseDecimal)).toEqual([null, null, null, null, null, null]);
  });
});

describe('dates', () => {
  it('are dd/mm/yyyy', () => expect(formatDate('2022-10-05')).toBe('05/10/2022'));

  it('are read with any usual mark between', () => {
    expect(['5/10/2022', '05-10-2022', '5.10.2022', ' 5 10 2022 '].map(parseDate)).toEqual(
      Array.from({ length: 4 }, () => '2022-10-05'),
    );
  });

  it('are read without any mark, as the digit keys of a phone have none', () => {
    expect(['05102022', ' 31122022 '].map(parseDate)).toEqual(['2022-10-05', '2022-12-31']);
    expect(['5102022', '31022022', '051020222'].map(parseDate)).toEqual([null, null, null]);
  });

  it('must exist in the calendar', () => {
    expect(['30/2/2022', '0/1/2022', '1/13/2022', '5/10/22', 'hôm nay', ''].map(parseDate)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
    expect(parseDate('29/2/2024')).toBe('2024-02-29');
  });
});
