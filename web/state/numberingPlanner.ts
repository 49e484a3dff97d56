/** Asks the worker that plans numbers. */
import type { NumberingAsked, NumberingFound } from './numberingQuestion.ts';
import { startWorldWorker, type WorldWorker } from './worldWorker.ts';

/** The records that numbers rest on and that a numbering touches: no household, no code of anybody leaves the page. */
const numberedKinds = ['village', 'road', 'house', 'address', 'decision', 'sign', 'landmark'] as const;

export type NumberingPlanner = WorldWorker<NumberingAsked>;

/** `onFound` gets the answer to the last question only; `onFailure`: the worker could not be had, or gave up. */
export function startNumberingPlanner(
  onFound: (found: NumberingFound) => void,
  onFailure: () => void,
): NumberingPlanner {
  const worker = new Worker(new URL('./numberingPlanner.worker.ts', import.meta.url), { type: 'module' });
  return startWorldWorker(worker, numberedKinds, onFound, onFailure);
}
