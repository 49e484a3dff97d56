/** A streetlight (đèn chiếu sáng) on its pole. */
import * as Type from 'typebox';
import { Position } from '../geometry/shapes.ts';
import type { Plain } from '../plain.ts';
import { DeviceOwner, DeviceState } from './camera.ts';
import { Id, Version, oneOf, orNull, record, text } from './fields.ts';

export const LightSource = oneOf('led', 'sodium', 'mercury', 'compact', 'solar');
export type LightSource = Plain<typeof LightSource>;

export const Lamp = record({
  kind: Type.Literal('lamp'),
  id: Id,
  version: Version,
  place: Position,
  owner: DeviceOwner,
  state: DeviceState,
  heightMeters: orNull(Type.Number({ minimum: 1, maximum: 60 })),
  powerWatts: orNull(Type.Number({ minimum: 1, maximum: 2000 })),
  lightSource: orNull(LightSource),
  fluxLumens: orNull(Type.Number({ minimum: 50, maximum: 200_000 })),
  /** How far along the road it lights well; null: as its height or the usual gives it (RULES §7). */
  litRadiusMeters: orNull(Type.Number({ minimum: 1, maximum: 60 })),
  /** The mark of its pole. */
  pole: orNull(text(40)),
});
export type Lamp = Plain<typeof Lamp>;

/** Of a lamp of which nobody has said more than where it is. */
export const unsaidOfLamp = {
  ...{ lightSource: null, fluxLumens: null, litRadiusMeters: null, pole: null },
} as const satisfies Partial<Lamp>;
