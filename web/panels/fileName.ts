/** Names of files people keep: the village, what it is, and the day; without marks, so that every system takes it. */
import { foldText } from '../../domain/addressing/roadName.ts';
import { coverageFormats, type CoverageContents } from '../sync/coverageFiles.ts';
import type { ExportFormat } from '../sync/exports.ts';

export const fileNameOf = (villageName: string, variant: 'public' | 'full', format: ExportFormat, day: Date): string =>
  named(villageName, `dia-chi-${variant === 'full' ? 'day-du' : 'cong-khai'}`, endings[format], day);

const endings: { readonly [F in ExportFormat]: string } = {
  xlsx: 'xlsx',
  csv: 'csv',
  geojson: 'geojson',
  geopackage: 'gpkg',
};

export const householdsFileName = (villageName: string, format: string, day: Date): string =>
  named(villageName, 'danh-sach-ho', format, day);

export const renumberingFileName = (villageName: string, day: Date): string =>
  named(villageName, 'so-cu-so-moi', 'xlsx', day);

export const signFileName = (
  villageName: string,
  what: 'don-dat-bien' | 'mat-bien' | 'bien-so-nha',
  format: string,
  day: Date,
): string => named(villageName, what, format, day);

export const coverageFileName = (villageName: string, contents: CoverageContents, isFull: boolean, day: Date): string =>
  named(villageName, `${coverageNames[contents]}${isFull ? '-day-du' : ''}`, coverageFormats[contents], day);

const coverageNames = {
  'criterion-3': 'tieu-chi-3',
  coverage: 'camera-va-den',
  'coverage-map': 'ban-do-camera-va-den',
} as const;

function named(villageName: string, what: string, format: string, day: Date): string {
  const place = foldText(villageName)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  return `${place || 'thon'}-${what}-${date}.${format}`;
}
