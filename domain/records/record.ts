/** All kinds of records, in the order in which each refers only to those before it. */
import { Address } from './address.ts';
import { Camera } from './camera.ts';
import { Candidate } from './candidate.ts';
import { Decision } from './decision.ts';
import { Exception } from './exception.ts';
import { ExternalCode } from './externalCode.ts';
import type { Id } from './fields.ts';
import { House } from './house.ts';
import { Household } from './household.ts';
import { Lamp } from './lamp.ts';
import { Landmark } from './landmark.ts';
import { PlatformAnswer } from './platformAnswer.ts';
import { Road } from './road.ts';
import { Sign } from './sign.ts';
import { Village } from './village.ts';

export const recordSchemas = {
  village: Village,
  decision: Decision,
  road: Road,
  house: House,
  household: Household,
  address: Address,
  externalCode: ExternalCode,
  platformAnswer: PlatformAnswer,
  landmark: Landmark,
  sign: Sign,
  camera: Camera,
  lamp: Lamp,
  candidate: Candidate,
  exception: Exception,
} as const;

export interface RecordOf {
  readonly village: Village;
  readonly decision: Decision;
  readonly road: Road;
  readonly house: House;
  readonly household: Household;
  readonly address: Address;
  readonly externalCode: ExternalCode;
  readonly platformAnswer: PlatformAnswer;
  readonly sign: Sign;
  readonly camera: Camera;
  readonly lamp: Lamp;
  readonly landmark: Landmark;
  readonly candidate: Candidate;
  readonly exception: Exception;
}

export type RecordKind = keyof RecordOf;
export type AnyRecord = RecordOf[RecordKind];

/** Parents first: saving in this order, and deleting in the reverse, never breaks a reference. */
export const recordKinds = Object.keys(recordSchemas) as readonly RecordKind[];

/** The records a record refers to: [field, kind of the record, its id]. */
export function referencesOf(item: AnyRecord): readonly (readonly [field: string, kind: RecordKind, id: Id])[] {
  const found: [string, RecordKind, Id | null][] = [];
  switch (item.kind) {
    case 'road':
      found.push(['parentRoadId', 'road', item.parentRoadId], ['decisionId', 'decision', item.decisionId]);
      break;
    case 'house':
      found.push(['chosenRoadId', 'road', item.chosenRoadId]);
      break;
    case 'household':
    case 'externalCode':
    case 'platformAnswer':
    case 'camera':
      found.push(['houseId', 'house', item.houseId]);
      break;
    case 'address':
      found.push(
        ['houseId', 'house', item.houseId],
        ['roadId', 'road', item.roadId],
        ['decisionId', 'decision', item.decisionId],
        ['retiredDecisionId', 'decision', item.retiredDecisionId],
      );
      break;
    case 'sign':
      found.push(
        ['roadId', 'road', item.roadId],
        ['houseId', 'house', item.houseId],
        ['landmarkId', 'landmark', item.landmarkId],
      );
      break;
    default:
      break;
  }
  return found.filter((reference): reference is [string, RecordKind, Id] => reference[2] !== null);
}
