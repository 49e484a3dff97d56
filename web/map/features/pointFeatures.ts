/** Things that stand at one place: signs, cameras with the wedge they look into, lamps, landmarks. */
import type { Camera } from '../../../domain/records/camera.ts';
import type { World } from '../../../domain/records/world.ts';
import { wedgeRing } from '../../tools/wedge.ts';
import { collection, feature, pointFeature, type MapFeatures } from './feature.ts';
import { oneLine, shortText } from './signText.ts';

export const signFeatures = (world: World): MapFeatures =>
  collection(
    [...world.sign.values()].map((sign) =>
      pointFeature(sign.place, {
        id: sign.id,
        kind: 'sign',
        signKind: sign.signKind,
        state: sign.state,
        facing: sign.facingDegrees,
        both: sign.faces.length > 1,
        text: oneLine(sign.faces[0] ?? ''),
        short: shortText(sign.signKind, sign.faces[0] ?? ''),
      }),
    ),
  );

/** The wedge shows where a camera looks, not how far it recognises anyone: a fixed length on the ground. */
const wedgeMeters = 22;

const aboutCamera = (camera: Camera) => ({
  id: camera.id,
  kind: 'camera',
  owner: camera.owner,
  state: camera.state,
  facing: camera.facingDegrees,
  name: camera.name ?? '',
});

export const cameraFeatures = (world: World): MapFeatures =>
  collection(
    [...world.camera.values()].flatMap((camera) => [
      feature(
        {
          type: 'Polygon',
          coordinates: [
            wedgeRing(camera.place, camera.facingDegrees, camera.horizontalFieldOfViewDegrees, wedgeMeters),
          ],
        },
        { ...aboutCamera(camera), role: 'wedge' },
      ),
      pointFeature(camera.place, { ...aboutCamera(camera), role: 'device' }),
    ]),
  );

export const lampFeatures = (world: World): MapFeatures =>
  collection(
    [...world.lamp.values()].map((lamp) =>
      pointFeature(lamp.place, { id: lamp.id, kind: 'lamp', state: lamp.state, owner: lamp.owner }),
    ),
  );

export const landmarkFeatures = (world: World): MapFeatures =>
  collection(
    [...world.landmark.values()].map((landmark) =>
      pointFeature(landmark.place, {
        id: landmark.id,
        kind: 'landmark',
        landmarkKind: landmark.landmarkKind,
        name: landmark.name,
      }),
    ),
  );
