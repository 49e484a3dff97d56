/** The roads in question for the one house being looked at: the same records serve for every house, as objects cost time. */
import { sumMeters, type RoadEvidence } from './roadEvidence.ts';
import { sameMeters } from './weights.ts';

export class Candidates {
  /** The first `count` are in use. */
  readonly all: RoadEvidence[] = [];
  count = 0;

  /** One more, to be filled in: nothing but its road is right yet, and it is not reached in any way. */
  add(road: number): RoadEvidence {
    if (this.count === this.all.length) this.all.push(unknownRoad());
    const one = this.all[this.count]!;
    this.count += 1;
    one.road = road;
    one.segment = -1;
    one.edgeMeters = Infinity;
    one.directMeters = Infinity;
    one.accessMeters = Infinity;
    one.accessSlot = -1;
    one.isHidden = false;
    one.isBeyondEnd = false;
    one.opensHere = false;
    return one;
  }

  find(road: number): RoadEvidence | undefined {
    for (let i = 0; i < this.count; i += 1) if (this.all[i]!.road === road) return this.all[i];
    return undefined;
  }

  /** There are few: they are moved one by one to their places. */
  sortCheapestFirst(): void {
    const { all, count } = this;
    for (let i = 0; i < count; i += 1) {
      const one = all[i]!;
      one.rank = Math.round(sumMeters(one) / sameMeters);
      let at = i;
      for (; at > 0 && isCheaper(one, all[at - 1]!); at -= 1) all[at] = all[at - 1]!;
      all[at] = one;
    }
  }
}

function isCheaper(one: RoadEvidence, other: RoadEvidence): boolean {
  if (one.rank !== other.rank) return one.rank < other.rank;
  if (one.widthMeters !== other.widthMeters) return one.widthMeters > other.widthMeters;
  return one.road < other.road;
}

const unknownRoad = (): RoadEvidence => ({
  road: -1,
  segment: -1,
  fromX: 0.5,
  fromY: 0.5,
  footX: 0.5,
  footY: 0.5,
  middleMeters: 0.5,
  edgeMeters: Infinity,
  directMeters: Infinity,
  accessMeters: Infinity,
  characterMeters: 0.5,
  rank: 0.5,
  widthMeters: 0.5,
  isHidden: false,
  isBeyondEnd: false,
  isForFeet: false,
  opensHere: false,
  accessSlot: -1,
  accessGap: 0.5,
  accessAlong: 0.5,
  accessX: 0.5,
  accessY: 0.5,
});
