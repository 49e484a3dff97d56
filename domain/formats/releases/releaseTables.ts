/** A release as tables to write: the list or only what has changed, the totals, and what the columns mean. */
import { addressListColumns } from '../addressListColumns.ts';
import type { WrittenRow, WrittenTable } from '../files/fileFormat.ts';
import { textColumn, type Cell, type Row } from '../table.ts';
import {
  differenceKinds,
  type DifferenceCounts,
  type DifferenceKind,
  type ReleaseDifference,
} from './releaseDifference.ts';
import { releaseColumns, type ReleaseKey } from './releaseKeys.ts';
import { meaningOf, writtenColumns, type ReleaseProfile } from './releaseProfile.ts';
import type { ReleaseRow } from './releaseRows.ts';
import { totalsColumns } from './releaseTotals.ts';

/** whole: every address; changes: those new, changed and retired since the release before. */
export const releaseParts = ['whole', 'changes'] as const;
export type ReleasePart = (typeof releaseParts)[number];

const kindWords: { readonly [K in DifferenceKind]: string } = {
  new: 'Mới',
  changed: 'Đổi',
  retired: 'Thu hồi',
};

const changeColumns = [
  { ...textColumn('thayDoi', 'Thay đổi', 10), meaning: 'Mới, Đổi hoặc Thu hồi, so với đợt bàn giao trước.' },
  { ...textColumn('daDoi', 'Ô đã đổi', 30), meaning: 'Những cột có giá trị khác đợt trước.' },
  { ...textColumn('truocDay', 'Trước đây', 50), meaning: 'Địa chỉ đầy đủ như đã bàn giao ở đợt trước.' },
];

export const dataTable = (profile: ReleaseProfile, part: ReleasePart): WrittenTable => ({
  name: part === 'whole' ? 'Địa chỉ' : 'Thay đổi',
  columns: [
    ...(part === 'whole' ? [] : changeColumns.map(({ meaning: _, ...column }) => column)),
    ...writtenColumns(profile),
  ],
});

export const totalsTable: WrittenTable = { name: 'Tổng hợp', columns: totalsColumns };

/** Along the totals' columns: what has changed, village by village. */
export const changeTotals = (villages: readonly ({ readonly name: string } & DifferenceCounts)[]): readonly Row[] =>
  differenceKinds.flatMap((kind) => [
    [kindWords[kind], null, villages.reduce((sum, village) => sum + village[kind], 0)],
    ...(villages.length > 1 ? villages.map((village): Row => [kindWords[kind], village.name, village[kind]]) : []),
  ]);

export const meaningsTable: WrittenTable = {
  name: 'Giải thích cột',
  columns: [textColumn('heading', 'Cột', 26), textColumn('meaning', 'Ý nghĩa', 100)],
};

export const meaningRows = (profile: ReleaseProfile, part: ReleasePart): readonly WrittenRow[] =>
  [
    ...(part === 'whole' ? [] : changeColumns.map(({ heading, meaning }): Cell[] => [heading, meaning])),
    ...profile.columns.map(({ key, heading }): Cell[] => [heading, meaningOf(key)]),
  ].map(plain);

export const plain = (cells: readonly Cell[]): WrittenRow => ({ cells, geometry: null });

/** `ordinal`: of the row in its file, from 1. */
export const writtenRow = (profile: ReleaseProfile, row: ReleaseRow, ordinal: number): WrittenRow => ({
  cells: profile.columns.map(({ key }): Cell => {
    if (key === 'ordinal') return ordinal;
    return key === 'blank' ? null : (row.cells[key] ?? null);
  }),
  geometry: { type: 'Point', coordinates: row.place },
});

/** `firstOrdinal`: that of the first of these rows in its file, from 1. */
export function changeRows(
  profile: ReleaseProfile,
  difference: ReleaseDifference,
  firstOrdinal: number,
): readonly WrittenRow[] {
  const reading = ({ cells }: ReleaseRow) => cells.fullAddress ?? null;
  const told = [
    ...difference.new.map((row) => ({ row, said: [kindWords.new, null, null] })),
    ...difference.changed.map(({ before, after, keys }) => ({
      row: after,
      said: [kindWords.changed, keys.map((key) => headingIn(profile, key)).join(', '), reading(before)],
    })),
    ...difference.retired.map((row) => ({ row, said: [kindWords.retired, null, reading(row)] })),
  ];
  return told.map(({ row, said }, at) => {
    const { cells, geometry } = writtenRow(profile, row, firstOrdinal + at);
    return { cells: [...said, ...cells], geometry };
  });
}

const headings = new Map<string, string>(
  [...addressListColumns('public'), ...releaseColumns].map(({ key, heading }) => [key, heading]),
);

/** As the profile has it, else as the list does. */
export const headingIn = ({ columns }: ReleaseProfile, key: ReleaseKey): string =>
  columns.find((column) => column.key === key)?.heading ?? headings.get(key) ?? key;
