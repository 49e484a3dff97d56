import type { Polygon, Position } from '../../../domain/geometry/shapes.ts';

/** A rectangle whose wall has the entrance in its middle, in metres. */
export function outlineAt([lng, lat]: Position, width: number, depth: number): Polygon {
  const corner = (east: number, north: number): Position => [lng + east / 104_650, lat + north / 110_690];
  const [w, e] = [-width / 2, width / 2];
  const ring = [corner(w, 0), corner(e, 0), corner(e, depth), corner(w, depth), corner(w, 0)];
  return { type: 'Polygon', coordinates: [ring] };
}
