/** Small parts of style expressions that several layers share. */
import type { ExpressionSpecification } from 'maplibre-gl';

/** Zooms at which widths are given exactly; between them MapLibre doubles smoothly. */
const zooms = [14, 15, 16, 17, 18, 19, 20, 21, 22] as const;

/** A line width that grows with the ground, never thinner than `least` says at that zoom, plus `extra` pixels. */
export function groundWidth(
  least: (zoom: number) => number | ExpressionSpecification,
  extra: number,
): ExpressionSpecification {
  const stops = zooms.flatMap((zoom) => [
    zoom,
    ['+', ['max', ['*', ['get', 'widthPixels'], 2 ** (zoom - 20)], least(zoom)], extra],
  ]);
  return ['interpolate', ['exponential', 2], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}

/** A figure that grows evenly from one zoom to another. */
export const growing = (...stops: readonly (readonly [zoom: number, value: number])[]): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification;

/** One value for each value of a property. */
export const byProperty = <T>(
  property: string,
  values: Readonly<Record<string, T>>,
  otherwise: T,
): ExpressionSpecification =>
  ['match', ['get', property], ...Object.entries(values).flat(), otherwise] as unknown as ExpressionSpecification;

export const hasRole = (role: string): ExpressionSpecification => ['==', ['get', 'role'], role];
