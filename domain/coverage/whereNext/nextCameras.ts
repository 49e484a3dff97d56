/** Where the next cameras see most road that no camera sees yet. */
import type { Position } from '../../geometry/shapes.ts';
import type { Camera } from '../../records/camera.ts';
import type { World } from '../../records/world.ts';
import { cameraCoverage } from '../cameras/cameraCoverage.ts';
import { countingCameras, coverageOf, seenBy, type CountedDevices, type Light } from '../cameras/roadsSeen.ts';
import type { CoverageGround } from '../ground.ts';
import { litBy } from '../lamps/litRoad.ts';
import { countingLamps } from '../lamps/lightReport.ts';
import { joined, totalMeters, type Stretch } from '../stretches.ts';
import { cameraCandidates, mostCandidates, type CameraCandidate } from './candidates.ts';
import { maximumCoverage, type Covers } from './maximumCoverage.ts';

/** What a camera to be put up is, but for where it is and looks. */
export type CameraKit = Omit<Camera, 'place' | 'facingDegrees'>;

export interface NextCamerasAsked {
  readonly count: number;
  readonly kit: CameraKit;
  /** Road is seen from this density on; an index of `densities`. */
  readonly densityIndex: number;
  readonly light: Light;
  readonly counted: CountedDevices;
  /** These are put up whatever they add. */
  readonly pinned: readonly CameraCandidate[];
  /** No camera here. */
  readonly forbidden: readonly Position[];
}

export interface Proposal<C> {
  readonly candidate: C;
  /** Metres it adds to the ones before it. */
  readonly gainMeters: number;
  readonly isPinned: boolean;
}

export interface NextDevices<C> {
  /** The pinned ones, then the others, each by what it adds. */
  readonly proposals: readonly Proposal<C>[];
  /** Covered before. */
  readonly coveredMeters: number;
  readonly addedMeters: number;
  /** No choice of as many among these places can add more. */
  readonly boundMeters: number;
  /** Places, and directions, that were weighed. */
  readonly weighed: number;
  /** How many were left out because there are too many. */
  readonly leftOut: number;
}

export function nextCameras(
  world: World,
  ground: CoverageGround,
  asked: NextCamerasAsked,
): NextDevices<CameraCandidate> {
  const { count, kit, densityIndex, light, counted, pinned, forbidden } = asked;
  const all = cameraCandidates(world, forbidden);
  const candidates = [...pinned, ...all.slice(0, mostCandidates)];
  const lit = light === 'night' ? litBy(ground, countingLamps(world, counted)) : new Map<string, Stretch[]>();
  const coversOf = (camera: Camera, isKnown: boolean): Covers => {
    const coverage = isKnown ? coverageOf(ground, camera) : cameraCoverage(ground, camera);
    return new Map(
      [...coverage.seen.keys()].map((roadId) => [roadId, seenBy(coverage, roadId, densityIndex, light, lit)]),
    );
  };
  const covered = unionOf(countingCameras(world, counted).map((camera) => coversOf(camera, true)));
  const covers = candidates.map(({ place, facingDegrees }) => coversOf({ ...kit, place, facingDegrees }, false));
  return {
    ...chosenOf(candidates, covers, covered, count, pinned.length),
    leftOut: Math.max(0, all.length - mostCandidates),
  };
}

/** The first `pinnedCount` candidates are pinned. */
export function chosenOf<C>(
  candidates: readonly C[],
  covers: readonly Covers[],
  covered: Covers,
  count: number,
  pinnedCount: number,
): Omit<NextDevices<C>, 'leftOut'> {
  const pinned = Array.from({ length: pinnedCount }, (_, index) => index);
  const { chosen, gainMeters, totalMeters: addedMeters, boundMeters } = maximumCoverage(covers, covered, count, pinned);
  return {
    proposals: chosen.map((candidate, index) => ({
      candidate: candidates[candidate]!,
      gainMeters: gainMeters[index]!,
      isPinned: candidate < pinnedCount,
    })),
    coveredMeters: [...covered.values()].reduce((sum, stretches) => sum + totalMeters(stretches), 0),
    addedMeters,
    boundMeters,
    weighed: candidates.length,
  };
}

export function unionOf(all: readonly Covers[]): Covers {
  const union = new Map<string, Stretch[]>();
  for (const covers of all) {
    for (const [roadId, stretches] of covers) union.set(roadId, [...(union.get(roadId) ?? []), ...stretches]);
  }
  return new Map([...union].map(([roadId, stretches]) => [roadId, joined(stretches)]));
}
