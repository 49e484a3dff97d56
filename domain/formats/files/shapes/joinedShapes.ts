/** Several shapes of one feature as one: those of GeoJSON's and KML's collections, which no table of ours has. */
import type { Position } from '../../../geometry/shapes.ts';
import type { FileShape } from '../fileShape.ts';

export interface Joined {
  readonly geometry: FileShape | null;
  /** Of several kinds only the areas were kept, else the lines, else the points; or there was nothing to keep. */
  readonly isPartial: boolean;
}

type Rings = readonly (readonly Position[])[];

export function joinedShapes(shapes: readonly FileShape[]): Joined {
  const points: Position[] = [];
  const lines: (readonly Position[])[] = [];
  const areas: Rings[] = [];
  for (const shape of shapes) {
    if (shape.type === 'Point') points.push(shape.coordinates);
    else if (shape.type === 'LineString') lines.push(shape.coordinates);
    else if (shape.type === 'Polygon') areas.push(shape.coordinates);
    // One by one: as arguments of one call a great many of them overflow the stack.
    else if (shape.type === 'MultiPoint') for (const point of shape.coordinates) points.push(point);
    else if (shape.type === 'MultiLineString') for (const line of shape.coordinates) lines.push(line);
    else if (shape.type === 'MultiPolygon') for (const rings of shape.coordinates) areas.push(rings);
  }
  const keptLines = lines.filter((line) => line.length > 1);
  const keptAreas = areas.filter((rings) => (rings[0]?.length ?? 0) > 0);
  const kinds = [points, keptLines, keptAreas].filter((list) => list.length > 0).length;
  const isPartial = kinds > 1 || keptLines.length < lines.length || keptAreas.length < areas.length;
  return { geometry: areasOf(keptAreas) ?? linesOf(keptLines) ?? pointsOf(points), isPartial };
}

export function areasOf(areas: readonly Rings[]): FileShape | null {
  const [first] = areas;
  if (!first) return null;
  return areas.length === 1 ? { type: 'Polygon', coordinates: first } : { type: 'MultiPolygon', coordinates: areas };
}

export function linesOf(lines: Rings): FileShape | null {
  const [first] = lines;
  if (!first) return null;
  return lines.length === 1
    ? { type: 'LineString', coordinates: first }
    : { type: 'MultiLineString', coordinates: lines };
}

export function pointsOf(points: readonly Position[]): FileShape | null {
  const [first] = points;
  if (!first) return null;
  return points.length === 1 ? { type: 'Point', coordinates: first } : { type: 'MultiPoint', coordinates: points };
}
