/** A way deeper than an alley (ngách): the law knows no such level, and nobody reads 5/4/3/2 at a glance (RULES §1.3). */
import { waysTo } from '../addressing/fullNumber.ts';
import { networkOf, touching } from '../addressing/network.ts';
import { classWords } from '../addressing/roadClass.ts';
import { reclassification } from '../addressing/reclassification.ts';
import { roadLabel } from '../addressing/roadName.ts';
import { warn } from '../addressing/warning.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { defineCheck, type Found } from './check.ts';
import type { Fix } from './fix.ts';

/** Đường, ngõ, ngách. */
const deepestLevels = 3;

export const laneTooDeep = defineCheck({
  id: 'lane-too-deep',
  severity: 'notice',
  kinds: ['road'],
  look: (world) =>
    networkOf(world).roads.flatMap(({ road }): Found[] => {
      const depth = waysTo(world, road).length;
      if (road.class !== 'branch' && depth <= deepestLevels) return [];
      return [
        {
          recordIds: [road.id],
          params: { road: roadLabel(world, road) },
          facts: [road.class, road.parentRoadId],
          fix: (world) => asLaneOfRoad(world, road),
        },
      ];
    }),
});

/** A way whose other end opens to a road is a lane of that road. */
function asLaneOfRoad(world: World, road: Road): Fix | null {
  const { coordinates } = road.line;
  const open = [coordinates[0]!, coordinates.at(-1)!]
    .flatMap((end) => touching(networkOf(world), end, road.id))
    .find(({ at }) => at.road.class === 'road');
  const change = open && reclassification(world, warn('alley-opens-to-road', [road.id, open.at.road.id]));
  if (!change) return null;
  const params = { class: classWords[change.changes.class].vi, road: roadLabel(world, open.at.road) };
  return { does: 'change-class', kind: 'road.update', input: change, params };
}
