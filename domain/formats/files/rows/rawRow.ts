/** A row as it lies in the file, before its table is known. */
import type { LegacyFont } from '../legacy/legacyText.ts';

export interface RawRow {
  /** As FileRow.row. */
  readonly row: number;
  /** From the first column of the file; not yet trimmed, decoded or normalized. */
  readonly cells: readonly (string | null)[];
  /** For each cell the legacy font it is shown in, in files that have fonts. */
  readonly fonts?: readonly (LegacyFont | null)[];
}
