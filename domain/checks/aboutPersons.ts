/** Checks that tell of households: an exception from one is shown to whom households are (RULES §6). */
import type { CheckId } from './checks.ts';

export const checksAboutPersons: readonly CheckId[] = [
  'household-without-house',
  'households-share-house',
  'house-without-household',
];
