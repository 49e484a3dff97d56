/** What files may be that are taken in, and what reading them may take. */
import { defaultReadLimits, type ReadLimits } from '../../domain/formats/files/readLimits.ts';

export interface ReaderLimits {
  /** Milliseconds a file may take. */
  readonly deadlineMs: number;
  /** Megabytes the process may hold, its program included. */
  readonly memoryMb: number;
  /** Milliseconds it is kept when there is nothing to read. */
  readonly idleMs: number;
}

export const defaultReaderLimits: ReaderLimits = { deadlineMs: 300_000, memoryMb: 768, idleMs: 60_000 };

export interface ImportLimits {
  readonly read: ReadLimits;
  readonly reader: ReaderLimits;
  /** Files of one account at a time; the oldest that is read makes room. */
  readonly perAccount: number;
  /** Files of everybody at a time, and their bytes together. */
  readonly files: number;
  readonly bytes: number;
  /** Bytes of everybody that are received in a second: faster, and others would wait for their answers. */
  readonly bytesPerSecond: number;
  /** Milliseconds after the last time anybody asked for it. */
  readonly keptMs: number;
}

export const defaultImportLimits: ImportLimits = {
  read: defaultReadLimits,
  reader: defaultReaderLimits,
  perAccount: 4,
  files: 100,
  bytes: 4 * 1024 * 1024 * 1024,
  bytesPerSecond: 8 * 1024 * 1024,
  keptMs: 6 * 3_600_000,
};
