/** Where on the map the rules found something wrong with what was drawn. */
import type { Refusal } from '../../domain/edits/refusal.ts';
import type { Position } from '../../domain/geometry/shapes.ts';

/** Null where the refusal names no place. */
export function faultOf({ params: { lng, lat } }: Refusal): Position | null {
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : null;
}
