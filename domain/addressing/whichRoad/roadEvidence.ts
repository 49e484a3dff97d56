/** What is known of one road near a house: how it is reached, and how dear that is in metres. */
/** Where a house comes to a way without a name, in metres of the site's frame. */
export interface Reached {
  readonly x: number;
  readonly y: number;
  /** The next of AccessWays on the way to the road. */
  readonly slot: number;
  /** From the house to the way, and from there along it to the road. */
  readonly gap: number;
  readonly along: number;
}

/** How a road is thought to be reached, and how dear that is. */
export interface RoadEvidence {
  readonly road: number;
  /** Of the road, the segment nearest to the house; -1 where only an access way leads there. */
  readonly segment: number;
  /** On that segment or the next, the place nearest to the house. */
  readonly footX: number;
  readonly footY: number;
  /** From the entrance, or the footprint, to the road's edge; Infinity where only an access way leads to it. */
  edgeMeters: number;
  /** Straight to the road. */
  directMeters: number;
  /** Along a way without a name; Infinity where none leads to it. */
  accessMeters: number;
  /** How that way is reached; null where none leads to the road. */
  access: Reached | null;
  /** Metres that width, surface and a corner with a larger road put on or take off. */
  characterMeters: number;
  widthMeters: number;
  /** Other houses, or its own, stand between. */
  isHidden: boolean;
  isBeyondEnd: boolean;
  isForFeet: boolean;
  /** Ends here on a road in question that goes on. */
  opensHere: boolean;
}

export const sumMeters = (one: RoadEvidence): number =>
  Math.min(one.directMeters, one.accessMeters) + one.characterMeters;
