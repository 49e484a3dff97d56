/** Which rows of a long file are a village's: lists of a district and extracts of a province hold far more than one wants. */
import { foldText } from '../../addressing/vietnameseText.ts';
import { boxAround, boxesMeet, boxOfPolygon, widened } from '../../geometry/box.ts';
import type { Village } from '../../records/village.ts';
import type { FileRow } from '../files/fileFormat.ts';
import { positionsOfShape } from '../files/fileShape.ts';
import { matchColumns } from './matchColumns.ts';

export interface OfVillage {
  /** Goes by where its shape lies, or by the column that names the village. */
  readonly by: 'place' | { readonly column: string };
  readonly isOf: (row: FileRow) => boolean;
}

const villageColumn = {
  key: 'village',
  headings: ['Thôn', 'Tên thôn', 'Xóm', 'Ấp', 'Bản', 'Tổ dân phố', 'Khu phố', 'Thôn/TDP', 'SubVillage', 'Village'],
} as const;

/** Beyond the boundary, for what stands on it; degrees (some 200 m). */
const roomDegrees = 0.002;

/** Null where neither shapes nor a column can tell. */
export function rowsOfVillage(village: Village, columns: readonly string[], hasShapes: boolean): OfVillage | null {
  if (hasShapes) {
    const near = widened(boxOfPolygon(village.boundary), roomDegrees);
    return {
      by: 'place',
      isOf: ({ geometry }) => geometry !== null && boxesMeet(boxAround(positionsOfShape(geometry)), near),
    };
  }
  const { village: column } = matchColumns([villageColumn], columns);
  if (column === undefined) return null;
  const name = nameOf(village.name);
  return { by: { column: columns[column]! }, isOf: ({ cells }) => nameOf(cells[column] ?? '') === name };
}

/** "Thôn Chí Phúc", "CHÍ PHÚC", "Chi Phuc (thôn)" are one. */
const nameOf = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(thon|xom|ap|ban|to dan pho|tdp|khu pho|kp)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
