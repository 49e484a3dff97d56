/** An address: the place of a house's entrance on a road, and what is derived from it when numbered. */
import * as Type from 'typebox';
import { Position } from '../geometry/shapes.ts';
import type { Plain } from '../plain.ts';
import { CalendarDate, Id, Version, oneOf, orNull, record, text } from './fields.ts';
import { HouseNumber } from './road.ts';

/** Seen from the road's start (RULES R1): odd numbers on the left, even on the right. */
export const Side = oneOf('left', 'right');
export type Side = Plain<typeof Side>;

export const AddressState = oneOf('draft', 'issued', 'retired');
export type AddressState = Plain<typeof AddressState>;

export const Address = record({
  kind: Type.Literal('address'),
  id: Id,
  version: Version,
  houseId: Id,
  roadId: Id,
  /** Metres from the road's start to where the house lies along it (`placeOnRoad`: foot or mouth), rounded to 0.01. */
  measureMeters: Type.Number({ minimum: 0, maximum: 1_000_000 }),
  side: Side,
  number: HouseNumber,
  /** Null: the rule gave the number and may give another to the draft; hand: a person chose it, numbering keeps it. */
  numberedBy: orNull(oneOf('hand')),
  /** The entrance this address was made for; frozen when issued. */
  entrance: Position,
  /** Open Location Code of the entrance: 11 digits, 12 where two entrances share a cell. */
  plusCode: Type.String({ pattern: '^[23456789CFGHJMPQRVWX]{8}\\+[23456789CFGHJMPQRVWX]{3,4}$' }),
  state: AddressState,
  /** The decision under which it was issued (and issuedOn its date). */
  decisionId: orNull(Id),
  issuedOn: orNull(CalendarDate),
  /** The decision under which it was withdrawn, if it was. */
  retiredDecisionId: orNull(Id),
  retiredOn: orNull(CalendarDate),
  /** The full number it read as when it was withdrawn ("5/3"): its lanes may bear other numbers since. */
  retiredAs: orNull(text(60)),
});
export type Address = Plain<typeof Address>;
