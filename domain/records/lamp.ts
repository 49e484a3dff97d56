/** A streetlight (đèn chiếu sáng) on its pole. */
import * as Type from 'typebox';
import { Position } from '../geometry/shapes.ts';
import type { Plain } from '../plain.ts';
import { DeviceOwner, DeviceState } from './camera.ts';
import { Id, Version, orNull, record } from './fields.ts';

export const Lamp = record({
  kind: Type.Literal('lamp'),
  id: Id,
  version: Version,
  place: Position,
  owner: DeviceOwner,
  state: DeviceState,
  heightMeters: orNull(Type.Number({ minimum: 1, maximum: 60 })),
  powerWatts: orNull(Type.Number({ minimum: 1, maximum: 2000 })),
});
export type Lamp = Plain<typeof Lamp>;
