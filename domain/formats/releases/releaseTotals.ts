/** The totals of a release, counted while its rows go by: by village, road and use, and what its recipient must know. */
import { compareVietnamese } from '../../addressing/vietnameseText.ts';
import { numberColumn, textColumn, type Row } from '../table.ts';
import type { ReleaseRow } from './releaseRows.ts';

export const totalsColumns = [
  textColumn('what', 'Mục', 28),
  textColumn('name', 'Tên', 44),
  numberColumn('count', 'Số địa chỉ', 12),
];

export interface ReleaseTotals {
  add(row: ReleaseRow): void;
  /** Along `totalsColumns`. */
  rows(): readonly Row[];
}

export function releaseTotals(): ReleaseTotals {
  const villages = new Map<string, number>();
  const roads = new Map<string, number>();
  const uses = new Map<string, number>();
  let all = 0;
  let deep = 0;
  return {
    add: ({ cells }) => {
      all += 1;
      const village = String(cells.village ?? '');
      raise(villages, village);
      raise(roads, `${String(cells.road ?? 'Không có tên đường')} (${village})`);
      raise(uses, String(cells.use ?? 'Không rõ'));
      if (String(cells.alley ?? '').includes('/')) deep += 1;
    },
    rows: () => [
      ['Tổng cộng', null, all],
      ...rowsOf('Thôn', villages),
      ...rowsOf('Đường', roads),
      ...rowsOf('Loại nhà', uses),
      ...(deep > 0 ? [['Lưu ý', 'Ngõ sâu hơn hai cấp, được ghép vào cột ngách (thí dụ 4/2)', deep] satisfies Row] : []),
    ],
  };
}

const raise = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

const rowsOf = (what: string, counts: ReadonlyMap<string, number>): readonly Row[] =>
  [...counts].sort(([a], [b]) => compareVietnamese(a, b)).map(([name, count]) => [what, name, count]);
