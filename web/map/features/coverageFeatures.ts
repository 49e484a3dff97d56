/**
 * What the map shows of cameras' views, of light, and of what of the roads is seen or lit. Fetched when it is first looked
 * at, with the rules it rests on.
 */
import type { CameraCoverage } from '../../../domain/coverage/cameras/cameraCoverage.ts';
import {
  countingCameras,
  coverageOf,
  mayBeLookedAt,
  seenBy,
  type Light,
} from '../../../domain/coverage/cameras/roadsSeen.ts';
import { adoptBands, shownBands, type KnownBands } from '../../../domain/coverage/cameras/shownBands.ts';
import type { ViewBand } from '../../../domain/coverage/cameras/viewShape.ts';
import { coverageGroundOf, type CoverageGround } from '../../../domain/coverage/ground.ts';
import { countingLamps } from '../../../domain/coverage/lamps/lightReport.ts';
import { litBy, litRadiusMeters } from '../../../domain/coverage/lamps/litRoad.ts';
import { counted, rest, type Stretch } from '../../../domain/coverage/stretches.ts';
import { lineBetween } from '../../../domain/geometry/lineBetween.ts';
import type { LineString } from '../../../domain/geometry/shapes.ts';
import type { Camera } from '../../../domain/records/camera.ts';
import type { Id } from '../../../domain/records/fields.ts';
import type { Lamp } from '../../../domain/records/lamp.ts';
import { villageOf, type World } from '../../../domain/records/world.ts';
import { circleRing } from '../../tools/wedge.ts';
import { collection, noFeatures, type MapFeature, type MapFeatures } from './feature.ts';

export interface ShownCoverage {
  readonly light: Light;
  readonly shows: 'seen' | 'lit';
  /** An index of `densities`. */
  readonly level: number;
  readonly isWithPlanned: boolean;
  readonly darkMeters: number;
  readonly isWhole: boolean;
}

/** What is known from the last report, of the village as it was then. */
export interface KnownCoverage {
  readonly world: World;
  readonly cameras: readonly CameraCoverage[];
  readonly bands: ReadonlyMap<Id, KnownBands>;
}

/** Beside what counts. */
export interface LookedAt {
  /** Cameras and lamps as the hand has them: they count, whatever their state. */
  readonly inHand: readonly (Camera | Lamp)[];
  /** Their views are drawn though they count for nothing. */
  readonly cameras: readonly Camera[];
}

interface Seen {
  readonly coverage: CameraCoverage;
  readonly bands: readonly ViewBand[];
}

/**
 * The views of all cameras that count and of those in the hand, and the roads under them. A camera that is as it was
 * reported is not looked at again: only what the hand changes is worked out here.
 */
export function coverageFeatures(
  world: World,
  shown: ShownCoverage,
  known: KnownCoverage,
  { inHand, cameras: lookedAt }: LookedAt,
): { readonly views: MapFeatures; readonly coverage: MapFeatures } {
  const ground = coverageGroundOf(world);
  const held = new Set(inHand.map(({ id }) => id));
  const lamps = [
    ...countingLamps(world, shown).filter(({ id }) => !held.has(id)),
    ...inHand.filter((device) => device.kind === 'lamp'),
  ];
  if (shown.shows === 'lit') {
    return {
      views: noFeatures,
      coverage: collection([...nightOf(world, lamps), ...litRoads(world, ground, lamps, shown)]),
    };
  }
  const asked = { isWhole: shown.isWhole, lamps: shown.light === 'night' ? lamps : null };
  const reported = new Map(known.cameras.map((coverage) => [coverage.camera.id, coverage]));
  const seenByCamera = (camera: Camera): Seen => {
    const before = known.world.camera.get(camera.id) === camera ? reported.get(camera.id) : undefined;
    const coverage = before ?? coverageOf(ground, camera);
    if (before) adoptBands(before, known.bands.get(camera.id) ?? new Map());
    return { coverage, bands: shownBands(world, ground, coverage, asked) };
  };
  const seen = [
    ...countingCameras(world, shown).filter(({ id }) => !held.has(id)),
    ...inHand.filter((device) => device.kind === 'camera').filter(mayBeLookedAt),
  ].map(seenByCamera);
  const coverages = seen.map(({ coverage }) => coverage);
  const counting = new Set(coverages.map(({ camera }) => camera.id));
  const others = lookedAt.filter((camera) => !counting.has(camera.id)).filter(mayBeLookedAt);
  return {
    views: collection([...seen, ...others.map(seenByCamera)].flatMap((one) => viewOf(ground, one))),
    coverage: collection([
      ...(shown.light === 'night' ? nightOf(world, lamps) : lightOf(inHand)),
      ...seenRoads(world, ground, coverages, lamps, shown),
    ]),
  };
}

