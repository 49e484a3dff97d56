/** What the houses of a row agree on: each one's own evidence and what its neighbours think, asked a few times over. */
import { sumMeters, type RoadEvidence } from './roadEvidence.ts';
import { Neighbours } from './neighbours.ts';
import type { Site } from './site.ts';
import { mostVotes, neighbourMeters, rounds, sameMeters } from './weights.ts';

/** The most that neighbours can take off. */
const mostMeters = neighbourMeters * mostVotes;

/** The road of each building after all rounds, or -1. `evidence`: of each building, cheapest first. */
export function agreedRoads(
  site: Site,
  evidence: readonly (readonly RoadEvidence[])[],
  isHouse: Uint8Array,
): Int32Array {
  const labels = Int32Array.from(evidence, (roads) => roads[0]?.road ?? -1);
  const open = openHouses(site, evidence);
  const neighbours = new Neighbours(site, open, isHouse);
  /** The round in which each last changed its mind. */
  const changedIn = new Int8Array(site.buildings.count);
  const next = new Int32Array(open.length);
  for (let round = 0; round < rounds; round += 1) {
    for (let house = 0; house < open.length; house += 1) {
      const building = open[house]!;
      // Where no neighbour thinks otherwise than in the last round, neither does the house.
      const isAsked = round === 0 || anyChanged(neighbours, house, changedIn, round);
      next[house] = isAsked ? agreed(neighbours, house, evidence[building]!, labels) : labels[building]!;
    }
    let isSettled = true;
    for (let house = 0; house < open.length; house += 1) {
      const building = open[house]!;
      if (labels[building] === next[house]) continue;
      labels[building] = next[house]!;
      changedIn[building] = round + 1;
      isSettled = false;
    }
    if (isSettled) break;
  }
  return labels;
}

/** Those that neighbours could tip; a known entrance speaks for itself. */
function openHouses(site: Site, evidence: readonly (readonly RoadEvidence[])[]): Int32Array {
  const open = new Int32Array(evidence.length);
  let count = 0;
  for (let building = 0; building < evidence.length; building += 1) {
    const [first, second] = evidence[building]!;
    if (!first || !second || site.buildings.hasEntrance[building] === 1) continue;
    if (sumMeters(second) - sumMeters(first) < mostMeters) open[count++] = building;
  }
  return open.subarray(0, count);
}

function anyChanged({ starts, others }: Neighbours, house: number, changedIn: Int8Array, round: number): boolean {
  for (let pair = starts[house]!; pair < starts[house + 1]!; pair += 1) {
    if (changedIn[others[pair]!] === round) return true;
  }
  return false;
}

/** Only what could make another road cheaper than the first is worked out, and in the end that of the first itself. */
function agreed(neighbours: Neighbours, house: number, roads: readonly RoadEvidence[], labels: Int32Array): number {
  const first = roads[0]!;
  const own = sumMeters(first);
  let cheapest = own;
  let best = first.road;
  for (let k = 1; k < roads.length; k += 1) {
    const { road } = roads[k]!;
    const sum = sumMeters(roads[k]!);
    if (sum >= own + mostMeters || sum - neighbourMeters * atMost(neighbours, house, road, labels) >= own) continue;
    const cost = sum - neighbourMeters * votesFor(neighbours, house, road, labels);
    if (cost >= own - sameMeters) continue;
    // From here on the first road's own votes count too.
    if (best === first.road && cheapest === own)
      cheapest -= neighbourMeters * votesFor(neighbours, house, best, labels);
    if (cost < cheapest - sameMeters) {
      cheapest = cost;
      best = road;
    }
  }
  return best;
}

/** A bound of `votesFor` that asks for no distance between walls. */
function atMost(
  { starts, others, mostVotes: most }: Neighbours,
  house: number,
  road: number,
  labels: Int32Array,
): number {
  let votes = 0;
  for (let pair = starts[house]!; pair < starts[house + 1]!; pair += 1) {
    if (labels[others[pair]!] === road) votes += most[pair]!;
  }
  return Math.min(votes, mostVotes);
}

function votesFor(neighbours: Neighbours, house: number, road: number, labels: Int32Array): number {
  const { starts, others } = neighbours;
  let votes = 0;
  for (let pair = starts[house]!; pair < starts[house + 1]! && votes < mostVotes; pair += 1) {
    if (labels[others[pair]!] === road) votes += neighbours.votes(house, pair, road);
  }
  return Math.min(votes, mostVotes);
}
