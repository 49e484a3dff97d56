/** A security camera on its pole or wall: place, owner, state, facing and the optics needed for coverage. */
import * as Type from 'typebox';
import { Position } from '../geometry/shapes.ts';
import type { Plain } from '../plain.ts';
import { BearingDegrees, Id, Version, oneOf, orNull, record, text } from './fields.ts';

export const DeviceOwner = oneOf('commune', 'village', 'household');
export type DeviceOwner = Plain<typeof DeviceOwner>;
export const DeviceState = oneOf('existing', 'planned', 'broken');
export type DeviceState = Plain<typeof DeviceState>;

export const Camera = record({
  kind: Type.Literal('camera'),
  id: Id,
  version: Version,
  name: orNull(text(100)),
  place: Position,
  owner: DeviceOwner,
  state: DeviceState,
  /** Middle of the view: degrees clockwise from north. */
  facingDegrees: BearingDegrees,
  horizontalFieldOfViewDegrees: Type.Number({ minimum: 5, maximum: 360 }),
  heightMeters: orNull(Type.Number({ minimum: 0.5, maximum: 60 })),
  horizontalPixels: orNull(Type.Integer({ minimum: 320, maximum: 16000 })),
  /** The house it belongs to when a household owns it. */
  houseId: orNull(Id),
});
export type Camera = Plain<typeof Camera>;
