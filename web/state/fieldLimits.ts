/** The forms that records take, read from their schemas, so that a field says it before anything is sent. */
import type { TSchema } from 'typebox';
import { Household } from '../../domain/records/household.ts';
import { priceVnd, SignFaces } from '../../domain/records/sign.ts';
import { budgetVnd, repeatMeters } from '../../domain/records/signSettings.ts';

/** The options a schema was made with, which its type does not tell. */
const optionsOf = (schema: TSchema) => schema as unknown as Readonly<Record<string, number>>;
const between = (schema: TSchema) => ({ min: optionsOf(schema)['minimum']!, max: optionsOf(schema)['maximum']! });

export const numberLimits = {
  priceVnd: between(priceVnd),
  budgetVnd: between(budgetVnd),
  repeatMeters: between(repeatMeters),
} as const;

/** Faces of a sign at most, and letters of a face. */
export const mostFaces = optionsOf(SignFaces)['maxItems']!;
export const longestFace = optionsOf(SignFaces.items)['maxLength']!;

const phoneForm = new RegExp((Household.properties.phone.anyOf[0] as unknown as { readonly pattern: string }).pattern);

/** True for an empty field and for a number in the form the record takes. */
export const isPhone = (stored: string): boolean => stored === '' || phoneForm.test(stored);

/** As typed (091 234 5678, +84912345678) → as stored. */
export const phoneOf = (typed: string): string => typed.replace(/[\s.\-()]/g, '').replace(/^(\+84|0084)/, '0');
