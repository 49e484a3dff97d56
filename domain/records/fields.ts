/** Field schemas shared by the records: ids, versions, short texts, dates, optional values. */
import type { Static, TOptional, TSchema } from 'typebox';
import * as Type from 'typebox';

/** UUIDv7 (RFC 9562), lower case: made where the record is made. */
export const Id = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
});
export type Id = Static<typeof Id>;

/** Raised by one with every Change of the record; 1 when created. */
export const Version = Type.Integer({ minimum: 1 });

export const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
export const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/**
 * A field that may be missing. TypeBox's own Optional, Partial, Omit, Pick and Record work on any type there is and bring
 * its whole type language into the page.
 */
export const optional = <S extends TSchema>(schema: S): TOptional<S> =>
  Object.defineProperty(
    Object.defineProperties({}, Object.getOwnPropertyDescriptors(schema)) as TOptional<S>,
    '~optional',
    { value: true },
  );

/** A union of literals: `oneOf('left', 'right')`. */
export const oneOf = <const Values extends string[]>(...values: Values) => Type.Enum<Values>(values);

/** Calendar date, ISO 8601 (yyyy-mm-dd), as written on the document. */
export const CalendarDate = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });

/** Degrees clockwise from north, [0, 360). */
export const BearingDegrees = Type.Number({ minimum: 0, exclusiveMaximum: 360 });

/** A record schema: nothing beyond the named fields is accepted. */
export const record = <P extends Record<string, TSchema>>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });
