/** Edits of a lamp: add, update (also moving it), delete. */
import { Lamp, unsaidOfLamp } from '../records/lamp.ts';
import { addEdit, deleteEdit, updateEdit } from './pointRecord.ts';

export const lampAdd = addEdit('lamp.add', 'lamp', Lamp, unsaidOfLamp);
export const lampUpdate = updateEdit('lamp.update', 'lamp', Lamp);
export const lampDelete = deleteEdit('lamp.delete', 'lamp');