/** What the streetlights among them light, whatever is shown else. */
export const lightFeatures = (devices: readonly (Camera | Lamp)[]): MapFeatures => collection(lightOf(devices));

/** The views of these cameras alone, whatever is shown else. */
export function viewFeatures(world: World, cameras: readonly Camera[], isWhole: boolean): MapFeatures {
  const ground = coverageGroundOf(world);
  return collection(
    cameras.filter(mayBeLookedAt).flatMap((camera) => {
      const coverage = coverageOf(ground, camera);
      return viewOf(ground, { coverage, bands: shownBands(world, ground, coverage, { isWhole, lamps: null }) });
    }),
  );
}

/** The same areas are the same features: what the hand does not touch is not sent to be drawn again. */
const drawnBands = new WeakMap<readonly ViewBand[], readonly MapFeature[]>();

function viewOf({ frame }: CoverageGround, { coverage: { camera }, bands }: Seen): readonly MapFeature[] {
  let drawn = drawnBands.get(bands);
  if (!drawn) {
    drawn = bands.flatMap(({ level, rings }) =>
      rings.map((ring, index): MapFeature => {
        const places = ring.map(frame.toDegrees);
        const geometry = { type: 'Polygon' as const, coordinates: [[...places, places[0]!]] };
        return { type: 'Feature', id: `${camera.id}/${level}/${index}`, geometry, properties: { level } };
      }),
    );
    drawnBands.set(bands, drawn);
  }
  return drawn;
}

/** Shorter than this nothing is drawn: where two stretches meet a dot would only be taken for something. */
const leastDrawnMeters = 0.5;

const stretchOf = (
  roadId: Id,
  line: LineString,
  { fromMeters, toMeters }: Stretch,
  properties: MapFeature['properties'],
): MapFeature[] =>
  toMeters - fromMeters < leastDrawnMeters
    ? []
    : [
        {
          type: 'Feature',
          id: `${roadId}/${fromMeters.toFixed(2)}`,
          geometry: lineBetween(line, fromMeters, toMeters),
          properties,
        },
      ];

const timesSeen = ['one', 'two', 'more'] as const;

function seenRoads(
  world: World,
  ground: CoverageGround,
  cameras: readonly CameraCoverage[],
  lamps: readonly Lamp[],
  { level, light }: ShownCoverage,
): MapFeature[] {
  const lit = light === 'night' ? litBy(ground, lamps) : new Map<Id, Stretch[]>();
  return [...ground.roadMeters].flatMap(([roadId, lengthMeters]) => {
    const { line } = world.road.get(roadId)!;
    const of = cameras.filter(({ seen }) => seen.has(roadId));
    const seen = counted(of.map((camera) => seenBy(camera, roadId, level, light, lit)));
    return [
      ...rest(seen, lengthMeters).flatMap((stretch) => stretchOf(roadId, line, stretch, { role: 'blind' })),
      ...seen.flatMap((stretch) =>
        stretchOf(roadId, line, stretch, { role: 'seen', by: timesSeen[Math.min(stretch.count, 3) - 1]! }),
      ),
    ];
  });
}

function litRoads(
  world: World,
  ground: CoverageGround,
  lamps: readonly Lamp[],
  { darkMeters }: ShownCoverage,
): MapFeature[] {
  const lit = litBy(ground, lamps);
  return [...ground.roadMeters].flatMap(([roadId, lengthMeters]) => {
    const { line } = world.road.get(roadId)!;
    const stretches = lit.get(roadId) ?? [];
    return [
      ...stretches.flatMap((stretch) => stretchOf(roadId, line, stretch, { role: 'lit' })),
      ...rest(stretches, lengthMeters).flatMap((stretch) => {
        const isDark = stretch.toMeters - stretch.fromMeters > darkMeters;
        return stretchOf(roadId, line, stretch, { role: isDark ? 'dark' : 'unlit' });
      }),
    ];
  });
}

/** Degrees round the village that are dark by night: more than a map shows. */
const nightDegrees = 1;

function nightOf(world: World, lamps: readonly Lamp[]): MapFeature[] {
  const [lng, lat] = villageOf(world)?.boundary.coordinates[0]?.[0] ?? [0, 0];
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ].map(([east, north]) => [lng + east! * nightDegrees, lat + north! * nightDegrees] as const);
  return [
    {
      type: 'Feature',
      id: 'night',
      geometry: { type: 'Polygon', coordinates: [corners] },
      properties: { role: 'night' },
    },
    ...lightOf(lamps),
  ];
}

const lightOf = (devices: readonly (Camera | Lamp)[]): readonly MapFeature[] =>
  devices
    .filter((device) => device.kind === 'lamp')
    .map((lamp) => ({
      type: 'Feature',
      id: lamp.id,
      geometry: { type: 'Polygon', coordinates: [circleRing(lamp.place, litRadiusMeters(lamp))] },
      properties: { role: 'disc' },
    }));
