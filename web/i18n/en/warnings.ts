/** What is allowed but should be looked at. */
import type { warningsVi } from '../vi/warnings.ts';

export const warningsEn: Record<keyof typeof warningsVi, string> = {
  'warning.name-not-normalized': 'The name is typed with loose marks; it will be stored in the standard form.',
  'warning.name-without-class-word': 'The name should start with “{word}”.',
  'warning.name-of-another-class': 'The name says “{word}” but another class is chosen.',
  'warning.name-similar': 'The name is much like “{other}”.',
  'warning.name-near': 'The name is one letter away from “{other}”: perhaps mistyped, and easily confused.',
  'warning.name-abbreviated': 'The name is better written out: “{full}”.',
  'warning.name-in-province': 'A road of the province already bears the name “{other}” ({place}).',
  'warning.lane-named': 'Lanes and alleys usually go by number, not by a name.',
  'warning.lane-named-after-person': 'Lanes and alleys are not named after persons (Decree 91/2005).',
  'warning.lane-number-typed':
    'A lane takes its number from the house before its mouth. Leave the name empty, so that addresses read 5/12.',
  'warning.lane-name-of-another-road': 'The name mentions “{road}”, but this lane does not open from it.',
  'warning.lane-without-parent': 'This lane is not joined to a road yet, so it has no number.',
  'warning.lane-parent-assumed': 'This lane is taken to open from the nearest road. Please check.',
  'warning.lane-mouth-gap': 'The mouth of the lane does not touch the road. Drag it onto the road.',
  'warning.lane-mouth-at-road-end': 'The lane lies at the very end of the road.',
  'warning.alley-opens-to-road': 'This alley also opens to a road: it should be a lane.',
  'warning.way-deeper-than-alley': 'This way is deeper than an alley: the circular knows no such class.',
  'warning.direction-against-rule': 'The numbering runs against the general rule.',
  'warning.lane-mouth-before-first-house': 'No house stands before the lane; it takes the first number of that side.',
  'warning.lane-mouths-without-house-between':
    'Two lanes have no house between them; a number is kept free so that their names differ.',
  'warning.lane-name-kept': 'The lane keeps its name because addresses have been issued.',
  'warning.lane-name-duplicate': 'Two lanes of one road have the same name.',
  'warning.lane-one-sided': 'The lane has houses on one side only: only the numbers of that side are used.',
  'warning.lane-needs-name': 'The village gives lanes names of their own; this one has none yet.',
  'warning.lane-name-out-of-order': 'The lane lies between lanes that have numbers, so its own is out of order.',
  'warning.house-far-from-roads': 'The house is far from every road and is not numbered.',
  'warning.house-leaves-road': 'The house moves to another road than before.',
  'warning.entrance-shared': 'Two houses have the same entrance.',
  'warning.number-before-first':
    'The new house stands before the first issued number. To number from the start of the road needs a decision.',
  'warning.number-out-of-order': 'An issued number is out of order along the road.',
  'warning.insertion-style-kept': 'This gap already uses another style of inserted numbers; it is kept.',
  'warning.numbers-exhausted': 'No number is left in this gap.',
  'warning.groups-exhausted': 'No letter is left for this group of houses. Name the roads to part the groups.',
  'warning.group-out-of-order': 'Group {letter} lies between issued groups, so its letter is out of order.',
  'warning.groups-repeated': 'Two ways without a name both have groups A, B, C: name the roads to tell them apart.',
  'warning.issued-house-demolished': 'The house is demolished but its address has not been retired.',
  'warning.issued-house-elsewhere': 'The entrance has been moved from where the address was issued.',
  'warning.number-against-side':
    'Number {number} does not fit this side of the road: odd on the left, even on the right.',
  'warning.number-rests': 'Number {number} was withdrawn from another house and should rest for some time.',
  'warning.issued-number-kept': 'The house is far from every road and keeps its issued number {number}.',
};
