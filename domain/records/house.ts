/** A house or other building that is or may be addressed: entrance, footprint, use, state, parcel. */
import * as Type from 'typebox';
import { Polygon, Position } from '../geometry/shapes.ts';
import type { Plain } from '../plain.ts';
import { Id, Version, oneOf, orNull, record, text } from './fields.ts';

export const HouseUse = oneOf('residential', 'public', 'business', 'worship', 'school', 'other');
export type HouseUse = Plain<typeof HouseUse>;
export const HouseState = oneOf('standing', 'building', 'vacant', 'demolished');
export type HouseState = Plain<typeof HouseState>;

/** shown: somebody pointed at the door; assumed: taken to be in the wall that faces the road, or at the point of a file. */
export const EntranceOrigin = oneOf('shown', 'assumed');
export type EntranceOrigin = Plain<typeof EntranceOrigin>;

export const House = record({
  kind: Type.Literal('house'),
  id: Id,
  version: Version,
  /** What people call it (Nhà văn hoá, Đền Hàn); null for ordinary houses. */
  name: orNull(text(100)),
  /** Where the door or gate meets the way: the canonical point of the house. */
  entrance: Position,
  entranceOrigin: EntranceOrigin,
  footprint: orNull(Polygon),
  use: HouseUse,
  state: HouseState,
  /** Cadastral sheet (tờ) and parcel (thửa), as written. */
  parcel: orNull(record({ sheet: text(20), plot: text(20) })),
  /** The road a person chose for this house once and for all; null lets the rules decide. */
  chosenRoadId: orNull(Id),
});
export type House = Plain<typeof House>;
