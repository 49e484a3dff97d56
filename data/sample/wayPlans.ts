/** The roads, lanes and paths of the sample as laid by hand: a trunk road with a three-way junction and what hangs on it. */
import type { RoadClass } from '../../domain/records/road.ts';
import { points, type Point } from './plane.ts';

export interface WayPlan {
  readonly key: string;
  readonly class: RoadClass;
  readonly widthMeters: number;
  /** Where it begins or ends: on the way of that key, at its position nearest to the first or last point. */
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly through: readonly Point[];
}

/** Numbers rise from the first point: roads N→S, E→W (RULES R2), lanes from their mouth inward (L3). */
export const wayPlans: readonly WayPlan[] = [
  // Roads (đường). The trunk curves through the village; the north road meets it at the junction (ngã ba).
  {
    key: 'trunk',
    class: 'road',
    widthMeters: 7,
    through: points(
      '512 168, 412 98, 275.5 44.4, 215 14.8, 154.6 5.4, 94.1 16.1, 41.7 14.8, 0 0, -34.9 -22.8, -75.3 -48.4, -134.4 -64.5, -201.6 -79.3, -268.8 -112.9, -412 -142, -516 -176',
    ),
  },
  {
    key: 'north',
    class: 'road',
    widthMeters: 6,
    endsOn: 'trunk',
    through: points('66 488, 34 392, 16.1 255.4, 26.9 191.5, 20.2 134.4, 2.7 86, -6.7 41.7, 0 0'),
  },
  {
    key: 'south',
    class: 'road',
    widthMeters: 4.5,
    startsOn: 'trunk',
    endsOn: 'trunk',
    through: points(
      '155.9 5.4, 131.7 -52.4, 95.4 -100.8, 52.4 -129, 0 -143.8, -55.1 -149.2, -102.1 -134.4, -129 -102.1, -138.4 -65.2',
    ),
  },
  {
    key: 'east',
    class: 'road',
    widthMeters: 4,
    startsOn: 'trunk',
    endsOn: 'north',
    through: points('219.1 16.1, 196.2 57.8, 157.2 88.7, 115.6 115.6, 67.2 134.4, 20.8 137.1'),
  },
  {
    key: 'west',
    class: 'road',
    widthMeters: 4,
    startsOn: 'north',
    endsOn: 'trunk',
    through: points('3.4 88.7, -48.4 96.8, -102.1 83.3, -149.2 48.4, -180.1 0, -198.9 -78.6'),
  },
  {
    key: 'fields',
    class: 'road',
    widthMeters: 3.5,
    startsOn: 'south',
    through: points('-4 -144.5, 9.4 -189.5, -8.1 -236.5, 3.2 -345.6, 26 -425'),
  },
  // Lanes (ngõ) of the southern block. The first runs through from the 7 m trunk to the 4.5 m south road.
  lane('through', 3, 'trunk', points('-75.3 -48.4, -67.2 -79.3, -75.3 -112.9, -65.9 -148.5'), 'south'),
  lane('s1', 2.5, 'trunk', points('-26.9 -16.8, -22.8 -44.4, -30.9 -79.3, -25.5 -98.1')),
  lane('s2', 2.5, 'trunk', points('43 14.8, 39 -17.5, 48.4 -47, 41.7 -69.9')),
  lane('s3', 3, 'trunk', points('100.8 14.8, 107.5 -18.8, 95.4 -49.7, 90 -65.9')),
  // A loop: both of its mouths are on the south road.
  lane('loop', 2.5, 'south', points('48.4 -130.4, 40.3 -102.1, 14.8 -94.1, -4 -106.2, -9.4 -142.5'), 'south'),
  lane('s4', 2.5, 'south', points('-102.1 -134.4, -115.6 -168, -110.2 -198.9, -125 -221.8')),
  lane('s5', 3, 'south', points('65.9 -121.6, 86 -151.9, 82 -185.5, 95.4 -209.7')),
  lane('s6', 2.5, 'south', points('119.6 -70.6, 151.9 -82, 182.8 -75.3')),
  lane('s7', 2, 'trunk', points('-231.2 -93.4, -221.8 -127.7, -232.5 -158.6')),
  lane('s8', 2.5, 'trunk', points('192.2 8.7, 198.9 -24.2, 190.8 -55.1')),
  // Lanes of the northern block: two mouths side by side, with no house between them.
  lane('twin-a', 2.5, 'trunk', points('-102.1 -56.4, -95.4 -24.2, -104.8 5.4, -100.8 30.9')),
  lane('twin-b', 2.5, 'trunk', points('-114.2 -59.5, -127.7 -28.2, -143.8 -6.7, -146.5 14.8')),
  lane('n1', 2.5, 'west', points('-82 90, -71.2 64.5, -75.3 37.6')),
  lane('n2', 2.5, 'north', points('-6 39, -33.6 34.9, -57.8 14.8')),
  lane('n3', 3, 'west', points('-49.7 96.8, -57.8 131.7, -47 161.3, -56.4 185.5')),
  lane('n4', 2.5, 'west', points('-150.5 47, -178.8 65.9, -193.5 95.4')),
  // Lanes of the eastern block and beyond the east road.
  lane('e1', 2.5, 'north', points('0.7 79.3, 33.6 84.7, 69.9 75.3, 91.4 80.6')),
  lane('e2', 3, 'trunk', points('129 9.4, 125 37.6, 135.7 65.9, 131.7 79.3')),
  lane('e3', 2.5, 'east', points('114.2 116.3, 129 147.8, 125 176.1')),
  lane('e4', 2.5, 'north', points('26.2 186.8, 57.8 194.9, 86 185.5')),
  // Sub-lanes (ngách).
  alley('s1-a', 2, 's1', points('-26.9 -64.5, 1.3 -59.1, 14.8 -63.2')),
  alley('e2-a', 2, 'e2', points('126.3 44.4, 98.1 48.4, 79.3 41.7')),
  alley('n3-a', 2, 'n3', points('-52.4 145.2, -84.7 150.5, -99.5 142.5')),
  // Paths to houses that stand behind others: never a road of address.
  path('p1', 'trunk', points('-158.6 -69.9, -162.6 -95.4')),
  path('p2', 'south', points('131.7 -52.4, 107.5 -34.9')),
  path('p3', 'west', points('-121 70.6, -134.4 92.7')),
  path('p4', 'north', points('22.2 221.8, 44.4 225.8')),
  path('p5', 'east', points('176.1 73.9, 192.2 94.1')),
];

function lane(key: string, widthMeters: number, startsOn: string, through: readonly Point[], endsOn?: string): WayPlan {
  return { key, class: 'lane', widthMeters, startsOn, through, ...(endsOn ? { endsOn } : {}) };
}

function alley(key: string, widthMeters: number, startsOn: string, through: readonly Point[]): WayPlan {
  return { key, class: 'alley', widthMeters, startsOn, through };
}

function path(key: string, startsOn: string, through: readonly Point[]): WayPlan {
  return { key, class: 'access', widthMeters: 1.6, startsOn, through };
}
