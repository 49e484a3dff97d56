/** What a tool shows while it works: GeoJSON features with a role the map's tool layers draw. */
import type { Position } from '../../domain/geometry/shapes.ts';
import type { ToolTextKey } from '../i18n/vi/tools.ts';

/**
 * line, area, wedge: the thing itself; guide: what would come next; bone: the tie of a house to its road; cut: where it will be cut; lit: what may be chosen;
 * vertex, first: points already set; handle, mid, picked, turn, door, foot: points to take hold of; snap: where the pointer
 * has caught on something; sight, unseen: from an eye to a sign that it reads, or does not; read, unread: that sign; label: words or a measure; note, under: words above and below a point; fault: where the rules found something wrong.
 */
export type SketchRole =
  | 'line'
  | 'area'
  | 'wedge'
  | 'guide'
  | 'cut'
  | 'lit'
  | 'vertex'
  | 'first'
  | 'handle'
  | 'mid'
  | 'picked'
  | 'turn'
  | 'door'
  | 'foot'
  | 'bone'
  | 'note'
  | 'under'
  | 'snap'
  | 'sight'
  | 'unseen'
  | 'read'
  | 'unread'
  | 'label'
  | 'fault';

/** Words beside a point; figures are written as the reader's language does. */
export interface SketchLabel {
  readonly key: ToolTextKey;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface SketchFeature {
  readonly type: 'Feature';
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: Position }
    | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] };
  readonly properties: { readonly role: SketchRole; readonly label?: SketchLabel };
}
export type Sketch = readonly SketchFeature[];

export const point = (role: SketchRole, coordinates: Position, label?: SketchLabel): SketchFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties: label ? { role, label } : { role },
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

/** How long a wall or a piece of road is, written at its middle. */
export const lengthLabel = (from: Position, to: Position, lengthMeters: number): SketchFeature =>
  point('label', [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], {
    key: 'tool.meters',
    params: { length: Math.round(lengthMeters * 10) / 10 },
  });
