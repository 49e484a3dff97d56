/**
 * Common kinds of cameras and streetlights with the figures they usually have: a start, to be overridden by what the data
 * sheet of the very device says.
 *
 * Lens → field of view: 2.8 mm 107°, 4 mm 84°, 6 mm 53°, and infrared of 20–30 m (RULES §7, from data sheets; such lenses
 * distort, so they see wider than 2·atan(sensor width / 2·focal length)). A turning camera (PTZ) at its widest sees about
 * 58° and has infrared of about 100 m (usual data sheets, from memory).
 *
 * LED and solar lights: 100 lumens a watt, as 7,000 lm of 70 W (RULES §7). High-pressure sodium: 6,000, 9,500 and 15,000 lm
 * of 70, 100 and 150 W (usual data sheets of the bulb, from memory).
 */
import type { Camera } from '../records/camera.ts';
import type { Lamp, LightSource } from '../records/lamp.ts';

export interface Preset<Fields> {
  readonly id: string;
  /** Figures alone, without words: the same in every language. */
  readonly label: string;
  readonly fields: Fields;
}

export type CameraOptics = {
  readonly [
    F in 'horizontalFieldOfViewDegrees' | 'horizontalPixels' | 'verticalPixels' | 'nightRangeMeters'
  ]: NonNullable<Camera[F]>;
};
export interface CameraPreset extends Preset<CameraOptics> {
  /** bullet: fixed, in a tube on an arm; dome: fixed, under a ceiling or eave; ptz: turns. */
  readonly body: 'bullet' | 'dome' | 'ptz';
}

/** Megapixels, as cameras are sold. */
const pictures = {
  '2mp': { horizontalPixels: 1920, verticalPixels: 1080 },
  '4mp': { horizontalPixels: 2560, verticalPixels: 1440 },
  '8mp': { horizontalPixels: 3840, verticalPixels: 2160 },
} as const;

function camera(
  body: CameraPreset['body'],
  lens: string,
  horizontalFieldOfViewDegrees: number,
  picture: keyof typeof pictures,
  nightRangeMeters: number,
): CameraPreset {
  return {
    id: `${body}-${lens}-${picture}`,
    body,
    label: `${lens} mm · ${picture.replace('mp', ' MP')}`,
    fields: { horizontalFieldOfViewDegrees, ...pictures[picture], nightRangeMeters },
  };
}

export const cameraPresets: readonly CameraPreset[] = [
  camera('bullet', '2.8', 107, '2mp', 30),
  camera('bullet', '2.8', 107, '4mp', 30),
  camera('bullet', '4', 84, '2mp', 30),
  camera('bullet', '4', 84, '4mp', 30),
  camera('bullet', '4', 84, '8mp', 30),
  camera('bullet', '6', 53, '2mp', 30),
  camera('bullet', '6', 53, '4mp', 30),
  camera('bullet', '6', 53, '8mp', 30),
  camera('dome', '2.8', 107, '2mp', 20),
  camera('dome', '2.8', 107, '4mp', 20),
  camera('ptz', '4.8', 58, '2mp', 100),
];

export type LampLight = {
  readonly [F in 'powerWatts' | 'lightSource' | 'fluxLumens']: NonNullable<Lamp[F]>;
};
export type LampPreset = Preset<LampLight>;

const lamp = (lightSource: LightSource, powerWatts: number, fluxLumens: number): LampPreset => ({
  id: `${lightSource}-${powerWatts}`,
  label: `${powerWatts} W`,
  fields: { powerWatts, lightSource, fluxLumens },
});

export const lampPresets: readonly LampPreset[] = [
  lamp('led', 50, 5000),
  lamp('led', 70, 7000),
  lamp('led', 100, 10_000),
  lamp('led', 150, 15_000),
  lamp('sodium', 70, 6000),
  lamp('sodium', 100, 9500),
  lamp('sodium', 150, 15_000),
  lamp('solar', 30, 3000),
];

const presetOf = <P extends Preset<object>>(presets: readonly P[], id: string): P =>
  presets.find((one) => one.id === id)!;

/** Of a new camera until somebody says what it is: the usual one of a pole, or of a house's wall. */
export const usualCamera = (owner: Camera['owner']): CameraPreset =>
  presetOf(cameraPresets, owner === 'household' ? 'dome-2.8-2mp' : 'bullet-4-2mp');
/** Of a new streetlight: RULES §7 has 50–100 W of LED on the poles of villages. */
export const usualLamp: LampPreset = presetOf(lampPresets, 'led-70');

/** The kind whose figures a device has, all of them; undefined when it is none, or has been overridden. */
export const matchingPreset = <P extends Preset<object>>(
  presets: readonly P[],
  device: Readonly<Record<keyof P['fields'], unknown>>,
): P | undefined =>
  presets.find(({ fields }) =>
    Object.entries(fields).every(([field, value]) => device[field as keyof P['fields']] === value),
  );
