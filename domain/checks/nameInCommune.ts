/** A road called as one of another village of the commune or nearby: whoever draws or names a road is refused that name. */
import { namesAround } from '../addressing/naming/otherNames.ts';
import { defineCheck } from './check.ts';

/** Only what is brought from files, or was there before the other village, bears such a name. */
export const nameInCommune = defineCheck({
  id: 'name-in-commune',
  severity: 'notice',
  kinds: ['road', 'roadsElsewhere'],
  look: (world) =>
    [...world.road.values()].flatMap((road) => {
      if (road.name === null || road.class !== 'road' || road.state === 'closed') return [];
      return namesAround(world, road.name, road.line).problems.map(({ params }) => ({
        recordIds: [road.id],
        params,
        facts: Object.values(params),
      }));
    }),
});
