/** Every kind of file there is, and which of them a file is. */
import type { FileFormat } from './fileFormat.ts';
import { tableFormats } from './tableFormats.ts';

export const fileFormats: readonly FileFormat[] = [...tableFormats];

/** Told by its first bytes, whatever it is called. */
export const formatOf = (head: Uint8Array, name: string): FileFormat | null =>
  fileFormats.find(({ recognises }) => recognises(head, name)) ?? null;
