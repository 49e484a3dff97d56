/** The houses of the sample: public ones placed by hand, then rows along every way, none touching another or a way. */
import {
  at,
  distance,
  footOn,
  insideRing,
  leftOf,
  lengthOf,
  lineDistance,
  ringDistance,
  subtract,
  type Point,
} from './plane.ts';
import { lay, type Building } from './building.ts';
import type { Random } from './random.ts';
import { openGround, sites, type Special } from './sites.ts';
import type { Way } from './ways.ts';

export const houseCount = 220;

interface Style {
  readonly plot: readonly [number, number];
  readonly gap: readonly [number, number];
  readonly depth: readonly [number, number];
  /** From the edge of the way to the front wall. */
  readonly setback: readonly [number, number];
  readonly turnDegrees: number;
  /** Share of plots that are built on. */
  readonly built: number;
  readonly special?: Special;
}

const styles = {
  trunk: { plot: [7, 14], gap: [1.2, 5], depth: [9, 16], setback: [2, 6.5], turnDegrees: 2, built: 0.92 },
  road: { plot: [11, 18], gap: [2, 7], depth: [8, 13], setback: [3, 9], turnDegrees: 6, built: 0.88 },
  lane: { plot: [10, 15.5], gap: [2, 6], depth: [7, 11], setback: [1.6, 6], turnDegrees: 7, built: 0.94 },
  tube: {
    plot: [4.3, 5.1],
    gap: [0.15, 0.2],
    depth: [13, 18],
    setback: [1.6, 2.1],
    turnDegrees: 0,
    built: 1,
    special: 'tube',
  },
} as const satisfies Record<string, Style>;

interface Row {
  readonly wayKey: string;
  readonly side: 1 | -1;
  readonly fromMeters: number;
  readonly toMeters: number;
  readonly style: Style;
}

export function placeBuildings(ways: readonly Way[], random: Random): readonly Building[] {
  const wayOf = new Map(ways.map((way) => [way.key, way]));
  const placed: Building[] = [];
  const tryPlace = (building: Building | null): boolean => {
    if (!building || !fits(building, ways, placed)) return false;
    placed.push(building);
    return true;
  };

  for (const one of sites) {
    const way = wayOf.get(one.wayKey)!;
    const foot = footOn(way.line, one.near);
    const side = sideOf(way, one.near);
    const shifts = [0, -2, 2, -4, 4, -7, 7, -10, 10, -14, 14];
    const found = shifts.some((shift) => tryPlace(lay(way, foot.measure + shift, side, one, random, 0)));
    if (!found) throw new Error(`no room for ${one.name ?? one.special} at ${one.near.join(' ')}`);
  }
  placeBehind(ways, random, tryPlace);
  // A row of tube houses on the trunk road east of the junction.
  const trunk = wayOf.get('trunk')!;
  const row = footOn(trunk.line, [62, 17]).measure;
  fillRow(
    { wayKey: 'trunk', side: -1, fromMeters: row - 32, toMeters: row + 22, style: styles.tube },
    trunk,
    random,
    tryPlace,
  );

  for (const way of ways) {
    if (way.class === 'access') continue;
    const style =
      way.key === 'trunk' || way.key === 'north' ? styles.trunk : way.class === 'road' ? styles.road : styles.lane;
    for (const side of [1, -1] as const) {
      fillRow({ wayKey: way.key, side, fromMeters: 3, toMeters: lengthOf(way.line) + 2, style }, way, random, tryPlace);
    }
  }
  return cutDown(placed, random);
}

/** Which side of the way a point lies on: 1 left, -1 right, seen along it. */
function sideOf(way: Way, point: Point): 1 | -1 {
  const foot = footOn(way.line, point);
  const left = leftOf(at(way.line, foot.measure).direction);
  const off = subtract(point, foot.point);
  return left[0] * off[0] + left[1] * off[1] > 0 ? 1 : -1;
}

