/** Which road a house is on, where and why: the person's choice, else what the engine judges from the ground. */
import { locate, type LineSide } from '../geometry/locate.ts';
import type { MeasuredLine } from '../geometry/measuredLine.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { Road } from '../records/road.ts';
import { defaultNumberingProfile } from '../records/village.ts';
import { villageOf, type World } from '../records/world.ts';
import { carriesAddresses, networkOf } from './network.ts';
import { EvidenceBook } from './whichRoad/evidenceBook.ts';
import { judgeAlone, judgeTogether, type RoadJudgement, type RoadReason as JudgedReason } from './whichRoad/judge.ts';
import { siteBuildingOf, siteWayOf } from './whichRoad/recordSite.ts';
import { siteOf, siteWith, type SiteBuilding } from './whichRoad/site.ts';

export type RoadReason = 'chosen' | JudgedReason;

export interface HousePlace {
  readonly roadId: Id;
  /** Rounded to 0.01 and never beyond the road's length: as stored in an address. */
  readonly measureMeters: number;
  /** Exact, and going on past the road's ends: the order of entrances. */
  readonly alongMeters: number;
  readonly side: LineSide;
  /** From the entrance to the centre line. */
  readonly distanceMeters: number;
  readonly foot: Position;
}

export interface RoadOfHouse extends HousePlace {
  readonly reason: RoadReason;
  readonly runnerUpRoadId: Id | null;
}

/** Null when no road is within the profile's reach and none is led to. */
export function roadOfHouse(world: World, house: House): RoadOfHouse | null {
  const place = placeHouse(world, house, (roadId) => networkOf(world).byId.get(roadId)?.line);
  if (!place) return null;
  const judged = judgedRoad(world, house);
  const others = judged ? [judged.roadId, judged.runnerUpRoadId] : [];
  return {
    ...place,
    reason: place.roadId === house.chosenRoadId || !judged ? 'chosen' : judged.reason,
    runnerUpRoadId: others.find((other) => other !== place.roadId) ?? null,
  };
}

/** Its place on lines that may run otherwise than the world's: a plan turns some. */
export function placeHouse(
  world: World,
  house: House,
  lineOf: (roadId: Id) => MeasuredLine | undefined,
): HousePlace | null {
  const chosen = house.chosenRoadId !== null && networkOf(world).byId.has(house.chosenRoadId);
  const roadId = chosen ? house.chosenRoadId : (judgedRoad(world, house)?.roadId ?? null);
  return roadId === null ? null : placeOn(house, roadId, lineOf);
}

/** Its place on a road it is known to be on. */
export function placeOn(house: House, roadId: Id, lineOf: (roadId: Id) => MeasuredLine | undefined): HousePlace | null {
  const line = lineOf(roadId);
  if (!line) return null;
  const { measureMeters, alongMeters, side, distanceMeters, foot } = locate(line, house.entrance);
  const stored = storedMeasure(measureMeters, line.lengthMeters);
  return { roadId, measureMeters: stored, alongMeters, side, distanceMeters, foot };
}

/** Rounded to a centimetre, and down rather than past the road's end. */
export const storedMeasure = (measureMeters: number, lengthMeters: number): number =>
  Math.max(0, Math.min(Math.round(measureMeters * 100), Math.floor(lengthMeters * 100)) / 100);

/** What the engine says, whatever a person chose. */
const judgedRoad = (world: World, house: House): Judged | null => groundOf(world, house).judge(house.id);

interface Judged extends Omit<RoadJudgement, 'road' | 'runnerUp' | 'mouth'> {
  readonly roadId: Id;
  readonly runnerUpRoadId: Id | null;
}

interface Ground {
  readonly reachMeters: number;
  /** Those that carry addresses, by their number in the site. */
  readonly roads: readonly Road[];
  readonly houses: readonly House[];
  readonly numberOf: ReadonlyMap<Id, number>;
  readonly book: EvidenceBook;
  /** Of a house of the world, worked out when first asked for. */
  readonly judge: (houseId: Id) => Judged | null;
}

