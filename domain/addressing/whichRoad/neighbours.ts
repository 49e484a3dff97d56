/** The houses beside a house, and how much they say about its road. */
import { lengthOf } from '../../geometry/localFrame.ts';
import { gapBetween } from './nearness.ts';
import type { Site } from './site.ts';
import { neighbourFadeMeters, neighbourReachMeters, touchingVotes } from './weights.ts';

const touchingMeters = 0.5;
/** More than arithmetic on metres can lose. */
const slack = 1e-6;

/**
 * Pairs of a house and one beside it, those of one house from its start to the next one's, in the order of the other's
 * number: a sum of fractions depends on it.
 */
export class Neighbours {
  readonly starts: Int32Array;
  others = new Int32Array(1024);
  /** The most that a neighbour's being on a road can be worth, by the boxes of the two; a bound of `votes`. */
  mostVotes = new Float64Array(1024);
  readonly #site: Site;
  readonly #houses: Int32Array;
  /** Worked out when first asked for: between the walls, the road last asked about, and what the other says for it. */
  readonly #gaps: Float64Array;
  readonly #asked: Int32Array;
  readonly #worth: Float64Array;

  /** Of these buildings. `isHouse`: one flag for each building; the others have no say. */
  constructor(site: Site, houses: Int32Array, isHouse: Uint8Array) {
    this.#site = site;
    this.#houses = houses;
    this.starts = new Int32Array(houses.length + 1);
    let count = 0;
    for (let i = 0; i < houses.length; i += 1) {
      count = this.#listThoseBeside(houses[i]!, isHouse, count);
      this.starts[i + 1] = count;
    }
    this.#gaps = new Float64Array(count).fill(-1);
    this.#asked = new Int32Array(count).fill(-1);
    this.#worth = new Float64Array(count);
  }

  /** The votes of a neighbour for a road it is on: most where walls touch; none over another road, or from too far. */
  votes(house: number, pair: number, road: number): number {
    if (this.#asked[pair] === road) return this.#worth[pair]!;
    const [one, other] = [this.#houses[house]!, this.others[pair]!];
    let gap = this.#gaps[pair]!;
    if (gap < 0) this.#gaps[pair] = gap = gapBetween(this.#site, one, other);
    let worth = 0;
    if (gap < neighbourReachMeters && !isOverAnotherRoad(this.#site, one, other, road)) worth = votesAcross(gap);
    this.#asked[pair] = road;
    this.#worth[pair] = worth;
    return worth;
  }

  #listThoseBeside(house: number, isHouse: Uint8Array, start: number): number {
    const { boxes, grid } = this.#site.buildings;
    const reach = neighbourReachMeters;
    const box = house * 4;
    const west = boxes[box]!;
    const south = boxes[box + 1]!;
    const east = boxes[box + 2]!;
    const north = boxes[box + 3]!;
    const found = grid.search(west - reach, south - reach, east + reach, north + reach);
    if (start + found > this.others.length) this.#widen(start + found);
    let end = start;
    for (let i = 0; i < found; i += 1) {
      const other = grid.found[i]!;
      if (other === house || isHouse[other] === 0) continue;
      const its = other * 4;
      const across = Math.max(0, boxes[its]! - east, west - boxes[its + 2]!);
      const along = Math.max(0, boxes[its + 1]! - north, south - boxes[its + 3]!);
      const apart = lengthOf(across, along);
      if (apart > reach + slack) continue;
      let at = end;
      for (; at > start && this.others[at - 1]! > other; at -= 1) {
        this.others[at] = this.others[at - 1]!;
        this.mostVotes[at] = this.mostVotes[at - 1]!;
      }
      this.others[at] = other;
      this.mostVotes[at] = mostVotesAcross(apart);
      end += 1;
    }
    return end;
  }

  #widen(length: number): void {
    const others = new Int32Array(length * 2);
    const most = new Float64Array(length * 2);
    others.set(this.others);
    most.set(this.mostVotes);
    this.others = others;
    this.mostVotes = most;
  }
}

const votesAcross = (gap: number): number =>
  gap < touchingMeters ? touchingVotes : Math.exp(-gap / neighbourFadeMeters);

/** What `votesAcross` gives at the most from so many steps on, of which there are these to a metre. */
const stepsPerMeter = 8;
const mostVotesFrom = Float64Array.from({ length: neighbourReachMeters * stepsPerMeter + 1 }, (_, steps) =>
  votesAcross(Math.max(steps / stepsPerMeter, touchingMeters)),
);

/** `apart`: metres between boxes, which is less than between walls but for what arithmetic loses. */
const mostVotesAcross = (apart: number): number =>
  apart < touchingMeters + slack ? touchingVotes : mostVotesFrom[Math.floor((apart - slack) * stepsPerMeter)]!;

/** A neighbour beyond a road that is not its own is in another row. */
function isOverAnotherRoad(site: Site, one: number, other: number, own: number): boolean {
  const { ways, buildings } = site;
  const ax = buildings.pointX[one]!;
  const ay = buildings.pointY[one]!;
  const bx = buildings.pointX[other]!;
  const by = buildings.pointY[other]!;
  const count = ways.grid.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  const { found } = ways.grid;
  for (let i = 0; i < count; i += 1) {
    const segment = found[i]!;
    const road = ways.road[ways.of[segment]!]!;
    if (road < 0 || road === own) continue;
    const px = ways.x[segment]!;
    const py = ways.y[segment]!;
    const qx = ways.x[segment + 1]!;
    const qy = ways.y[segment + 1]!;
    const sideP = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    const sideQ = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax);
    if (sideP * sideQ >= 0) continue;
    const sideA = (qx - px) * (ay - py) - (qy - py) * (ax - px);
    const sideB = (qx - px) * (by - py) - (qy - py) * (bx - px);
    if (sideA * sideB < 0) return true;
  }
  return false;
}
