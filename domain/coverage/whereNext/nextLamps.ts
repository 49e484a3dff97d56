/** Where the next lamps light most road that lies in the dark. */
import type { Position } from '../../geometry/shapes.ts';
import type { Lamp } from '../../records/lamp.ts';
import type { World } from '../../records/world.ts';
import type { CountedDevices } from '../cameras/roadsSeen.ts';
import type { CoverageGround } from '../ground.ts';
import { lightReport } from '../lamps/lightReport.ts';
import { litBy } from '../lamps/litRoad.ts';
import { lampCandidates, mostCandidates, type Candidate } from './candidates.ts';
import { chosenOf, type NextDevices } from './nextCameras.ts';

/** What a lamp to be put up is, but for its place. */
export type LampKit = Pick<Lamp, 'heightMeters' | 'litRadiusMeters'>;

export interface NextLampsAsked {
  readonly count: number;
  readonly kit: LampKit;
  readonly counted: CountedDevices;
  readonly pinned: readonly Candidate[];
  readonly forbidden: readonly Position[];
}

export function nextLamps(
  world: World,
  ground: CoverageGround,
  { count, kit, counted, pinned, forbidden }: NextLampsAsked,
): NextDevices<Candidate> {
  const { lit, dark } = lightReport(world, ground, counted, 0);
  const all = lampCandidates(world, dark, forbidden);
  const candidates = [...pinned, ...all.slice(0, mostCandidates)];
  const covers = candidates.map(({ place }) => litBy(ground, [{ ...kit, place }]));
  return {
    ...chosenOf(candidates, covers, lit, count, pinned.length),
    leftOut: Math.max(0, all.length - mostCandidates),
  };
}
