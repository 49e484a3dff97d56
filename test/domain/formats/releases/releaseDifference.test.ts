import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countsOf,
  isNothing,
  releaseDifference,
  type ReleaseDifference,
} from '../../../../domain/formats/releases/releaseDifference.ts';
import { releaseKeys } from '../../../../domain/formats/releases/releaseKeys.ts';
import type { ReleaseRow } from '../../../../domain/formats/releases/releaseRows.ts';
import { idOf } from '../../builders.ts';

const row = (address: number, house: number, cells: ReleaseRow['cells'] = {}): ReleaseRow => ({
  addressId: idOf(address),
  houseId: idOf(house),
  cells: { number: '1', ...cells },
  place: [105.788, 19.97],
});

describe('what has changed between two releases', () => {
  it('is told apart: new, changed with its cells, retired', () => {
    const difference = releaseDifference(
      [row(1, 11), row(2, 12), row(3, 13)],
      [row(1, 11), row(2, 12, { number: '3', road: 'Đường Đền' }), row(4, 14)],
      releaseKeys,
    );
    expect(countsOf(difference)).toEqual({ new: 1, changed: 1, retired: 1 });
    expect(difference.new[0]?.addressId).toBe(idOf(4));
    expect(difference.changed[0]?.keys).toEqual(['number', 'road']);
    expect(difference.retired[0]?.addressId).toBe(idOf(3));
  });

  it('a house that was given another address has changed: nothing is withdrawn from it', () => {
    const difference = releaseDifference([row(1, 11)], [row(9, 11, { number: '7' })], releaseKeys);
    expect(countsOf(difference)).toEqual({ new: 0, changed: 1, retired: 0 });
    expect(difference.changed[0]?.before.cells.number).toBe('1');
  });

  it('only what the recipient is told counts', () => {
    const plate = [row(1, 11, { plateState: 'Dự kiến' })];
    const hung = [row(1, 11, { plateState: 'Đã gắn' })];
    expect(isNothing(countsOf(releaseDifference(plate, hung, ['number', 'road'])))).toBe(true);
    expect(countsOf(releaseDifference(plate, hung, ['plateState'])).changed).toBe(1);
  });

  /** Lists in which an address, and a house, stands once at most. */
  const list = fc
    .uniqueArray(
      fc.record({
        address: fc.integer({ min: 1, max: 12 }),
        house: fc.integer({ min: 21, max: 32 }),
        number: fc.constantFrom('1', '3', '5A'),
      }),
      { maxLength: 10, selector: ({ house }) => house },
    )
    .map((found) => {
      const addresses = new Set<number>();
      return found
        .filter(({ address }) => !addresses.has(address) && addresses.add(address))
        .map(({ address, house, number }) => row(address, house, { number }));
    });

  it('of a list with itself is nothing', () => {
    fc.assert(fc.property(list, (rows) => isNothing(countsOf(releaseDifference(rows, [...rows], releaseKeys)))));
  });

  it('applied to the earlier list gives the later one', () => {
    fc.assert(
      fc.property(list, list, (earlier, later) => {
        const difference = releaseDifference(earlier, later, releaseKeys);
        expect(told(applied(earlier, difference))).toEqual(told(later));
      }),
    );
  });

  it('the other way round, what was new is retired', () => {
    fc.assert(
      fc.property(list, list, (earlier, later) => {
        const [there, back] = [releaseDifference(earlier, later, []), releaseDifference(later, earlier, [])];
        expect(there.new.length - there.retired.length).toBe(later.length - earlier.length);
        expect(back.retired.length - back.new.length).toBe(there.new.length - there.retired.length);
      }),
    );
  });
});

/** As a recipient would: whole cells, since only those that differ are listed as changed. */
function applied(earlier: readonly ReleaseRow[], { new: added, changed, retired }: ReleaseDifference) {
  const gone = new Set([...retired, ...changed.map(({ before }) => before)]);
  return [...earlier.filter((one) => !gone.has(one)), ...added, ...changed.map(({ after }) => after)];
}

/** By house, since only what cells say is told: an address that is the same in all of them may have another id. */
const told = (rows: readonly ReleaseRow[]): readonly string[] => rows.map(({ cells }) => JSON.stringify(cells)).sort();
