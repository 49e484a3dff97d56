/** What a person should look at in the way roads hang together before numbering (RULES §1.3, §1.5). */
import type { PlannedHouses } from './planHouses.ts';
import type { PlannedWay, PlannedWays } from './numberingWays.ts';
import { snapToleranceMeters, touching } from './network.ts';
import { warn, type Warning } from './warning.ts';

export function networkWarnings(ways: PlannedWays, houses: PlannedHouses): Warning[] {
  return ways.topDown.flatMap((way) => (way.inScope ? wayWarnings(ways, houses, way) : []));
}

function wayWarnings(ways: PlannedWays, houses: PlannedHouses, way: PlannedWay): Warning[] {
  const { road, parent, mouth, at } = way;
  const warnings: Warning[] = [];
  if (way.againstRule && (houses.issuedByRoad.get(road.id)?.length ?? 0) > 0) {
    warnings.push(warn('direction-against-rule', [road.id]));
  }
  if (road.class === 'road') return warnings;
  if (!parent || !mouth) return [...warnings, warn('lane-without-parent', [road.id])];
  if (at.road.parentRoadId !== road.parentRoadId) {
    warnings.push(warn('lane-parent-assumed', [road.id, parent.road.id]));
  }
  if (mouth.gapMeters > snapToleranceMeters) {
    warnings.push(warn('lane-mouth-gap', [road.id, parent.road.id], { meters: Math.round(mouth.gapMeters) }));
  }
  if (mouth.atParentEnd) warnings.push(warn('lane-mouth-at-road-end', [road.id, parent.road.id]));
  if (road.class === 'branch') warnings.push(warn('way-deeper-than-alley', [road.id]));
  if (road.class === 'alley' || road.class === 'branch') {
    const [first, last] = [road.line.coordinates[0]!, road.line.coordinates.at(-1)!];
    const open = [first, last]
      .flatMap((end) => touching(ways.network, end, road.id))
      .find(({ at: { road: other } }) => other.class === 'road');
    if (open) warnings.push(warn('alley-opens-to-road', [road.id, open.at.road.id]));
  }
  return warnings;
}
