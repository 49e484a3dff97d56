/** Every kind of thing that is taken in from a file, and which of them a table of it most likely is. */
import type { FormatId } from '../files/fileFormat.ts';
import type { FileShape } from '../files/fileShape.ts';
import { candidateKind } from './candidateKind.ts';
import { houseKind } from './houseKind.ts';
import { householdKind } from './householdKind.ts';
import type { ImportFieldKey } from './importFields.ts';
import type { ImportKind, ImportKindId } from './incoming.ts';
import { headingKey, matchColumns } from './matchColumns.ts';
import { pointKinds } from './pointKinds.ts';
import { roadKind } from './roadKind.ts';

/** In the order in which they are offered. */
export const importKinds: readonly ImportKind[] = [householdKind, houseKind, roadKind, ...pointKinds, candidateKind];

export const kindOf = (id: ImportKindId): ImportKind => importKinds.find((kind) => kind.id === id)!;

export interface TableFacts {
  readonly format: FormatId;
  /** Of the table: "highway" and "building" in an extract of OpenStreetMap. */
  readonly name: string;
  readonly columns: readonly string[];
  /** The kind of shape most of its rows have; null in a plain table. */
  readonly shape: FileShape['type'] | null;
}

/** Headings that only lists of houses have. */
const ofHouses = ['so nha', 'ten nha', 'loai nha', 'housenumber', 'addr housenumber', 'thua'];

/** By its shapes first, then by what its headings tell. */
export function proposedKind({ format, name, columns, shape }: TableFacts): ImportKindId {
  const told = ` ${[name, ...columns].map(headingKey).join(' ')} `;
  const says = (...words: readonly string[]): boolean => words.some((word) => told.includes(` ${word} `));
  if (shape === 'LineString' || shape === 'MultiLineString') return 'road';
  if (shape === 'Polygon' || shape === 'MultiPolygon') {
    // Drawn by others from pictures, of nobody's knowledge of the village.
    const isDrawnElsewhere = format.startsWith('osm') || says('confidence', 'building', 'building levels');
    return isDrawnElsewhere ? 'candidate' : 'house';
  }
  const fits = (id: ImportKindId, ...keys: readonly ImportFieldKey[]): boolean => {
    const chosen = matchColumns(kindOf(id).fields, columns);
    return keys.some((key) => chosen[key] !== undefined);
  };
  if (shape === null && fits('household', 'headName', 'householdId')) {
    // A list of addresses of our own has a head of a house too, and is about houses when it has their places.
    return 'household';
  }
  if (says('den', 'lamp', 'light', 'street lamp', 'cong suat') || fits('lamp', 'powerWatts')) return 'lamp';
  if (says('camera')) return 'camera';
  if (says('bien', 'noi dung bien', 'loai bien', 'sign')) return 'sign';
  if (fits('house', 'houseId', 'plusCode') || says(...ofHouses)) return 'house';
  if (shape === null) return fits('landmark', 'latitude') ? 'landmark' : 'household';
  return 'landmark';
}

/** That of the first row that has one. */
export const shapeOf = (rows: readonly { readonly geometry: FileShape | null }[]): FileShape['type'] | null =>
  rows.find(({ geometry }) => geometry !== null)?.geometry?.type ?? null;
