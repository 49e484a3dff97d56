/** What a new camera or streetlight is until somebody says more of it: planned, with the figures of a common kind. */
import { cameraPresets, lampPresets, usualCamera, usualLamp } from './devicePresets.ts';
import type { Position } from '../geometry/shapes.ts';
import { unsaidOfCamera, type Camera, type DeviceOwner } from '../records/camera.ts';
import type { Id } from '../records/fields.ts';
import { unsaidOfLamp, type Lamp } from '../records/lamp.ts';

export const usualKits = { camera: usualCamera('village').id, lamp: usualLamp.id } as const;

export function cameraOf(presetId: string, owner: DeviceOwner, place: Position, facingDegrees: number, id: Id): Camera {
  const { fields } = cameraPresets.find((preset) => preset.id === presetId) ?? usualCamera(owner);
  return {
    ...{ kind: 'camera', id, version: 1, name: null, place, owner, state: 'planned', facingDegrees },
    ...{ heightMeters: null, houseId: null, ...unsaidOfCamera, ...fields },
  };
}

export function lampOf(presetId: string, owner: DeviceOwner, place: Position, id: Id): Lamp {
  const { fields } = lampPresets.find((preset) => preset.id === presetId) ?? usualLamp;
  return {
    ...{ kind: 'lamp', id, version: 1, place, owner, state: 'planned', heightMeters: null },
    ...{ ...unsaidOfLamp, ...fields },
  };
}

/** As the edit that adds it takes it. */
export const fieldsOfNew = <D extends Camera | Lamp>({ kind: _kind, version: _version, ...fields }: D) => fields;
