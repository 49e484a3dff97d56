import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../../../domain/edits/registry.ts';
import type { FileRow } from '../../../../domain/formats/files/fileFormat.ts';
import {
  isProposal,
  type CellReading,
  readName,
  readOrdinal,
  readPhone,
} from '../../../../domain/formats/imports/cellReadings.ts';
import { householdDifference } from '../../../../domain/formats/imports/householdDifference.ts';
import { householdRows } from '../../../../domain/formats/imports/householdRows.ts';
import { importOf, previewOf } from '../../../../domain/formats/imports/householdPreview.ts';
import { householdFields } from '../../../../domain/formats/imports/importFields.ts';
import { matchColumns, rememberColumns } from '../../../../domain/formats/imports/matchColumns.ts';
import type { Household } from '../../../../domain/records/household.ts';
import { worldOf, type World } from '../../../../domain/records/world.ts';
import { aHouse, aHousehold, at, aVillage, idOf, newId } from '../../builders.ts';
import { done, refused, undone } from '../../edits/doing.ts';

/** What is taken and what is doubted; what a person may take instead is only there where something is proposed. */
function proposed({ asWritten, ...reading }: CellReading<string>) {
  if (reading.problem === null || !isProposal(reading.problem)) expect(asWritten).toBeUndefined();
  return reading;
}

const rowsOf = (...lines: readonly (readonly (string | null)[])[]): FileRow[] =>
  lines.map((cells, index) => ({ row: index + 2, cells, geometry: null }));
const headings = ['STT', 'Họ và tên chủ hộ', 'Số điện thoại (nếu có)', 'Địa chỉ'];
const choice = matchColumns(householdFields, headings);
const read = (...lines: readonly (readonly (string | null)[])[]) => householdRows(rowsOf(...lines), choice);

describe('columns', () => {
  it('are known by their headings, each for one field', () => {
    expect(choice).toEqual({ ordinal: 0, headName: 1, phone: 2, address: 3 });
    expect(matchColumns(householdFields, ['HỌ TÊN CHỦ HỘ', 'ĐT', 'SN', 'TT', 'Mã hộ'])).toEqual({
      ...{ headName: 0, phone: 1, number: 2, ordinal: 3, householdId: 4 },
    });
    expect(matchColumns(householdFields, ['Diện tích', 'C', ''])).toEqual({});
  });

  it('are taken as they were taken before', () => {
    const strange = ['Cột 1', 'Người đại diện', 'Điện thoại'];
    expect(matchColumns(householdFields, strange)).toEqual({ phone: 2 });
    const remembered = rememberColumns({}, strange, { ordinal: 0, headName: 1 });
    expect(matchColumns(householdFields, strange, remembered)).toEqual({ ordinal: 0, headName: 1 });
  });
});

describe('cells', () => {
  it.each([
    ['0912345678', '0912345678', null],
    ['091 234.56-78', '0912345678', null],
    ['+84 912 345 678', '0912345678', null],
    ['84912345678', '0912345678', null],
    ['912345678', '0912345678', 'phone-zero-lost'],
    ['01684345678', '0384345678', 'phone-of-old-network'],
    ['01234567890', '0834567890', 'phone-of-old-network'],
    ['02373123456', '02373123456', null],
    ['0912345678 / 0987654321', '0912345678', 'phone-several'],
    ['0112345678', '0112345678', 'phone-unusual'],
    ['không có', null, 'phone-malformed'],
  ] as const)('phone %s', (cell, value, problem) => expect(proposed(readPhone(cell))).toEqual({ value, problem }));

  it.each([
    ['NGUYỄN VĂN AN', 'Nguyễn Văn An', 'name-in-capitals'],
    ['ĐỖ THỊ H’HEN (BÉ)', 'Đỗ Thị H’hen (Bé)', 'name-in-capitals'],
    ['Nguyễn  Văn\u00a0An ', 'Nguyễn Văn An', null],
    ['An', 'An', null],
    ['=HYPERLINK("x")', null, 'text-unusable'],
    ['<b>An</b>', null, 'text-unusable'],
    ['x'.repeat(101), null, 'text-too-long'],
  ] as const)('name %s', (cell, value, problem) => expect(proposed(readName(cell))).toEqual({ value, problem }));

  it.each([
    ['7', 7, null],
    ['007', 7, null],
    ['7.0', 7, null],
    ['0', null, 'number-out-of-range'],
    ['100000', null, 'number-out-of-range'],
    ['bảy', null, 'not-a-whole-number'],
  ] as const)('ordinal %s', (cell, value, problem) => expect(readOrdinal(cell)).toEqual({ value, problem }));
});

