/** GeoJSON shapes as plain values: WGS 84 (EPSG:4326), positions are [lng, lat] in degrees (RFC 7946). */
import * as Type from 'typebox';
import type { Plain } from '../plain.ts';

/** [lng, lat] in degrees; stored rounded to 1e-7 (about a centimetre). */
export const Position = Type.Tuple([
  Type.Number({ minimum: -180, maximum: 180 }),
  Type.Number({ minimum: -85, maximum: 85 }),
]);
export type Position = Plain<typeof Position>;

export const LineString = Type.Object(
  {
    type: Type.Literal('LineString'),
    coordinates: Type.Array(Position, { minItems: 2, maxItems: 5000 }),
  },
  { additionalProperties: false },
);
export type LineString = Plain<typeof LineString>;

/** One outer ring and any holes; every ring closed (its first position repeated at the end). */
export const Polygon = Type.Object(
  {
    type: Type.Literal('Polygon'),
    coordinates: Type.Array(Type.Array(Position, { minItems: 4, maxItems: 5000 }), {
      minItems: 1,
      maxItems: 50,
    }),
  },
  { additionalProperties: false },
);
export type Polygon = Plain<typeof Polygon>;
