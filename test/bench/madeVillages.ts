/** Made-up villages for measuring: roads with lanes and driveways, houses along them and behind; the same for one seed. */
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Road } from '../../domain/records/road.ts';

/** Of the villages that are numbered for a figure. */
export const villageSeed = 20_221_130;
export const housesPerVillage = 303;

export interface MadeRoad {
  readonly id: number;
  /** Null: a driveway. */
  readonly name: string | null;
  readonly widthMeters: number;
  readonly line: readonly Position[];
}

export interface MadeHouse {
  readonly id: number;
  /** A closed rectangle. */
  readonly ring: readonly Position[];
}

export interface MadeVillage {
  readonly id: number;
  readonly roads: readonly MadeRoad[];
  readonly houses: readonly MadeHouse[];
}

const metersPerLat = 110_700;
const metersPerLng = 104_700;
/** Villages lie this far apart, so that none sees another. */
const spacingMeters = 1_600;

/** Uniform in [0, 1): mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Meters = readonly [x: number, y: number];

/** `houseCount` houses; about one road to ten of them. */
export function madeVillage(id: number, houseCount: number, seed: number): MadeVillage {
  const random = randomFrom(seed * 1_000_003 + id);
  const origin: Position = [
    105 + ((id % 58) * spacingMeters) / metersPerLng,
    19.5 + (Math.floor(id / 58) * spacingMeters) / metersPerLat,
  ];
  const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
  const toDegrees = ([x, y]: Meters): Position => [
    round(origin[0] + x / metersPerLng),
    round(origin[1] + y / metersPerLat),
  ];
  const roads: MadeRoad[] = [];
  const houses: MadeHouse[] = [];
  const lines: (readonly Meters[])[] = [];
  const addRoad = (name: string | null, widthMeters: number, line: readonly Meters[]) => {
    roads.push({ id: roads.length, name, widthMeters, line: line.map(toDegrees) });
    lines.push(line);
  };
  const side = Math.sqrt(houseCount) * 42;
  /** A line that bends a little every 60 to 100 metres. */
  const wander = (from: Meters, bearing: number, length: number): Meters[] => {
    const line: Meters[] = [from];
    let [x, y] = from;
    let angle = bearing;
    for (let gone = 0; gone < length;) {
      const step = Math.min(length - gone, 60 + 40 * random());
      x += Math.cos(angle) * step;
      y += Math.sin(angle) * step;
      line.push([x, y]);
      angle += (random() - 0.5) * 0.3;
      gone += step;
    }
    return line;
  };
  const count = Math.max(2, Math.round(houseCount / 75));
  for (let i = 0; i < count; i += 1) addRoad(`Đường ${i + 1}`, 5 + (i % 3), wander([0, (i * side) / count], 0, side));
  const mains = lines.slice();
  mains.forEach((main, road) => {
    for (let vertex = 1; vertex + 1 < main.length; vertex += 1) {
      if (random() < 0.15) continue;
      const up = random() < 0.5 ? 1 : -1;
      addRoad(
        `Ngõ ${road + 1}.${vertex}`,
        2.5,
        wander(main[vertex]!, (up * Math.PI) / 2 + (random() - 0.5) * 0.4, 50 + 60 * random()),
      );
    }
  });
  const named = lines.length;
  for (let turn = 0; houses.length < houseCount; turn += 1) {
    const line = lines[turn % named]!;
    const along = houseOn(line, random, roads[turn % named]!.widthMeters, turn >= named * 12);
    houses.push({ id: houses.length, ring: along.ring.map(toDegrees) });
    // Some stand back and have a driveway of their own.
    if (along.setback > 18) addRoad(null, 2, [along.foot, along.front]);
  }
  return { id, roads, houses };
}

function houseOn(line: readonly Meters[], random: () => number, widthMeters: number, isBehind: boolean) {
  const at = Math.min(line.length - 2, Math.floor(random() * (line.length - 1)));
  const [from, to] = [line[at]!, line[at + 1]!];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const t = random() * length;
  const sign = random() < 0.5 ? 1 : -1;
  const setback = isBehind || random() < 0.1 ? 19 + random() * 12 : 3 + random() * 6;
  const foot: Meters = [from[0] + ux * t, from[1] + uy * t];
  const corner = (along: number, away: number): Meters => [
    foot[0] + ux * along - uy * sign * (widthMeters / 2 + away),
    foot[1] + uy * along + ux * sign * (widthMeters / 2 + away),
  ];
  const half = 2.5 + random() * 2.5;
  const depth = 8 + random() * 6;
  const ring = [
    corner(-half, setback),
    corner(half, setback),
    corner(half, setback + depth),
    corner(-half, setback + depth),
  ];
  return { ring: [...ring, ring[0]!], setback, foot, front: corner(0, setback) };
}

/** Driveways are access ways, `Ngõ` lanes without a name of their own. */
export function madeRoadRecord({ id, name, widthMeters, line }: MadeRoad): Road {
  return {
    kind: 'road',
    id: String(id).padStart(4, '0'),
    version: 1,
    class: name === null ? 'access' : name.startsWith('Ngõ') ? 'lane' : 'road',
    name: name === null || name.startsWith('Ngõ') ? null : name,
    numberName: null,
    parentRoadId: null,
    line: { type: 'LineString', coordinates: line },
    directionReason: null,
    widthMeters,
    madeFor: 'vehicles',
    state: 'existing',
    decisionId: null,
  };
}
