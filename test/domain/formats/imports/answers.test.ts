import { describe, expect, it } from 'vitest';
import { matchAnswerColumns } from '../../../../domain/formats/imports/answerFields.ts';
import { answerInput } from '../../../../domain/formats/imports/answerInput.ts';
import { answerPreview, type AnswerAsked } from '../../../../domain/formats/imports/answerPreview.ts';
import { answerRows } from '../../../../domain/formats/imports/answerRows.ts';
import type { FileRow } from '../../../../domain/formats/files/fileFormat.ts';
import { builtInProfiles, type BuiltInId } from '../../../../domain/formats/releases/releaseProfile.ts';
import { releaseRows } from '../../../../domain/formats/releases/releaseRows.ts';
import { writtenRow } from '../../../../domain/formats/releases/releaseTables.ts';
import { isConfirmed } from '../../../../domain/coverage/platformAnswers.ts';
import type { House } from '../../../../domain/records/house.ts';
import type { World } from '../../../../domain/records/world.ts';
import { aHouse, aRoad, at, aWorld, newId } from '../../builders.ts';
import { addressOf, contentOf, done, issued, numbered, undone } from '../../edits/doing.ts';

const road = aRoad(at(0, 100), at(0, -100), { name: 'Đường Đền Hàn' });
const houses = [80, 60, 40, 20, 0].map((north, i) => aHouse(at(8, north), i === 4 ? { name: 'Nhà văn hoá' } : {}));
const [one, two, three, four] = houses as [House, House, House, House, House];
const world = issued(numbered(aWorld(road, ...houses)));
const released = releaseRows(world);
const indexOf = (house: House) => released.findIndex(({ houseId }) => houseId === house.id);

/** The release as its recipient has it, with columns of his own after ours. */
function returned(profile: BuiltInId, extra: readonly string[], answers: readonly (readonly (string | null)[])[]) {
  const columns = [...builtInProfiles[profile].columns.map(({ heading }) => heading), ...extra];
  const rows = released.map((row, at): FileRow => {
    const { cells } = writtenRow(builtInProfiles[profile], row, at + 1);
    return {
      row: at + 2,
      cells: [...cells.map((cell) => (cell === null ? null : String(cell))), ...(answers[at] ?? [])],
      geometry: null,
    };
  });
  return { columns, rows };
}

const asked: AnswerAsked = {
  ...{ system: 'vnpt', answeredOn: '2026-11-28', releaseNumber: 1, released, chosen: new Map() },
};
type File = ReturnType<typeof returned>;
const preview = (file: File, from: World = world, fields: Partial<AnswerAsked> = {}) =>
  answerPreview(from, file.rows, matchAnswerColumns(file.columns), { ...asked, ...fields });
const taken = (file: File, from: World = world, fields: Partial<AnswerAsked> = {}) =>
  done(
    from,
    'answer.import',
    answerInput(preview(file, from, fields), { ...asked, ...fields }, { source: 'f.xlsx', nextId: newId }),
  );
const edited = (file: File, row: number, heading: string, cell: string | null): File => ({
  ...file,
  rows: file.rows.map((one, index) =>
    index === row ? { ...one, cells: one.cells.map((old, at) => (file.columns[at] === heading ? cell : old)) } : one,
  ),
});
const extra = ['Kết quả', 'Lý do', 'Ngày xử lý'];
const ok = ['Đã tiếp nhận', null, '28/11/2026'] as const;
const allOk = houses.map(() => ok);

describe('columns', () => {
  it.each(['default', 'vnpost'] as const)('of a release with the columns %s are known', (profile) => {
    const { columns } = returned(profile, extra, []);
    const choice = matchAnswerColumns(columns);
    const headingOf = (key: keyof typeof choice) => columns[choice[key] ?? -1] ?? null;
    expect(['verdict', 'reason', 'answeredOn'].map((key) => headingOf(key as 'verdict'))).toEqual(extra);
    expect(headingOf('number')).toMatch(/^(Số nhà|HouseNumber)$/);
    expect(headingOf('plusCode')).toMatch(/^(Plus Code|PlusCode)$/);
    expect(headingOf('ndas10')).toMatch(/^(Mã địa chỉ số|NdasCode)$/);
    expect(headingOf('address')).toMatch(/^(Địa chỉ đầy đủ|FullAddress)$/);
  });

  it('our own “Trạng thái biển” is no answer; theirs is; what was chosen before counts more', () => {
    expect(matchAnswerColumns(['Mã nhà', 'Trạng thái biển', 'Ghi chú']).verdict).toBeUndefined();
    expect(matchAnswerColumns(['Mã nhà', 'Trạng thái biển', 'Trạng thái']).verdict).toBe(2);
    expect(matchAnswerColumns(['Mã nhà', 'Ghi chú'], { 'ghi chu': 'reason' }).reason).toBe(1);
    expect(matchAnswerColumns(['houseId', 'fullAddress', 'ndas10', 'Mã địa chỉ số quốc gia'])).toMatchObject({
      ...{ houseId: 0, address: 1, ndas10: 3 },
    });
  });
});

