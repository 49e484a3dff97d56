/** What is placed by hand before the rows of houses: public buildings, corner houses, and ground nobody builds on. */
import type { HouseUse } from '../../domain/records/house.ts';
import { points, type Point } from './plane.ts';

/** Why a house is kept when the village is cut down to its number of houses. */
export type Special = 'public' | 'tube' | 'corner' | 'behind';

export interface Site {
  readonly wayKey: string;
  /** Middle of the front wall. */
  readonly near: Point;
  readonly frontMeters: number;
  readonly depthMeters: number;
  readonly setbackMeters: number;
  readonly use: HouseUse;
  readonly name: string | null;
  readonly special: Special | null;
}

export const sites: readonly Site[] = [
  publicBuilding('trunk', [-168, -56.4], 15, 11, 12, 'worship', 'Đền Hàn'),
  publicBuilding('north', [12.1, 29.6], 18, 10, 9, 'public', 'Nhà văn hoá thôn'),
  publicBuilding('east', [151.9, 107.5], 34, 9, 14, 'school', 'Trường mầm non (minh hoạ)'),
  cornerHouse('trunk', [-9.4, 2.7]),
  cornerHouse('trunk', [227.1, 28.2]),
  cornerHouse('trunk', [-190.8, -67.2]),
  cornerHouse('trunk', [138.4, 13.4]),
  cornerHouse('south', [-56.4, -142.5]),
];

function publicBuilding(
  wayKey: string,
  near: Point,
  frontMeters: number,
  depthMeters: number,
  setbackMeters: number,
  use: HouseUse,
  name: string,
): Site {
  return { wayKey, near, frontMeters, depthMeters, setbackMeters, use, name, special: 'public' };
}

function cornerHouse(wayKey: string, near: Point): Site {
  return {
    wayKey,
    near,
    frontMeters: 9,
    depthMeters: 10,
    setbackMeters: 2,
    use: 'residential',
    name: null,
    special: 'corner',
  };
}

/** Where nobody builds: fields, a pond on a bend of the south road, the strip between two lane mouths. */
export const openGround: readonly (readonly Point[])[] = [
  points('-600 -400, -290 -400, -290 400, -600 400'),
  points('300 -400, 600 -400, 600 400, 300 400'),
  points('-200 275, 200 275, 200 600, -200 600'),
  points('-200 -258, 90 -258, 90 -600, -200 -600'),
  points('-44 -144, -13 -150, -17 -180, -54 -176'),
  points('-116 -60, -102 -55, -106 -42, -118 -45'),
  // The vacant stretch of the south road.
  points('14 -144, 64 -132, 70 -172, 17 -176'),
];
