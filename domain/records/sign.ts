/** A sign (biển tên đường, biển ngõ, biển chỉ dẫn, biển số nhà): kind, place, facing, faces, post, state, price. */
import * as Type from 'typebox';
import { Position } from '../geometry/shapes.ts';
import type { Plain } from '../plain.ts';
import { BearingDegrees, Id, Version, oneOf, orNull, record, text } from './fields.ts';

export const SignKind = oneOf('road-name', 'lane-mouth', 'direction', 'village-entrance', 'house-plate');
export type SignKind = Plain<typeof SignKind>;
export const SignState = oneOf('planned', 'ordered', 'installed', 'damaged', 'removed');
export type SignState = Plain<typeof SignState>;

export const Sign = record({
  kind: Type.Literal('sign'),
  id: Id,
  version: Version,
  signKind: SignKind,
  place: Position,
  /** Where the first face looks: degrees clockwise from north. */
  facingDegrees: BearingDegrees,
  /** Text of each face, as to be printed; lines separated by a line feed. */
  faces: Type.Array(text(120), { minItems: 1, maxItems: 4 }),
  post: oneOf('new', 'existing-pole', 'wall'),
  state: SignState,
  priceVnd: orNull(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  /** The road it names, or the house whose plate it is. */
  roadId: orNull(Id),
  houseId: orNull(Id),
});
export type Sign = Plain<typeof Sign>;
