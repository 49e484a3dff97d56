/** GeoJSON features as plain values: what the map's sources hold. Positions are [lng, lat]. */
import type { LineString, Polygon, Position } from '../../../domain/geometry/shapes.ts';

export interface PointGeometry {
  readonly type: 'Point';
  readonly coordinates: Position;
}
export type MapGeometry = PointGeometry | LineString | Polygon;

export interface MapFeature {
  readonly type: 'Feature';
  /** One for each feature of a source, of its record and its role; none where nothing of the kind is known. */
  readonly id?: string;
  readonly geometry: MapGeometry;
  readonly properties: Readonly<Record<string, string | number | boolean>>;
}

export interface MapFeatures {
  readonly type: 'FeatureCollection';
  readonly features: readonly MapFeature[];
}

export const noFeatures: MapFeatures = { type: 'FeatureCollection', features: [] };

export const collection = (features: readonly MapFeature[]): MapFeatures => ({ type: 'FeatureCollection', features });

export function feature(geometry: MapGeometry, properties: MapFeature['properties']): MapFeature {
  const { id, role = '' } = properties;
  return id === undefined
    ? { type: 'Feature', geometry, properties }
    : { type: 'Feature', id: `${String(id)}/${String(role)}`, geometry, properties };
}

export const pointFeature = (coordinates: Position, properties: MapFeature['properties']): MapFeature =>
  feature({ type: 'Point', coordinates }, properties);

export const lineFeature = (coordinates: readonly Position[], properties: MapFeature['properties']): MapFeature =>
  feature({ type: 'LineString', coordinates }, properties);
