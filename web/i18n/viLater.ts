/** The Vietnamese texts of what is fetched later: panels, but for the first one, and what is told in them. */
import { answersVi } from './vi/answers.ts';
import { candidatesVi } from './vi/candidates.ts';
import { checksVi } from './vi/checks.ts';
import { criterion3Vi } from './vi/criterion3.ts';
import { devicesVi } from './vi/devices.ts';
import { importsVi } from './vi/imports.ts';
import { householdsVi } from './vi/households.ts';
import { historyVi } from './vi/history.ts';
import { personsVi } from './vi/persons.ts';
import { recordsVi } from './vi/records.ts';
import { releasesVi } from './vi/releases.ts';
import { reportsVi } from './vi/reports.ts';
import { signOrderVi } from './vi/signOrder.ts';
import { signPlanVi } from './vi/signPlan.ts';
import { signCareVi } from './vi/signCare.ts';
import { stepPanelsVi } from './vi/stepPanels.ts';
import { warningsVi } from './vi/warnings.ts';
import { whereNextVi } from './vi/whereNext.ts';

export const viLater = {
  ...answersVi,
  ...candidatesVi,
  ...checksVi,
  ...criterion3Vi,
  ...devicesVi,
  ...historyVi,
  ...householdsVi,
  ...importsVi,
  ...personsVi,
  ...recordsVi,
  ...releasesVi,
  ...reportsVi,
  ...signOrderVi,
  ...signPlanVi,
  ...signCareVi,
  ...stepPanelsVi,
  ...warningsVi,
  ...whereNextVi,
} as const;
