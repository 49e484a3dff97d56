/** Lanes with houses on one side only, where the village lets them count 1, 2, 3 instead of 1, 3, 5. */
import type { Side } from '../records/address.ts';
import type { FilledProfile } from '../records/numberingProfile.ts';
import type { Road } from '../records/road.ts';

/** `sides`: where the road's addresses lie; odd and even say nothing of the side then. */
export function countsInOneSeries(road: Road, sides: readonly Side[], profile: FilledProfile): boolean {
  if (profile.id === 'metric' || profile.oneSidedLanes !== 'continuous' || road.class === 'road') return false;
  return sides.every((side) => side === sides[0]);
}
