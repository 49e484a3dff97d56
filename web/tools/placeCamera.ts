/** Placing a camera: its pole, then a point in the direction it looks. */
import { usualCamera } from '../../domain/coverage/devicePresets.ts';
import { cameraOf, fieldsOfNew } from '../../domain/coverage/newDevice.ts';
import { poleNear } from '../../domain/coverage/standingPole.ts';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Camera } from '../../domain/records/camera.ts';
import type { Id } from '../../domain/records/fields.ts';
import { facingOf, placeFacing } from './placeFacing.ts';
import { area } from './sketch.ts';
import type { ToolContext } from './tool.ts';
import { wedgeRing } from './wedge.ts';

const cameraAt = (place: Position, facingDegrees: number, { options, world }: ToolContext, id: Id): Camera => {
  const { cameraOwner: owner, cameraState: state } = options;
  const { pole } = poleNear(world, place, 'camera');
  return { ...cameraOf(usualCamera(owner).id, owner, place, facingDegrees, id), state, pole };
};

export const placeCamera = placeFacing(
  { place: 'tool.placeCamera.place', turn: 'tool.placeCamera.turn' },
  (place, facingDegrees, context) => {
    const id = context.newId();
    return {
      kind: 'camera.add',
      input: fieldsOfNew(cameraAt(place, facingDegrees, context, id)),
      shows: { kind: 'camera', id },
    };
  },
  (place, towards, { options }) => {
    const { horizontalFieldOfViewDegrees } = usualCamera(options.cameraOwner).fields;
    // As long as the hand has reached, so that the wedge grows with the gesture.
    const lengthMeters = distanceMeters(place, towards);
    const ring = wedgeRing(place, facingOf(place, towards), horizontalFieldOfViewDegrees, lengthMeters);
    return area('wedge', ring.slice(0, -1));
  },
  (position, { world }) => poleNear(world, position, 'camera').place,
  (place, facingDegrees, context) => ({ ...cameraAt(place, facingDegrees, context, 'in-hand'), version: 0 }),
);
