/** Input schemas made from record schemas: all fields for adding, some for updating. */
import type { TObject, TProperties } from 'typebox';
import * as Type from 'typebox';
import { Id, record, text } from '../records/fields.ts';

/** A record as a person gives it: everything but its kind and version. */
export const newRecord = <P extends TProperties>(schema: TObject<P>) =>
  Type.Omit(schema, ['kind', 'version'], { additionalProperties: false });

/** Some fields of a record, at least one; never its kind, id or version. */
export const someFields = <P extends TProperties>(schema: TObject<P>) =>
  Type.Partial(Type.Omit(schema, ['kind', 'version', 'id']), { additionalProperties: false, minProperties: 1 });

export const onlyId = record({ id: Id });

/** A decision given with the edit that applies it: an existing one by its id, or a new one. */
export const decisionInput = record({
  id: Id,
  number: text(60),
  date: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' }),
  signatory: text(100),
  scope: text(300),
});
