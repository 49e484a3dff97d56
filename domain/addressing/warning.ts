/** Warnings: what a person should look at although it is allowed, as codes from one closed union. */
import type { Id } from '../records/fields.ts';

/** Every code has a text in each language (web/i18n); a code without one does not compile. */
export const warningCodes = [
  // names
  'name-not-normalized',
  'name-without-class-word',
  'name-of-another-class',
  'name-similar',
  'name-near',
  'name-abbreviated',
  'name-in-province',
  'lane-named',
  'lane-named-after-person',
  'lane-number-typed',
  'lane-name-of-another-road',
  // the network
  'lane-without-parent',
  'lane-parent-assumed',
  'lane-mouth-gap',
  'lane-mouth-at-road-end',
  'alley-opens-to-road',
  'way-deeper-than-alley',
  'direction-against-rule',
  // lane names
  'lane-mouth-before-first-house',
  'lane-mouths-without-house-between',
  'lane-name-kept',
  'lane-name-duplicate',
  'lane-one-sided',
  'lane-needs-name',
  'lane-name-out-of-order',
  // houses and numbers
  'house-far-from-roads',
  'house-leaves-road',
  'entrance-shared',
  'number-before-first',
  'number-out-of-order',
  'insertion-style-kept',
  'numbers-exhausted',
  'groups-exhausted',
  'group-out-of-order',
  'groups-repeated',
  'issued-house-demolished',
  'issued-house-elsewhere',
  'issued-number-kept',
  'number-against-side',
  'number-rests',
] as const;

export type WarningCode = (typeof warningCodes)[number];

export interface Warning {
  readonly code: WarningCode;
  /** Figures and words for the message. Never person data. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The records it is about, so that the map can show them. */
  readonly recordIds: readonly Id[];
}

export function warn(
  code: WarningCode,
  recordIds: readonly Id[] = [],
  params: Readonly<Record<string, string | number>> = {},
): Warning {
  return { code, params, recordIds };
}
