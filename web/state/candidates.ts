/** The candidates of a village: those that wait, in an order one would walk, and where they came from. */
import { areaSquareMeters, centroid } from '../../domain/geometry/polygon.ts';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import type { Candidate } from '../../domain/records/candidate.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { World } from '../../domain/records/world.ts';
import { newId } from './newId.ts';
import { perform } from './village.svelte.ts';

export const openCandidates = (world: World): readonly Candidate[] =>
  [...world.candidate.values()].filter(({ state }) => state === 'open');

export const rejectedCandidates = (world: World): readonly Candidate[] =>
  [...world.candidate.values()].filter(({ state }) => state === 'rejected');

/** Square metres, to one. */
export const candidateArea = ({ footprint }: Candidate): number => Math.round(areaSquareMeters(footprint));

/** The open candidate nearest to one that has just been decided. */
export function nextCandidate(world: World, after: Candidate): Candidate | null {
  const from = centroid(after.footprint);
  let best: Candidate | null = null;
  let least = Infinity;
  for (const candidate of openCandidates(world)) {
    if (candidate.id === after.id) continue;
    const away = distanceMeters(from, centroid(candidate.footprint));
    if (away < least) [best, least] = [candidate, away];
  }
  return best;
}

export const acceptCandidates = (ids: readonly Id[]) =>
  perform('candidates.accept', {
    accepted: ids.map((candidateId) => ({ candidateId, houseId: newId() })),
    use: 'residential',
  });
