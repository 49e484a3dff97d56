/** A table with a column of well-known text (OGC 06-103r4), as Google Open Buildings is handed out (CSV, also by tabs). */
import { wktToGeoJSON } from '@terraformer/wkt';
import Papa from 'papaparse';
import type { Feature } from './features.ts';
import { featureOf, limits } from './features.ts';
import { fileProblem, type FileProblem } from './fileProblem.ts';

const shape = /^\s*(SRID=4326;)?\s*(POLYGON|MULTIPOLYGON)\s*\(/i;

/** The column is found by what stands in it, whatever it is called; the others become properties under their names. */
export function featuresOfTable(text: string): readonly Feature[] | FileProblem {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: '',
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
    preview: limits.features + 2,
  });
  const [header = [], ...rows] = data;
  if (rows.length > limits.features) {
    return fileProblem('buildings', 'file-too-many-features', { limit: limits.features, given: rows.length });
  }
  const column = header.findIndex((_, index) => rows.slice(0, 20).some((row) => shape.test(row[index] ?? '')));
  if (column === -1) return fileProblem('buildings', 'file-without-outlines');
  const names = header.map((name) => name.trim().toLowerCase());
  return rows.map((row, index) => {
    const others = names.flatMap((name, at) => (at === column ? [] : [[name, row[at]] as const]));
    const geometry = geometryOf(row[column] ?? '');
    return featureOf({ type: 'Feature', properties: Object.fromEntries(others), geometry }, index);
  });
}

function geometryOf(text: string): unknown {
  if (!shape.test(text)) return null;
  try {
    return wktToGeoJSON(text.replace(/^\s*SRID=4326;/i, ''));
  } catch {
    return null;
  }
}
