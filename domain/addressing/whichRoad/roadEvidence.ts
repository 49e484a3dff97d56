/** What is known of one road near a house: how it is reached, and how dear that is in metres. */

export interface RoadEvidence {
  road: number;
  /** Of the road, the segment nearest to the house; -1 where only an access way leads there. */
  segment: number;
  /** From where on the house, and to where on that segment or the next, it is nearest; in metres of the site's frame. */
  fromX: number;
  fromY: number;
  footX: number;
  footY: number;
  /** That far, to the middle of the road. */
  middleMeters: number;
  /** To the road's edge; Infinity where only an access way leads to it. */
  edgeMeters: number;
  /** Straight to the road. */
  directMeters: number;
  /** Along a way without a name; Infinity where none leads to it. */
  accessMeters: number;
  /** Metres that width, surface and a corner with a larger road put on or take off. */
  characterMeters: number;
  /** The whole sum in the smallest steps that count; right only while roads are sorted by it. */
  rank: number;
  widthMeters: number;
  /** Other houses, or its own, stand between. */
  isHidden: boolean;
  isBeyondEnd: boolean;
  isForFeet: boolean;
  /** Ends here on a road in question that goes on. */
  opensHere: boolean;
  /** The next of AccessWays on the way without a name that leads to the road; -1 where none does. */
  accessSlot: number;
  /** From the house to that way, from there along it to the road, and where the house comes to it. */
  accessGap: number;
  accessAlong: number;
  accessX: number;
  accessY: number;
}

export const sumMeters = (one: RoadEvidence): number =>
  Math.min(one.directMeters, one.accessMeters) + one.characterMeters;
