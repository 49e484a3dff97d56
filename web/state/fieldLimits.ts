/** The forms that records take, read from their schemas, so that a field says it before anything is sent. */
import type { TSchema } from 'typebox';
import { Camera } from '../../domain/records/camera.ts';
import { Household } from '../../domain/records/household.ts';
import { Lamp } from '../../domain/records/lamp.ts';
import { priceVnd, SignFaces } from '../../domain/records/sign.ts';
import { budgetVnd, repeatMeters } from '../../domain/records/signSettings.ts';

/** The options a schema was made with, which its type does not tell. */
const optionsOf = (schema: TSchema) => schema as unknown as Readonly<Record<string, number>>;
const between = (schema: TSchema) => ({ min: optionsOf(schema)['minimum']!, max: optionsOf(schema)['maximum']! });
/** Of a field that may be empty. */
const betweenOrNone = ({ anyOf: [schema] }: { readonly anyOf: readonly [TSchema, ...TSchema[]] }) => between(schema);

export const numberLimits = {
  priceVnd: between(priceVnd),
  budgetVnd: between(budgetVnd),
  repeatMeters: between(repeatMeters),
  horizontalFieldOfViewDegrees: between(Camera.properties.horizontalFieldOfViewDegrees),
  tiltDegrees: betweenOrNone(Camera.properties.tiltDegrees),
  cameraHeightMeters: betweenOrNone(Camera.properties.heightMeters),
  horizontalPixels: betweenOrNone(Camera.properties.horizontalPixels),
  verticalPixels: betweenOrNone(Camera.properties.verticalPixels),
  nightRangeMeters: betweenOrNone(Camera.properties.nightRangeMeters),
  lampHeightMeters: betweenOrNone(Lamp.properties.heightMeters),
  powerWatts: betweenOrNone(Lamp.properties.powerWatts),
  fluxLumens: betweenOrNone(Lamp.properties.fluxLumens),
  litRadiusMeters: betweenOrNone(Lamp.properties.litRadiusMeters),
} as const;

/** Faces of a sign at most, and letters of a face. */
export const mostFaces = optionsOf(SignFaces)['maxItems']!;
export const longestFace = optionsOf(SignFaces.items)['maxLength']!;

const phoneForm = new RegExp((Household.properties.phone.anyOf[0] as unknown as { readonly pattern: string }).pattern);

/** True for an empty field and for a number in the form the record takes. */
export const isPhone = (stored: string): boolean => stored === '' || phoneForm.test(stored);

/** As typed (091 234 5678, +84912345678) → as stored. */
export const phoneOf = (typed: string): string => typed.replace(/[\s.\-()]/g, '').replace(/^(\+84|0084)/, '0');
