/**
 * What a country asks of its signs: sizes, distances, where plates may look. Vietnam: TT 36/2006/TT-BVHTT (RULES §2.3);
 * Korea: plates within 10 m of the corner (ANCHORS). What no rule gives is marked "assumed" and can be set by the user.
 */
import type { RoadClass } from '../records/road.ts';

export interface PlateSize {
  readonly widthMeters: number;
  readonly heightMeters: number;
  /** Of the capitals of the name, without marks, where there is room for them (readingDistance.ts). */
  readonly letterMeters: number;
}

/** How a plate stands to the way it names: beside it like the way itself, slanting, or across it. */
export type PlateTurn = 'along' | 'diagonal' | 'across';

export interface SignProfile {
  readonly id: 'vn' | 'kr';
  /** The side people keep to. */
  readonly traffic: 'left' | 'right';
  readonly plates: { readonly name: PlateSize; readonly lane: PlateSize; readonly direction: PlateSize };
  /** Metres from which one metre of letter is read: 360 for plain capitals (MUTCD 2A.13: 30 ft an inch), less for stacked marks. */
  readonly readingRatio: number;
  /** Between the way a plate looks and the line to the reader. */
  readonly mostSlantDegrees: number;
  /** Between the way a reader goes and the line to the plate. */
  readonly mostGlanceDegrees: number;
  /** One must have read before being so near to the middle of the junction. */
  readonly decideMeters: number;
  /** A name is read while one goes this many steps of 3 m (assumed: a second at 20 km/h). */
  readonly leastReadings: number;
  /** From the edge of the road to the post. */
  readonly edgeMeters: Readonly<Record<RoadClass, number>>;
  /** No post farther than this from the middle of its junction, beyond half the widest road. */
  readonly cornerMeters: number;
  /** A standing pole so near to the middle, beyond half the widest road, may carry the plates. */
  readonly poleMeters: number;
  /** From an entrance to a post. */
  readonly doorMeters: number;
  /** A sign at a road's end stands so near to it. */
  readonly endMeters: number;
  /** Nobody goes farther along a road without reading its name. */
  readonly repeatMeters: number;
  /** Landmarks so far along a side way are pointed to. */
  readonly landmarkMeters: number;
  /** Which turns a name may take, the usual first; the others cost a little more. */
  readonly turns: readonly PlateTurn[];
}

/** Standing poles and walls cost nothing; the order's real prices are set by people. */
export const postCost = { new: 10, existing: 2 } as const;
export const plateCost = 4;
/** Of each step from the usual way a plate looks. */
export const turnCost = 1;

export const vietnamSigns: SignProfile = {
  id: 'vn',
  traffic: 'right',
  plates: {
    name: { widthMeters: 0.75, heightMeters: 0.4, letterMeters: 0.12 },
    // Assumed: a producer's usual small size.
    lane: { widthMeters: 0.5, heightMeters: 0.3, letterMeters: 0.1 },
    direction: { widthMeters: 0.75, heightMeters: 0.4, letterMeters: 0.1 },
  },
  // Assumed: marks above and below leave less room than plain capitals have.
  readingRatio: 300,
  mostSlantDegrees: 60,
  mostGlanceDegrees: 45,
  decideMeters: 6,
  leastReadings: 3,
  edgeMeters: { road: 0.5, lane: 0.3, alley: 0.3, branch: 0.3, access: 0.3 },
  cornerMeters: 10,
  poleMeters: 10,
  doorMeters: 1.5,
  endMeters: 15,
  repeatMeters: 500,
  landmarkMeters: 300,
  turns: ['along', 'diagonal', 'across'],
};

export const koreaSigns: SignProfile = {
  ...vietnamSigns,
  id: 'kr',
  plates: {
    name: { widthMeters: 0.9, heightMeters: 0.25, letterMeters: 0.14 },
    lane: { widthMeters: 0.9, heightMeters: 0.25, letterMeters: 0.12 },
    direction: { widthMeters: 0.9, heightMeters: 0.25, letterMeters: 0.12 },
  },
  readingRatio: 360,
  edgeMeters: { road: 0.5, lane: 0.5, alley: 0.5, branch: 0.5, access: 0.5 },
  poleMeters: 8,
  repeatMeters: 300,
};