describe.each(['default', 'vnpost'] as const)('a release that comes back with the columns %s', (profile) => {
  it('is matched row by row, one edit, one undo, and nothing the second time', () => {
    const file = edited(returned(profile, extra, allOk), indexOf(two), 'Kết quả', 'Từ chối: trùng');
    expect(preview(file).map(({ kind, house }) => [kind, (house?.confidence ?? 0) > 0.9])).toEqual(
      released.map(({ houseId }) => [houseId === two.id ? 'rejected' : 'accepted', true]),
    );
    const after = taken(file);
    expect(after.change.created).toHaveLength(5);
    expect([isConfirmed(after.world, one.id), isConfirmed(after.world, two.id)]).toEqual([true, false]);
    expect(contentOf(undone(after))).toEqual(contentOf(world));
    const again = preview(file, after.world, { answeredOn: '2026-12-24', releaseNumber: 9 });
    expect(again.map(({ kind }) => kind)).toEqual(houses.map(() => 'same'));
  });

  it('national codes become codes of the houses; a zero that was lost is put back with a word', () => {
    const heading = profile === 'default' ? 'Mã địa chỉ số' : 'NdasCode';
    const file = released.reduce(
      (done, _, i) => edited(done, i, heading, i === 0 ? '440000000' : `044000000${i}`),
      returned(profile, extra, allOk),
    );
    expect(preview(file)[0]).toMatchObject({ kind: 'accepted', problems: { ndas10: 'code-zero-lost' } });
    const after = taken(file).world;
    expect([...after.externalCode.values()].map(({ value }) => value)).toContain('0440000000');
    expect(after.externalCode.size).toBe(5);
    const twice = edited(file, 1, heading, '0440000002');
    expect(
      preview(twice)
        .slice(0, 4)
        .map(({ kind, problems }) => [kind, problems.ndas10]),
    ).toEqual([
      ['accepted', 'code-zero-lost'],
      ['faulty', 'code-given-twice'],
      ['faulty', 'code-given-twice'],
      ['accepted', undefined],
    ]);
  });
});

describe('rows that are not taken, or not without a word', () => {
  const file = returned('default', extra, allOk);
  const kindsOf = (given: File, from = world, fields: Partial<AnswerAsked> = {}) =>
    preview(given, from, fields).map(({ kind }) => kind);

  it('a word nobody knows is a problem on its cell', () => {
    const [first] = preview(edited(file, 0, 'Kết quả', 'xem lại'));
    expect(first).toMatchObject({ kind: 'faulty', problems: { verdict: 'verdict-unknown' } });
  });

  it('nine digits that fit no area code beside them are no code', () => {
    const codes = edited(edited(file, 0, 'Mã địa chỉ số', '440012345'), 1, 'Mã địa chỉ số', '4400100001');
    expect(preview(codes)[0]).toMatchObject({ kind: 'faulty', problems: { ndas10: 'code-malformed' } });
  });

  it('a code the village has for another house', () => {
    const held = taken(edited(file, indexOf(one), 'Mã địa chỉ số', '0440012345')).world;
    const moved = edited(file, indexOf(three), 'Mã địa chỉ số', '0440012345');
    expect(preview(moved, held)[indexOf(three)]).toMatchObject({
      ...{ kind: 'faulty', problems: { ndas10: 'code-of-another-house' } },
    });
  });

  it('another code for a house that has one replaces it, and says so', () => {
    const held = taken(edited(file, 0, 'Mã địa chỉ số', '0440012345')).world;
    const other = edited(file, 0, 'Mã địa chỉ số', '0440099999');
    expect(preview(other, held)[0]).toMatchObject({ kind: 'accepted', problems: { ndas10: 'code-replaced' } });
    expect([...taken(other, held).world.externalCode.values()].map(({ value }) => value)).toEqual(['0440099999']);
  });

  it('a row twice counts once; two rows that contradict each other count not at all', () => {
    const again = { ...file, rows: [...file.rows, { ...file.rows[0]!, row: 99 }] };
    expect(kindsOf(again)).toEqual([...houses.map(() => 'accepted'), 'same']);
    const against = edited(again, 5, 'Kết quả', 'Từ chối');
    expect(preview(against).flatMap(({ kind, row }) => (kind === 'faulty' ? [row] : []))).toEqual([2, 99]);
  });

  it('a house nobody knows is unclear until a person says which', () => {
    const cells = file.columns.map((heading) => (heading === 'Kết quả' ? 'OK' : heading === 'Số nhà' ? '999' : null));
    const strange = { ...file, rows: [{ row: 2, cells, geometry: null }] };
    expect(kindsOf(strange)).toEqual(['unclear']);
    const chosen = preview(strange, world, { chosen: new Map([[2, four.id]]) });
    expect(chosen).toMatchObject([{ kind: 'accepted', house: { houseId: four.id, reason: 'chosen' } }]);
    // What was answered is number 999, which that house is not.
    expect(chosen[0]?.problems).toEqual({ number: 'address-of-before' });
    expect(isConfirmed(taken(strange, world, { chosen: new Map([[2, four.id]]) }).world, four.id)).toBe(false);
  });

  it('a column sorted without the others leaves all its rows to a person', () => {
    const column = file.columns.indexOf('Mã nhà');
    const rows = file.rows.map((row, index) => {
      const other = file.rows[(index + 1) % file.rows.length]!;
      return { ...row, cells: row.cells.map((cell, at) => (at === column ? other.cells[column]! : cell)) };
    });
    const found = preview({ ...file, rows });
    expect(found.map(({ kind, house }) => [kind, house?.otherId === null])).toEqual(
      houses.map(() => ['unclear', false]),
    );
  });

  it('what is not decided yet, or says nothing, changes nothing', () => {
    expect(kindsOf(edited(edited(file, 0, 'Kết quả', 'Đang xử lý'), 1, 'Kết quả', null)).slice(0, 2)).toEqual([
      ...['silent', 'silent'],
    ]);
  });

  it('an older answer than the one held is not taken', () => {
    const after = taken(file).world;
    const older = edited(edited(file, 0, 'Ngày xử lý', '01/11/2026'), 0, 'Kết quả', 'Từ chối');
    expect(preview(older, after)[0]).toMatchObject({ kind: 'faulty', problems: { answeredOn: 'older-than-held' } });
    const newer = edited(edited(file, 0, 'Ngày xử lý', '30/11/2026'), 0, 'Kết quả', 'Từ chối');
    expect(preview(newer, after)[0]).toMatchObject({ kind: 'rejected', problems: { reason: 'reason-missing' } });
  });

  it('sums and blank lines are no rows', () => {
    const choice = matchAnswerColumns(file.columns);
    const sum = file.columns.map((_, at) => (at === 0 ? 'Tổng cộng' : null));
    expect(answerRows([{ row: 9, cells: sum, geometry: null }], choice)).toEqual([]);
  });
});

