import { expect, it } from 'vitest';
import { isErased } from '../../../domain/edits/householdErase.ts';
import { run } from '../../../domain/edits/run.ts';
import { mayEdit, roles } from '../../../domain/permissions.ts';
import { aHouse, aHousehold, anEdit, at, aWorld, newId } from '../builders.ts';
import { done, undone } from './doing.ts';

const house = aHouse(at(0, 0));
const known = { headName: 'Lê Thị Hoa', phone: '0912345678', surveyAnswers: { internet: 'có' } };
const household = aHousehold({ houseId: house.id, ordinal: 7, ...known });
const other = aHousehold({ ordinal: 8, ...known });
const village = aWorld(house, household, other);
const erase = { householdIds: [household.id], fields: ['headName', 'phone', 'surveyAnswers'] } as const;

it('what is of the person goes, the household stays in its house and its place in the list', () => {
  const { world } = done(village, 'household.erase', erase);
  const left = world.household.get(household.id)!;
  expect(left).toMatchObject({ houseId: house.id, ordinal: 7, headName: null, phone: null, surveyAnswers: {} });
  expect(isErased(left)).toBe(true);
  expect(isErased(world.household.get(other.id)!)).toBe(false);
});

it('or some of the fields', () => {
  const { world } = done(village, 'household.erase', { ...erase, fields: ['surveyAnswers'] });
  expect(world.household.get(household.id)).toMatchObject({ headName: 'Lê Thị Hoa', surveyAnswers: {} });
});

it('is done also where nothing is left, for the log may hold more', () => {
  const empty = aWorld(house, aHousehold({ ...household, headName: null, phone: null, surveyAnswers: {} }));
  expect(done(empty, 'household.erase', erase).world.household.get(household.id)!.version).toBe(household.version + 1);
});

it('names those that are not there', () => {
  const missing = newId();
  const edit = anEdit(village, 'household.erase', { ...erase, householdIds: [household.id, missing] }, []);
  expect(run(village, edit)).toMatchObject({ code: 'record-missing', recordIds: [missing] });
});

it('is never undone, and the commune alone may', () => {
  expect(() => undone(done(village, 'household.erase', erase))).toThrow(/erased-for-good/);
  expect(roles.filter((role) => mayEdit(role, 'household.erase'))).toEqual(['admin', 'officer']);
});
