/** Choices of what is drawn next, and how choices are written in the language of the interface. */
import type { DeviceOwner, DeviceState } from '../../domain/records/camera.ts';
import type { HouseUse } from '../../domain/records/house.ts';
import type { LandmarkKind } from '../../domain/records/landmark.ts';
import type { RoadClass } from '../../domain/records/road.ts';
import type { SignKind } from '../../domain/records/sign.ts';
import { t, type TextKey } from '../i18n/t.ts';

export interface Option<Value> {
  readonly value: Value;
  readonly label: string;
}

export const choices =
  <Value extends string>(values: readonly Value[], keyOf: (value: Value) => TextKey) =>
  (): readonly Option<Value>[] =>
    values.map((value) => ({ value, label: t(keyOf(value)) }));

const roadClasses: readonly RoadClass[] = ['road', 'lane', 'alley', 'branch', 'access'];
const houseUses: readonly HouseUse[] = ['residential', 'public', 'business', 'worship', 'school', 'other'];
const signKinds: readonly SignKind[] = ['road-name', 'lane-mouth', 'direction', 'village-entrance', 'house-plate'];
const owners: readonly DeviceOwner[] = ['commune', 'village', 'household'];
const deviceStates: readonly DeviceState[] = ['existing', 'planned', 'broken'];
const landmarkKinds: readonly LandmarkKind[] = [
  'temple',
  'cultural-house',
  'school',
  'junction',
  'market',
  'gate',
  'other',
];

export const roadClassOptions = choices(roadClasses, (value) => `class.${value}`);
export const houseUseOptions = choices(houseUses, (value) => `use.${value}`);
export const signKindOptions = choices(signKinds, (value) => `signKind.${value}`);
export const cameraOwnerOptions = choices(owners, (value) => `owner.${value}`);
export const deviceStateOptions = choices(deviceStates, (value) => `device.${value}`);
export const landmarkKindOptions = choices(landmarkKinds, (value) => `landmark.${value}`);
