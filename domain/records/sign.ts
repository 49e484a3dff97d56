/** A sign (biển tên đường, biển ngõ, biển chỉ dẫn, biển số nhà): kind, place, facing, faces, size, post, state, price. */
import * as Type from 'typebox';
import { Position } from '../geometry/shapes.ts';
import type { Plain } from '../plain.ts';
import { BearingDegrees, CalendarDate, Id, Version, oneOf, orNull, record, text } from './fields.ts';

export const SignKind = oneOf('road-name', 'lane-mouth', 'direction', 'village-entrance', 'house-plate');
export type SignKind = Plain<typeof SignKind>;
/** damaged: hangs and cannot be read; missing: is gone though nobody took it down; removed: was taken down. */
export const SignState = oneOf('planned', 'ordered', 'installed', 'damaged', 'missing', 'removed');
export type SignState = Plain<typeof SignState>;

const millimeters = Type.Integer({ minimum: 50, maximum: 5000 });
export const SignFaces = Type.Array(text(120), { minItems: 1, maxItems: 4 });
export const priceVnd = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });

export const Sign = record({
  kind: Type.Literal('sign'),
  id: Id,
  version: Version,
  signKind: SignKind,
  place: Position,
  /** Where the first face looks: degrees clockwise from north. */
  facingDegrees: BearingDegrees,
  /** Text of each face, as to be printed; lines separated by a line feed. */
  faces: SignFaces,
  /** Null: the usual size of its kind. */
  size: orNull(record({ widthMillimeters: millimeters, heightMillimeters: millimeters })),
  post: oneOf('new', 'existing-pole', 'wall'),
  state: SignState,
  /** The day it came into this state, as far as somebody said so. */
  stateDay: orNull(CalendarDate),
  stateNote: orNull(text(300)),
  /** The day by which what comes next should be done: order, put up, mend. */
  dueDay: orNull(CalendarDate),
  /** The picture that shows it as it is now. */
  photoId: orNull(Id),
  /** Null: the village's price for its kind. */
  priceVnd: orNull(priceVnd),
  /** The road it names, the house whose plate it is, the landmark it points to. */
  roadId: orNull(Id),
  houseId: orNull(Id),
  landmarkId: orNull(Id),
});
export type Sign = Plain<typeof Sign>;

/** As the edits that add signs take it. */
export type NewSign = Omit<Sign, 'kind' | 'version'>;

/** Of a sign that is only thought of. */
export const newlyPlanned = {
  ...{ size: null, state: 'planned', stateDay: null, stateNote: null, dueDay: null, photoId: null, priceVnd: null },
  ...{ roadId: null, houseId: null, landmarkId: null },
} as const satisfies Partial<Sign>;
