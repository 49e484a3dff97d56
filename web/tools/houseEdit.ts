/** The edit that makes a house of drawn corners. */
import { roundPolygon, roundPosition } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { ToolContext, ToolEdit } from './tool.ts';

/** `corners`: an open ring; without an entrance the rules put the door in the wall that faces its road. */
export function houseEdit(corners: readonly Position[], context: ToolContext, entrance?: Position): ToolEdit {
  const { options, newId } = context;
  const id = newId();
  return {
    kind: 'house.draw',
    input: {
      id,
      entrance: entrance ? roundPosition(entrance) : null,
      footprint: roundPolygon({ type: 'Polygon', coordinates: [[...corners, corners[0] as Position]] }),
      use: options.houseUse,
      state: 'standing',
      name: null,
    },
    shows: { kind: 'house', id },
  };
}
