/** Plans numbers beside the page, so that a large village never stops the map. */
import { applyChange, emptyWorld } from '../../domain/records/world.ts';
import { numberingAnswer } from './numberingAnswer.ts';
import type { NumberingAnswer, NumberingQuestion } from './numberingQuestion.ts';

/** Records that stay the same objects from question to question: what was worked out of them is remembered. */
let world = emptyWorld;

addEventListener('message', ({ data }: MessageEvent<NumberingQuestion>) => {
  const { number, change, asked } = data;
  world = applyChange(world, change);
  postMessage({ number, ...numberingAnswer(world, asked) } satisfies NumberingAnswer);
});
