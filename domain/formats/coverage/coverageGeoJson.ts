/**
 * Cameras, lamps and what they cover as GeoJSON (RFC 7946). For everybody: places of cameras of the commune and the
 * village and of lamps, nothing of what a camera sees (RULES §6.5). In full: every camera with its optics, the ground it
 * sees, and the stretches of road seen and lit.
 */
import { coverageGroundOf } from '../../coverage/ground.ts';
import type { CameraCoverage } from '../../coverage/cameras/cameraCoverage.ts';
import { opticsOf } from '../../coverage/cameras/optics.ts';
import { viewOutline } from '../../coverage/cameras/viewOutline.ts';
import { litRadiusMeters } from '../../coverage/lamps/litRoad.ts';
import type { Stretch } from '../../coverage/stretches.ts';
import type { VillageCoverage } from '../../coverage/villageCoverage.ts';
import { withoutHouseholdCameras } from '../../coverage/publicDevices.ts';
import type { LocalFrame } from '../../geometry/localFrame.ts';
import { lineBetween } from '../../geometry/lineBetween.ts';
import { roundPosition } from '../../geometry/rounding.ts';
import type { LineString, Polygon, Position } from '../../geometry/shapes.ts';
import type { Camera } from '../../records/camera.ts';
import type { Id } from '../../records/fields.ts';
import type { Lamp } from '../../records/lamp.ts';
import type { World } from '../../records/world.ts';
import { noticeOf } from '../listWords.ts';
import type { Cell } from '../table.ts';
import { addressCells } from './deviceWords.ts';

export interface CoverageFeature {
  readonly type: 'Feature';
  readonly id?: Id;
  readonly geometry: LineString | Polygon | { readonly type: 'Point'; readonly coordinates: Position };
  readonly properties: Readonly<Record<string, Cell>>;
}

export interface CoverageFeatures {
  readonly type: 'FeatureCollection';
  readonly features: readonly CoverageFeature[];
}

export const publicCoverageFields = [
  'kind',
  'owner',
  'state',
  'name',
  'road',
  'measureMeters',
  'side',
  'note',
] as const;
export const fullCoverageFields = [
  ...publicCoverageFields,
  ...['facingDegrees', 'horizontalDegrees', 'tiltDegrees', 'heightMeters', 'horizontalPixels', 'nightRangeMeters'],
  ...['model', 'pole', 'consentOn', 'consentWithdrawnOn', 'powerWatts', 'lightSource', 'litRadiusMeters'],
  ...['cameraId', 'fromMeters', 'toMeters', 'cameras', 'time'],
] as const;

export const publicGeoJson = (world: World): CoverageFeatures => ({
  type: 'FeatureCollection',
  features: devicePoints(withoutHouseholdCameras(world), () => ({})),
});

export function fullGeoJson(world: World, coverage: VillageCoverage): CoverageFeatures {
  const { frame } = coverageGroundOf(world);
  const { roads, light } = coverage;
  return {
    type: 'FeatureCollection',
    features: [
      ...devicePoints(world, factsOf),
      ...coverage.cameras.flatMap((camera) => viewFeature(frame, camera)),
      ...(['day', 'night'] as const).flatMap((time) => {
        const ofStretch = (stretch: Stretch & { readonly count: number }) => ({ time, cameras: stretch.count });
        return roadFeatures(world, 'seen', roads[time].byRoad, ofStretch);
      }),
      ...roadFeatures(world, 'lit', light.lit, () => ({})),
      ...light.dark.flatMap((stretch) =>
        roadFeatures(world, 'dark', new Map([[stretch.roadId, [stretch]]]), () => ({})),
      ),
    ],
  };
}

/** The facts every device may be told with, and `more` of each. */
function devicePoints(
  world: World,
  more: (device: Camera | Lamp) => Readonly<Record<string, Cell>>,
): readonly CoverageFeature[] {
  const note = noticeOf(world);
  return [...world.camera.values(), ...world.lamp.values()].map((device) => {
    const { kind, id, place, owner, state } = device;
    const name = device.kind === 'camera' ? device.name : null;
    const facts = { kind, owner, state, name, ...addressCells(world, place), note };
    return {
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: place },
      properties: { ...facts, ...more(device) },
    };
  });
}

function factsOf(device: Camera | Lamp): Readonly<Record<string, Cell>> {
  if (device.kind === 'lamp') {
    const { heightMeters, powerWatts, lightSource, pole } = device;
    return { heightMeters, powerWatts, lightSource, pole, litRadiusMeters: litRadiusMeters(device) };
  }
  const { facingDegrees, horizontalDegrees, tiltDegrees, heightMeters, horizontalPixels, nightRangeMeters } =
    opticsOf(device);
  const { model, pole, consentOn, consentWithdrawnOn } = device;
  return {
    ...{ facingDegrees, horizontalDegrees, tiltDegrees, heightMeters, horizontalPixels, nightRangeMeters },
    ...{ model, pole, consentOn, consentWithdrawnOn },
  };
}

function viewFeature({ toDegrees }: LocalFrame, { camera, view, reach }: CameraCoverage): readonly CoverageFeature[] {
  const ring = view ? viewOutline(view, reach.deadMeters) : [];
  if (ring.length < 3) return [];
  const positions = ring.map((place) => roundPosition(toDegrees(place)));
  // RFC 7946: the outer ring runs counterclockwise, as the view does, and ends where it begins.
  const geometry: Polygon = { type: 'Polygon', coordinates: [[...positions, positions[0]!]] };
  return [{ type: 'Feature', geometry, properties: { kind: 'view', cameraId: camera.id, owner: camera.owner } }];
}

function roadFeatures<S extends Stretch>(
  world: World,
  kind: 'seen' | 'lit' | 'dark',
  byRoad: ReadonlyMap<Id, readonly S[]>,
  more: (stretch: S) => Readonly<Record<string, Cell>>,
): readonly CoverageFeature[] {
  return [...byRoad].flatMap(([roadId, stretches]) => {
    const road = world.road.get(roadId)!;
    return stretches.map((stretch): CoverageFeature => {
      const { fromMeters, toMeters } = stretch;
      const { coordinates } = lineBetween(road.line, fromMeters, toMeters);
      return {
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: coordinates.map(roundPosition) },
        properties: { kind, road: road.name, fromMeters, toMeters, ...more(stretch) },
      };
    });
  });
}
