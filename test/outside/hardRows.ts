/** A list with hard names, and a shape for each row, that other programs are given. */
import type { WrittenRow, WrittenTable } from '../../domain/formats/files/fileFormat.ts';
import { positionsOfShape, type FileShape } from '../../domain/formats/files/fileShape.ts';
import { numberColumn, textColumn } from '../../domain/formats/table.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { aPoint, hardNames, squareAt } from '../domain/formats/files/shapes/filesOfShapes.ts';

/** Headings that every format can hold as they are: dBASE has ten letters of ASCII. */
export const table: WrittenTable = {
  name: 'nha',
  columns: [textColumn('name', 'name', 30), textColumn('code', 'code', 10), numberColumn('area', 'area', 10)],
};

export const rowsOf = (shape: (index: number) => FileShape | null): WrittenRow[] =>
  hardNames.map((name, index) => ({ cells: [name, `00${index}`, index + 0.5], geometry: shape(index) }));

export const points = rowsOf((index) => aPoint(105.79 + index / 1e4, 20.01));
export const areas = rowsOf((index) => squareAt(105.79 + index / 1e3, 20.01));
export const lines = rowsOf((index) => ({
  type: 'LineString',
  coordinates: [
    [105.79, 20.01],
    [105.7912345, Math.round((20.01 + index / 1e4) * 1e7) / 1e7],
  ],
}));

export const placesOf = (shape: FileShape | null): readonly Position[] => (shape ? positionsOfShape(shape) : []);
