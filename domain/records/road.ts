/** A road, lane or any deeper way: class, name, parent, directed centre line, width, state. */
import * as Type from 'typebox';
import { LineString } from '../geometry/shapes.ts';
import type { Plain } from '../plain.ts';
import { Id, Version, oneOf, orNull, record, text } from './fields.ts';

/**
 * Depth of a way (TT 08/2024/TT-BXD, Art. 3; RULES §1.3): road (đường) 0, lane (ngõ) 1, alley (ngách) 2;
 * the law defines no deeper level, `branch` is practice only. `access` is a driveway or path: never a road of address.
 */
export const RoadClass = oneOf('road', 'lane', 'alley', 'branch', 'access');
export type RoadClass = Plain<typeof RoadClass>;

/** All traffic; fields and woods (a track); feet and bicycles. The last two are less likely a road of address. */
export const MadeFor = oneOf('vehicles', 'fields', 'feet');
export type MadeFor = Plain<typeof MadeFor>;

const suffix = '([A-ZĐ]|-[1-9]\\d?)?';

/** A lane's number as written: 12, 12A, 12Đ, 20-1 (grammar of RULES §1.5). */
const LaneNumber = Type.String({ pattern: `^[1-9]\\d{0,3}${suffix}$` });

/** A house's number as written: as a lane's, or in a group: A10, A10B, with its road's initials BL.A-10 (RULES §1.6). */
export const HouseNumber = Type.String({
  pattern: `^([1-9]\\d{0,3}|[A-ZĐ][1-9]\\d{0,3}|[A-ZĐ]{2,4}[.][A-ZĐ]-[1-9]\\d{0,3})${suffix}$`,
});

export const Road = record({
  kind: Type.Literal('road'),
  id: Id,
  version: Version,
  class: RoadClass,
  /** A proper name with its word ("Đường Đền Hàn"), or null while unnamed or named by number. */
  name: orNull(text(100)),
  /** The number a lane takes from the house before its mouth ("5" in "Ngõ 5"), or null (RULES L1). */
  numberName: orNull(LaneNumber),
  /** The way this one opens from; null for a road (đường) and for what is not yet connected. */
  parentRoadId: orNull(Id),
  /** Directed: it runs the way numbers rise; measures count metres from its first position. */
  line: LineString,
  /** Why a person set the direction against the rule; null lets the rule decide (RULES R2, L3). */
  directionReason: orNull(text(200)),
  widthMeters: Type.Number({ minimum: 0.5, maximum: 100 }),
  madeFor: MadeFor,
  state: oneOf('existing', 'planned', 'closed'),
  /** The decision that made the name official. */
  decisionId: orNull(Id),
});
export type Road = Plain<typeof Road>;