describe('a house renumbered since the release', () => {
  const address = addressOf(world, one)!;
  const renumbered = {
    ...world,
    address: new Map(world.address).set(address.id, { ...address, number: '21' }),
  };

  it('is found by its id, and what was said of its old address confirms nothing', () => {
    const file = returned('default', extra, allOk);
    const found = preview(file, renumbered).find(({ house }) => house?.houseId === one.id);
    expect(found).toMatchObject({ kind: 'accepted', problems: { number: 'address-of-before' } });
    expect(found?.told?.address).toBe(`Số ${address.number}, Đường Đền Hàn`);
    expect(isConfirmed(taken(file, renumbered).world, one.id)).toBe(false);
  });

  it('without an id, the old address still leads to it, as it was handed over', () => {
    const cut = returned('vnpost', extra, allOk);
    const without = cut.columns.reduce(
      (file, heading) =>
        ['PlusCode', 'Longitude', 'Latitude'].includes(heading)
          ? file.rows.reduce((done, _, i) => edited(done, i, heading, null), file)
          : file,
      cut,
    );
    const found = preview(without, renumbered).find(({ house }) => house?.houseId === one.id);
    expect(found?.house).toMatchObject({ reason: 'released-address', otherId: null });
  });
});

it('a list of our ids and numbers alone is enough', () => {
  const rows = released.map(({ houseId, cells }, index) => ({
    row: index + 2,
    cells: [houseId, String(cells.number), 'OK'],
    geometry: null,
  }));
  const found = preview({ columns: ['Mã nhà', 'Số nhà', 'Kết quả'], rows });
  expect(found.map(({ kind, problems }) => [kind, problems])).toEqual(houses.map(() => ['accepted', {}]));
});

describe('without id, code and address', () => {
  const columns = ['Vĩ độ', 'Kinh độ', 'Tên công trình', 'Kết quả'];
  const row = (place: readonly [number, number], name: string | null) => ({
    columns,
    rows: [{ row: 2, cells: [String(place[1]), String(place[0]), name, 'OK'], geometry: null }],
  });

  it('a place near a door is shown, and sure with the name', () => {
    const hall = houses[4]!;
    expect(preview(row(hall.entrance, null))[0]).toMatchObject({ kind: 'unclear', house: { reason: 'near-entrance' } });
    expect(preview(row(hall.entrance, 'nhà văn hóa'))[0]).toMatchObject({
      ...{ kind: 'accepted', house: { houseId: hall.id, reason: 'place-and-name' } },
    });
    expect(preview(row(one.entrance, 'Nhà văn hoá'))[0]).toMatchObject({
      kind: 'unclear',
      house: { otherId: hall.id },
    });
  });
});
