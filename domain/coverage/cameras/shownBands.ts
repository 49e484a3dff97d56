/** What is drawn of a camera's view: where the public goes or all of it; by day, or as far as one sees by night. */
import { lengthOf, type Meters } from '../../geometry/localFrame.ts';
import type { View } from '../../geometry/visibility.ts';
import type { Lamp } from '../../records/lamp.ts';
import type { World } from '../../records/world.ts';
import type { CoverageGround } from '../ground.ts';
import { litRadiusMeters } from '../lamps/litRoad.ts';
import type { CameraCoverage } from './cameraCoverage.ts';
import { publicReach } from './publicReach.ts';
import { joinedReaches, viewBands, type AlongRay, type ViewBand } from './viewShape.ts';

export interface BandsAsked {
  /** Over yards too. */
  readonly isWhole: boolean;
  /** By night: those that light; null by day. */
  readonly lamps: readonly Lamp[] | null;
}

/** Bands of one camera by what was asked. */
export type KnownBands = ReadonlyMap<string, readonly ViewBand[]>;

/** What a camera sees of one ground stays what it is, until a lamp near it changes. */
const known = new WeakMap<CameraCoverage, Map<string, readonly ViewBand[]>>();
/** While a lamp is dragged every place of it asks for others: only the last ones are kept. */
const mostKept = 6;

/** `world` and `ground` are those the camera was looked at in. */
export function shownBands(
  world: World,
  ground: CoverageGround,
  coverage: CameraCoverage,
  { isWhole, lamps }: BandsAsked,
): readonly ViewBand[] {
  const { view, reach } = coverage;
  if (!view) return [];
  const discs = lamps && discsNear(ground, view, lamps);
  const key = `${isWhole ? 'whole' : 'public'} ${discs === null ? 'day' : discs.map(String).join(' ')}`;
  const kept = known.get(coverage) ?? new Map<string, readonly ViewBand[]>();
  known.set(coverage, kept);
  let bands = kept.get(key);
  if (!bands) {
    const reaches = [
      ...(isWhole ? [] : [publicReach(world, ground, view.place, view.rangeMeters)]),
      ...(discs === null ? [] : [nightReach(reach.nightMeters, discs)]),
    ];
    const [first, second] = reaches;
    bands = viewBands(coverage, first && second ? inBoth(first, second) : first);
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    kept.set(key, bands);
  }
  return bands;
}

export const bandsKnownOf = (coverage: CameraCoverage): KnownBands => known.get(coverage) ?? new Map();

/** Takes over what was worked out for the same camera elsewhere. */
export function adoptBands(coverage: CameraCoverage, bands: KnownBands): void {
  if (!known.has(coverage)) known.set(coverage, new Map(bands));
}

/** From the camera: where a lamp's light lies on the ground. */
type Disc = readonly [east: number, north: number, radiusMeters: number];

function discsNear({ frame }: CoverageGround, { place, rangeMeters }: View, lamps: readonly Lamp[]): Disc[] {
  return lamps.flatMap((lamp) => {
    const [x, y]: Meters = frame.toMeters(lamp.place);
    const disc: Disc = [x - place[0], y - place[1], litRadiusMeters(lamp)];
    return lengthOf(disc[0], disc[1]) < rangeMeters + disc[2] ? [disc] : [];
  });
}

/** As far as its own infrared, and beyond it what lamps light: as `seenBy` has it. */
const nightReach =
  (nightMeters: number, discs: readonly Disc[]): AlongRay =>
  (angle) => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const lit = discs.flatMap(([x, y, radius]): [number, number][] => {
      const half = radius * radius - (x * sin - y * cos) ** 2;
      const middle = x * cos + y * sin;
      if (half <= 0 || middle + Math.sqrt(half) <= 0) return [];
      return [[Math.max(0, middle - Math.sqrt(half)), middle + Math.sqrt(half)]];
    });
    return joinedReaches([[0, nightMeters], ...lit]);
  };

const inBoth =
  (one: AlongRay, other: AlongRay): AlongRay =>
  (angle) => {
    const others = other(angle);
    return one(angle).flatMap(([from, to]) =>
      others.flatMap(([start, end]): [number, number][] => {
        const [low, high] = [Math.max(from, start), Math.min(to, end)];
        return low < high ? [[low, high]] : [];
      }),
    );
  };
