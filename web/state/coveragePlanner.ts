/**
 * Asks a worker what cameras see and lamps light, or where the next ones add most. Each asker starts one of their own, so
 * that nobody waits for the question of somebody else.
 */
import type { World } from '../../domain/records/world.ts';
import type { CoverageFound, CoverageQuestion } from './coverageQuestion.ts';
import { startWorldWorker, type WorldWorker } from './worldWorker.ts';

/** The records that coverage rests on: no household and nobody's address or code leaves the page. */
const coverageKinds = ['village', 'road', 'house', 'camera', 'lamp', 'sign', 'landmark'] as const;

/** Whether what coverage says of one world holds for the other. */
export const isSameToCoverage = (one: World, other: World): boolean =>
  coverageKinds.every((kind) => one[kind] === other[kind]);

export type CoveragePlanner = WorldWorker<CoverageQuestion>;

/** `onFound` gets the answer to the last question only; `onFailure`: the worker could not be had, or gave up. */
export function startCoveragePlanner(onFound: (found: CoverageFound) => void, onFailure: () => void): CoveragePlanner {
  const worker = new Worker(new URL('./coveragePlanner.worker.ts', import.meta.url), { type: 'module' });
  return startWorldWorker(worker, coverageKinds, onFound, onFailure);
}
