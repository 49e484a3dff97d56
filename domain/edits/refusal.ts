/** A Refusal: why an edit cannot be done, as a code from one closed union with its figures and records. */
import type { Id } from '../records/fields.ts';

/** Every code has a text in each language (web/i18n); a code without one does not compile. */
export const refusalCodes = [
  // who and when
  'forbidden',
  /** In the browser: it has not fetched the rules yet. */
  'rules-not-here',
  'stale-version',
  'basis-missing',
  'record-missing',
  'record-exists',
  'reference-missing',
  'record-in-use',
  'nothing-changes',
  'some-refused',
  'village-exists',
  'village-missing',
  // texts
  'text-empty',
  'text-too-long',
  'text-control-character',
  'text-markup',
  'text-formula',
  'road-name-duplicate',
  'road-name-duplicate-but-for-marks',
  'road-name-in-commune',
  // geometry
  'geometry-not-finite',
  'line-too-short',
  'line-crosses-itself',
  'polygon-not-closed',
  'polygon-crosses-itself',
  'polygon-no-area',
  'outside-village',
  'entrance-missing',
  'road-parent-cycle',
  'road-parent-not-allowed',
  'road-has-issued-addresses',
  'road-unnamed',
  'road-grows-at-start',
  'road-carries-no-addresses',
  // reshaping
  'reshaping-changes-issued',
  'split-off-road',
  'split-at-end',
  'merge-with-own-lane',
  'merge-classes-differ',
  'merge-at-fork',
  'merge-ends-apart',
  'house-inside-another',
  'house-around-another',
  'house-without-footprint',
  'row-without-road',
  'row-part-too-narrow',
  'row-cannot-be-cut',
  'row-numbers-differ',
  'row-keeps-issued',
  'merge-outlines-apart',
  'merge-both-issued',
  'merge-keeps-issued',
  // addresses
  'address-issued',
  'address-not-draft',
  'address-not-issued',
  'address-number-taken',
  'number-malformed',
  'house-numbered-twice',
  'house-demolished',
  'entrance-shared',
  'house-already-issued',
  'plus-code-taken',
  'plus-code-not-of-entrance',
  'external-code-taken',
  'external-code-in-another-village',
  'external-code-malformed',
  'answer-twice',
  'date-not-real',
  'measure-beyond-road',
  'preview-outdated',
  'numbering-nothing-to-do',
  'renumbering-touches-nothing-issued',
  'renumbering-leaves-houses',
  // signs
  'sign-state-not-next',
  'plate-below-least',
  'plate-second',
  'plate-of-retired-address',
  // cameras
  'consent-of-no-household',
  'consent-never-given',
  'consent-withdrawn-before-given',
  // issuing
  'decision-differs',
  'selection-empty',
  'errors-stand',
  'finding-gone',
  // taking lists in
  'import-loses-most',
  // releases
  'release-nothing-issued',
  'release-errors-stand',
  'release-nothing-new',
  'release-communes-differ',
  'release-profile-missing',
  // undo
  'revert-changed-since',
  'revert-not-found',
  'erased-for-good',
  'too-many-records',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** Figures and words for the message: lengths, limits, names. Never person data. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The records it is about, so that the map can show them. */
  readonly recordIds: readonly Id[];
}

export function refuse(
  code: RefusalCode,
  recordIds: readonly Id[] = [],
  params: Readonly<Record<string, string | number>> = {},
): Refusal {
  return { code, params, recordIds };
}
