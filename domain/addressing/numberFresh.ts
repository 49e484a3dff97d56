/** Houses numbered along roads where nobody has numbered before: the whole engine in one call, for any number of them. */
import { locate } from '../geometry/locate.ts';
import { roundPosition } from '../geometry/rounding.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Side } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import { filledProfile, type NumberingProfile } from '../records/numberingProfile.ts';
import type { Road } from '../records/road.ts';

import { emptyWorld, type World } from '../records/world.ts';
import { numberChain } from './fullNumber.ts';
import { codeHouses } from './houseCodes.ts';
import { laneNameIn, numberWays, type WayNumbers } from './numberWays.ts';
import { planWays } from './numberingWays.ts';
import { frontOf } from './front.ts';
import type { PlannedHouse } from './planHouses.ts';
import { storedMeasure } from './roadOfHouse.ts';
import type { Warning } from './warning.ts';
import { judgeAll, type RoadReason } from './whichRoad/judge.ts';
import { siteWayOf } from './whichRoad/recordSite.ts';
import { siteOf, type SiteBuilding } from './whichRoad/site.ts';

export interface FreshRoad {
  readonly road: Road;
  /** Houses are said to stand on one side only. */
  readonly isOneSided?: boolean;
}

export interface FreshAddress {
  readonly roadId: Id;
  readonly runnerUpRoadId: Id | null;
  readonly reason: RoadReason;
  /** Where the door is, or most likely is: a point given, else the middle of the wall that faces the road. */
  readonly entrance: Position;
  readonly measureMeters: number;
  readonly side: Side;
  /** Null where no number was left, or where another house has the very same entrance. */
  readonly number: string | null;
  readonly fullNumber: string | null;
  readonly plusCode: string | null;
}

export interface FreshNumbers {
  /** One for each house, in their order; null where no road is within reach. */
  readonly addresses: readonly (FreshAddress | null)[];
  readonly warnings: readonly Warning[];
}

/**
 * `roads` of class access only lead to others. Houses come first among `buildings`, `houseCount` of them; what follows
 * only stands in the way. A house that is null keeps its place in the answer and is not numbered.
 */
export function numberFresh(
  roads: readonly FreshRoad[],
  houses: readonly (SiteBuilding | null)[],
  obstacles: readonly SiteBuilding[],
  profile: NumberingProfile,
): FreshNumbers {
  const named = roads.filter(({ road }) => road.class !== 'access').map(({ road }) => road);
  const numberOf = new Map(named.map((road, index) => [road.id, index]));
  const ways = roads.map(({ road }) => siteWayOf(road, numberOf.get(road.id) ?? -1));
  const buildings = [...houses.map((house) => house ?? nowhere), ...obstacles];
  const isHouse = (building: number) => building < houses.length && houses[building] !== null;
  const judgements = judgeAll(siteOf(ways, buildings), isHouse, profile.maxEntranceDistanceMeters);

  const filled = filledProfile(profile);
  const world: World = { ...emptyWorld, road: new Map(roads.map(({ road }) => [road.id, road])) };
  const planned = planWays(world, null, filled, false);
  const byRoad = new Map<Id, PlannedHouse[]>();
  const placed: { readonly index: number; readonly house: PlannedHouse }[] = [];
  judgements.forEach((judgement, index) => {
    const building = houses[index];
    if (!judgement || !building) return;
    const roadId = named[judgement.road]!.id;
    const { line } = planned.byId.get(roadId)!.at;
    const entrance = roundPosition(building.point ?? frontOf(building.ring!, line));
    const { measureMeters, alongMeters, side, distanceMeters, foot } = locate(line, entrance);
    const measure = storedMeasure(measureMeters, line.lengthMeters);
    const place = { roadId, measureMeters: measure, alongMeters, side, distanceMeters, foot };
    placed.push({
      index,
      house: { house: houseAt(index, entrance), place, plusCode: '', draft: null, official: null, isByHand: false },
    });
  });
  const codes = codeHouses(
    placed.map(({ house: { house } }) => house),
    new Map(),
  );
  for (const { house } of placed) {
    // Two doors at one place must be told apart before either is numbered.
    if (!codes.codeOf.has(house.house.id)) continue;
    const onRoad = byRoad.get(house.place.roadId);
    if (onRoad) onRoad.push(house);
    else byRoad.set(house.place.roadId, [house]);
  }
  const oneSidedRoadIds = new Set(roads.flatMap(({ road, isOneSided }) => (isOneSided ? [road.id] : [])));
  const onRoads = { byRoad, issuedByRoad: new Map(), withdrawn: [], unplaced: [], warnings: [], oneSidedRoadIds };
  const numbers = numberWays(world, planned, onRoads, filled);
  const prefixOf = prefixes(world, numbers);
  const addresses = new Array<FreshAddress | null>(houses.length).fill(null);
  for (const { index, house } of placed) {
    const { reason, runnerUp } = judgements[index]!;
    const { roadId, measureMeters, side } = house.place;
    const number = numbers.numberOfHouse.get(house.house.id) ?? null;
    addresses[index] = {
      roadId,
      runnerUpRoadId: named[runnerUp]?.id ?? null,
      reason,
      entrance: house.house.entrance,
      measureMeters,
      side,
      number,
      fullNumber: number === null ? null : prefixOf(roadId) + number,
      plusCode: codes.codeOf.get(house.house.id) ?? null,
    };
  }
  return { addresses, warnings: numbers.warnings };
}

const nowhere: SiteBuilding = { ring: null, point: null, isDoor: false };

/** Just enough of a record for the rules of numbering: ids in the order of the input. */
const houseAt = (index: number, entrance: Position): PlannedHouse['house'] => ({
  kind: 'house',
  id: String(index).padStart(7, '0'),
  version: 1,
  name: null,
  entrance,
  entranceOrigin: 'assumed',
  footprint: null,
  use: 'residential',
  state: 'standing',
  parcel: null,
  chosenRoadId: null,
});

/** "5/4/" for the houses of ngách 5/4, once the lanes have their names. */
function prefixes(world: World, numbers: WayNumbers): (roadId: Id) => string {
  const named: World = {
    ...world,
    road: new Map([...world.road].map(([id, road]) => [id, { ...road, numberName: laneNameIn(numbers, road) }])),
  };
  const known = new Map<Id, string>();
  return (roadId) => {
    let prefix = known.get(roadId);
    if (prefix === undefined) {
      prefix = numberChain(named, named.road.get(roadId)!)
        .map((number) => `${number}/`)
        .join('');
      known.set(roadId, prefix);
    }
    return prefix;
  };
}
