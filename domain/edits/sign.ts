/** Edits of a sign: add, update (also moving it), delete. */
import { Sign } from '../records/sign.ts';
import { addEdit, deleteEdit, updateEdit } from './pointRecord.ts';

export const signAdd = addEdit('sign.add', 'sign', Sign);
export const signUpdate = updateEdit('sign.update', 'sign', Sign);
export const signDelete = deleteEdit('sign.delete', 'sign');
