/** All checks, in the order in which they are shown: what makes an address wrong first. A new check is one file here. */
import { answerRejected } from './answerRejected.ts';
import { changedSinceRelease } from './changedSinceRelease.ts';
import { duplicateCode } from './duplicateCode.ts';
import { duplicateNumber } from './duplicateNumber.ts';
import { endAlmostConnected } from './endAlmostConnected.ts';
import { entranceFar } from './entranceFar.ts';
import { houseOutside } from './houseOutside.ts';
import { householdsShareHouse } from './householdsShareHouse.ts';
import { householdWithoutHouse } from './householdWithoutHouse.ts';
import { housesShareOutline } from './housesShareOutline.ts';
import { houseWithoutHousehold } from './houseWithoutHousehold.ts';
import { houseWithoutRoad } from './houseWithoutRoad.ts';
import { laneMouthsTogether } from './laneMouthsTogether.ts';
import { laneTooDeep } from './laneTooDeep.ts';
import { lineDoublesBack } from './lineDoublesBack.ts';
import { nameInCommune } from './nameInCommune.ts';
import { namesSimilar } from './namesSimilar.ts';
import { nameWithoutHouses } from './nameWithoutHouses.ts';
import { nearerOtherRoad } from './nearerOtherRoad.ts';
import { numberOutOfOrder } from './numberOutOfOrder.ts';
import { outlierGap } from './outlierGap.ts';
import { outlinesOverlap } from './outlinesOverlap.ts';
import { parityWrongSide } from './parityWrongSide.ts';
import { roadCrossing } from './roadCrossing.ts';
import { roadWithoutName } from './roadWithoutName.ts';
import { signOfNoRoad } from './signOfNoRoad.ts';
import { signTextOutdated } from './signTextOutdated.ts';
import { twoAddresses } from './twoAddresses.ts';

export const checks = [
  duplicateNumber,
  duplicateCode,
  twoAddresses,
  parityWrongSide,
  houseWithoutRoad,
  houseOutside,
  outlinesOverlap,
  answerRejected,
  roadWithoutName,
  namesSimilar,
  nameInCommune,
  numberOutOfOrder,
  outlierGap,
  nearerOtherRoad,
  entranceFar,
  housesShareOutline,
  lineDoublesBack,
  roadCrossing,
  endAlmostConnected,
  laneTooDeep,
  laneMouthsTogether,
  nameWithoutHouses,
  signOfNoRoad,
  signTextOutdated,
  householdWithoutHouse,
  householdsShareHouse,
  houseWithoutHousehold,
  changedSinceRelease,
] as const;

export type CheckId = (typeof checks)[number]['id'];

export const checkIds: readonly CheckId[] = checks.map(({ id }) => id);
