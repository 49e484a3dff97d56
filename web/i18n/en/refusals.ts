/** Why something cannot be done. */
import type { refusalsVi } from '../vi/refusals.ts';

export const refusalsEn: Record<keyof typeof refusalsVi, string> = {
  'refusal.rules-not-here': 'The rules of editing have not come over the network yet. Wait a moment and try again.',
  'refusal.forbidden': 'Your account may not do this.',
  'refusal.stale-version': 'Someone else has just changed this. Look again and try again.',
  'refusal.basis-missing': 'It is not known which version you saw. Open it again and try again.',
  'refusal.record-missing': 'This is no longer there; someone may have deleted it.',
  'refusal.record-exists': 'This is there already.',
  'refusal.reference-missing': 'What this refers to is no longer there.',
  'refusal.record-in-use': 'Something else still uses this, so it cannot be deleted.',
  'refusal.nothing-changes': 'Nothing has changed yet.',
  'refusal.some-refused': '{count} of {total} cannot be done.',
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
  'refusal.entrance-missing': 'A house without an outline needs its entrance.',
  'refusal.outside-village': 'The position is outside the village.',
  'refusal.road-parent-cycle': 'Two roads cannot both open from each other.',
  'refusal.road-parent-not-allowed':
    'This class of way cannot open from the chosen one (lanes open from roads, alleys from lanes).',
  'refusal.road-has-issued-addresses':
    'Addresses have been issued on this road or its lanes. They must be retired by a decision first.',
  'refusal.road-grows-at-start':
    '{meters} m more at the start of the road would move {count} issued addresses along it. Draw that piece as a road of its own, or continue the road under a decision.',
  'refusal.road-carries-no-addresses': 'Private driveways and closed roads carry no numbers. Choose another road.',
  'refusal.reshaping-changes-issued':
    'This would change {count} issued addresses. An issued address changes only under a decision.',
  'refusal.split-off-road': 'That place is {meters} m away from the road. Point at the road where it is to be split.',
  'refusal.split-at-end':
    'A road cannot be split at its very end: each part must be at least {meters} m long. Point at the middle.',
  'refusal.merge-with-own-lane':
    'The lane opens from this road, so the two cannot become one: a lane has a name and numbers of its own.',
  'refusal.merge-classes-differ': 'Only two ways of one kind can be merged (road with road, lane with lane).',
  'refusal.merge-at-fork': 'The two roads meet halfway, not end to end, so they cannot become one road.',
  'refusal.merge-ends-apart':
    'The ends of the two roads are {meters} m apart. Drag them together first (at most {most} m apart).',
  'refusal.house-inside-another':
    'The outline lies wholly inside another house. If it is one house, merge them; if there are two, draw them apart.',
  'refusal.house-around-another':
    'The outline holds another house. If it is one house, merge them; if there are two, draw them apart.',
  'refusal.house-without-footprint': 'This house has only an entrance. Draw its outline first.',
  'refusal.row-without-road': 'It is not clear which road the row faces. Choose a road for this house first.',
  'refusal.row-part-too-narrow':
    'Each house would be only {meters} m wide, which is too narrow (at least {least} m). Make fewer houses.',
  'refusal.row-cannot-be-cut': 'This outline cannot be cut straight into a row. Draw each house.',
  'refusal.row-numbers-differ': 'There are {count} houses and {given} numbers. One number a house.',
  'refusal.row-keeps-issued':
    'Number {number} was issued at the entrance of house {part} of the row, so that one keeps it.',
  'refusal.merge-outlines-apart': 'The two outlines do not touch. Drag them together, then merge.',
  'refusal.merge-both-issued':
    'Both have an issued address, so they are two houses. To merge them, retire one address under a decision.',
  'refusal.merge-keeps-issued':
    'The other house has the issued number {number}. Keep that one and merge this one into it.',
  'refusal.number-malformed': '“{number}” is not a house number. Write 12, 12A or 12-1.',
  'refusal.house-numbered-twice': 'One house was given two numbers. One number a house.',
  'refusal.house-demolished': 'This house is demolished, so it gets no number.',
  'refusal.entrance-shared':
    'The entrance is the same as that of the house next door, so they cannot be told apart. Move one of the two.',
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
  'refusal.answer-twice':
    'The file speaks twice of one house for the same platform, or the house has another answer already.',
  'refusal.date-not-real': 'There is no day {date}.',
  'refusal.measure-beyond-road': 'The entrance lies beyond the end of the road. Number this road again.',
  'refusal.preview-outdated': 'Something has changed, so the preview no longer holds. Look again, then apply.',
  'refusal.numbering-nothing-to-do': 'All numbers are right; there is nothing to change.',
  'refusal.renumbering-touches-nothing-issued': 'No issued address would change: number the houses as usual.',
  'refusal.renumbering-leaves-houses':
    '{count} houses with an issued address would get no new number. The reasons are in the list to be looked at.',
  'refusal.sign-state-not-next': 'A sign that is “{from}” cannot become “{to}” at once.',
  'refusal.plate-below-least': 'A house plate is no smaller than {widthMillimeters} × {heightMillimeters} mm.',
  'refusal.plate-second': 'This house has a number plate in use. Take the old one down first.',
  'refusal.plate-of-retired-address':
    'Number {number} was retired or is no longer this house’s: that plate is not put up.',
  'refusal.consent-of-no-household': 'Consent of the owner is recorded only for a household’s camera.',
  'refusal.consent-never-given':
    'The household has never agreed, so there is nothing to withdraw. Record the day it agreed first.',
  'refusal.consent-withdrawn-before-given': 'Consent cannot be withdrawn before the day it was given.',
  'refusal.decision-differs': 'Decision {number} is recorded with another date or signatory.',
  'refusal.selection-empty': 'Nothing has been selected.',
  'refusal.errors-stand': '{count} errors must be fixed or accepted before issuing. See Checks.',
  'refusal.finding-gone': 'This has changed or is no longer a fault, so there is nothing to accept.',
  'refusal.revert-changed-since': 'This cannot be undone: {count} of its records have been changed since.',
  'refusal.erased-for-good': 'Personal data that was erased cannot be brought back.',
  'refusal.revert-not-found': 'The edit to undo was not found.',
  'refusal.import-loses-most':
    'The new list drops {gone} of the {total} households of the village. Only a commune officer may confirm that; check the file.',
  'refusal.too-many-records': 'Too many at once.',
  'refusal.release-nothing-issued': '{village} has no issued address yet, so there is nothing to hand over.',
  'refusal.release-errors-stand':
    '{village} still has {count} errors on issued addresses. Mend or accept each of them under Checks, then try again.',
  'refusal.release-nothing-new':
    'Nothing has changed since Release {number} ({recipient} has it). No new one is needed.',
  'refusal.release-communes-differ': 'The chosen villages are not of one commune. Make one release for each commune.',
  'refusal.release-profile-missing': 'The chosen set of columns is no longer there. Choose another.',
};
