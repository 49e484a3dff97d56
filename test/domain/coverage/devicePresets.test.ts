/** Kinds of cameras and lights to choose from: their figures are those of RULES §7 and such as records take. */
import { describe, expect, it } from 'vitest';
import {
  cameraPresets,
  lampPresets,
  matchingPreset,
  usualCamera,
  usualLamp,
} from '../../../domain/coverage/devicePresets.ts';
import { aCamera, aLamp, at, aWorld } from '../builders.ts';
import { done } from '../edits/doing.ts';
import { Camera } from '../../../domain/records/camera.ts';
import { Lamp } from '../../../domain/records/lamp.ts';
import Compile from 'typebox/compile';

/** IEC 62676-4 by RULES §7: metres at which so many pixels still fall on a metre. */
const reachMeters = (pixels: number, degrees: number, pixelsPerMeter: number) =>
  pixels / pixelsPerMeter / (2 * Math.tan((degrees * Math.PI) / 360));

describe('kinds of cameras', () => {
  it('reach as far as the table of RULES §7 says', () => {
    const identify = (id: string) => {
      const { fields } = cameraPresets.find((preset) => preset.id === id)!;
      return reachMeters(fields.horizontalPixels, fields.horizontalFieldOfViewDegrees, 250);
    };
    for (const [id, meters] of [
      ['bullet-2.8-2mp', 2.8],
      ['bullet-2.8-4mp', 3.8],
      ['bullet-4-2mp', 4.3],
      ['bullet-4-4mp', 5.7],
      ['bullet-4-8mp', 8.5],
      ['bullet-6-2mp', 7.7],
      ['bullet-6-4mp', 10.3],
      ['bullet-6-8mp', 15.4],
    ] as const) {
      expect([id, Math.abs(identify(id) - meters) < 0.1]).toEqual([id, true]);
    }
  });

  it('and of lights are such as a record takes, each with an id of its own', () => {
    const cameras = Compile(Camera);
    for (const { fields } of cameraPresets) expect([...cameras.Errors(aCamera(at(0, 0), fields))]).toEqual([]);
    const lamps = Compile(Lamp);
    for (const { fields } of lampPresets) expect([...lamps.Errors(aLamp(at(0, 0), fields))]).toEqual([]);
    const ids = [...cameraPresets, ...lampPresets].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are known again, until a figure is overridden', () => {
    for (const preset of cameraPresets)
      expect(matchingPreset(cameraPresets, aCamera(at(0, 0), preset.fields))).toBe(preset);
    for (const preset of lampPresets) expect(matchingPreset(lampPresets, aLamp(at(0, 0), preset.fields))).toBe(preset);
    const own = aCamera(at(0, 0), { ...cameraPresets[0]!.fields, horizontalFieldOfViewDegrees: 105 });
    expect(matchingPreset(cameraPresets, own)).toBeUndefined();
  });

  it('fill in all their figures in one edit', () => {
    const camera = aCamera(at(0, 0), { heightMeters: 5 });
    const { fields } = usualCamera('household');
    const { world } = done(aWorld(camera), 'camera.update', { id: camera.id, changes: fields });
    expect(world.camera.get(camera.id)).toEqual({ ...camera, ...fields, version: 2 });
    expect(usualLamp.fields).toEqual({ powerWatts: 70, lightSource: 'led', fluxLumens: 7000 });
  });
});
