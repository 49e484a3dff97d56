/** The tables as Kysely sees them: those written row by row. Records go in and out as JSON (recordTables.ts). */
import type { ColumnType, Generated } from 'kysely';
import type { FormatId } from '../../domain/formats/files/fileFormat.ts';
import type { ReleasePart } from '../../domain/formats/releases/releaseTables.ts';
import type { PersonAsk } from '../../domain/households/personRequest.ts';
import type { Role } from '../../domain/permissions.ts';

/** Never changed by an UPDATE. */
type Fixed<T> = ColumnType<T, T, never>;

/**
 * The list, the table old → new of a renumbering under the decision of that number, the plates of houses, criterion 3,
 * cameras and lamps and what they cover, or their map, or a release.
 */
export type ExportContents =
  'addresses' | 'renumbering' | 'house-plates' | 'criterion-3' | 'coverage' | 'coverage-map' | 'release' | 'households';

/** Cameras of households or all households, sent with the village; households whose mask was lifted; all held of one. */
export type PrivateContents = 'household-cameras' | 'households' | 'households-shown' | 'household-sheet';

export interface Tables {
  village_slots: { village_id: Fixed<string>; sequence: number };
  villages: { village_id: Fixed<string>; name: string; is_sample: boolean };
  users: {
    id: Fixed<string>;
    username: string;
    display_name: string;
    password_hash: string;
    created_at: Fixed<Date>;
    disabled_at: Date | null;
  };
  role_grants: { user_id: Fixed<string>; village_id: Fixed<string | null>; role: Role; granted_at: Date };
  sessions: {
    token_hash: Fixed<string>;
    user_id: Fixed<string>;
    created_at: Fixed<Date>;
    seen_at: Date;
    expires_at: Date;
  };
  changes: {
    village_id: Fixed<string>;
    sequence: Fixed<number>;
    edit_id: Fixed<string>;
    kind: Fixed<string>;
    edit: Fixed<string>;
    change: Fixed<string>;
    author_id: Fixed<string>;
    at: Fixed<Date>;
  };
  change_person_data: {
    village_id: Fixed<string>;
    sequence: Fixed<number>;
    edit: Fixed<string>;
    change: Fixed<string>;
  };
  photos: {
    village_id: Fixed<string>;
    id: Fixed<string>;
    bytes: Fixed<Uint8Array>;
    width: Fixed<number>;
    height: Fixed<number>;
    sha256: Fixed<string>;
    created_at: Fixed<Date>;
    author_id: Fixed<string>;
    was_shown: Generated<boolean>;
  };
  exports: {
    village_id: Fixed<string>;
    id: Fixed<string>;
    at: Fixed<Date>;
    author_id: Fixed<string>;
    format: Fixed<FormatId | 'pdf'>;
    variant: Fixed<'public' | 'full'>;
    states: Fixed<'issued' | 'all'>;
    purpose: Fixed<string | null>;
    recipient: Fixed<string | null>;
    fields: Fixed<string>;
    row_count: Fixed<number>;
    sha256: Fixed<string | null>;
    contents: Fixed<ExportContents>;
    decision_number: Fixed<string | null>;
    release_id: Fixed<string | null>;
    release_part: Fixed<ReleasePart | null>;
  };
  releases: {
    id: Fixed<string>;
    village_id: Fixed<string | null>;
    commune_code: Fixed<string | null>;
    place_name: Fixed<string>;
    number: Fixed<number>;
    at: Fixed<Date>;
    author_id: Fixed<string>;
    purpose: Fixed<string>;
    recipient: Fixed<string>;
    profile: Fixed<string>;
    row_count: Fixed<number>;
    sha256: Fixed<string>;
  };
  release_villages: {
    village_id: Fixed<string>;
    release_id: Fixed<string>;
    sequence: Fixed<number>;
    place: Fixed<number>;
    name: Fixed<string>;
    row_count: Fixed<number>;
    new_count: Fixed<number>;
    changed_count: Fixed<number>;
    retired_count: Fixed<number>;
  };
  release_profiles: {
    id: Fixed<string>;
    village_id: Fixed<string | null>;
    commune_code: Fixed<string | null>;
    name: string;
    columns: string;
    author_id: string;
    changed_at: Date;
  };
  private_reads: {
    village_id: Fixed<string>;
    id: Fixed<string>;
    at: Fixed<Date>;
    reader_id: Fixed<string>;
    contents: Fixed<PrivateContents>;
    row_count: Fixed<number>;
    role: Fixed<Role | null>;
    household_ids: Fixed<string | null>;
  };
  person_requests: {
    village_id: Fixed<string>;
    id: Fixed<string>;
    household_id: Fixed<string>;
    ordinal: Fixed<number>;
    asked: Fixed<PersonAsk>;
    asked_on: Fixed<string>;
    due_on: Fixed<string>;
    at: Fixed<Date>;
    author_id: Fixed<string>;
    answered_on: string | null;
    outcome: 'done' | 'refused' | null;
    reason: string | null;
    answered_by: string | null;
  };
  person_collections: {
    village_id: Fixed<string>;
    id: Fixed<string>;
    name: Fixed<string>;
    purpose: Fixed<string>;
    collected_on: Fixed<string>;
    retention_months: Fixed<number>;
    ends_on: Fixed<string>;
    fields: Fixed<string>;
    household_ids: Fixed<string>;
    at: Fixed<Date>;
    author_id: Fixed<string>;
    erased_on: string | null;
    erased_by: string | null;
  };
}
