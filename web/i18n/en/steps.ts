/** Texts of the six steps and of the panel of the first, with which a village opens. */
import type { stepsVi } from '../vi/steps.ts';

export const stepsEn: Record<keyof typeof stepsVi, string> = {
  'step.done': 'Done',
  'step.waiting': 'Waits for a step before',
  'step.next': 'Next',
  'step.roads.of': 'roads have a name',
  'step.signs.of': 'named ways have a sign',
  'step.houses.of': 'households are matched to a house',
  'step.numbers.of': 'dwellings have a number',
  'step.codes.of': 'dwellings have been issued an address',
  'step.handover.of': 'latest list has been handed over',

  'roads.lead': 'Select each road and name it. Lanes and alleys take their numbers when houses are numbered.',
  'roads.onlyUnnamed': 'Only those without a name',
  'roads.unnamed': 'No name',
  'roads.byNumber': 'Number later',
  'roads.note': '{class} · {length} m long, {width} m wide',
  'roads.none': 'There is no road yet. Press “Draw a road” to begin.',
  'roads.allNamed': 'Every road has a name. Signs come next.',
  'roads.draw': 'Draw a road',

  'reshape.offer': 'Do it under a decision',

  'pick.see': 'Show',
  'pick.all': 'Select all',
  'pick.none': 'Select none',
  'pick.show': 'Show on the map: {address}',
};
