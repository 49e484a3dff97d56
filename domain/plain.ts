/** The readonly type of a schema: schema and type are one declaration, and values are never changed in place. */
import type { Static, TSchema } from 'typebox';

export type DeepReadonly<T> = T extends readonly unknown[] | object
  ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
  : T;

export type Plain<S extends TSchema> = DeepReadonly<Static<S>>;
