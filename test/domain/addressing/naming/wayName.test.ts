import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWayName, writeWayName, type WayName } from '../../../../domain/addressing/naming/wayName.ts';

const proper = (kind: WayName['kind'], name: string, parent: WayName | null = null): WayName => ({
  kind,
  scheme: { by: 'proper-name', name },
  parent,
});
const serial = (kind: WayName['kind'], number: string, parent: WayName | null = null): WayName => ({
  kind,
  scheme: { by: 'serial', number },
  parent,
});
const adjacent = (
  kind: WayName['kind'],
  numbers: readonly string[],
  parent: WayName | null = null,
  isOrderKnown = true,
): WayName => ({ kind, scheme: { by: 'adjacent-house', numbers, isOrderKnown }, parent });

describe('a written name (RULES §2.2)', () => {
  it('of a road is its kind and its own name, or its number in a series', () => {
    expect(readWayName('Đường Đền Hàn')).toEqual(proper('đường', 'Đền Hàn'));
    expect(readWayName('Hùng Vương')).toEqual(proper(null, 'Hùng Vương'));
    expect(readWayName('Đường số 5')).toEqual(serial('đường', '5'));
    expect(readWayName('đường 17')).toEqual(serial('đường', '17'));
    expect(readWayName('Đường Số 1 Times City')).toEqual(serial('đường', '1', proper(null, 'Times City')));
    expect(readWayName('Quốc lộ 1A')).toEqual(serial('quốc lộ', '1A'));
    expect(readWayName('Phố 8 Tháng 3')).toEqual(proper('phố', '8 Tháng 3'));
    expect(readWayName('Đường 3/2')).toEqual(proper('đường', '3/2'));
    expect(readWayName('Hoa Lan 3')).toEqual(proper(null, 'Hoa Lan 3'));
    expect(readWayName('Xã Đàn - Đại Cồ Việt')).toEqual(proper(null, 'Xã Đàn - Đại Cồ Việt'));
    expect(readWayName('Phố Hàng Đường')).toEqual(proper('phố', 'Hàng Đường'));
  });

  it('of a lane is the number of the house before its mouth, a number in a series, or its own name', () => {
    expect(readWayName('Ngõ 171 Lê Duẩn')).toEqual(adjacent('ngõ', ['171'], proper(null, 'Lê Duẩn')));
    expect(readWayName('Kiệt 35 - Đường Ngô Sỹ Liên')).toEqual(
      adjacent('kiệt', ['35'], proper('đường', 'Ngô Sỹ Liên')),
    );
    expect(readWayName('Ngách 43/ Cổ Nhuế')).toEqual(adjacent('ngách', ['43'], proper(null, 'Cổ Nhuế')));
    expect(readWayName('Ngõ 01 - Hà Huy Tập')).toEqual(serial('ngõ', '01', proper(null, 'Hà Huy Tập')));
    expect(readWayName('Ngõ 22 - Hùng Vương')).toEqual(adjacent('ngõ', ['22'], proper(null, 'Hùng Vương')));
    expect(readWayName('Xóm 1 - Thôn Lương Lễ')).toEqual(serial('xóm', '1', proper('thôn', 'Lương Lễ')));
    expect(readWayName('Dãy A1 Đầm Trấu')).toEqual(serial('dãy', 'A1', proper(null, 'Đầm Trấu')));
    expect(readWayName('Ngõ Thọ Xương Phố Phủ Doãn')).toEqual(proper('ngõ', 'Thọ Xương', proper('phố', 'Phủ Doãn')));
    expect(readWayName('Ngõ 5')).toEqual(adjacent('ngõ', ['5']));
  });

  it('of an alley has its lane before it, behind it, or in its own number, whose order only the lane makes sure', () => {
    expect(readWayName('Ngách 54 Ngõ 294 Phố Kim Mã')).toEqual(
      adjacent('ngách', ['54'], adjacent('ngõ', ['294'], proper('phố', 'Kim Mã'))),
    );
    expect(readWayName('Ngách 2/294 Phố Kim Mã')).toEqual(
      adjacent('ngách', ['2', '294'], proper('phố', 'Kim Mã'), false),
    );
    const inLane = adjacent('ngách', ['294', '2'], adjacent('ngõ', ['294'], proper('phố', 'Kim Mã')));
    expect(readWayName('Ngách 2/294 ngõ 294 Phố Kim Mã')).toEqual(inLane);
    expect(readWayName('Ngách 294/2 ngõ 294 Phố Kim Mã')).toEqual(inLane);
    expect(readWayName('126 Ngõ 1 Phú Viên')).toEqual(
      adjacent(null, ['126'], adjacent('ngõ', ['1'], proper(null, 'Phú Viên'))),
    );
  });

  it('is read with abbreviations and with a misspelled word before a number, but a family name is none', () => {
    expect(readWayName('Ng. 5 P. Kim Mã')).toEqual(adjacent('ngõ', ['5'], proper('phố', 'Kim Mã')));
    expect(readWayName('Ngô 154 Ngọc Hà')).toEqual(adjacent('ngõ', ['154'], proper(null, 'Ngọc Hà')));
    expect(readWayName('Ngô Tất Tố')).toEqual(proper(null, 'Ngô Tất Tố'));
    expect(readWayName('Phó Đức Chính')).toEqual(proper(null, 'Phó Đức Chính'));
    expect(readWayName(' . ')).toBeNull();
  });

  it('is written in one way, which reads the same', () => {
    expect(writeWayName(readWayName('Ngách 2/294 ngõ 294 - phố Kim Mã')!)).toBe('Ngách 294/2 Ngõ 294 Phố Kim Mã');
    expect(writeWayName(readWayName('đường Làng thôn Chí Phúc')!)).toBe('Đường Làng - thôn Chí Phúc');
    const words = 'Đường Phố Ngõ Ngách Xóm Thôn Tổ số 5 01 12A 2/294 Lê Duẩn Đình - , / Hàng A1 tháng'.split(' ');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 7 }), (all) => {
        const read = readWayName(all.join(' '));
        if (read !== null) expect(readWayName(writeWayName(read))).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });
});
