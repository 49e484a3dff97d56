/** Nothing of what was looked at, chosen or asked for in one village lives on in the next. */
import { stopWalk } from '../state/checkWalk.svelte.ts';
import { resetCoverage } from '../state/coverage.svelte.ts';
import { forgetLog } from '../state/log.svelte.ts';
import { manyRefused } from '../state/manyRefused.svelte.ts';
import { resetNumbering } from '../state/numbering.svelte.ts';
import { maskPersons } from '../state/personsShown.svelte.ts';
import { withdrawReshaping } from '../state/reshaping.svelte.ts';
import { resetSignPlan } from '../state/signPlan.svelte.ts';
import { stopSurvey } from '../state/signSurvey.svelte.ts';
import { resetNext } from '../state/whereNext.svelte.ts';
import { resetView } from '../state/view.svelte.ts';
import { resetTable } from './tableChoice.svelte.ts';

export function forgetVillage(): void {
  resetView();
  forgetLog();
  stopWalk();
  stopSurvey();
  resetTable();
  resetNumbering();
  resetSignPlan();
  resetCoverage();
  resetNext();
  maskPersons();
  withdrawReshaping();
  manyRefused.asked = null;
}
