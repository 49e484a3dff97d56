/**
 * Outlines of buildings from a file: GeoJSON, OpenStreetMap (XML or the JSON of Overpass), or a table with a column of
 * well-known text such as Google Open Buildings. What the file is, is told by its first characters, not by its name.
 */
import { areaSquareMeters } from '../geometry/polygon.ts';
import type { Polygon } from '../geometry/shapes.ts';
import { polygonProblem } from '../geometry/validity.ts';
import { isFileProblem, limits, readFeatures, type Feature } from './features.ts';
import { fileProblem, type FeatureRefusalCode, type FileProblem } from './fileProblem.ts';
import { polygonsOf } from './fileShapes.ts';
import { featuresOfOsmJson, featuresOfOsmXml } from './osm.ts';
import { featuresOfTable } from './wktTable.ts';

export interface Outline {
  readonly footprint: Polygon;
  /** How sure the source is that this is a building, 0 to 1; null where it does not say. */
  readonly confidence: number | null;
}

export interface OutlinesOfFile {
  readonly outlines: readonly Outline[];
  /** What could not be taken, counted by the reason. */
  readonly refused: ReadonlyMap<FeatureRefusalCode, number>;
}

/** A building of several parts gives one outline a part. */
export function readOutlines(text: string): OutlinesOfFile | FileProblem {
  if (text.length > limits.characters) {
    return fileProblem('buildings', 'file-too-large', { limit: limits.characters, given: text.length });
  }
  const features = featuresIn(text);
  if (isFileProblem(features)) return features;
  const outlines: Outline[] = [];
  const refused = new Map<FeatureRefusalCode, number>();
  const leaveOut = (code: FeatureRefusalCode) => refused.set(code, (refused.get(code) ?? 0) + 1);
  for (const feature of features) {
    const polygons = polygonsOf(feature);
    if (typeof polygons === 'string') {
      leaveOut(polygons);
      continue;
    }
    for (const footprint of polygons) {
      const problem = polygonProblem(footprint);
      if (problem) leaveOut(problem.code);
      else outlines.push({ footprint, confidence: confidenceOf(feature) });
    }
  }
  // The largest first: of two drawn over each other the whole building is kept, not its porch.
  outlines.sort((a, b) => areaSquareMeters(b.footprint) - areaSquareMeters(a.footprint));
  return outlines.length === 0 ? fileProblem('buildings', 'nothing-to-take') : { outlines, refused };
}

function featuresIn(text: string): readonly Feature[] | FileProblem {
  const start = /^\uFEFF?\s*(.)/su.exec(text.slice(0, 1000))?.[1];
  if (start === '<') return featuresOfOsmXml(text);
  if (start !== '{' && start !== '[') return featuresOfTable(text);
  return featuresOfOsmJson(text) ?? readFeatures('buildings', text);
}

/** How sure the source is, as its own property says; null where it does not. */
export function confidenceOf({ properties }: Feature): number | null {
  const { confidence } = properties;
  const given = confidence === '' ? Number.NaN : Number(confidence ?? Number.NaN);
  return given >= 0 && given <= 1 ? given : null;
}
