/** All Vietnamese texts: the source for every other language. */
import { mapVi } from './map.vi.ts';
import { appVi } from './vi/app.ts';
import { candidatesVi } from './vi/candidates.ts';
import { checksVi } from './vi/checks.ts';
import { devicesVi } from './vi/devices.ts';
import { historyVi } from './vi/history.ts';
import { recordsVi } from './vi/records.ts';
import { refusalsVi } from './vi/refusals.ts';
import { reportsVi } from './vi/reports.ts';
import { selectVi } from './vi/select.ts';
import { signOrderVi } from './vi/signOrder.ts';
import { signPlanVi } from './vi/signPlan.ts';
import { signCareVi } from './vi/signCare.ts';
import { stepsVi } from './vi/steps.ts';
import { toolsVi } from './vi/tools.ts';
import { unsentVi } from './vi/unsent.ts';
import { warningsVi } from './vi/warnings.ts';
import { wordsVi } from './vi/words.ts';

export const vi = {
  ...appVi,
  ...candidatesVi,
  ...checksVi,
  ...mapVi,
  ...devicesVi,
  ...historyVi,
  ...recordsVi,
  ...refusalsVi,
  ...reportsVi,
  ...selectVi,
  ...signOrderVi,
  ...signPlanVi,
  ...signCareVi,
  ...stepsVi,
  ...toolsVi,
  ...unsentVi,
  ...warningsVi,
  ...wordsVi,
} as const;

export type TextKey = keyof typeof vi;
