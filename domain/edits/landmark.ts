/** Edits of a landmark: add, update (also moving it), delete. */
import { Landmark } from '../records/landmark.ts';
import { addEdit, deleteEdit, updateEdit } from './pointRecord.ts';

export const landmarkAdd = addEdit('landmark.add', 'landmark', Landmark);
export const landmarkUpdate = updateEdit('landmark.update', 'landmark', Landmark);
export const landmarkDelete = deleteEdit('landmark.delete', 'landmark');
