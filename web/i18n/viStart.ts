/** The Vietnamese texts that are needed before any panel but the first is opened: of the frame, the map, tools and refusals. */
import { mapVi } from './map.vi.ts';
import { appVi } from './vi/app.ts';
import { labelsVi } from './vi/labels.ts';
import { refusalsVi } from './vi/refusals.ts';
import { selectVi } from './vi/select.ts';
import { stepsVi } from './vi/steps.ts';
import { toolsVi } from './vi/tools.ts';
import { unsentVi } from './vi/unsent.ts';
import { wordsVi } from './vi/words.ts';

export const viStart = {
  ...mapVi,
  ...appVi,
  ...labelsVi,
  ...refusalsVi,
  ...selectVi,
  ...stepsVi,
  ...toolsVi,
  ...unsentVi,
  ...wordsVi,
} as const;
