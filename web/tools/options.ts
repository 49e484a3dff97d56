/** What a person has chosen to draw next; kept from one use of a tool to the next. */
import type { NumberStep } from '../../domain/addressing/numberProposal.ts';
import type { Camera, DeviceOwner, DeviceState } from '../../domain/records/camera.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { HouseUse } from '../../domain/records/house.ts';
import type { Lamp } from '../../domain/records/lamp.ts';
import type { LandmarkKind } from '../../domain/records/landmark.ts';
import type { RoadClass } from '../../domain/records/road.ts';
import type { Sign, SignKind } from '../../domain/records/sign.ts';

export interface ToolOptions {
  readonly roadClass: RoadClass;
  /** How numbers given by hand follow each other. */
  readonly numberStep: NumberStep;
  readonly houseUse: HouseUse;
  /** Whose house is asked for first; null: of the first in the list without one. */
  readonly householdId: Id | null;
  readonly signKind: SignKind;
  readonly cameraOwner: DeviceOwner;
  readonly cameraState: DeviceState;
  readonly lampOwner: DeviceOwner;
  readonly lampState: DeviceState;
  readonly landmarkKind: LandmarkKind;
  /** The name a new landmark starts with; it is changed in its panel. */
  readonly landmarkName: string;
  /** Into how many houses a long building is split, and their numbers; an empty first number gives none. */
  readonly rowCount: number;
  readonly rowFrom: string;
  readonly rowTo: string;
  /** What a new sign says where the records do not tell. */
  readonly signText: string;
  /** Proposed signs of one post that are being moved before they are accepted. */
  readonly proposedSigns: readonly Sign[];
  /** A proposed camera or streetlight that is being moved before it is accepted. */
  readonly proposedDevice: Camera | Lamp | null;
}

/** Usual widths of ways in a village, in metres, until someone measures. */
export const usualWidthMeters: Readonly<Record<RoadClass, number>> = {
  road: 5,
  lane: 3,
  alley: 2,
  branch: 1.5,
  access: 2.5,
};

export const firstOptions: ToolOptions = {
  roadClass: 'lane',
  numberStep: 'two',
  houseUse: 'residential',
  householdId: null,
  signKind: 'road-name',
  cameraOwner: 'village',
  cameraState: 'planned',
  lampOwner: 'village',
  lampState: 'existing',
  landmarkKind: 'other',
  landmarkName: 'Địa điểm mới',
  rowCount: 2,
  rowFrom: '',
  rowTo: '',
  signText: 'CHƯA CÓ CHỮ',
  proposedSigns: [],
  proposedDevice: null,
};
