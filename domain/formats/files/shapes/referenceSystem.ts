/** What reference system a file says its numbers are of: from the text of a .prj (WKT 1, WKT 2, Esri's) or an EPSG code. */
import proj4 from 'proj4';
import type { Position } from '../../../geometry/shapes.ts';
import { fromVn2000, type Grid } from '../../../geometry/vn2000.ts';
import { gridBy, gridOfEpsg, isGeographicVn2000 } from '../../../geometry/vn2000Grids.ts';

export type SourceSystem =
  /** Nothing is said, or degrees on WGS 84: recognised by the numbers, as what is said is as often wrong as right. */
  | { readonly kind: 'recognised' }
  /** A grid of VN-2000, of which the definition is ours whatever shift stands in the file. */
  | { readonly kind: 'grid'; readonly grid: Grid }
  | { readonly kind: 'converted'; readonly name: string; readonly isVn2000: boolean; readonly convert: Convert }
  | { readonly kind: 'unknown'; readonly name: string };

export type Convert = (position: Position) => Position;

export const recognised: SourceSystem = { kind: 'recognised' };

const geographicVn2000: SourceSystem = { kind: 'converted', name: 'VN-2000', isVn2000: true, convert: fromVn2000 };

export function systemOfEpsg(code: number): SourceSystem {
  const grid = gridOfEpsg(code);
  if (grid) return { kind: 'grid', grid };
  if (isGeographicVn2000(code)) return geographicVn2000;
  if (code === 4326 || code === 4979) return recognised;
  const name = `EPSG:${code}`;
  if (code === 3857 || code === 900913) return convertedBy('EPSG:3857', name);
  const utm = code - 32600;
  if (utm >= 1 && utm <= 60) return convertedBy(`+proj=utm +zone=${utm} +datum=WGS84 +units=m +no_defs`, name);
  return { kind: 'unknown', name };
}

/** "EPSG:5897", "urn:ogc:def:crs:EPSG::5897", "urn:ogc:def:crs:OGC:1.3:CRS84", "http://www.opengis.net/def/crs/EPSG/0/5897". */
export function systemOfName(name: string): SourceSystem {
  if (/CRS:?84h?$/i.test(name)) return recognised;
  const [, code] = /EPSG[:/](?:[\d.]*[:/])?(\d{4,6})$/i.exec(name) ?? [];
  return code === undefined ? { kind: 'unknown', name: name.slice(0, 100) } : systemOfEpsg(Number(code));
}

function convertedBy(definition: string, name: string): SourceSystem {
  const converter = proj4(definition, 'WGS84');
  const convert: Convert = ([first, second]) => {
    const [lng = NaN, lat = NaN] = converter.forward([first, second]);
    return [lng, lat];
  };
  return { kind: 'converted', name, isVn2000: false, convert };
}

const quoted = /"((?:[^"]|"")*)"/;

/** A .prj, or the definition of a GeoPackage's reference system. */
export function systemOfWkt(text: string): SourceSystem {
  const wkt = text.replace(/^\uFEFF/, '').trim();
  if (wkt === '') return recognised;
  const name = (quoted.exec(wkt)?.[1] ?? wkt).slice(0, 100);
  const isProjected =
    /^(PROJCS|PROJCRS|PROJECTEDCRS|BOUNDCRS\s*\[\s*SOURCECRS\s*\[\s*PROJ\w*|COMPD_CS\s*\[\s*"[^"]*",\s*PROJCS)\s*[[(]/i.test(
      wkt,
    );
  const isVn2000 = /vi?e?t?[\s_-]*nam[\s_-]*2000|vn[\s_-]*2000/i.test(wkt) || hasShiftOfVn2000(wkt);
  if (isVn2000) return isProjected ? vn2000GridOf(wkt, name) : geographicVn2000;
  const code = epsgOf(wkt);
  const byCode = code === null ? null : systemOfEpsg(code);
  if (byCode && byCode.kind !== 'unknown') return byCode;
  if (!isProjected) return isWgs84(wkt) ? recognised : convertedByWkt(wkt, name);
  return convertedByWkt(wkt, name);
}

const isWgs84 = (wkt: string): boolean =>
  /(WGS|World Geodetic System)[\s_-]*(19)?84/i.test(wkt.replace(/SPHEROID.*$/is, ''));

/** Programs that let people define a system write no name of ours, but the shift that gives it away. */
const hasShiftOfVn2000 = (wkt: string): boolean =>
  /TOWGS84\s*\[\s*-19[12]\.\d+\s*,\s*-3[89]\.\d+\s*,\s*-111\.\d+/i.test(wkt);

/** The code that stands at the end of the whole, not one of its parts. */
function epsgOf(wkt: string): number | null {
  const [, code] =
    /(?:AUTHORITY\s*\[\s*"EPSG"\s*,\s*"?|ID\s*\[\s*"EPSG"\s*,\s*)(\d{4,6})"?\s*\]\s*\]\s*$/i.exec(wkt) ?? [];
  return code === undefined ? null : Number(code);
}

function vn2000GridOf(wkt: string, name: string): SourceSystem {
  const unknown: SourceSystem = { kind: 'unknown', name };
  if (!/Transverse[\s_]*Mercator|Gauss[\s_]*Kruger/i.test(wkt)) return unknown;
  const meridian = parameter(wkt, 'central_meridian|longitude of natural origin|longitude_of_origin');
  const scale = parameter(wkt, 'scale_factor|scale factor at natural origin');
  const east = parameter(wkt, 'false_easting|false easting');
  const north = parameter(wkt, 'false_northing|false northing') ?? 0;
  const latitude = parameter(wkt, 'latitude_of_origin|latitude of natural origin') ?? 0;
  if (meridian === null || scale === null || east !== 500_000 || north !== 0 || latitude !== 0) return unknown;
  if (meridian < 99 || meridian > 114 || (Math.abs(scale - 0.9999) > 1e-7 && Math.abs(scale - 0.9996) > 1e-7))
    return unknown;
  return { kind: 'grid', grid: gridBy(meridian, scale) };
}

function parameter(wkt: string, names: string): number | null {
  const [, value] =
    new RegExp(`PARAMETER\\s*\\[\\s*"(?:${names})"\\s*,\\s*(-?[\\d.]+(?:e[+-]?\\d+)?)`, 'i').exec(wkt) ?? [];
  return value === undefined || !Number.isFinite(Number(value)) ? null : Number(value);
}

/** Only on WGS 84 itself or with a shift to it: without one places would be off by hundreds of metres, silently. */
function convertedByWkt(wkt: string, name: string): SourceSystem {
  if (!isWgs84(wkt) && !/TOWGS84|ABRIDGEDTRANSFORMATION/i.test(wkt)) return { kind: 'unknown', name };
  try {
    const system = convertedBy(wkt, name);
    if (system.kind === 'converted') system.convert([500_000, 2_000_000]);
    return system;
  } catch {
    return { kind: 'unknown', name };
  }
}
