import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCode, readDay, readReason } from '../../../../domain/formats/imports/answerCells.ts';
import { readVerdictWords } from '../../../../domain/formats/imports/answerWords.ts';

describe('words of a platform', () => {
  it.each([
    ['Đã tiếp nhận', 'accepted', null],
    ['CHẤP NHẬN', 'accepted', null],
    ['ok', 'accepted', null],
    ['Accepted.', 'accepted', null],
    ['Đã tiếp nhận ngày 28/11', 'accepted', null],
    ['Từ chối', 'rejected', null],
    ['Từ chối: trùng địa chỉ', 'rejected', 'trùng địa chỉ'],
    ['Lỗi (sai toạ độ)', 'rejected', 'sai toạ độ'],
    ['Không tiếp nhận', 'rejected', null],
    ['Chưa đạt', 'rejected', null],
    ['REJECTED', 'rejected', null],
    ['đang xử lý', 'pending', null],
    ['Pending', 'pending', null],
  ] as const)('%s', (cell, verdict, rest) => expect(readVerdictWords(cell)).toEqual({ verdict, rest }));

  it.each(['', '?', 'xem lại', 'Đạt - chưa đo', 'Đã tiếp nhận nhưng sai số', 'Đặt lại', '12'])(
    'nobody knows “%s”',
    (cell) => expect(readVerdictWords(cell)).toBeNull(),
  );
});

describe('cells', () => {
  it.each([
    ['0440012345', '0440012345', null],
    ["'0440012345", '0440012345', null],
    ['04400 12345', '0440012345', null],
    ['04400.12345', '0440012345', null],
    ['440012345', '0440012345', 'code-zero-lost'],
    ['440012345.0', '0440012345', 'code-zero-lost'],
    ['44001234', null, 'code-malformed'],
    ['4.4E+08', null, 'code-malformed'],
    ['044001234O', null, 'code-malformed'],
    ['=1+1', null, 'code-malformed'],
  ] as const)('national code %s', (cell, value, problem) =>
    expect(readCode('ndas10', cell)).toEqual({ value, problem }),
  );

  it('no digits but ten, or nine with the zero put back, are a national code', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), (digits) => {
        const { value } = readCode('ndas10', digits);
        expect(value).toBe(digits.length === 10 ? digits : digits.length === 9 ? `0${digits}` : null);
      }),
    ));

  it.each([
    ['28/11/2026', '2026-11-28'],
    ['1-2-2026', '2026-02-01'],
    ['2026-11-28', '2026-11-28'],
    ['28/11/2026 08:30', '2026-11-28'],
    ['31/02/2026', null],
    ['hôm qua', null],
  ] as const)('day %s', (cell, value) =>
    expect(readDay(cell)).toEqual({ value, problem: value === null ? 'day-malformed' : null }),
  );

  it.each([
    ['Trùng  địa chỉ', 'Trùng địa chỉ', null],
    ['- Sai toạ độ', 'Sai toạ độ', 'reason-cleaned'],
    ['<b>Sai</b>', 'b Sai /b', 'reason-cleaned'],
    ['=', null, 'reason-cleaned'],
  ] as const)('reason %s', (cell, value, problem) => expect(readReason(cell)).toEqual({ value, problem }));
});
