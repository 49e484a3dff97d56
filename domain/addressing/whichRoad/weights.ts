/**
 * What each kind of evidence is worth when it is asked which road a house is on, in metres of distance: the road of
 * the least sum wins. Our own choice, where TT 08/2024/TT-BXD only speaks of the main door (Art. 3, 6); weighed
 * against how real villages are numbered (`npm run eval:numbering`), and rounded so as not to fit one of them.
 */

/** Of the distance from the footprint to the road's edge, and from its middle; an entrance counts in full. */
export const footprintShare = 0.7;
export const middleShare = 0.2;

/** Each other house that stands between this one and the road, two at the most. */
export const blockedMeters = 3;
/** A front of which nothing sees the road, in proportion. */
export const hiddenFrontMeters = 2;
/** The house lies past the end of the road, not along it. */
export const beyondEndMeters = 3;
/** The way from the door to the road would lead through the house itself: the door faces elsewhere. */
export const throughHouseMeters = 20;

/** A named track, and a named path for feet or bicycles: addresses are seldom given on them. */
export const surfaceMeters = { street: 0, track: 4, foot: 30 } as const;

/** A road wider than an ordinary one draws the houses between it and a narrower one, by each metre, up to two. */
export const widerMeters = 2;
export const ordinaryWidthMeters = 5;
export const mostWider = 2;

/**
 * Near where a road opens onto another that goes on, the other is the more likely: at a corner the larger road counts
 * (RULES R3), and where no widths are known the road that goes on is the larger.
 */
export const sideRoad = { reachMeters: 35, meters: 3 } as const;

/** A way without a name leads to the road: a start, the gap to the way, and the length along it. */
export const access = { start: 6, gapShare: 1, alongShare: 0.2, reachMeters: 40 } as const;
/** The same for the house at which such a way ends: it was built for that house. */
export const ownAccess = { start: 0, gapShare: 0.5, alongShare: 0.05, reachMeters: 30 } as const;

/**
 * A house stands back from the road, and is measured where its way opens to it, when the way comes nearer to it than
 * the road's edge by so much, and is longer than the depth of a front house.
 */
export const standsBack = { closerMeters: 5, alongMeters: 20 } as const;

/** What a neighbour on the same road takes off: in full where walls touch thrice over, less with the gap. */
export const neighbourMeters = 4;
export const touchingVotes = 3;
export const neighbourFadeMeters = 15;
export const neighbourReachMeters = 40;
/** However many neighbours there are. */
export const mostVotes = 5;
/** Neighbours are asked this often, each time with what they thought last. */
export const rounds = 3;

/** Buildings smaller than this (square metres) hide nothing: sheds, garages. */
export const hidingAreaSquareMeters = 40;

/** Edges of two roads are equally near a door when they differ by less than this (RULES R3). */
export const cornerToleranceMeters = 2;

/** Sums that differ by less are the same: arithmetic leaves that much when a way is drawn the other way round. */
export const sameMeters = 1e-6;
