/** Numbers that jump by more than the plots between the houses could ever take: often a slip (121 for 12). */
import { parseNumber } from '../addressing/number.ts';
import { profileOf } from '../addressing/profile.ts';
import { roadLabel } from '../addressing/roadName.ts';
import type { FilledProfile } from '../records/numberingProfile.ts';
import { onEachRoad, onSide } from './addressesOnRoads.ts';
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
  look: onEachRoad(['village', 'road'], (world, onRoad) => {
    const profile = profileOf(world);
    return (['left', 'right'] as const).flatMap((side) => {
      const numbered = onSide(onRoad, side).flatMap((passed) => {
        const base = parseNumber(passed.address.number)?.base;
        return base === undefined ? [] : [{ ...passed, base }];
      });
      return numbered.flatMap(({ address, house, alongMeters, base }, index): Found[] => {
        const before = numbered[index - 1];
        const meters = alongMeters - (before?.alongMeters ?? Math.min(0, alongMeters));
        if (base - (before?.base ?? 0) <= mostNumbers(meters, profile)) return [];
        const beforeNumber = before?.address.number ?? '0';
        return [
          {
            recordIds: [house.id],
            besideIds: [onRoad.road.id, ...(before ? [before.house.id] : [])],
            params: {
              number: address.number,
              before: beforeNumber,
              meters: Math.round(meters),
              road: roadLabel(world, onRoad.road),
            },
            facts: [address.number, beforeNumber, onRoad.road.id],
            fix: numberRoad(onRoad.road.id, house.id),
          },
        ];
      });
    });
  }),
});

/** By how much a number may rise over so many metres. Numbers by measure rise with the metres themselves. */
function mostNumbers(meters: number, profile: FilledProfile): number {
  if (profile.id === 'metric') return meters / (profile.intervalMeters === 1 ? 1 : 10) + 2 * slackNumbers;
  return 2 * (1 + slackNumbers + Math.floor(meters / narrowestPlotMeters));
}
