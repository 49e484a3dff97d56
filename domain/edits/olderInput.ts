/**
 * Inputs of edits as pages from before a field existed make them: what was done without a network may reach a server
 * that was brought up to date meanwhile. They are taken as they were meant; what they say nothing of is filled in as the
 * migration filled it in for stored records (domain/records/older.ts), with the same words for the log's old entries.
 * So since migration 0012: camera.add and lamp.add without optics, pole and consent, village.update without the cost.
 */
import type { TObject, TProperties } from 'typebox';
import * as Type from 'typebox';
import { optional } from '../records/fields.ts';

/**
 * The same with all of the newer fields, or with none of them: a page of today that forgets one is still refused. For
 * who makes an input today the type is that of today.
 */
export function orOlder<P extends TProperties>(schema: TObject<P>, newer: object): TObject<P> {
  const names = Object.keys(newer);
  const each = Object.entries(schema.properties).map(([name, field]) => [
    name,
    names.includes(name) ? optional(field) : field,
  ]);
  const dependentRequired = Object.fromEntries(names.map((name) => [name, names]));
  return Type.Object(Object.fromEntries(each) as P, { additionalProperties: false, dependentRequired });
}
