/** The ground of a village as the engine judges it: which road each house is on, and the ways that lead to it. */
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { Road } from '../records/road.ts';
import { defaultNumberingProfile } from '../records/village.ts';
import { villageOf, type World } from '../records/world.ts';
import { housesInOrder } from './housesInOrder.ts';
import { carriesAddresses } from './network.ts';
import { lieAlike, openWays } from './openWays.ts';
import type { SiteBuilding } from './whichRoad/buildings.ts';
import { EvidenceBook } from './whichRoad/evidenceBook.ts';
import { judgeAlone, judgeTogether, type RoadJudgement } from './whichRoad/judge.ts';
import type { Mouth } from './whichRoad/mouth.ts';
import { siteBuildingOf, siteWayOf } from './whichRoad/recordSite.ts';
import { siteOf, siteWith } from './whichRoad/site.ts';

export interface Judged extends Omit<RoadJudgement, 'road' | 'runnerUp'> {
  readonly roadId: Id;
  readonly runnerUpRoadId: Id | null;
}

/** What the engine says, whatever a person chose; null where no road is within reach and none is led to. */
export const judgedRoad = (world: World, house: House): Judged | null => groundOf(world, house).judge(house.id);

/** The same of the houses of a world by their numbers in the order of ids (`housesInOrder`). */
export function judgesInOrder(world: World): (number: number) => Judged | null {
  const [any] = housesInOrder(world);
  return any ? groundOf(world, any).judgeNumber : () => null;
}

/** Houses looked at in one piece of judging. */
const housesAPiece = 25;

/**
 * Judges the houses of a world piece by piece, for who must not be busy for long; afterwards asking about any of them
 * costs next to nothing.
 */
export function* judgePieces(world: World): Generator<void, void> {
  const [any] = housesInOrder(world);
  if (!any) return;
  const { book, judgeNumber, houses } = groundOf(world, any);
  for (let number = 0; number < houses.length; number += 1) {
    if (number % housesAPiece === 0) yield;
    if (book.isHouse[number] === 1) book.of(number);
  }
  yield;
  for (let number = 0; number < houses.length; number += 1) judgeNumber(number);
}

/**
 * Where the way without a name to a house that stands back opens to that road, however unlikely the road is for it;
 * null for a house on the road itself, or to which no such way leads from there.
 */
export function mouthOn(world: World, house: House, roadId: Id): Mouth | null {
  return groundsOf(world).hasAccessWays ? groundOf(world, house).mouthOn(house.id, roadId) : null;
}

interface Ground {
  readonly reachMeters: number;
  /** Those that carry addresses, by their number in the site. */
  readonly roads: readonly Road[];
  readonly houses: readonly House[];
  readonly numberOf: ReadonlyMap<Id, number>;
  readonly book: EvidenceBook;
  /** What `judge` has said so far, by the number of the house; undefined where it was not asked. */
  readonly known: readonly (Judged | null | undefined)[];
  /** Of a house of the world, worked out when first asked for. */
  readonly judge: (houseId: Id) => Judged | null;
  readonly judgeNumber: (number: number) => Judged | null;
  readonly mouthOn: (houseId: Id, roadId: Id) => Mouth | null;
}

/** Of the same ways. Record maps are never changed in place, so what was judged from two of them stays true. */
interface Grounds {
  /** Those that lie open, in the order of their ids. */
  readonly ways: readonly Road[];
  /** Some way gives only access: without one no house has a mouth, and nothing need be worked out. */
  readonly hasAccessWays: boolean;
  readonly of: WeakMap<World['house'], Ground>;
  /** The last one, from which the next takes over what an edit of houses left as it was. */
  latest: Ground | null;
  /** The last one with a house that is only thought of, or moved on trial: it is asked about more than once. */
  trial: { readonly houses: World['house']; readonly house: House; readonly ground: Ground } | null;
}

const grounds = new WeakMap<World['road'], Grounds>();
/** The ways asked about last: an edit that only names one leaves them as they were. */
let latestGrounds: Grounds | null = null;

function groundsOf({ road }: World): Grounds {
  let known = grounds.get(road);
  if (!known) {
    const ways = openWays(road);
    if (latestGrounds && lieAlike(latestGrounds.ways, ways)) known = latestGrounds;
    else known = { ways, hasAccessWays: !ways.every(carriesAddresses), of: new WeakMap(), latest: null, trial: null };
    grounds.set(road, (latestGrounds = known));
  }
  return known;
}

