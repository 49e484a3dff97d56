/** Files of criterion 3 and of cameras and lamps made by the server: for everybody, or in full for a stated purpose. */
import { densities } from '../../domain/coverage/cameras/levels.ts';
import type { CoverageAsked } from '../../domain/coverage/villageCoverage.ts';
import type { Id } from '../../domain/records/fields.ts';
import { download, type Answer } from './api.ts';

/** Each comes as one kind of file. */
export const coverageFormats = { 'criterion-3': 'xlsx', coverage: 'geojson', 'coverage-map': 'pdf' } as const;
export type CoverageContents = keyof typeof coverageFormats;

const path = (villageId: Id): string => `/api/villages/${villageId}/coverage/files`;

/** As the server takes them: the density in pixels on a metre. */
const wordsOf = ({ densityIndex, isWithPlanned, darkMeters }: CoverageAsked) => ({
  density: String(densities[densityIndex]),
  planned: isWithPlanned ? 'yes' : 'no',
  dark: darkMeters,
});

export function downloadCoverage(
  villageId: Id,
  contents: CoverageContents,
  asked: CoverageAsked,
): Promise<Answer<Blob>> {
  const { density, planned, dark } = wordsOf(asked);
  return download('GET', `${path(villageId)}/${contents}?density=${density}&planned=${planned}&dark=${dark}`);
}

export const downloadFullCoverage = (
  villageId: Id,
  contents: CoverageContents,
  asked: CoverageAsked,
  toWhom: { readonly purpose: string; readonly recipient: string },
): Promise<Answer<Blob>> => download('POST', path(villageId), { contents, ...wordsOf(asked), ...toWhom });
