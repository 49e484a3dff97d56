/** What would be wrong or doubtful about a name while it is typed. */
import { checkRoadName, longestRoadName, type RoadNameCheck } from '../../domain/addressing/roadName.ts';
import type { Road } from '../../domain/records/road.ts';
import type { World } from '../../domain/records/world.ts';

export { longestRoadName };

export const judgeName = (world: World, road: Road, typed: string): RoadNameCheck =>
  checkRoadName(world, { ...road, roadId: road.id }, typed);
