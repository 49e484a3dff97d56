/** The releases that were made of the open village, and when its list was last handed over. */
import type { FormatId } from '../../domain/formats/files/fileFormat.ts';
import type { Id } from '../../domain/records/fields.ts';
import { readReleases, type MadeRelease } from '../sync/releases.ts';
import { exports } from './exports.svelte.ts';

let made = $state.raw<readonly MadeRelease[]>([]);
let formats = $state.raw<readonly FormatId[]>([]);
let ofVillage: Id | null = null;

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
   * When the telecom was last given the list (ISO 8601), or null: with the latest release. Where there is none yet, as in
   * villages that handed over before there were releases, with the latest list in the log.
   */
  get lastAt(): string | null {
    return made[0]?.at ?? exports.lastAt;
  },
};

export async function loadReleases(villageId: Id): Promise<void> {
  if (ofVillage !== villageId) made = [];
  ofVillage = villageId;
  const answer = await readReleases(villageId);
  if (answer.ok && ofVillage === villageId) ({ releases: made, formats } = answer.value);
}
