/** Which rows of a long file are a village's: lists of a district and extracts of a province hold far more than one wants. */
import { foldText } from '../../addressing/vietnameseText.ts';
import { boxesMeet, boxOfPolygon, type Box } from '../../geometry/box.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { Village } from '../../records/village.ts';
import type { FileRow } from '../files/fileFormat.ts';
import type { FileShape } from '../files/fileShape.ts';
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
    const { west, south, east, north } = boxOfPolygon(village.boundary);
    const near: Box = {
      ...{ west: west - roomDegrees, south: south - roomDegrees },
      ...{ east: east + roomDegrees, north: north + roomDegrees },
    };
    return {
      by: 'place',
      isOf: ({ geometry }) => {
        const box = geometry && boxOfShape(geometry);
        return box !== null && boxesMeet(box, near);
      },
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

function boxOfShape({ coordinates }: FileShape): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const look = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] !== 'number') return part.forEach(look);
    const [lng, lat] = part as unknown as Position;
    [west, east] = [Math.min(west, lng), Math.max(east, lng)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  };
  look(coordinates);
  return west <= east ? { west, south, east, north } : null;
}
