/** The forms that records take, read from their schemas, so that a field says it before anything is sent. */
import { Household } from '../../domain/records/household.ts';

const phoneForm = new RegExp((Household.properties.phone.anyOf[0] as unknown as { readonly pattern: string }).pattern);

/** True for an empty field and for a number in the form the record takes. */
export const isPhone = (stored: string): boolean => stored === '' || phoneForm.test(stored);

/** As typed (091 234 5678, +84912345678) → as stored. */
export const phoneOf = (typed: string): string => typed.replace(/[\s.\-()]/g, '').replace(/^(\+84|0084)/, '0');
