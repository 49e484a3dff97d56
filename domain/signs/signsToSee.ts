/** The signs one goes to look at: those that hang, should hang, or are about to. */
import type { Sign, SignState } from '../records/sign.ts';

const seen: readonly SignState[] = ['ordered', 'installed', 'damaged', 'missing'];

/** In the order given. House plates are as many as houses, and are asked for by themselves. */
export const signsToSee = (signs: readonly Sign[], withPlates: boolean): readonly Sign[] =>
  signs.filter(({ state, signKind }) => seen.includes(state) && (withPlates || signKind !== 'house-plate'));
