/**
 * Names, telephones and answers of households erased, at a person's request or at the end of their retention (RULES §6).
 * It cannot be undone: what is erased goes from the log as well (server/db/erasedPersons.ts), while the log goes on
 * saying that it was done.
 */
import * as Type from 'typebox';
import type { Plain } from '../plain.ts';
import { nextVersion } from '../records/change.ts';
import { Id, oneOf, record } from '../records/fields.ts';
import type { Household } from '../records/household.ts';
import { defineEdit } from './edit.ts';
import { refuse } from './refusal.ts';

export const PersonField = oneOf('headName', 'phone', 'surveyAnswers');
export type PersonField = Plain<typeof PersonField>;
export const personFields: readonly PersonField[] = ['headName', 'phone', 'surveyAnswers'];

const erased: Readonly<Pick<Household, PersonField>> = { headName: null, phone: null, surveyAnswers: {} };

export const householdErase = defineEdit({
  kind: 'household.erase',
  input: record({
    householdIds: Type.Array(Id, { minItems: 1, maxItems: 20_000, uniqueItems: true }),
    fields: Type.Array(PersonField, { minItems: 1, maxItems: 3, uniqueItems: true }),
  }),
  // Whatever has been written since goes too.
  targets: () => [],
  run: (world, edit) => {
    const { householdIds, fields } = edit.input;
    const missing = householdIds.filter((id) => !world.household.has(id));
    if (missing.length > 0) return refuse('record-missing', missing);
    const emptied = Object.fromEntries(fields.map((field) => [field, erased[field]]));
    // Also where they are empty already: the log may still hold what they were.
    const updated = householdIds.map((id) => {
      const before = world.household.get(id)!;
      return [before, nextVersion(before, emptied)] as const;
    });
    return { created: [], updated, deleted: [] };
  },
});

/** Nothing of a person is left in these fields. */
export const isErased = (household: Household, fields: readonly PersonField[] = personFields): boolean =>
  fields.every((field) => JSON.stringify(household[field]) === JSON.stringify(erased[field]));