describe('rows', () => {
  it('leaves out sums, blanks and signatures, and names what is given twice', () => {
    const rows = read(
      ['1', 'Nguyễn Văn An', null, null],
      ['2', 'Trần Thị Bé', '912345678', null],
      ['2', 'Lê Văn Cư', '12', null],
      ['4', 'Phạm Dung', '12', null],
      ['3', null, null, null],
      [null, 'TỔNG CỘNG', null, null],
      [null, null, null, 'Trưởng thôn'],
    );
    expect(rows.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
    expect(rows.map(({ problems }) => problems)).toEqual([
      {},
      { phone: 'phone-zero-lost', ordinal: 'given-twice' },
      { phone: 'phone-malformed', ordinal: 'given-twice' },
      { phone: 'phone-malformed' },
    ]);
    expect(rows.map(({ isTakeable }) => isTakeable)).toEqual([true, false, false, true]);
  });
});

const worldWith = (...households: readonly Household[]): World => worldOf([aVillage(), ...households]);
const an = aHousehold({ id: idOf(31), ordinal: 1, headName: 'Nguyễn Văn An', phone: '0912345678' });
const be = aHousehold({ id: idOf(32), ordinal: 2, headName: 'Trần Thị Bé', phone: null });
const cu = aHousehold({ id: idOf(33), ordinal: 3, headName: 'Lê Văn Cư', phone: '0987654321' });

describe('difference', () => {
  const world = worldWith(an, be, cu);

  it('the same list changes nothing, in whatever order it is', () => {
    const rows = read(
      ['3', 'LÊ VĂN CƯ', '0987654321', null],
      ['1', 'Nguyễn Văn An', '+84912345678', null],
      ['2', 'Trần Thị Bé', null, null],
    );
    const { standings, gone, loss } = householdDifference(world, rows, choice);
    expect([...standings.values()].map(({ kind }) => kind)).toEqual(['same', 'same', 'same']);
    expect([gone, loss]).toEqual([[], 0]);
  });

  it('tells who is added, changed and gone', () => {
    const rows = read(
      ['1', 'Nguyễn Văn An', '0911111111', null],
      ['2', 'Trần Văn Bắc', null, null],
      ['4', 'Phạm Thị Dung', null, null],
    );
    const { standings, gone, loss } = householdDifference(world, rows, choice);
    expect(
      [...standings].map(([{ row }, standing]) => [row, standing.kind, 'changes' in standing && standing.changes]),
    ).toEqual([
      [2, 'changed', { phone: '0911111111' }],
      // The same line of the list, and nobody else it could be: a new head.
      [3, 'changed', { headName: 'Trần Văn Bắc' }],
      [4, 'added', false],
    ]);
    expect(gone).toEqual([cu]);
    expect(loss).toBeCloseTo(1 / 3);
  });

  it('a cell that cannot be read leaves what is known, and its household is not gone', () => {
    const rows = read(['1', 'Nguyễn Văn An', 'không có', null], ['x', 'Trần Thị Bé', null, null]);
    const { standings, gone } = householdDifference(world, rows, choice);
    expect(rows.map((row) => standings.get(row)?.kind)).toEqual(['same', undefined]);
    expect(gone).toEqual([cu]);
  });

  it('a column the file has not leaves what is known', () => {
    const [only] = householdRows(rowsOf(['Nguyễn Văn An']), { headName: 0 });
    expect(householdDifference(world, [only!], { headName: 0 }).standings.get(only!)?.kind).toBe('same');
  });

  it('two of one name are told apart by number or phone, or not at all', () => {
    const twins = worldWith(an, { ...cu, headName: an.headName });
    const rows = read(['9', 'Nguyễn Văn An', null, null]);
    expect(householdDifference(twins, rows, choice).standings.get(rows[0]!)?.kind).toBe('added');
    const byPhone = read(['9', 'Nguyễn Văn An', '0987654321', null]);
    expect(householdDifference(twins, byPhone, choice).standings.get(byPhone[0]!)).toMatchObject({
      kind: 'changed',
      household: { id: cu.id },
      changes: { ordinal: 9 },
    });
  });

  it('what is taken of a list leaves a village that the list changes no more', () => {
    const person = fc.record({
      name: fc.constantFrom('Nguyễn Văn An', 'Trần Thị Bé', 'Lê Văn Cư', 'Phạm Dung', 'Đỗ Én'),
      phone: fc.constantFrom(null, '0912345678', '0987654321', '0900000003'),
    });
    const lists = fc.array(person, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const start = worldWith(
          ...before.map(({ name, phone }, i) =>
            aHousehold({ id: idOf(100 + i), ordinal: i + 1, headName: name, phone }),
          ),
        );
        const given = rowsOf(...after.map(({ name, phone }, i) => [String(i + 1), name, phone, null]));
        const rows = householdRows(given, choice);
        const input = inputOf(start, given);
        const isChange = input.added.length + input.changed.length + input.goneIds.length > 0;
        const then = isChange ? done(start, 'household.replace', input).world : start;
        const { standings, gone } = householdDifference(then, rows, choice);
        expect([...standings.values()].every(({ kind }) => kind === 'same')).toBe(true);
        expect(gone).toEqual([]);
        expect(then.household.size).toBe(rows.length);
      }),
    );
  });
});

