/** Numbers that jump by more than the plots between the houses could ever take: often a slip (121 for 12). */
import { parseNumber } from '../addressing/number.ts';
import { profileOf } from '../addressing/profile.ts';
import { roadLabel } from '../addressing/roadName.ts';
import type { FilledProfile } from '../records/numberingProfile.ts';
import { addressesOnRoads, onSide } from './addressesOnRoads.ts';
import { defineCheck, type Found } from './check.ts';
import { numberRoad } from './numberRoad.ts';

/** The narrowest plot of a village (nhà ống), in metres. */
const narrowestPlotMeters = 4;
/** So many numbers may be missing for reasons nobody recorded: houses gone, numbers kept free. */
const slackNumbers = 4;

export const outlierGap = defineCheck({
  id: 'outlier-gap',
  severity: 'notice',
  kinds: ['village', 'road', 'house', 'address'],
  look: (world) => {
    const profile = profileOf(world);
    const found: Found[] = [];
    for (const onRoad of addressesOnRoads(world).values()) {
      for (const side of ['left', 'right'] as const) {
        let last: { readonly base: number; readonly along: number; readonly id: string; readonly number: string } | null =
          null;
        for (const { address, house, alongMeters } of onSide(onRoad, side)) {
          const parts = parseNumber(address.number);
          if (!parts) continue;
          const meters: number = alongMeters - (last?.along ?? Math.min(0, alongMeters));
          const jump: number = parts.base - (last?.base ?? 0);
          if (jump > mostNumbers(meters, profile)) {
            found.push({
              recordIds: [house.id],
              besideIds: [onRoad.road.id, ...(last ? [last.id] : [])],
              params: {
                number: address.number,
                before: last?.number ?? '0',
                meters: Math.round(meters),
                road: roadLabel(world, onRoad.road),
              },
              facts: [address.number, last?.number ?? null, onRoad.road.id],
              fix: numberRoad(world, onRoad.road.id, house.id),
            });
          }
          last = { base: parts.base, along: alongMeters, id: house.id, number: address.number };
        }
      }
    }
    return found;
  },
});

/** By how much a number may rise over so many metres. Numbers by measure rise with the metres themselves. */
function mostNumbers(meters: number, profile: FilledProfile): number {
  if (profile.id === 'metric') return meters / (profile.intervalMeters === 1 ? 1 : 10) + 2 * slackNumbers;
  return 2 * (1 + slackNumbers + Math.floor(meters / narrowestPlotMeters));
}
