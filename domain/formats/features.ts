/** GeoJSON text to features, with limits on size and depth before anything is built from it (MEASURED C4). */
import { fileProblem, type FileProblem, type FileRole } from './fileProblem.ts';

export interface Feature {
  readonly index: number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
}

export const limits = { characters: 64_000_000, depth: 12, features: 100_000 } as const;

export function readFeatures(file: FileRole, text: string): readonly Feature[] | FileProblem {
  if (text.length > limits.characters) {
    return fileProblem(file, 'file-too-large', { limit: limits.characters, given: text.length });
  }
  const depth = deepest(text);
  if (depth > limits.depth) return fileProblem(file, 'file-too-deep', { limit: limits.depth, given: depth });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fileProblem(file, 'file-not-json');
  }
  const list = listOf(json);
  if (!list) return fileProblem(file, 'file-not-geojson');
  if (list.length > limits.features) {
    return fileProblem(file, 'file-too-many-features', { limit: limits.features, given: list.length });
  }
  return list.map(featureOf);
}

export const isFileProblem = (read: object): read is FileProblem => 'code' in read && 'file' in read;

/** A property's text, or null. */
export function textOf(feature: Feature, key: string): string | null {
  const value = feature.properties[key];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** Depth of nested brackets, those inside strings left out. */
function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 92) i += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > most) most = depth;
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return most;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shapes = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']);

function listOf(json: unknown): readonly unknown[] | null {
  if (!isObject(json)) return null;
  if (json['type'] === 'FeatureCollection') return Array.isArray(json['features']) ? json['features'] : null;
  if (json['type'] === 'Feature') return [json];
  return shapes.has(String(json['type'])) ? [{ type: 'Feature', properties: {}, geometry: json }] : null;
}

/** Of anything: what is no feature has no geometry. */
export function featureOf(value: unknown, index: number): Feature {
  const given = isObject(value) && value['type'] === 'Feature' ? value : {};
  const geometry = isObject(given['geometry']) ? given['geometry'] : null;
  return {
    index,
    properties: isObject(given['properties']) ? given['properties'] : {},
    geometry: geometry && { type: String(geometry['type']), coordinates: geometry['coordinates'] },
  };
}
