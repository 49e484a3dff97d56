/** Works out coverage beside the page, so that a large village never stops the map. */
import { coverageAnswer } from './coverageAnswer.ts';
import { answerOfWorld } from './worldAnswering.ts';

answerOfWorld(coverageAnswer);
