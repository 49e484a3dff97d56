/** All kinds of files whose rows have shapes, the ones that are known by more of their bytes first. */
import type { FileFormat } from './fileFormat.ts';
import { geoJsonFormat } from './shapes/geoJson.ts';
import { geoPackageFormat } from './shapes/geoPackageFormat.ts';
import { gpxFormat } from './shapes/gpxFormat.ts';
import { kmlFormat, kmzFormat } from './shapes/kmlFormats.ts';
import { osmPbfFormat, osmXmlFormat } from './shapes/osmFormats.ts';
import { shapefileFormat } from './shapes/shapefileFormat.ts';

export const shapeFormats: readonly FileFormat[] = [
  geoJsonFormat,
  kmlFormat,
  kmzFormat,
  gpxFormat,
  shapefileFormat,
  geoPackageFormat,
  osmXmlFormat,
  osmPbfFormat,
];
