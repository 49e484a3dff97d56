/** Edits of a camera: add, update (also moving it), delete. */
import { Camera, unsaidOfCamera } from '../records/camera.ts';
import { addEdit, deleteEdit, updateEdit } from './pointRecord.ts';

export const cameraAdd = addEdit('camera.add', 'camera', Camera, unsaidOfCamera);
export const cameraUpdate = updateEdit('camera.update', 'camera', Camera);
export const cameraDelete = deleteEdit('camera.delete', 'camera');
