/** A household (hộ): person data, in its own table behind its own permission (RULES §6). */
import * as Type from 'typebox';
import type { Plain } from '../plain.ts';
import { Id, Version, orNull, record, text } from './fields.ts';

export const Household = record({
  kind: Type.Literal('household'),
  id: Id,
  version: Version,
  /** The house it lives in; null while the list is not matched to houses. */
  houseId: orNull(Id),
  /** Place in the village's own list (số thứ tự hộ). */
  ordinal: Type.Integer({ minimum: 1, maximum: 99999 }),
  /** Person data; null when unknown, erased, or hidden from the reader's role. */
  headName: orNull(text(100)),
  /** Vietnamese form 0xxxxxxxxx or 02xxxxxxxxx; person data like headName. */
  phone: orNull(Type.String({ pattern: '^0\\d{9,10}$' })),
  /** Answers of the village survey: question code → answer. Person data. */
  surveyAnswers: Type.Unsafe<Record<string, string>>({
    type: 'object',
    patternProperties: { '^[a-z0-9-]{1,40}$': text(200) },
    additionalProperties: false,
  }),
});
export type Household = Plain<typeof Household>;
