/** Plans numbers beside the page, so that a large village never stops the map. */
import { numberingAnswer } from './numberingAnswer.ts';
import { answerOfWorld } from './worldAnswering.ts';

answerOfWorld(numberingAnswer);
