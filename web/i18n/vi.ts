/** All Vietnamese texts: the source for every other language. */
import { mapVi } from './map.vi.ts';
import { appVi } from './vi/app.ts';
import { refusalsVi } from './vi/refusals.ts';
import { warningsVi } from './vi/warnings.ts';
import { wordsVi } from './vi/words.ts';

export const vi = { ...appVi, ...mapVi, ...refusalsVi, ...warningsVi, ...wordsVi } as const;

export type TextKey = keyof typeof vi;
