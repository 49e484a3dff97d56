/** Placing a camera: its pole, then a point in the direction it looks. */
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { unsaidOfCamera } from '../../domain/records/camera.ts';
import type { ToolOptions } from './options.ts';
import { facingOf, placeFacing } from './placeFacing.ts';
import { area } from './sketch.ts';
import { wedgeRing } from './wedge.ts';

/** A wide-angle camera of the usual kind, until its own figures are known. */
const usualFieldOfViewDegrees = 90;

const cameraAt = (place: Position, facingDegrees: number, options: ToolOptions) => ({
  name: null,
  place,
  owner: options.cameraOwner,
  state: options.cameraState,
  facingDegrees,
  horizontalFieldOfViewDegrees: usualFieldOfViewDegrees,
  heightMeters: null,
  horizontalPixels: null,
  houseId: null,
  ...unsaidOfCamera,
});

export const placeCamera = placeFacing(
  { place: 'tool.placeCamera.place', turn: 'tool.placeCamera.turn' },
  (place, facingDegrees, { newId, options }) => {
    const id = newId();
    return {
      kind: 'camera.add',
      input: { id, ...cameraAt(place, facingDegrees, options) },
      shows: { kind: 'camera', id },
    };
  },
  (place, towards) => {
    // As long as the hand has reached, so that the wedge grows with the gesture.
    const lengthMeters = distanceMeters(place, towards);
    return area(
      'wedge',
      wedgeRing(place, facingOf(place, towards), usualFieldOfViewDegrees, lengthMeters).slice(0, -1),
    );
  },
  (place, facingDegrees, { options }) => ({
    kind: 'camera',
    id: 'in-hand',
    version: 0,
    ...cameraAt(place, facingDegrees, options),
  }),
);
