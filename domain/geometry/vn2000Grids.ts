/** All grids of VN-2000 by their EPSG codes (EPSG v11.022), and the reading of those codes. */
import { cadastralGrid105, utm48, type Grid } from './vn2000.ts';

const zone = (name: string, centralMeridianDegrees: number): Grid => ({
  name: `VN-2000 ${name}`,
  centralMeridianDegrees,
  scale: 0.9999,
});

/** EPSG:3406. */
const utm49: Grid = { name: 'VN-2000 UTM 49N', centralMeridianDegrees: 111, scale: 0.9996 };

const grid102 = zone('102°00′', 102);
const grid108 = zone('108°00′', 108);
const grid107d45 = zone('107°45′', 107.75);

const byEpsg: ReadonlyMap<number, Grid> = new Map([
  [3405, utm48],
  [3406, utm49],
  [5896, grid102],
  [5897, cadastralGrid105],
  [5898, grid108],
  [5899, grid107d45],
  // Deprecated since, with the same meridians.
  [6956, grid102],
  [6957, cadastralGrid105],
  [6958, grid108],
  [6959, grid107d45],
  [9205, zone('103°00′', 103)],
  [9206, zone('104°00′', 104)],
  [9207, zone('104°30′', 104.5)],
  [9208, zone('104°45′', 104.75)],
  [9209, zone('105°30′', 105.5)],
  [9210, zone('105°45′', 105.75)],
  [9211, zone('106°00′', 106)],
  [9212, zone('106°15′', 106.25)],
  [9213, zone('106°30′', 106.5)],
  [9214, zone('107°00′', 107)],
  [9215, zone('107°15′', 107.25)],
  [9216, zone('107°30′', 107.5)],
  [9217, zone('108°15′', 108.25)],
  [9218, zone('108°30′', 108.5)],
]);

/** Those of the cadastre first: the ones of national maps are seldom meant. */
export const vn2000Grids: readonly Grid[] = [...new Set(byEpsg.values())].sort((a, b) => b.scale - a.scale);

export const gridOfEpsg = (code: number): Grid | null => byEpsg.get(code) ?? null;

/** Longitude and latitude on VN-2000 itself, flat and with heights. */
export const isGeographicVn2000 = (code: number): boolean => code === 4756 || code === 4755;

/** A grid as a file describes it: the known one, or one of another meridian (provinces have used their own). */
export const gridBy = (centralMeridianDegrees: number, scale: number): Grid =>
  vn2000Grids.find(
    (grid) =>
      Math.abs(grid.centralMeridianDegrees - centralMeridianDegrees) < 1e-6 && Math.abs(grid.scale - scale) < 1e-7,
  ) ?? { name: `VN-2000 ${centralMeridianDegrees}°, k ${scale}`, centralMeridianDegrees, scale };
