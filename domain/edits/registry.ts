/** All edits by kind. A new edit is one file here and one row in the permission table. */
import type { InputOfDefinition } from './edit.ts';
import { addressIssue } from './addressIssue.ts';
import { addressRetire } from './addressRetire.ts';
import { answerImport } from './answerImport.ts';
import { cameraAdd, cameraDelete, cameraUpdate } from './camera.ts';
import { candidatesAccept, candidatesReject, candidatesReopen } from './candidates.ts';
import { candidatesImport } from './candidatesImport.ts';
import { changeRevert } from './changeRevert.ts';
import { cameraAddMany, lampAddMany } from './deviceAddMany.ts';
import { exceptionAccept, exceptionWithdraw } from './exception.ts';
import { externalCodeDelete, externalCodeRecord } from './externalCode.ts';
import { houseDelete } from './houseDelete.ts';
import { houseDraw } from './houseDraw.ts';
import { housesImport, housesReplace } from './housesImport.ts';
import { householdsAssign, householdsImport, householdsReplace } from './householdsImport.ts';
import { householdErase } from './householdErase.ts';
import { householdAdd, householdDelete, householdUpdate } from './household.ts';
import { houseMerge } from './houseMerge.ts';
import { houseFound } from './houseFound.ts';
import { houseMove } from './houseMove.ts';
import { houseReshape } from './houseReshape.ts';
import { houseSplitRow } from './houseSplitRow.ts';
import { houseUpdate } from './houseUpdate.ts';
import { lampAdd, lampDelete, lampUpdate } from './lamp.ts';
import { landmarkAdd, landmarkDelete, landmarkUpdate } from './landmark.ts';
import { numberingApply } from './numberingApply.ts';
import { numberingRenumber } from './numberingRenumber.ts';
import { numberingReshape } from './numberingReshape.ts';
import { numberRelease } from './numberRelease.ts';
import { numberSet } from './numberSet.ts';
import { recordsDelete } from './recordsDelete.ts';
import { recordsImport, recordsReplace } from './recordsImport.ts';
import { recordsUpdate } from './recordsUpdate.ts';
import { roadDelete } from './roadDelete.ts';
import { roadDraw } from './roadDraw.ts';
import { roadExtend } from './roadExtend.ts';
import { roadMerge } from './roadMerge.ts';
import { roadNameEdit } from './roadName.ts';
import { roadReshape } from './roadReshape.ts';
import { roadReverse } from './roadReverse.ts';
import { roadSplit } from './roadSplit.ts';
import { roadsImport, roadsReplace } from './roadsImport.ts';
import { roadUpdate } from './roadUpdate.ts';
import { signAdd, signDelete, signUpdate } from './sign.ts';
import { signAddMany } from './signAddMany.ts';
import { signSetState } from './signSetState.ts';
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
  'road.extend': roadExtend,
  'road.split': roadSplit,
  'road.merge': roadMerge,
  'road.delete': roadDelete,
  'road.import': roadsImport,
  'road.replace': roadsReplace,
  'house.draw': houseDraw,
  'house.found': houseFound,
  'house.update': houseUpdate,
  'house.move': houseMove,
  'house.reshape': houseReshape,
  'house.splitRow': houseSplitRow,
  'house.merge': houseMerge,
  'house.delete': houseDelete,
  'house.import': housesImport,
  'house.replace': housesReplace,
  'household.add': householdAdd,
  'household.update': householdUpdate,
  'household.delete': householdDelete,
  'household.import': householdsImport,
  'household.replace': householdsReplace,
  'household.assign': householdsAssign,
  'household.erase': householdErase,
  'sign.add': signAdd,
  'sign.update': signUpdate,
  'sign.delete': signDelete,
  'sign.addMany': signAddMany,
  'sign.setState': signSetState,
  'camera.add': cameraAdd,
  'camera.update': cameraUpdate,
  'camera.delete': cameraDelete,
  'camera.addMany': cameraAddMany,
  'lamp.add': lampAdd,
  'lamp.update': lampUpdate,
  'lamp.delete': lampDelete,
  'lamp.addMany': lampAddMany,
  'landmark.add': landmarkAdd,
  'landmark.update': landmarkUpdate,
  'landmark.delete': landmarkDelete,
  'candidates.import': candidatesImport,
  'candidates.accept': candidatesAccept,
  'candidates.reject': candidatesReject,
  'candidates.reopen': candidatesReopen,
  'records.update': recordsUpdate,
  'records.delete': recordsDelete,
  'records.import': recordsImport,
  'records.replace': recordsReplace,
  'numbering.apply': numberingApply,
  'numbering.renumber': numberingRenumber,
  'numbering.reshape': numberingReshape,
  'number.set': numberSet,
  'number.release': numberRelease,
  'address.issue': addressIssue,
  'address.retire': addressRetire,
  'externalCode.record': externalCodeRecord,
  'externalCode.delete': externalCodeDelete,
  'answer.import': answerImport,
  'exception.accept': exceptionAccept,
  'exception.withdraw': exceptionWithdraw,
  'change.revert': changeRevert,
} as const;

export type EditKind = keyof typeof editDefinitions;
export type InputOf<K extends EditKind> = InputOfDefinition<(typeof editDefinitions)[K]>;
