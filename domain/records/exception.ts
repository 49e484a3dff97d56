/** An exception: a person's word that what a check finds is right as it is, with the reason, the author and the time. */
import * as Type from 'typebox';
import type { Plain } from '../plain.ts';
import { Id, Version, record, text } from './fields.ts';

export const Exception = record({
  kind: Type.Literal('exception'),
  id: Id,
  version: Version,
  /** The check it answers (domain/checks). */
  checkId: Type.String({ pattern: '^[a-z][a-z0-9-]{1,59}$' }),
  /** The records the fault lies in, sorted. They may be gone since: an exception keeps nothing from being deleted. */
  recordIds: Type.Array(Id, { minItems: 1, maxItems: 1000, uniqueItems: true }),
  /** Digest of what the finding depended on: when that changes, the exception holds no longer. */
  facts: Type.String({ pattern: '^[0-9a-f]{16}$' }),
  reason: text(300),
  authorId: Id,
  /** ISO 8601, UTC, to the millisecond. */
  acceptedAt: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' }),
});
export type Exception = Plain<typeof Exception>;
