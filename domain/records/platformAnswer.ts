/**
 * What a map platform said of a house's address: accepted or rejected. The latest word of each platform; earlier ones are
 * in the log. Whether it still speaks of the address the house has: coverage/platformAnswers.ts.
 */
import * as Type from 'typebox';
import type { Plain } from '../plain.ts';
import { Address } from './address.ts';
import { CalendarDate, Id, Version, oneOf, orNull, record, text } from './fields.ts';

/** vnpt: the telecom's map platform, which the plan names; national: that of the post, QĐ 392/QĐ-BTTTT (RULES §3.1). */
export const AnswerSystem = oneOf('vnpt', 'national');
export type AnswerSystem = Plain<typeof AnswerSystem>;

export const Verdict = oneOf('accepted', 'rejected');
export type Verdict = Plain<typeof Verdict>;

export const PlatformAnswer = record({
  kind: Type.Literal('platformAnswer'),
  id: Id,
  version: Version,
  houseId: Id,
  system: AnswerSystem,
  verdict: Verdict,
  /** As the platform wrote it: why it was rejected, or a remark. */
  reason: orNull(text(300)),
  answeredOn: CalendarDate,
  /** Number of the release that was answered, where it is known. */
  releaseNumber: orNull(Type.Integer({ minimum: 1, maximum: 99_999 })),
  /** The code and the address that were answered (addressing/addressTold.ts): the house may have others since. */
  plusCode: Address.properties.plusCode,
  address: text(300),
});
export type PlatformAnswer = Plain<typeof PlatformAnswer>;
