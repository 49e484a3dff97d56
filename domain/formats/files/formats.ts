/** Every kind of file there is, and which of them a file is. */
import type { FileFormat } from './fileFormat.ts';
import { shapeFormats } from './shapeFormats.ts';
import { tableFormats } from './tableFormats.ts';

/** CSV comes last: it takes any text that is nothing else. */
export const fileFormats: readonly FileFormat[] = [
  ...tableFormats.filter(({ id }) => id !== 'csv'),
  ...shapeFormats,
  ...tableFormats.filter(({ id }) => id === 'csv'),
];

/** Told by its first bytes, whatever it is called. */
export const formatOf = (head: Uint8Array, name: string): FileFormat | null =>
  fileFormats.find(({ recognises }) => recognises(head, name)) ?? null;
