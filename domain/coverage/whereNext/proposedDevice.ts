/** What a proposed camera or streetlight would be: the figures of a common kind, planned, at a place. */
import { cameraPresets, lampPresets, usualCamera, usualLamp } from '../devicePresets.ts';
import type { Position } from '../../geometry/shapes.ts';
import { unsaidOfCamera, type Camera, type DeviceOwner } from '../../records/camera.ts';
import type { Id } from '../../records/fields.ts';
import { unsaidOfLamp, type Lamp } from '../../records/lamp.ts';

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
