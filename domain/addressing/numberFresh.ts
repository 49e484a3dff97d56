/** Houses numbered along roads where nobody has numbered before: the whole engine in one call, for any number of them. */
import type { MeasuredLine } from '../geometry/measuredLine.ts';
import { roundPosition } from '../geometry/rounding.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Side } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import { filledProfile, type NumberingProfile } from '../records/numberingProfile.ts';
import type { Road } from '../records/road.ts';
import { emptyWorld, type World } from '../records/world.ts';
import { frontOf } from './front.ts';
import { numberPrefixes } from './fullNumber.ts';
import { codeEntrances } from './houseCodes.ts';
import { placeOnLine, type PlaceOnLine } from './housePlace.ts';
import { planWays } from './numberingWays.ts';
import { laneNameIn, numberWays, type WayNumbers } from './numberWays.ts';
import type { HouseOnWay } from './planHouses.ts';
import type { Warning } from './warning.ts';
import type { SiteBuilding } from './whichRoad/buildings.ts';
import { judgeAll, type RoadJudgement, type RoadReason } from './whichRoad/judge.ts';
import { siteWayOf } from './whichRoad/recordSite.ts';
import { siteOf } from './whichRoad/site.ts';

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
  /** Houses whose given number another one on the same road was given before: numbered as if they had none. */
  readonly givenTwice: readonly number[];
  readonly warnings: readonly Warning[];
}

/**
 * `roads` of class access only lead to others. Houses come first among `buildings`, `houseCount` of them; what follows
 * only stands in the way. A house that is null keeps its place in the answer and is not numbered. `given`: numbers that
 * houses have and keep, like those chosen by hand (`readHandNumber`); the others are numbered around them.
 */
export function numberFresh(
  roads: readonly FreshRoad[],
  houses: readonly (SiteBuilding | null)[],
  obstacles: readonly SiteBuilding[],
  profile: NumberingProfile,
  given: readonly (string | null)[] = [],
): FreshNumbers {
  const named = roads.filter(({ road }) => road.class !== 'access').map(({ road }) => road);
  const judgements = judgeHouses(roads, named, houses, obstacles, profile.maxEntranceDistanceMeters);

  const filled = filledProfile(profile);
  const world: World = { ...emptyWorld, road: new Map(roads.map(({ road }) => [road.id, road])) };
  const planned = planWays(world, null, filled, false);
  const lines = named.map(({ id }) => planned.byId.get(id)!.at.line);
  const placed: PlacedHouse[] = [];
  for (let index = 0; index < houses.length; index += 1) {
    const judgement = judgements[index];
    if (judgement) placed.push(placeHouse(index, judgement, houses[index]!, lines[judgement.road]!));
  }
  const codes = codeEntrances(placed, new Map());
  // Two doors at one place must be told apart before either is numbered.
  const { houses: toNumber, givenTwice } = withGiven(
    placed.filter((_, index) => codes[index] !== null),
    given,
  );
  const numbers = numberWays(world, planned, onWays(roads, named, toNumber), filled);

  const prefixOf = prefixes(world, numbers);
  const addresses = new Array<FreshAddress | null>(houses.length).fill(null);
  for (let i = 0; i < placed.length; i += 1) {
    const { index, house, judgement, entrance, place } = placed[i]!;
    const roadId = named[judgement.road]!.id;
    const number = numbers.numberOfHouse.get(house.id) ?? null;
    addresses[index] = {
      roadId,
      runnerUpRoadId: named[judgement.runnerUp]?.id ?? null,
      reason: judgement.reason,
      entrance,
      measureMeters: place.measureMeters,
      side: place.side,
      number,
      fullNumber: number === null ? null : prefixOf(roadId) + number,
      plusCode: codes[i]!,
    };
  }
  return { addresses, givenTwice, warnings: numbers.warnings };
}

/** Which of the named roads each house is on; null where none is within reach or the house is left out. */
function judgeHouses(
  roads: readonly FreshRoad[],
  named: readonly Road[],
  houses: readonly (SiteBuilding | null)[],
  obstacles: readonly SiteBuilding[],
  reachMeters: number,
): (RoadJudgement | null)[] {
  const numberOf = new Map(named.map((road, index) => [road.id, index]));
  const ways = roads.map(({ road }) => siteWayOf(road, numberOf.get(road.id) ?? -1));
  const buildings = [...houses.map((house) => house ?? nowhere), ...obstacles];
  const isHouse = (building: number) => building < houses.length && houses[building] !== null;
  return judgeAll(siteOf(ways, buildings), isHouse, reachMeters);
}

const nowhere: SiteBuilding = { ring: null, point: null, isDoor: false };

interface PlacedHouse extends HouseOnWay {
  readonly index: number;
  readonly judgement: RoadJudgement;
  readonly entrance: Position;
  readonly place: PlaceOnLine;
}

function placeHouse(index: number, judgement: RoadJudgement, building: SiteBuilding, line: MeasuredLine): PlacedHouse {
  const entrance = roundPosition(building.point ?? frontOf(building.ring!, line));
  const place = placeOnLine(line, entrance, judgement.mouth);
  return { index, house: { id: idAt(index) }, judgement, entrance, place, draft: null, isByHand: false };
}

/** Each number goes to the first house of the road for which it is given. */
function withGiven(houses: readonly PlacedHouse[], given: readonly (string | null)[]) {
  const givenTwice: number[] = [];
  if (given.length === 0) return { houses, givenTwice };
  const borne = new Set<string>();
  const numbered = houses.map((one): PlacedHouse => {
    const number = given[one.index] ?? null;
    if (number === null) return one;
    const key = `${one.judgement.road} ${number}`;
    if (borne.has(key)) {
      givenTwice.push(one.index);
      return one;
    }
    borne.add(key);
    return { ...one, draft: { houseId: one.house.id, number }, isByHand: true };
  });
  return { houses: numbered, givenTwice };
}

/** Ids in the order of the input, the same for every village. */
const ids: Id[] = [];

function idAt(index: number): Id {
  while (ids.length <= index) ids.push(String(ids.length).padStart(7, '0'));
  return ids[index]!;
}

function onWays(roads: readonly FreshRoad[], named: readonly Road[], houses: readonly PlacedHouse[]) {
  const onRoad: HouseOnWay[][] = named.map(() => []);
  for (const house of houses) onRoad[house.judgement.road]!.push(house);
  return {
    byRoad: new Map(named.map(({ id }, road) => [id, onRoad[road]!])),
    issuedByRoad: new Map<Id, never>(),
    withdrawn: [],
    oneSidedRoadIds: new Set(roads.flatMap(({ road, isOneSided }) => (isOneSided ? [road.id] : []))),
  };
}

/** "5/4/" for the houses of ngách 5/4, once the lanes have their names. */
function prefixes(world: World, numbers: WayNumbers): (roadId: Id) => string {
  const named = [...world.road].map(([id, road]) => [id, { ...road, numberName: laneNameIn(numbers, road) }] as const);
  return numberPrefixes({ ...world, road: new Map(named) });
}