/** Of the same roads. Record maps are never changed in place, so what was judged from two of them stays true. */
interface Grounds {
  readonly of: WeakMap<World['house'], Ground>;
  /** The last one, from which the next takes over what an edit of houses left as it was. */
  latest: Ground | null;
}

const grounds = new WeakMap<World['road'], Grounds>();

function groundOf(world: World, house: House): Ground {
  let known = grounds.get(world.road);
  if (!known) grounds.set(world.road, (known = { of: new WeakMap(), latest: null }));
  const { numberingProfile } = villageOf(world) ?? { numberingProfile: defaultNumberingProfile };
  const reachMeters = numberingProfile.maxEntranceDistanceMeters;
  const before = known.latest?.reachMeters === reachMeters ? known.latest : null;
  // A house that is only thought of, or moved on trial.
  if (world.house.get(house.id) !== house) {
    return groundFrom({ ...world, house: new Map(world.house).set(house.id, house) }, reachMeters, before);
  }
  let ground = known.of.get(world.house);
  if (ground?.reachMeters !== reachMeters) {
    known.of.set(world.house, (known.latest = ground = groundFrom(world, reachMeters, before)));
  }
  return ground;
}

/** `before`: the same roads with other houses, or null. */
function groundFrom(world: World, reachMeters: number, before: Ground | null): Ground {
  // In the order of their ids: what is equally likely must not depend on the order of the records.
  const houses = [...world.house.values()].sort(byId);
  const numberOf = new Map(houses.map(({ id }, index) => [id, index]));
  const stands = (index: number): boolean => houses[index]!.state !== 'demolished';
  const buildings = houses.map(siteBuildingOf);
  const { roads, site } = before
    ? { roads: before.roads, site: siteWith(before.book.site, buildings) }
    : siteOfRoads(world, buildings);
  const book = new EvidenceBook(site, stands, reachMeters);
  if (before) book.takeOver(before.book, numbersIn(before, houses));
  // Where nobody has said where the door is, the neighbours are asked, and theirs: all at once.
  let together: readonly (RoadJudgement | null)[] | undefined;
  const judgementOf = (index: number): RoadJudgement | null => {
    if (houses[index]!.entranceOrigin === 'shown' || !stands(index)) return judgeAlone(book, index);
    return (together ??= judgeTogether(book))[index] ?? null;
  };
  const known = new Map<Id, Judged | null>();
  const idOf = (road: number): Id | null => roads[road]?.id ?? null;
  const judge = (houseId: Id): Judged | null => {
    let judged = known.get(houseId);
    if (judged === undefined) {
      const index = numberOf.get(houseId);
      const judgement = index === undefined ? null : judgementOf(index);
      const roadId = idOf(judgement?.road ?? -1);
      judged =
        judgement && roadId !== null
          ? { roadId, reason: judgement.reason, runnerUpRoadId: idOf(judgement.runnerUp) }
          : null;
      known.set(houseId, judged);
    }
    return judged;
  };
  return { reachMeters, roads, houses, numberOf, book, judge };
}

/** In the order of their ids too. */
function siteOfRoads(world: World, buildings: readonly SiteBuilding[]) {
  const open = [...world.road.values()].filter(({ state }) => state !== 'closed').sort(byId);
  const roads = open.filter(carriesAddresses);
  const ways = roads.map(siteWayOf);
  for (const road of open) if (!carriesAddresses(road)) ways.push(siteWayOf(road, -1));
  return { roads, site: siteOf(ways, buildings) };
}

/** The number of each house there; -1 where it is new or another record now. */
function numbersIn({ houses, numberOf }: Ground, now: readonly House[]): Int32Array {
  return Int32Array.from(now, (house) => {
    const number = numberOf.get(house.id);
    return number !== undefined && houses[number] === house ? number : -1;
  });
}

const byId = (a: { readonly id: Id }, b: { readonly id: Id }): number => (a.id < b.id ? -1 : 1);
