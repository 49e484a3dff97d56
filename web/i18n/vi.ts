/** All Vietnamese texts: the source for every other language. The page itself fetches them in two parts (texts.svelte.ts). */
import { viLater } from './viLater.ts';
import { viStart } from './viStart.ts';

export const vi = { ...viStart, ...viLater } as const;

export type TextKey = keyof typeof vi;
