/** The list as a file: the public one, the full one for a stated purpose, and what was exported before. */
import type { FormatId } from '../../domain/formats/files/fileFormat.ts';
import type { ReleasePart } from '../../domain/formats/releases/releaseTables.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { CoverageContents } from './coverageFiles.ts';
import { call, download, type Answer } from './api.ts';

export type ExportFormat = 'xlsx' | 'csv' | 'geojson' | 'geopackage';
export type ExportStates = 'issued' | 'all';

export interface PastExport {
  readonly id: Id;
  /** ISO 8601. */
  readonly at: string;
  /** The display name of who took it. */
  readonly by: string;
  readonly states: ExportStates;
  /**
   * The list, the table old → new of a renumbering under the decision of that number, the plates of houses, criterion 3,
   * cameras and lamps, or their map, a release, or the list of households.
   */
  readonly contents: 'addresses' | 'renumbering' | 'house-plates' | 'release' | 'households' | CoverageContents;
  readonly decisionNumber: string | null;
  readonly format: FormatId | 'pdf';
  readonly variant: 'public' | 'full';
  readonly purpose: string | null;
  readonly recipient: string | null;
  /** The keys of its columns. */
  readonly fields: readonly string[];
  readonly rowCount: number;
  /** Null where the file was written as it left. */
  readonly sha256: string | null;
  readonly release: { readonly number: number; readonly placeName: string; readonly part: ReleasePart } | null;
}

const exportsPath = (villageId: Id): string => `/api/villages/${villageId}/exports`;

export const downloadPublic = (villageId: Id, format: ExportFormat, states: ExportStates): Promise<Answer<Blob>> =>
  download('GET', `${exportsPath(villageId)}/addresses.${format}?states=${states}`);

export const downloadFull = (
  villageId: Id,
  request: { format: ExportFormat; states: ExportStates; purpose: string; recipient: string },
): Promise<Answer<Blob>> => download('POST', exportsPath(villageId), { ...request, variant: 'full' });

/** One row a household, as it can be taken in again. */
export const downloadHouseholds = (
  villageId: Id,
  request: { format: 'xlsx' | 'csv'; purpose: string; recipient: string },
): Promise<Answer<Blob>> => download('POST', `${exportsPath(villageId)}/households`, request);

/** The table old → new of a renumbering. */
export const downloadRenumbering = (villageId: Id, decisionId: Id): Promise<Answer<Blob>> =>
  download('GET', `${exportsPath(villageId)}/renumbering/${decisionId}.xlsx`);

export const readPastExports = (villageId: Id): Promise<Answer<{ readonly exports: readonly PastExport[] }>> =>
  call('GET', exportsPath(villageId));
