/** A code another body gave to a house. Never generated here, only recorded (RULES §3). */
import * as Type from 'typebox';
import type { Plain } from '../plain.ts';
import { CalendarDate, Id, Version, oneOf, orNull, record, text } from './fields.ts';

/**
 * ndas10: national digital address code, 10 digits kept as text (QĐ 392/QĐ-BTTTT); vpostcode: Vmap/VNPost;
 * vnpt: the telecom's own id; location12: mã định danh địa điểm, 12 digits.
 */
export const ExternalScheme = oneOf('ndas10', 'vpostcode', 'vnpt', 'location12');
export type ExternalScheme = Plain<typeof ExternalScheme>;

export const ExternalCode = record({
  kind: Type.Literal('externalCode'),
  id: Id,
  version: Version,
  houseId: Id,
  scheme: ExternalScheme,
  value: text(40),
  issuedBy: text(100),
  issuedOn: orNull(CalendarDate),
});
export type ExternalCode = Plain<typeof ExternalCode>;
