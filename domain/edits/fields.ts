/** Input schemas made from record schemas: all fields for adding, some for updating. */
import type { TObject, TOptional, TProperties } from 'typebox';
import * as Type from 'typebox';
import { Id, optional, record, text } from '../records/fields.ts';

/** The fields of a record but those. */
export function without<P extends TProperties, K extends string>(fields: P, ...names: readonly K[]): Omit<P, K> {
  const left = Object.entries(fields).filter(([name]) => !(names as readonly string[]).includes(name));
  return Object.fromEntries(left) as Omit<P, K>;
}

/** Of these fields at least one. */
export function some<P extends TProperties>(fields: P) {
  const each = Object.entries(fields).map(([name, schema]) => [name, optional(schema)]);
  const properties = Object.fromEntries(each) as { [K in keyof P]: TOptional<P[K]> };
  return Type.Object(properties, { additionalProperties: false, minProperties: 1 });
}

/** A record as a person gives it: everything but its kind and version. */
export const newRecord = <P extends TProperties>(schema: TObject<P>) =>
  record(without(schema.properties, 'kind', 'version'));

/** Some fields of a record, at least one; never its kind, id or version. */
export const someFields = <P extends TProperties>(schema: TObject<P>) =>
  some(without(schema.properties, 'kind', 'version', 'id'));

export const onlyId = record({ id: Id });

/** A decision given with the edit that applies it: an existing one by its id, or a new one. */
export const decisionInput = record({
  id: Id,
  number: text(60),
  date: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' }),
  signatory: text(100),
  scope: text(300),
});
