/** Random numbers and addresses for properties: what the domain may store, and what it may write. */
import fc from 'fast-check';
import { lettersToGive } from '../../../../domain/addressing/letters.ts';
import { formatNumber, type HouseNumberParts } from '../../../../domain/addressing/number.ts';
import type { AddressParts, AddressWay } from '../../../../domain/addressing/writing/addressParts.ts';

/** Indexes after a dash go as far as the rule's example (20-25), after which a range is read. */
export const anyNumber: fc.Arbitrary<HouseNumberParts> = fc.record({
  base: fc.integer({ min: 1, max: 9999 }),
  suffix: fc.oneof(
    fc.constant(null),
    fc.constantFrom(...lettersToGive(false)).map((letter) => ({ style: 'letter' as const, letter })),
    fc.integer({ min: 1, max: 25 }).map((index) => ({ style: 'dash' as const, index })),
  ),
});

const words = 'Đền Hàn Làng Chí Phúc Giếng Ngọc Đình Chợ Trần Phú Lê Lợi Mỹ Thủy Hòa Ỷ An Văn Hoá Số Xóm'.split(' ');
const properName = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));

const roadWay: fc.Arbitrary<AddressWay> = fc.record({
  kind: fc.constant('named'),
  word: fc.constantFrom('đường', 'phố'),
  name: fc.oneof(properName, fc.integer({ min: 1, max: 30 }).map(String)),
});
const namedLane: fc.Arbitrary<AddressWay> = fc.record({
  kind: fc.constant('named'),
  word: fc.constantFrom('ngõ', 'ngách', 'hẻm'),
  name: properName,
});

/** At most three numbered lanes, called ngõ, ngách, hẻm by depth, as the short form is read. */
const numberedLanes: fc.Arbitrary<readonly AddressWay[]> = fc
  .array(anyNumber.map(formatNumber), { maxLength: 3 })
  .map((numbers) =>
    numbers.map((number, depth) => ({ kind: 'numbered', word: (['ngõ', 'ngách', 'hẻm'] as const)[depth]!, number })),
  );

const ways: fc.Arbitrary<readonly AddressWay[]> = fc
  .record({ road: fc.option(roadWay), outer: numberedLanes, lane: fc.option(namedLane), inner: numberedLanes })
  .map(({ road, outer, lane, inner }) => [
    ...(road ? [road] : []),
    ...(lane ? [...(road ? outer : []), lane] : []),
    ...inner,
  ]);

const unit = (level: 'commune' | 'district' | 'province', ...units: readonly string[]) =>
  fc.record({ level: fc.constant(level), word: fc.constantFrom(...units), name: properName });

/** Words that each language has one of, so that both can be read back. */
export const anyAddress: fc.Arbitrary<AddressParts> = fc.record({
  house: anyNumber.map(formatNumber),
  ways,
  village: fc.option(fc.record({ word: fc.constant('thôn'), name: properName })),
  units: fc
    .tuple(
      fc.option(unit('commune', 'xã', 'phường', 'thị trấn', 'đặc khu')),
      fc.option(unit('district', 'huyện', 'thị xã')),
      fc.option(unit('province', 'tỉnh', 'thành phố')),
    )
    .map((all) => all.filter((one) => one !== null)),
});