function groundOf(world: World, house: House): Ground {
  const known = groundsOf(world);
  const { numberingProfile } = villageOf(world) ?? { numberingProfile: defaultNumberingProfile };
  const reachMeters = numberingProfile.maxEntranceDistanceMeters;
  const before = known.latest?.reachMeters === reachMeters ? known.latest : null;
  if (!standsAlike(world.house.get(house.id), house)) {
    const { trial } = known;
    const isKnown = trial?.houses === world.house && standsAlike(trial.house, house) && trial.house.id === house.id;
    if (isKnown && trial.ground.reachMeters === reachMeters) return trial.ground;
    const ground = groundFrom({ ...world, house: new Map(world.house).set(house.id, house) }, reachMeters, before);
    known.trial = { houses: world.house, house, ground };
    return ground;
  }
  let ground = known.of.get(world.house);
  if (ground?.reachMeters !== reachMeters) {
    known.of.set(world.house, (known.latest = ground = groundFrom(world, reachMeters, before)));
  }
  return ground;
}

const standsAlike = (known: House | undefined, house: House): boolean =>
  known === house ||
  (known?.entrance === house.entrance &&
    known.footprint === house.footprint &&
    known.entranceOrigin === house.entranceOrigin &&
    known.state === house.state);

/** `before`: the same roads with other houses, or null. */
function groundFrom(world: World, reachMeters: number, before: Ground | null): Ground {
  const houses = housesInOrder(world);
  const numberOf = before && isSameOrder(before.houses, houses) ? before.numberOf : numbersOf(houses);
  const stands = (index: number): boolean => houses[index]!.state !== 'demolished';
  const was = before && numbersIn(before, houses);
  const { roads, site } =
    before && was
      ? { roads: before.roads, site: siteWith(before.book.site, was, (building) => siteBuildingOf(houses[building]!)) }
      : siteOfWays(groundsOf(world).ways, houses.map(siteBuildingOf));
  const book = new EvidenceBook(site, stands, reachMeters, before?.book);
  // Where nobody has said where the door is, the neighbours are asked, and theirs: all at once.
  let together: readonly (RoadJudgement | null)[] | undefined;
  const judgementOf = (index: number): RoadJudgement | null => {
    if (speaksForItself(houses[index]!)) return judgeAlone(book, index);
    return (together ??= judgeTogether(book))[index] ?? null;
  };
  const known = new Array<Judged | null | undefined>(houses.length).fill(undefined);
  if (before && was) {
    for (const building of book.takeOver(before.book, was)) {
      // Who speaks for itself says the same; what neighbours agree on is asked anew.
      if (speaksForItself(houses[building]!)) known[building] = before.known[was[building]!];
    }
  }
  const judgeNumber = (index: number): Judged | null => {
    let judged = known[index];
    if (judged === undefined) {
      const judgement = judgementOf(index);
      judged = judgement && {
        roadId: roads[judgement.road]!.id,
        reason: judgement.reason,
        runnerUpRoadId: roads[judgement.runnerUp]?.id ?? null,
        mouth: stands(index) ? judgement.mouth : null,
      };
      known[index] = judged;
    }
    return judged;
  };
  const judge = (houseId: Id): Judged | null => {
    const index = numberOf.get(houseId);
    return index === undefined ? null : judgeNumber(index);
  };
  const roadNumbers = new Map(roads.map(({ id }, index) => [id, index]));
  const mouthOn = (houseId: Id, roadId: Id): Mouth | null => {
    const [index, road] = [numberOf.get(houseId), roadNumbers.get(roadId)];
    return index === undefined || road === undefined || !stands(index) ? null : book.mouthOn(index, road);
  };
  return { reachMeters, roads, houses, numberOf, book, known, judge, judgeNumber, mouthOn };
}

/** Its door is known, or it is gone: it is judged alone. */
const speaksForItself = ({ entranceOrigin, state }: House): boolean =>
  entranceOrigin === 'shown' || state === 'demolished';

const isSameOrder = (one: readonly House[], other: readonly House[]): boolean =>
  one.length === other.length && one.every(({ id }, index) => id === other[index]!.id);

const numbersOf = (houses: readonly House[]): ReadonlyMap<Id, number> =>
  new Map(houses.map(({ id }, index) => [id, index]));

function siteOfWays(open: readonly Road[], buildings: readonly SiteBuilding[]) {
  const roads = open.filter(carriesAddresses);
  const ways = roads.map(siteWayOf);
  for (const road of open) if (!carriesAddresses(road)) ways.push(siteWayOf(road, -1));
  return { roads, site: siteOf(ways, buildings) };
}

/** The number of each house there; -1 where it is new or another record now. */
function numbersIn({ houses, numberOf }: Ground, now: readonly House[]): Int32Array {
  const numbers = new Int32Array(now.length);
  for (let index = 0; index < now.length; index += 1) {
    const house = now[index]!;
    // Few houses come or go: most have the number they had.
    const number = houses[index] === house ? index : numberOf.get(house.id);
    numbers[index] = number !== undefined && houses[number] === house ? number : -1;
  }
  return numbers;
}
