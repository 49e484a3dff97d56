/** Texts of the criteria and the legend. */
import type { reportsVi } from '../vi/reports.ts';

export const reportsEn: Record<keyof typeof reportsVi, string> = {
  'criterion6.lead': 'Every dwelling of the village has an address code on the digital map.',
  'criterion6.dates': 'By the plan: the list by {list}, everything by {complete}.',
  'criterion6.scope': 'Counted for',
  'criterion6.asOf': 'As of {at}.',
  'criterion6.missing': 'Houses still without',
  'criterion6.stage': 'Without what',
  'criterion6.complete': 'No house is without.',
  'criterion6.noRoad': 'On no road yet',

  'criterion3.lead': 'Security cameras and streetlights against the plan of the commune.',
  'criterion3.dates': 'The cameras of the commune are due by {date}.',
  'criterion3.state.existing': 'in use',
  'criterion3.state.planned': 'planned',
  'criterion3.state.broken': 'broken',
  'criterion3.target': 'Plan: {standing} standing, {toAdd} to add.',
  'criterion3.targetStanding': 'Plan: {standing}.',
  'criterion3.enough': 'Enough',
  'criterion3.lacking': '{count} lacking',
  'criterion3.unplaced': '{count} places not chosen on the map yet.',
  'criterion3.list': 'Show each place',
  'criterion3.camera': 'Camera {number}',
  'criterion3.lamp': 'Light {number}',
  'criterion3.addCamera': 'Add a camera',
  'criterion3.addLamp': 'Add a light',

  'legend.lead': 'Switch off what you do not need to see.',
  'legend.addLandmark': 'Add a landmark',
};
