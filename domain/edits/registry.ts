/** All edits by kind. A new edit is one file here and one row in the permission table. */
import type { InputOfDefinition } from './edit.ts';
import { addressIssue } from './addressIssue.ts';
import { addressRetire } from './addressRetire.ts';
import { cameraAdd, cameraDelete, cameraUpdate } from './camera.ts';
import { candidatesAccept, candidatesReject, candidatesReopen } from './candidates.ts';
import { candidatesImport } from './candidatesImport.ts';
import { changeRevert } from './changeRevert.ts';
import { externalCodeDelete, externalCodeRecord } from './externalCode.ts';
import { houseDelete } from './houseDelete.ts';
import { houseDraw } from './houseDraw.ts';
import { houseMove } from './houseMove.ts';
import { houseUpdate } from './houseUpdate.ts';
import { householdAdd, householdDelete, householdUpdate } from './household.ts';
import { lampAdd, lampDelete, lampUpdate } from './lamp.ts';
import { landmarkAdd, landmarkDelete, landmarkUpdate } from './landmark.ts';
import { numberingApply } from './numberingApply.ts';
import { numberingRenumber } from './numberingRenumber.ts';
import { roadDelete } from './roadDelete.ts';
import { roadDraw } from './roadDraw.ts';
import { roadNameEdit } from './roadName.ts';
import { roadReshape } from './roadReshape.ts';
import { roadReverse } from './roadReverse.ts';
import { roadUpdate } from './roadUpdate.ts';
import { signAdd, signDelete, signUpdate } from './sign.ts';
import { villageCreate } from './villageCreate.ts';
import { villageImport } from './villageImport.ts';
import { villageUpdate } from './villageUpdate.ts';

export const editDefinitions = {
  'village.create': villageCreate,
  'village.update': villageUpdate,
  'village.import': villageImport,
  'road.draw': roadDraw,
  'road.name': roadNameEdit,
  'road.update': roadUpdate,
  'road.reshape': roadReshape,
  'road.reverse': roadReverse,
  'road.delete': roadDelete,
  'house.draw': houseDraw,
  'house.update': houseUpdate,
  'house.move': houseMove,
  'house.delete': houseDelete,
  'household.add': householdAdd,
  'household.update': householdUpdate,
  'household.delete': householdDelete,
  'sign.add': signAdd,
  'sign.update': signUpdate,
  'sign.delete': signDelete,
  'camera.add': cameraAdd,
  'camera.update': cameraUpdate,
  'camera.delete': cameraDelete,
  'lamp.add': lampAdd,
  'lamp.update': lampUpdate,
  'lamp.delete': lampDelete,
  'landmark.add': landmarkAdd,
  'landmark.update': landmarkUpdate,
  'landmark.delete': landmarkDelete,
  'candidates.import': candidatesImport,
  'candidates.accept': candidatesAccept,
  'candidates.reject': candidatesReject,
  'candidates.reopen': candidatesReopen,
  'numbering.apply': numberingApply,
  'numbering.renumber': numberingRenumber,
  'address.issue': addressIssue,
  'address.retire': addressRetire,
  'externalCode.record': externalCodeRecord,
  'externalCode.delete': externalCodeDelete,
  'change.revert': changeRevert,
} as const;

export type EditKind = keyof typeof editDefinitions;
export type InputOf<K extends EditKind> = InputOfDefinition<(typeof editDefinitions)[K]>;
