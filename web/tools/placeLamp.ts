/** Placing a streetlight with one click; until then what it would light goes with the pointer. */
import { coverageGroundOf } from '../../domain/coverage/ground.ts';
import { fieldsOfNew, lampOf, usualKits } from '../../domain/coverage/newDevice.ts';
import { litBy, litMeters, litRadiusMeters } from '../../domain/coverage/lamps/litRoad.ts';
import { poleNear } from '../../domain/coverage/standingPole.ts';
import { localFrame } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Lamp } from '../../domain/records/lamp.ts';
import { point, type SketchFeature } from './sketch.ts';
import type { Tool, ToolContext } from './tool.ts';

export interface PlacingLamp {
  /** Where the pointer is, or the cross. */
  readonly over: Position | null;
  /** Where it was pressed. */
  readonly place: Position | null;
}

const lampAt = (position: Position, { world, options }: ToolContext, id: Id): Lamp => {
  const { place, pole } = poleNear(world, position, 'lamp');
  return { ...lampOf(usualKits.lamp, options.lampOwner, place, id), state: options.lampState, pole };
};

/** What it is called until it is added. */
const inHand = 'in-hand';

/** How much road it would light, whatever lights it already: below its light, and below the ring of the cross. */
function lightsLabel(lamp: Lamp, { world, reachMeters }: ToolContext): SketchFeature {
  const meters = Math.round(litMeters(litBy(coverageGroundOf(world), [lamp])));
  const below = Math.max(litRadiusMeters(lamp), 1.5 * reachMeters);
  return point('under', localFrame(lamp.place).toDegrees([0, -below]), {
    key: 'tool.placeLamp.lights',
    params: { meters },
  });
}

export const placeLamp: Tool<PlacingLamp> = {
  afterwards: 'again',
  start: () => ({ over: null, place: null }),
  handle(state, event, context) {
    if (event.type === 'hover') return { state: { ...state, over: event.position } };
    if (event.type !== 'click') return { state };
    const id = context.newId();
    const lamp = lampAt(event.position, context, id);
    return {
      state: { over: null, place: lamp.place },
      edit: { kind: 'lamp.add', input: fieldsOfNew(lamp), shows: { kind: 'lamp', id } },
    };
  },
  devices(state, context) {
    const at = state.over ?? state.place;
    return at ? [{ ...lampAt(at, context, inHand), version: 0 }] : [];
  },
  sketch(state, context) {
    const { over, place } = state;
    return [
      ...(over ? [lightsLabel(lampAt(over, context, inHand), context)] : []),
      ...(place ? [point('handle', place)] : []),
    ];
  },
  status: () => ({ hintKey: 'tool.placeLamp', canFinish: false, canUndoPoint: false }),
};
