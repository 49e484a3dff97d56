/** Edits of a household: add, update (also its house), delete. */
import { Household } from '../records/household.ts';
import { addEdit, deleteEdit, updateEdit } from './pointRecord.ts';

export const householdAdd = addEdit('household.add', 'household', Household);
export const householdUpdate = updateEdit('household.update', 'household', Household);
export const householdDelete = deleteEdit('household.delete', 'household');
