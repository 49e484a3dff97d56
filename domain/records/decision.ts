/** A decision (quyết định): number, date, signatory and scope; what makes a draft official. */
import * as Type from 'typebox';
import type { Plain } from '../plain.ts';
import { CalendarDate, Id, Version, record, text } from './fields.ts';

export const Decision = record({
  kind: Type.Literal('decision'),
  id: Id,
  version: Version,
  number: text(60),
  date: CalendarDate,
  signatory: text(100),
  scope: text(300),
});
export type Decision = Plain<typeof Decision>;
