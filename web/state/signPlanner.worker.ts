/** Works out where signs must stand beside the page, so that a large village never stops the map. */
import { siteSigns } from '../../domain/signs/siting.ts';
import type { PlanAnswer, PlanQuestion } from './planQuestion.ts';

addEventListener('message', ({ data }: MessageEvent<PlanQuestion>) => {
  const { number, world, profile, refused } = data;
  postMessage({ number, plan: siteSigns(world, profile, refused) } satisfies PlanAnswer);
});
