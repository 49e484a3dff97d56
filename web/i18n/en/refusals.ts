/** Why something cannot be done. */
import type { refusalsVi } from '../vi/refusals.ts';

export const refusalsEn: Record<keyof typeof refusalsVi, string> = {
  'refusal.forbidden': 'Your account may not do this.',
  'refusal.stale-version': 'Someone else has just changed this. Look again and try again.',
  'refusal.basis-missing': 'It is not known which version you saw. Open it again and try again.',
  'refusal.record-missing': 'This is no longer there; someone may have deleted it.',
  'refusal.record-exists': 'This is there already.',
  'refusal.reference-missing': 'What this refers to is no longer there.',
  'refusal.record-in-use': 'Something else still uses this, so it cannot be deleted.',
  'refusal.nothing-changes': 'Nothing has changed yet.',
  'refusal.village-exists': 'This village is there already.',
  'refusal.village-missing': 'There is no such village.',
  'refusal.text-empty': 'Nothing has been typed.',
  'refusal.text-too-long': 'Too long: at most {longest} characters.',
  'refusal.text-control-character': 'There is a hidden character in it. Please type it again.',
  'refusal.text-markup': 'The signs < and > cannot be used.',
  'refusal.text-formula': 'Do not start with =, +, - or @: a spreadsheet takes it for a formula.',
  'refusal.road-name-duplicate': 'There is already a road named “{name}” in the village.',
  'refusal.road-name-duplicate-but-for-marks':
    '“{name}” differs from “{other}” by its marks or capitals only. Choose another name.',
  'refusal.road-name-in-commune':
    'A road of the commune or nearby already bears the name “{other}” ({place}). Choose another.',
  'refusal.geometry-not-finite': 'The position is not valid.',
  'refusal.line-too-short': 'The line is too short.',
  'refusal.line-crosses-itself': 'The line crosses itself.',
  'refusal.polygon-not-closed': 'The outline is not closed.',
  'refusal.polygon-crosses-itself': 'The sides of the outline cross each other.',
  'refusal.polygon-no-area': 'The outline has no area.',
  'refusal.outside-village': 'The position is outside the village.',
  'refusal.house-within-another': 'This house lies inside another one (or around it). Mend the drawing, or remove the other house first.',
  'refusal.road-parent-cycle': 'Two roads cannot both open from each other.',
  'refusal.road-parent-not-allowed':
    'This class of way cannot open from the chosen one (lanes open from roads, alleys from lanes).',
  'refusal.road-has-issued-addresses':
    'Addresses have been issued on this road or its lanes. They must be retired by a decision first.',
  'refusal.road-grows-at-start':
    '{meters} m more at the start of the road would move {count} issued addresses along it. Draw that piece as a road of its own.',
  'refusal.road-unnamed': 'The road of house {number} has no name. Name it before issuing.',
  'refusal.address-issued':
    'An issued address does not change by itself, only by renumbering or retiring it under a decision.',
  'refusal.address-not-draft': 'Number {number} is no longer a draft.',
  'refusal.address-not-issued': 'Number {number} has not been issued, so it cannot be retired.',
  'refusal.address-number-taken': 'Number {number} is used for another house on this road.',
  'refusal.house-already-issued': 'This house has been issued number {number}.',
  'refusal.plus-code-taken': 'Code {code} is also that of a neighbour. Move the entrance of one of the two.',
  'refusal.plus-code-not-of-entrance': 'The code of the address is not that of its entrance. Number this road again.',
  'refusal.external-code-taken': 'This code is recorded for another house.',
  'refusal.external-code-in-another-village': 'This code is recorded for a house of another village.',
  'refusal.external-code-malformed':
    'The code does not have the right form: a national address code has exactly 10 digits (leading zeros too), a location id exactly 12, other codes at most 40 characters.',
  'refusal.date-not-real': 'There is no day {date}.',
  'refusal.measure-beyond-road': 'The entrance lies beyond the end of the road. Number this road again.',
  'refusal.preview-outdated': 'Something has changed, so the preview no longer holds. Look again, then apply.',
  'refusal.numbering-nothing-to-do': 'All numbers are right; there is nothing to change.',
  'refusal.renumbering-touches-nothing-issued': 'No issued address would change: number the houses as usual.',
  'refusal.renumbering-leaves-houses':
    '{count} houses with an issued address would get no new number. The reasons are in the list to be looked at.',
  'refusal.decision-differs': 'Decision {number} is recorded with another date or signatory.',
  'refusal.selection-empty': 'Nothing has been selected.',
  'refusal.revert-changed-since': 'This cannot be undone: {count} of its records have been changed since.',
  'refusal.revert-not-found': 'The edit to undo was not found.',
  'refusal.too-many-records': 'Too many at once.',
};
