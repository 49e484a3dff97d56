/** Releases to the telecom: made, listed, and taken as files; and a commune's own columns of them. */
import type { FormatId } from '../../domain/formats/files/fileFormat.ts';
import type { DifferenceCounts } from '../../domain/formats/releases/releaseDifference.ts';
import type { ReleaseProfile, ProfileColumn } from '../../domain/formats/releases/releaseProfile.ts';
import type { ReleaseRow } from '../../domain/formats/releases/releaseRows.ts';
import type { ReleasePart } from '../../domain/formats/releases/releaseTables.ts';
import type { Id } from '../../domain/records/fields.ts';
import { call, type Answer } from './api.ts';

export interface MadeRelease {
  readonly id: Id;
  /** Whose numbers it has: those of a village or of a commune. */
  readonly scope: { readonly villageId: Id } | { readonly communeCode: string };
  readonly placeName: string;
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  /** The display name of who made it. */
  readonly by: string;
  /** Null for whoever may not take it. */
  readonly purpose: string | null;
  readonly recipient: string | null;
  readonly profile: ReleaseProfile;
  readonly rowCount: number;
  /** Of its whole list as CSV. */
  readonly sha256: string;
  readonly villages: readonly {
    readonly id: Id;
    readonly name: string;
    readonly rowCount: number;
    readonly new: number;
    readonly changed: number;
    readonly retired: number;
  }[];
  readonly mayTake: boolean;
}

export interface OwnProfile {
  readonly id: Id;
  readonly name: string;
  readonly columns: readonly ProfileColumn[];
}

export interface ReleaseAsked {
  readonly id: Id;
  readonly villageIds: readonly Id[];
  readonly purpose: string;
  readonly recipient: string;
  readonly profileId: string;
}

const releasesPath = (villageId: Id): string => `/api/villages/${villageId}/releases`;
const profilesPath = (villageId: Id): string => `/api/villages/${villageId}/release-profiles`;

export interface ReleaseList {
  /** Those that hold the village, the latest first. */
  readonly releases: readonly MadeRelease[];
  /** As which they can be taken. */
  readonly formats: readonly FormatId[];
}

export const readReleases = (villageId: Id): Promise<Answer<ReleaseList>> => call('GET', releasesPath(villageId));

/** The village as it was last handed over. */
export const readLastRows = (
  villageId: Id,
): Promise<Answer<{ readonly releaseId: Id | null; readonly rows: readonly ReleaseRow[] }>> =>
  call('GET', `${releasesPath(villageId)}/last`);

/** What a release of a village made now would hold. */
export interface NextRelease extends DifferenceCounts {
  readonly rowCount: number;
  /** Open errors that keep it from being made. */
  readonly errorCount: number;
}

export const readNextRelease = (villageId: Id): Promise<Answer<NextRelease>> =>
  call('GET', `${releasesPath(villageId)}/next`);

/** The village as a release told it. */
export const readReleaseRows = (
  villageId: Id,
  releaseId: Id,
): Promise<Answer<{ readonly rows: readonly ReleaseRow[] }>> =>
  call('GET', `${releasesPath(villageId)}/${releaseId}/rows`);

export const askRelease = (villageId: Id, asked: ReleaseAsked): Promise<Answer<{ readonly release: MadeRelease }>> =>
  call('POST', releasesPath(villageId), asked);

export interface ReleaseFileAsked {
  readonly id: Id;
  readonly releaseId: Id;
  readonly part: ReleasePart;
  readonly format: FormatId;
  /** Other columns than those it was made with. */
  readonly profileId?: string;
}

/** Written ahead by the server, then held for some hours. */
export interface ReleaseFile {
  readonly id: Id;
  readonly fileName: string;
  /** About; what is written is told when it is ready. */
  readonly rowCount: number;
  /** When it was asked for (ISO 8601). */
  readonly at: string;
  readonly state: 'waiting' | 'writing' | 'ready' | 'failed' | 'no-room';
  readonly writtenRows: number;
  readonly bytes: number;
  /** Once it is ready. */
  readonly sha256: string | null;
}

const filesPath = (villageId: Id): string => `/api/villages/${villageId}/release-files`;

export const askReleaseFile = (villageId: Id, asked: ReleaseFileAsked): Promise<Answer<ReleaseFile>> =>
  call('POST', filesPath(villageId), asked);

/** Of this account, the latest first. */
export const readReleaseFiles = (villageId: Id): Promise<Answer<{ readonly files: readonly ReleaseFile[] }>> =>
  call('GET', filesPath(villageId));

export const dropReleaseFile = (villageId: Id, id: Id): Promise<Answer<undefined>> =>
  call('DELETE', `${filesPath(villageId)}/${id}`);

/** From where the browser fetches it by itself, however large it is. */
export const releaseFileAddress = (villageId: Id, id: Id): string => `${filesPath(villageId)}/${id}/content`;

type Profiles = Promise<Answer<{ readonly profiles: readonly OwnProfile[] }>>;

export const readProfiles = (villageId: Id): Profiles => call('GET', profilesPath(villageId));

export const keepProfile = (villageId: Id, profile: OwnProfile): Profiles =>
  call('POST', profilesPath(villageId), profile);

export const removeProfile = (villageId: Id, profileId: Id): Profiles =>
  call('DELETE', `${profilesPath(villageId)}/${profileId}`);
