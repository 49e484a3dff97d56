/** Edits of a sign: add, update (also moving it), delete. What becomes of it is an edit of its own (signSetState.ts). */
import { record } from '../records/fields.ts';
import { Sign } from '../records/sign.ts';
import { without } from './fields.ts';
import { addEdit, deleteEdit, updateEdit } from './pointRecord.ts';

export const signAdd = addEdit('sign.add', 'sign', Sign);
/** What a person changes of a sign by itself. */
export const lasting = record(without(Sign.properties, 'state', 'stateDay', 'stateNote', 'photoId'));
export const signUpdate = updateEdit('sign.update', 'sign', lasting);
export const signDelete = deleteEdit('sign.delete', 'sign');
