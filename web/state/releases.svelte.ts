/** The releases that were made of the open village, and when its list was last handed over. */
import type { FormatId } from '../../domain/formats/files/fileFormat.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { HandedOver } from '../../domain/coverage/changedSince.ts';
import type { ReleaseRow } from '../../domain/formats/releases/releaseRows.ts';
import { readLastRows, readReleases, type MadeRelease } from '../sync/releases.ts';
import { exports } from './exports.svelte.ts';

let made = $state.raw<readonly MadeRelease[]>([]);
let formats = $state.raw<readonly FormatId[]>([]);
/** The village as the telecom holds it; null while it is not known. */
let lastRows = $state.raw<readonly ReleaseRow[] | null>(null);
let ofVillage: Id | null = null;

const lastAt = $derived(made[0]?.at ?? exports.lastAt);
const last: HandedOver | null = $derived(
  lastAt === null
    ? null
    : { at: lastAt, addressIds: made[0] && lastRows ? new Set(lastRows.map(({ addressId }) => addressId)) : null },
);

export const releases = {
  /** The latest first. */
  get made(): readonly MadeRelease[] {
    return made;
  },
  /** As which they can be taken. */
  get formats(): readonly FormatId[] {
    return formats;
  },
  /**
   * The list the telecom was last given: the latest release. Where there is none yet, as in villages that handed over
   * before there were releases, the latest list in the log.
   */
  get last(): HandedOver | null {
    return last;
  },
  /** Of the latest release; none where there was none, null while they are not known. */
  get lastRows(): readonly ReleaseRow[] | null {
    return lastRows;
  },
};

export async function loadReleases(villageId: Id): Promise<void> {
  if (ofVillage !== villageId) {
    made = [];
    lastRows = null;
  }
  ofVillage = villageId;
  const answer = await readReleases(villageId);
  if (!answer.ok || ofVillage !== villageId) return;
  const isSame = lastRows !== null && answer.value.releases[0]?.id === made[0]?.id;
  ({ releases: made, formats } = answer.value);
  if (isSame) return;
  lastRows = made.length === 0 ? [] : null;
  if (made.length === 0) return;
  const rows = await readLastRows(villageId);
  if (rows.ok && ofVillage === villageId) lastRows = rows.value.rows;
}
