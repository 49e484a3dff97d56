/** Features as a file has them: numbers of its own reference system, whatever columns each happens to have. */
import type { Position } from '../../../geometry/shapes.ts';
import { FileRefused } from '../fileFormat.ts';
import { fault, type FileFaultCode, type FileNote, type FilePlace } from '../fileFault.ts';
import type { FileShape } from '../fileShape.ts';
import type { ReadLimits } from '../readLimits.ts';
import { numberText } from './numberText.ts';
import type { SourceSystem } from './referenceSystem.ts';

export interface RawFeature {
  readonly table: string;
  /** By heading; those where nothing stands are missing. */
  readonly cells: ReadonlyMap<string, string>;
  /** Positions are pairs of numbers in the order of the file. */
  readonly geometry: FileShape | null;
  /** Something of the shape is of no kind that is read here. */
  readonly isPartial: boolean;
}

export interface RawPiece {
  readonly features: readonly RawFeature[];
  /** Of the file, so far in this pass. */
  readonly readBytes: number;
}

/** A file opened for its shapes. It is gone through twice: once for columns and coordinates, once for the rows. */
export interface OpenedShapes {
  /** From the start at each call; throws FileRefused. */
  readonly features: () => AsyncGenerator<RawPiece, void>;
  /** Known once the features have been gone through. The same object for what must be of one system. */
  readonly systemOf: (table: string) => SourceSystem;
  /** Headings known beforehand: tables without rows have some too. */
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  readonly notes: readonly FileNote[];
}

export function refuse(
  code: FileFaultCode,
  place: Partial<FilePlace> = {},
  params: Readonly<Record<string, string | number>> = {},
): never {
  throw new FileRefused(fault(code, place, params));
}

/** Text as cells have it: NFC, ends trimmed; null where nothing stands. */
export const cellText = (text: string): string | null => text.normalize('NFC').trim() || null;

/** A value of JSON or of a database as text of a cell. */
export function cellOfValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return cellText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return Number.isFinite(value) ? numberText(value) : null;
  return JSON.stringify(value);
}

export function setCell(cells: Map<string, string>, heading: string, value: unknown): void {
  const text = cellOfValue(value);
  if (text !== null) cells.set(heading.normalize('NFC').trim(), text);
}

export function checkCell(text: string, limits: ReadLimits, place: Partial<FilePlace>): void {
  if (text.length > limits.cellCharacters) {
    refuse('cell-too-long', place, { limit: limits.cellCharacters, given: text.length });
  }
}

/** The name of a file without folders and extension: what its only table is called. */
export const baseName = (path: string): string =>
  (/([^/\\]*?)(\.[^./\\]*)?$/.exec(path)?.[1] ?? '').normalize('NFC').trim() || path;

/** Names that meet: the second of them gets its number. */
export function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let n = 2; taken.has(unique); n += 1) unique = `${name} (${n})`;
  taken.add(unique);
  return unique;
}

export function mapPositions(shape: FileShape, change: (position: Position) => Position): FileShape {
  switch (shape.type) {
    case 'Point':
      return { type: shape.type, coordinates: change(shape.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { type: shape.type, coordinates: shape.coordinates.map(change) };
    case 'MultiLineString':
    case 'Polygon':
      return { type: shape.type, coordinates: shape.coordinates.map((part) => part.map(change)) };
    case 'MultiPolygon':
      return {
        type: shape.type,
        coordinates: shape.coordinates.map((rings) => rings.map((ring) => ring.map(change))),
      };
  }
}
