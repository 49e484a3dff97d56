/** A security camera on its pole or wall: place, owner, state, facing, the optics needed for coverage, and consent. */
import * as Type from 'typebox';
import { Position } from '../geometry/shapes.ts';
import type { Plain } from '../plain.ts';
import { BearingDegrees, CalendarDate, Id, Version, oneOf, orNull, record, text } from './fields.ts';

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
  /** Of the middle of the view below the horizontal. */
  tiltDegrees: orNull(Type.Number({ minimum: 0, maximum: 90 })),
  heightMeters: orNull(Type.Number({ minimum: 0.5, maximum: 60 })),
  horizontalPixels: orNull(Type.Integer({ minimum: 320, maximum: 16000 })),
  verticalPixels: orNull(Type.Integer({ minimum: 240, maximum: 16000 })),
  /** How far it sees in the dark by its own infrared; 0: it has none. */
  nightRangeMeters: orNull(Type.Number({ minimum: 0, maximum: 300 })),
  model: orNull(text(60)),
  /** The mark of the pole it hangs on. */
  pole: orNull(text(40)),
  /** The house it belongs to when a household owns it. */
  houseId: orNull(Id),
  /** Of a household's camera: the day its owner agreed to its being recorded, and the day that was taken back (RULES §6.5). */
  consentOn: orNull(CalendarDate),
  consentWithdrawnOn: orNull(CalendarDate),
});
export type Camera = Plain<typeof Camera>;

/** Of a camera of which nobody has said more than where it is and where it looks. */
export const unsaidOfCamera = {
  ...{ tiltDegrees: null, verticalPixels: null, nightRangeMeters: null, model: null, pole: null },
  ...{ consentOn: null, consentWithdrawnOn: null },
} as const satisfies Partial<Camera>;

/** What changes of a camera that passes to another owner: the consent is the household's, and goes with it (RULES §6.5). */
export const passedTo = (
  owner: DeviceOwner,
  { consentOn }: Pick<Camera, 'consentOn'>,
): Partial<Pick<Camera, 'owner' | 'consentOn' | 'consentWithdrawnOn'>> =>
  consentOn === null || owner === 'household' ? { owner } : { owner, consentOn: null, consentWithdrawnOn: null };

/** Taken back since it was last given: the camera stays recorded and counts for nothing (RULES §6.5). */
export const consentIsWithdrawn = ({ consentWithdrawnOn }: Pick<Camera, 'consentWithdrawnOn'>): boolean =>
  consentWithdrawnOn !== null;
