/** A broken constraint as the Refusal the rules would have given: for what slipped past them, or met another server. */
import { refuse, type Refusal, type RefusalCode } from '../../domain/edits/refusal.ts';

const byConstraint: Readonly<Record<string, RefusalCode>> = {
  addresses_one_issued_a_house: 'house-already-issued',
  addresses_issued_number: 'address-number-taken',
  addresses_issued_plus_code: 'plus-code-taken',
  addresses_draft_plus_code: 'plus-code-taken',
  addresses_plus_code_of_entrance: 'plus-code-not-of-entrance',
  external_codes_value: 'external-code-taken',
  external_codes_form: 'external-code-malformed',
  platform_answers_one_a_house: 'answer-twice',
  roads_parent_not_itself: 'road-parent-cycle',
  roads_line_valid: 'line-too-short',
  villages_boundary_valid: 'polygon-crosses-itself',
  houses_footprint_valid: 'polygon-crosses-itself',
  cameras_consent_of_household: 'consent-of-no-household',
  cameras_consent_given: 'consent-never-given',
  cameras_consent_in_order: 'consent-withdrawn-before-given',
};

const byEnding: readonly (readonly [RegExp, RefusalCode])[] = [
  [/_range$/, 'geometry-not-finite'],
  [/_length$/, 'text-too-long'],
  [/_reference$/, 'reference-missing'],
  [/_pkey$/, 'record-exists'],
];

/** Null when the error is not a broken constraint of a record. */
export function constraintRefusal(error: unknown): Refusal | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (!code?.startsWith('23') || constraint === undefined) return null;
  const found = byConstraint[constraint] ?? byEnding.find(([ending]) => ending.test(constraint))?.[1];
  return found ? refuse(found, [], { constraint }) : null;
}
