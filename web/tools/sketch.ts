/** What a tool shows while it works: GeoJSON features with a role the map's tool layers draw. */
import type { Position } from '../../domain/geometry/shapes.ts';

/**
 * line, area, wedge: the thing itself; guide: what would come next; vertex, first: points already set; handle, mid:
 * points to take hold of; snap: where the pointer has caught on something.
 */
export type SketchRole = 'line' | 'area' | 'wedge' | 'guide' | 'vertex' | 'first' | 'handle' | 'mid' | 'snap';

interface SketchFeature {
  readonly type: 'Feature';
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: Position }
    | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] };
  readonly properties: { readonly role: SketchRole };
}
export type Sketch = readonly SketchFeature[];

export const point = (role: SketchRole, coordinates: Position): SketchFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties: { role },
});

/** Nothing at all until there are two points. */
export const line = (role: SketchRole, coordinates: readonly Position[]): Sketch =>
  coordinates.length < 2
    ? []
    : [{ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: { role } }];

/** The ring is closed here; with fewer than three corners it is drawn as a line. */
export function area(role: SketchRole, corners: readonly Position[]): Sketch {
  const [first] = corners;
  if (!first || corners.length < 3) return line('line', corners);
  const geometry = { type: 'Polygon' as const, coordinates: [[...corners, first]] };
  return [{ type: 'Feature', geometry, properties: { role } }];
}
