/** How the state of a sign is shown: done, wrong, or still to come. */
import type { SignState } from '../../domain/records/sign.ts';

type Tone = 'plain' | 'todo' | 'done' | 'problem';

const tones: Readonly<Record<SignState, Tone>> = {
  planned: 'plain',
  ordered: 'todo',
  installed: 'done',
  damaged: 'problem',
  missing: 'problem',
  removed: 'plain',
};

export const signTone = (state: SignState): Tone => tones[state];
