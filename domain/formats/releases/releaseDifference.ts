/** What has changed from one release to the next: addresses that are new, changed, or retired. */
import type { ReleaseKey } from './releaseKeys.ts';
import type { ReleaseRow } from './releaseRows.ts';

export const differenceKinds = ['new', 'changed', 'retired'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface ChangedRow {
  readonly before: ReleaseRow;
  readonly after: ReleaseRow;
  /** In the order they were asked for. */
  readonly keys: readonly ReleaseKey[];
}

export interface ReleaseDifference {
  /** In the order of the later list. */
  readonly new: readonly ReleaseRow[];
  readonly changed: readonly ChangedRow[];
  /** As they read when they were last handed over, in that order. */
  readonly retired: readonly ReleaseRow[];
}

/**
 * An address is the same by its id, and a house that got another one by the house's: renumbering changes it, and
 * withdraws nothing. Only what `keys` name counts as changed.
 */
export function releaseDifference(
  earlier: readonly ReleaseRow[],
  later: readonly ReleaseRow[],
  keys: readonly ReleaseKey[],
): ReleaseDifference {
  const pairs = paired(earlier, later);
  const taken = new Set(pairs.values());
  return {
    new: later.filter((row) => !pairs.has(row)),
    changed: later.flatMap((after) => {
      const before = pairs.get(after);
      const differing = before ? keys.filter((key) => before.cells[key] !== after.cells[key]) : [];
      return before && differing.length > 0 ? [{ before, after, keys: differing }] : [];
    }),
    retired: earlier.filter((row) => !taken.has(row)),
  };
}

/** The earlier row of each later one that has one. */
function paired(earlier: readonly ReleaseRow[], later: readonly ReleaseRow[]): Map<ReleaseRow, ReleaseRow> {
  const pairs = new Map<ReleaseRow, ReleaseRow>();
  const byAddress = new Map(earlier.map((row) => [row.addressId, row]));
  for (const row of later) {
    const same = byAddress.get(row.addressId);
    if (same) pairs.set(row, same);
  }
  const taken = new Set(pairs.values());
  const byHouse = new Map(earlier.filter((row) => !taken.has(row)).map((row) => [row.houseId, row]));
  for (const row of later) {
    const same = pairs.has(row) ? undefined : byHouse.get(row.houseId);
    if (!same) continue;
    pairs.set(row, same);
    byHouse.delete(row.houseId);
  }
  return pairs;
}

export interface DifferenceCounts {
  readonly new: number;
  readonly changed: number;
  readonly retired: number;
}

export const countsOf = (difference: ReleaseDifference): DifferenceCounts => ({
  new: difference.new.length,
  changed: difference.changed.length,
  retired: difference.retired.length,
});

export const isNothing = (counts: DifferenceCounts): boolean => counts.new + counts.changed + counts.retired === 0;
