import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexNames, indexTraced, similarNames, traceName } from '../../../../domain/addressing/naming/nameIndex.ts';
import { nameRelation } from '../../../../domain/addressing/naming/nameRelation.ts';

const words =
  'Đường Phố Ngõ 5 5A 12 Đ. Ng. Nguyễn Nguyên Huệ Hue Hoàng Hòang Sỹ Sĩ Liên Lien Liêm Văn N. Chí Phúc Phúcc'.split(
    ' ',
  );
const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));

it('the index finds exactly the names that comparing each with each finds', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 25 }), name, (names, asked) => {
      const found = similarNames(indexNames(names.entries()), asked).map(({ key, relation }) => [key, relation]);
      const compared = names
        .map((other, key) => [key, nameRelation(asked, other)] as const)
        .filter(([, relation]) => relation !== 'different');
      expect(found).toEqual(compared);
    }),
    { numRuns: 1000 },
  );
});

it('an index of names traced before, some of them for another index, is the whole one', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 25 }), fc.nat(25), name, (names, at, renamed) => {
      const traced = names.map((one, key) => [key, traceName(one)] as const);
      expect(indexTraced(traced)).toEqual(indexNames(names.entries()));
      const after = names.map((one, key) => (key === at ? renamed : one));
      expect(indexTraced(traced.map((pair) => (pair[0] === at ? ([at, traceName(renamed)] as const) : pair)))).toEqual(
        indexNames(after.entries()),
      );
    }),
    { numRuns: 300 },
  );
});