function fillRow(row: Row, way: Way, random: Random, tryPlace: (building: Building) => boolean): void {
  const { style } = row;
  let measure = row.fromMeters;
  while (measure < row.toMeters) {
    const plot = random.between(...style.plot);
    if (measure + plot > row.toMeters) break;
    if (!random.chance(style.built)) {
      measure += plot;
      continue;
    }
    const shape = {
      frontMeters: Math.max(4, plot - random.between(...style.gap)),
      depthMeters: random.between(...style.depth),
      setbackMeters: random.between(...style.setback),
      use: 'residential' as const,
      name: null,
      special: style.special ?? null,
    };
    const turn = random.between(-style.turnDegrees, style.turnDegrees);
    // A shallower, nearer house often fits where the first does not.
    const done = [1, 0.8, 0.66].some((part) =>
      tryPlace(
        lay(
          way,
          measure + plot / 2,
          row.side,
          {
            ...shape,
            depthMeters: shape.depthMeters * part,
            setbackMeters: Math.max(style.setback[0], shape.setbackMeters * part),
          },
          random,
          turn,
        ),
      ),
    );
    measure += done ? plot : 2;
  }
}

/** Houses at the inner end of each path, behind those that front the road. */
function placeBehind(ways: readonly Way[], random: Random, tryPlace: (building: Building | null) => boolean): void {
  for (const path of ways.filter((way) => way.class === 'access')) {
    const end = lengthOf(path.line);
    const road = ways.find((way) => way.key === path.parent)!;
    for (const side of [1, -1] as const) {
      const shape = {
        frontMeters: random.between(8, 11),
        depthMeters: random.between(7, 10),
        setbackMeters: 1.6,
        use: 'residential' as const,
        name: null,
        special: 'behind' as const,
      };
      for (const back of [5.5, 3, 8]) {
        const building = lay(path, end - back, side, shape, random, 4);
        if (tryPlace(building && { ...building, wayKey: road.key })) break;
      }
    }
  }
}

const apartMeters = (a: Building, b: Building): number => (a.special === 'tube' && b.special === 'tube' ? 0.05 : 1.2);

function fits(building: Building, ways: readonly Way[], placed: readonly Building[]): boolean {
  const { ring, entrance } = building;
  if (openGround.some((field) => ring.some((corner) => insideRing(field, corner)))) return false;
  for (const way of ways) {
    const fromDoor = footOn(way.line, entrance).distance;
    if (fromDoor < way.widthMeters / 2 + 0.2) return false;
    // No corner is farther than this from its door.
    if (fromDoor > 60) continue;
    if (lineDistance([...ring, ring[0]!], way.line) < way.widthMeters / 2 + 0.9) return false;
  }
  for (const other of placed) {
    if (distance(entrance, other.entrance) > 80) continue;
    if (ringDistance(ring, other.ring) < apartMeters(building, other)) return false;
    if (insideRing(other.ring, entrance) || insideRing(ring, other.entrance)) return false;
  }
  return true;
}

/** Leaves out ordinary houses, the outlying ones first, until the village has its number; no row is emptied. */
function cutDown(placed: readonly Building[], random: Random): readonly Building[] {
  if (placed.length < houseCount) throw new Error(`only ${placed.length} houses found room`);
  const kept = new Set(placed);
  const inRow = new Map<string, number>();
  for (const { wayKey } of placed) inRow.set(wayKey, (inRow.get(wayKey) ?? 0) + 1);
  const outlying = placed
    .filter((building) => building.special === null)
    .map((building) => ({ building, far: distance(building.entrance, [-10, -10]) + random.between(0, 260) }))
    .sort((a, b) => b.far - a.far);
  for (const { building } of outlying) {
    const row = inRow.get(building.wayKey)!;
    if (kept.size === houseCount) break;
    if (row <= 3) continue;
    kept.delete(building);
    inRow.set(building.wayKey, row - 1);
  }
  return placed.filter((building) => kept.has(building));
}
