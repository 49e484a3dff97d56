/** A file to hand over, weighed and counted for the record. */
import { createHash } from 'node:crypto';
import { foldText } from '../../domain/addressing/roadName.ts';

/** Each can be written here (see writingMeans.ts). */
export const exportFormats = ['xlsx', 'csv', 'geojson', 'geopackage'] as const;
export type ExportFormat = (typeof exportFormats)[number];
/** House plates come as papers too. */
export type FileFormat = ExportFormat | 'pdf';

export interface ExportFile {
  readonly content: Buffer;
  readonly contentType: string;
  readonly fileName: string;
  readonly fields: readonly string[];
  readonly rowCount: number;
  readonly sha256: string;
}

export const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  pdf: 'application/pdf',
  zip: 'application/zip',
  kml: 'application/vnd.google-earth.kml+xml',
  kmz: 'application/vnd.google-earth.kmz',
  gpx: 'application/gpx+xml',
  geopackage: 'application/geopackage+sqlite3',
} as const;

interface Contents {
  readonly content: Buffer;
  readonly format: FileFormat;
  readonly fields: readonly string[];
  readonly rowCount: number;
}

/** `what`: the first and the last words of the file's name, between which the village stands. */
export function exportFile(
  { content, format, fields, rowCount }: Contents,
  what: readonly [first: string, last: string],
  village: string,
  at: Date,
): ExportFile {
  return {
    content,
    contentType: contentTypes[format],
    fileName: fileName(what, village, at, format === 'geopackage' ? 'gpkg' : format),
    fields,
    rowCount,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

/** Letters without marks: file names travel through systems that know only those. */
export function fileName([first, last]: readonly [string, string], village: string, at: Date, format: string): string {
  const place =
    foldText(village)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'thon';
  const day = at.toISOString().slice(0, 10);
  return `${[first, place, last, day].filter((part) => part !== '').join('-')}.${format}`;
}
