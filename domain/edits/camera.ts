/** Edits of a camera: add, update (also moving it), delete. */
import { Camera } from '../records/camera.ts';
import { addEdit, deleteEdit, updateEdit } from './pointRecord.ts';

export const cameraAdd = addEdit('camera.add', 'camera', Camera);
export const cameraUpdate = updateEdit('camera.update', 'camera', Camera);
export const cameraDelete = deleteEdit('camera.delete', 'camera');
