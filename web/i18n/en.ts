/** All English texts; one missing does not compile. */
import { answersEn } from './en/answers.ts';
import { appEn } from './en/app.ts';
import { candidatesEn } from './en/candidates.ts';
import { checksEn } from './en/checks.ts';
import { criterion3En } from './en/criterion3.ts';
import { devicesEn } from './en/devices.ts';
import { historyEn } from './en/history.ts';
import { householdsEn } from './en/households.ts';
import { importsEn } from './en/imports.ts';
import { labelsEn } from './en/labels.ts';
import { personsEn } from './en/persons.ts';
import { recordsEn } from './en/records.ts';
import { refusalsEn } from './en/refusals.ts';
import { releasesEn } from './en/releases.ts';
import { reportsEn } from './en/reports.ts';
import { selectEn } from './en/select.ts';
import { signOrderEn } from './en/signOrder.ts';
import { signPlanEn } from './en/signPlan.ts';
import { signCareEn } from './en/signCare.ts';
import { stepPanelsEn } from './en/stepPanels.ts';
import { stepsEn } from './en/steps.ts';
import { toolsEn } from './en/tools.ts';
import { unsentEn } from './en/unsent.ts';
import { warningsEn } from './en/warnings.ts';
import { whereNextEn } from './en/whereNext.ts';
import { wordsEn } from './en/words.ts';
import { mapEn } from './map.en.ts';
import type { TextKey } from './vi.ts';

export const en: Record<TextKey, string> = {
  ...answersEn,
  ...appEn,
  ...candidatesEn,
  ...checksEn,
  ...mapEn,
  ...criterion3En,
  ...devicesEn,
  ...historyEn,
  ...householdsEn,
  ...importsEn,
  ...labelsEn,
  ...personsEn,
  ...recordsEn,
  ...refusalsEn,
  ...releasesEn,
  ...reportsEn,
  ...selectEn,
  ...signOrderEn,
  ...signPlanEn,
  ...signCareEn,
  ...stepPanelsEn,
  ...stepsEn,
  ...toolsEn,
  ...unsentEn,
  ...warningsEn,
  ...whereNextEn,
  ...wordsEn,
};
