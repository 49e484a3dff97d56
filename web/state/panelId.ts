/** Which panel is open. */

/** The six steps, and what stands beside them. `selection` shows what is selected; `table` is a panel on a phone only. */
export type PanelId =
  | 'roads'
  | 'signs'
  | 'houses'
  | 'numbers'
  | 'codes'
  | 'handover'
  | 'criterion6'
  | 'criterion3'
  | 'checks'
  | 'legend'
  | 'history'
  | 'candidates'
  | 'import'
  | 'answer'
  | 'households'
  | 'persons'
  | 'table'
  | 'unsent'
  | 'survey'
  | 'selection';

/** One task, left by its way back: on a phone the strip of the steps gives it its room. */
const ofOneTask: ReadonlySet<PanelId> = new Set([
  'selection',
  'table',
  'import',
  'answer',
  'households',
  'persons',
  'candidates',
]);

export const isOneTask = (panel: PanelId): boolean => ofOneTask.has(panel);
