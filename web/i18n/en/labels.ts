/** Names of records, of their fields and choices, as they stand outside the panels too: in tools, keys and messages. */
import type { labelsVi } from '../vi/labels.ts';

export const labelsEn: Record<keyof typeof labelsVi, string> = {
  'house.numbered': 'House {number}',
  'house.unnumbered': 'House without a number',
  'house.use': 'Use',
  'household.ordinal': 'Household {ordinal}',
  'sign.kind': 'Kind of sign',
  'device.owner': 'Owner',
  'device.state': 'State',
  'landmark.kind': 'Kind',
  'survey.good': 'Good',
  'survey.damaged': 'Damaged',
  'survey.missing': 'Missing',
  'survey.skip': 'Skip',
  'survey.back': 'Sign before',
  'road.unnamedTitle': '{class} without a name',
  'road.class': 'Class',
  'decision.title': '{number} of {date}',
};
