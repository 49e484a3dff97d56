/** What a release made now would hold, what has changed since the last one, and what stands against it. */
import { errorsOn, type Finding } from '../../domain/checks/findings.ts';
import {
  differenceKinds,
  releaseDifference,
  type DifferenceKind,
  type ReleaseDifference,
} from '../../domain/formats/releases/releaseDifference.ts';
import { builtInProfiles, toldKeys, type ReleaseProfile } from '../../domain/formats/releases/releaseProfile.ts';
import { releaseRows, type ReleaseRow } from '../../domain/formats/releases/releaseRows.ts';
import { headingIn } from '../../domain/formats/releases/releaseTables.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Failure } from '../sync/api.ts';
import {
  askRelease,
  keepProfile,
  readProfiles,
  removeProfile,
  type OwnProfile,
  type ReleaseAsked,
} from '../sync/releases.ts';
import { calm } from './calm.svelte.ts';
import { checking } from './checks.svelte.ts';
import { loadReleases, releases } from './releases.svelte.ts';
import { sessionExpired } from './session.svelte.ts';

let own = $state.raw<readonly OwnProfile[]>([]);
let profileId = $state('default');

const profile: ReleaseProfile = $derived(profileOf(profileId));
const rows = $derived(releaseRows(calm.world));
const difference = $derived(releases.lastRows ? releaseDifference(releases.lastRows, rows, toldKeys(profile)) : null);
const errors = $derived(checking.result ? errorsOn(calm.world, addressesOf(rows)) : null);

export const releaseNow = {
  get rowCount(): number {
    return rows.length;
  },
  get difference(): ReleaseDifference | null {
    return difference;
  },
  /** Null until the village has been checked. */
  get errors(): readonly Finding[] | null {
    return errors;
  },
  get ownProfiles(): readonly OwnProfile[] {
    return own;
  },
  get profileId(): string {
    return profileId;
  },
  set profileId(next: string) {
    profileId = next;
  },
  get profile(): ReleaseProfile {
    return profile;
  },
};

function profileOf(id: string): ReleaseProfile {
  if (id === 'vnpost') return builtInProfiles.vnpost;
  return own.find((one) => one.id === id) ?? builtInProfiles.default;
}

function addressesOf(now: readonly ReleaseRow[]) {
  return now.flatMap(({ addressId }) => calm.world.address.get(addressId) ?? []);
}

export interface ChangedAddress {
  readonly kind: DifferenceKind;
  readonly addressId: Id;
  readonly houseId: Id;
  readonly place: Position;
  /** As it reads now; what was withdrawn as it read last. */
  readonly reading: string;
  /** Of what has changed: the headings, and how it read before where it reads otherwise. */
  readonly note: { readonly what: string; readonly before: string | null } | null;
}

export function changedAddresses(found: ReleaseDifference): readonly ChangedAddress[] {
  const reading = ({ cells }: ReleaseRow) => cells.fullAddress ?? cells.number ?? '';
  const about = (kind: DifferenceKind, row: ReleaseRow, note: ChangedAddress['note'] = null): ChangedAddress => ({
    ...{ kind, addressId: row.addressId, houseId: row.houseId, place: row.place },
    ...{ reading: String(reading(row)), note },
  });
  return differenceKinds.flatMap((kind) =>
    kind === 'changed'
      ? found.changed.map(({ before, after, keys }) => {
          const what = keys.map((key) => headingIn(profile, key)).join(', ');
          const was = String(reading(before));
          return about(kind, after, { what, before: was === String(reading(after)) ? null : was });
        })
      : found[kind].map((row) => about(kind, row)),
  );
}

/** Of whichever village is asked for last. */
export async function loadReleaseNow(villageId: Id): Promise<void> {
  if (wanted !== villageId) {
    own = [];
    profileId = 'default';
  }
  wanted = villageId;
  const [profiles] = await Promise.all([readProfiles(villageId), loadReleases(villageId)]);
  if (wanted === villageId && profiles.ok) own = profiles.value.profiles;
}
let wanted: Id | null = null;

/** Null when it is made, else why not. */
export async function make(villageId: Id, asked: ReleaseAsked): Promise<Failure | null> {
  const answer = await askRelease(villageId, asked);
  if (!answer.ok) return failed(answer);
  await loadReleases(villageId);
  return null;
}

/** Null when it is kept, else why not; then it is the one chosen. */
export async function keepOwn(villageId: Id, kept: OwnProfile): Promise<Failure | null> {
  const answer = await keepProfile(villageId, kept);
  if (!answer.ok) return failed(answer);
  own = answer.value.profiles;
  profileId = kept.id;
  return null;
}

export async function removeOwn(villageId: Id, id: Id): Promise<Failure | null> {
  const answer = await removeProfile(villageId, id);
  if (!answer.ok) return failed(answer);
  own = answer.value.profiles;
  if (profileId === id) profileId = 'default';
  return null;
}

function failed(failure: Failure): Failure {
  if (failure.status === 401) sessionExpired();
  return failure;
}
