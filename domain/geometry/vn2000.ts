/** VN-2000, the reference system of Vietnam's cadastre: positions to its grids and back, and numbers read from papers. */
import type { Box } from './box.ts';
import proj4 from 'proj4';
import type { Position } from './shapes.ts';

/** A plane grid: a transverse Mercator projection, named by its central meridian. */
export interface Grid {
  readonly name: string;
  readonly centralMeridianDegrees: number;
  /** 0.9999 in a zone of 3 degrees, 0.9996 in UTM. */
  readonly scale: number;
}

/** Metres in a grid. Papers call the northing X and the easting Y; mathematics and GIS do it the other way round. */
export interface GridPlace {
  readonly northMeters: number;
  readonly eastMeters: number;
}

const zone = (name: string, centralMeridianDegrees: number): Grid => ({
  name: `VN-2000 ${name}`,
  centralMeridianDegrees,
  scale: 0.9999,
});

/** EPSG:5897, "VN-2000 / TM-3 zone 482": the cadastre of Thanh Hóa and Hà Nội among others. */
export const cadastralGrid105: Grid = zone('105°00′', 105);
/** EPSG:3405: national maps of small scale. */
export const utm48: Grid = { name: 'VN-2000 UTM 48N', centralMeridianDegrees: 105, scale: 0.9996 };
/** The grids of neighbours, for which a place in the wrong grid is most often meant (RULES §5). */
const otherGrids: readonly Grid[] = [
  zone('104°30′', 104.5),
  cadastralGrid105,
  zone('105°30′', 105.5),
  zone('105°45′', 105.75),
  zone('106°00′', 106),
  utm48,
];

/**
 * The grid of a province's cadastre by its NSO code; null where we do not know it, as a wrong one misses by kilometres.
 * Only provinces that EPSG's usage text names for 5897 and that were not merged in 2025.
 */
export const cadastralGridOf = (provinceCode: string): Grid | null =>
  provinceCode === '38' || provinceCode === '01' ? cadastralGrid105 : null;

/**
 * From VN-2000 to WGS 84, EPSG:6960 to about a metre. EPSG lists the rotations for a coordinate frame; `towgs84` means
 * position vectors, so their signs are turned here. Wrong signs cost 0.7 m.
 */
const datum =
  '+ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278';

/** EPSG:4756: longitude and latitude on VN-2000 itself. */
const geographic = proj4('WGS84', `+proj=longlat ${datum} +no_defs`);

const converters = new Map<Grid, proj4.Converter>();

function converterOf(grid: Grid): proj4.Converter {
  let converter = converters.get(grid);
  if (!converter) {
    const projection = `+proj=tmerc +lat_0=0 +lon_0=${grid.centralMeridianDegrees} +k=${grid.scale} +x_0=500000 +y_0=0`;
    converters.set(grid, (converter = proj4('WGS84', `${projection} ${datum} +units=m +no_defs`)));
  }
  return converter;
}

/** Longitude and latitude as papers on VN-2000 give them: some 200 m from those of WGS 84. */
export function toVn2000([lng, lat]: Position): Position {
  const [east = NaN, north = NaN] = geographic.forward([lng, lat]);
  return [east, north];
}

/** The inverse of `toVn2000`, with the step of `fromGrid`. */
export function fromVn2000([lng, lat]: Position): Position {
  const near = inverseGeographic(lng, lat);
  const there = toVn2000(near);
  return inverseGeographic(2 * lng - there[0], 2 * lat - there[1]);
}

function inverseGeographic(east: number, north: number): Position {
  const [lng = NaN, lat = NaN] = geographic.inverse([east, north]);
  return [lng, lat];
}

export function toGrid(grid: Grid, [lng, lat]: Position): GridPlace {
  const [eastMeters = NaN, northMeters = NaN] = converterOf(grid).forward([lng, lat]);
  return { northMeters, eastMeters };
}

/** The inverse of `toGrid`. The library's own is off by the millimetre that its datum shift loses: one step mends it. */
export function fromGrid(grid: Grid, { northMeters, eastMeters }: GridPlace): Position {
  const near = inverse(grid, northMeters, eastMeters);
  const there = toGrid(grid, near);
  return inverse(grid, 2 * northMeters - there.northMeters, 2 * eastMeters - there.eastMeters);
}

function inverse(grid: Grid, northMeters: number, eastMeters: number): Position {
  const [lng = NaN, lat = NaN] = converterOf(grid).inverse([eastMeters, northMeters]);
  return [lng, lat];
}

/** The country from south to north, and a zone of 3 degrees with both its neighbours: no number can be both. */
const isNorthing = (meters: number): boolean => meters >= 0.9e6 && meters <= 2.6e6;
const isEasting = (meters: number): boolean => meters >= 2e5 && meters <= 8e5;

export interface PaperPlace extends GridPlace {
  /** X is the northing, as on papers; false: the numbers came easting first, as from GIS. */
  readonly isPaperOrder: boolean;
}

/** Two numbers of a paper or a file in either order; null when they can be no northing and easting in Vietnam. */
export function gridPlaceOf(first: number, second: number): PaperPlace | null {
  if (isNorthing(first) && isEasting(second)) return { northMeters: first, eastMeters: second, isPaperOrder: true };
  if (isEasting(first) && isNorthing(second)) return { northMeters: second, eastMeters: first, isPaperOrder: false };
  return null;
}

export interface GridReading {
  readonly grid: Grid;
  readonly position: Position;
}

export interface PlaceReading extends GridReading {
  readonly isOutside: boolean;
  /** Grids in which the same numbers lie inside, when they do not in the one expected. */
  readonly candidates: readonly GridReading[];
}

/** About a kilometre: a house beside the boundary is no mistake of the grid. */
const toleranceDegrees = 0.01;

/** Where numbers of a grid lie; and, when that is more than a kilometre outside the box, where else they may be meant. */
export function readGridPlace(grid: Grid, place: GridPlace, box: Box): PlaceReading {
  const isInside = ([lng, lat]: Position): boolean =>
    lng >= box.west - toleranceDegrees &&
    lat >= box.south - toleranceDegrees &&
    lng <= box.east + toleranceDegrees &&
    lat <= box.north + toleranceDegrees;
  const position = fromGrid(grid, place);
  if (isInside(position)) return { grid, position, isOutside: false, candidates: [] };
  const candidates = otherGrids
    .filter((other) => other !== grid)
    .map((other) => ({ grid: other, position: fromGrid(other, place) }))
    .filter((reading) => isInside(reading.position));
  return { grid, position, isOutside: true, candidates };
}
