/** The edit that makes a house of drawn corners. */
import { roundPolygon, roundPosition } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { entranceTowardsRoad } from './entrance.ts';
import type { ToolContext, ToolEdit } from './tool.ts';

/** `corners`: an open ring; without an entrance the door is where the house faces its road. */
export function houseEdit(corners: readonly Position[], context: ToolContext, entrance?: Position): ToolEdit {
  const { world, options, newId } = context;
  const id = newId();
  return {
    kind: 'house.draw',
    input: {
      id,
      entrance: roundPosition(entrance ?? entranceTowardsRoad(world, corners)),
      footprint: roundPolygon({ type: 'Polygon', coordinates: [[...corners, corners[0] as Position]] }),
      use: options.houseUse,
      state: 'standing',
      name: null,
    },
    shows: { kind: 'house', id },
  };
}
