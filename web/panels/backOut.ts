/** Escape: always one level back, from the innermost that is open. Dialogs close themselves, tools on the map go first. */
import { focusOn, signPlan } from '../state/signPlan.svelte.ts';
import { steps } from '../state/steps.svelte.ts';
import { clearSelection, openPanel, select, stopPicking, view } from '../state/view.svelte.ts';
import { screen } from '../ui/wide.svelte.ts';

/** Selecting several → several selected → one selected → a proposed post → the table → the panel. */
export function backOut(): void {
  const { selection } = view;
  if (view.pickMode !== null) stopPicking();
  else if (selection && view.selected.length > 1) select(selection.kind, selection.id);
  else if (selection || view.panel === 'selection') clearSelection();
  else if (signPlan.focusedKey !== null && view.panel === 'signs') focusOn(null);
  else if (view.isTableOpen) view.isTableOpen = false;
  else if (!screen.isWide && view.sheet !== 'peek') view.sheet = view.sheet === 'full' ? 'half' : 'peek';
  else if (!steps.all.some(({ id }) => id === view.panel)) openPanel(steps.current ?? 'roads');
}