function inputOf(world: World, rows: readonly FileRow[]): InputOf<'household.replace'> {
  return importOf(world, previewOf(world, rows, choice), {
    source: 'danh sách.xlsx',
    isGoneTaken: true,
    nextId: newId,
  });
}

describe('taking a list in', () => {
  const many = Array.from({ length: 10 }, (_, i) => aHousehold({ id: idOf(100 + i), ordinal: i + 1 }));
  const empty = { source: 'x', added: [], changed: [], goneIds: [] };

  it('most of a village goes only by the edit of the commune', () => {
    const world = worldWith(...many);
    const goneIds = many.slice(0, 8).map(({ id }) => id);
    expect(refused(world, 'household.import', { ...empty, goneIds })).toMatchObject({
      code: 'import-loses-most',
      params: { gone: 8, total: 10 },
    });
    expect(done(world, 'household.import', { ...empty, goneIds: goneIds.slice(1) }).world.household.size).toBe(3);
    const replaced = done(world, 'household.replace', { ...empty, goneIds });
    expect(replaced.world.household.size).toBe(2);
    expect(undone(replaced).household.size).toBe(10);
  });

  it('all of it or nothing', () => {
    const world = worldWith(...many);
    const twice = { ...empty, goneIds: [idOf(100)], changed: [{ id: idOf(100), changes: { ordinal: 7 } }] };
    expect(refused(world, 'household.import', twice).code).toBe('record-missing');
    expect(refused(world, 'household.import', empty).code).toBe('nothing-changes');
  });

  it('ties households to houses, and leaves those that are tied so already', () => {
    const house = aHouse(at(0, 0));
    const world = worldOf([aVillage(), house, { ...an, houseId: house.id }, be]);
    const assigned = [an, be].map(({ id }) => ({ householdId: id, houseId: house.id }));
    const { change } = done(world, 'household.assign', { assigned });
    expect(change.updated).toEqual([[be, { ...be, houseId: house.id, version: 2 }]]);
  });
});
