/** Things that stand at one place: signs, cameras turned the way they look, lamps, landmarks. */
import type { World } from '../../../domain/records/world.ts';
import { collection, pointFeature, type MapFeatures } from './feature.ts';
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

export const cameraFeatures = (world: World): MapFeatures =>
  collection(
    [...world.camera.values()].map(({ id, place, owner, state, facingDegrees, name }) =>
      pointFeature(place, { id, kind: 'camera', owner, state, facing: facingDegrees, name: name ?? '' }),
    ),
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
