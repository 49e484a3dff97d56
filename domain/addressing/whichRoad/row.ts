/** What the houses of a row agree on: each one's own evidence and what its neighbours think, asked a few times over. */
import type { EvidenceTable } from './evidenceTable.ts';
import { Neighbours } from './neighbours.ts';
import type { Site } from './site.ts';
import { mostVotes, neighbourMeters, rounds, sameMeters } from './weights.ts';

/** The most that neighbours can take off. */
const mostMeters = neighbourMeters * mostVotes;

/** The road of each house after all rounds, or -1. `isHouse`: one flag for each building, of those that have evidence. */
export function agreedRoads(site: Site, table: EvidenceTable, isHouse: Uint8Array): Int32Array {
  const labels = cheapestRoads(table, isHouse);
  const open = openHouses(site, table, isHouse);
  const neighbours = new Neighbours(site, open, isHouse);
  /** The round in which each last changed its mind. */
  const changedIn = new Int8Array(labels.length);
  const next = new Int32Array(open.length);
  for (let round = 0; round < rounds; round += 1) {
    for (let house = 0; house < open.length; house += 1) {
      const building = open[house]!;
      // Where no neighbour thinks otherwise than in the last round, neither does the house.
      const isAsked = round === 0 || anyChanged(neighbours, house, changedIn, round);
      next[house] = isAsked ? agreed(neighbours, house, table, building, labels) : labels[building]!;
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

/** Of each house the road that is cheapest by its own evidence, or -1. */
function cheapestRoads({ firstRow, rowCount, road }: EvidenceTable, isHouse: Uint8Array): Int32Array {
  const cheapest = new Int32Array(firstRow.length).fill(-1);
  for (let building = 0; building < firstRow.length; building += 1) {
    if (isHouse[building] === 1 && rowCount[building]! > 0) cheapest[building] = road[firstRow[building]!]!;
  }
  return cheapest;
}

/** Those that neighbours could tip; a known entrance speaks for itself. */
function openHouses(
  { buildings }: Site,
  { firstRow, rowCount, sumMeters }: EvidenceTable,
  isHouse: Uint8Array,
): Int32Array {
  const open = new Int32Array(firstRow.length);
  let count = 0;
  for (let building = 0; building < firstRow.length; building += 1) {
    if (isHouse[building] === 0 || rowCount[building]! < 2 || buildings.hasEntrance[building] === 1) continue;
    const first = firstRow[building]!;
    if (sumMeters[first + 1]! - sumMeters[first]! < mostMeters) open[count++] = building;
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
function agreed(
  neighbours: Neighbours,
  house: number,
  { firstRow, rowCount, road: roads, sumMeters }: EvidenceTable,
  building: number,
  labels: Int32Array,
): number {
  const first = firstRow[building]!;
  const own = sumMeters[first]!;
  const firstRoad = roads[first]!;
  let cheapest = own;
  let best = firstRoad;
  for (let row = first + 1; row < first + rowCount[building]!; row += 1) {
    const road = roads[row]!;
    const sum = sumMeters[row]!;
    if (sum >= own + mostMeters) continue;
    const cost = sum - neighbourMeters * votesFor(neighbours, house, road, labels, (sum - own) / neighbourMeters);
    if (cost >= own - sameMeters) continue;
    // From here on the first road's own votes count too.
    if (best === firstRoad && cheapest === own)
      cheapest -= neighbourMeters * votesFor(neighbours, house, best, labels, 0);
    if (cost < cheapest - sameMeters) {
      cheapest = cost;
      best = road;
    }
  }
  return best;
}

/**
 * The votes of a house's neighbours for a road. Where even the most they may say is less than `enough`, it is some number
 * below that: few need to be asked what exactly they say.
 */
function votesFor(neighbours: Neighbours, house: number, road: number, labels: Int32Array, enough: number): number {
  const { starts, others, mostVotes: mostOf } = neighbours;
  const [first, end] = [starts[house]!, starts[house + 1]!];
  let most = 0;
  for (let pair = first; pair < end; pair += 1) if (labels[others[pair]!] === road) most += mostOf[pair]!;
  let votes = 0;
  for (let pair = first; pair < end && votes < mostVotes; pair += 1) {
    if (labels[others[pair]!] !== road) continue;
    if (most < enough) return most;
    const its = neighbours.votes(house, pair, road);
    votes += its;
    most -= mostOf[pair]! - its;
  }
  return Math.min(votes, mostVotes);
}
