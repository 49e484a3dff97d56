/**
 * Who is recorded in a public place must be told, by a sign or otherwise (Law 91/2025/QH15, article 32; RULES §6): which
 * public cameras have no such sign near, and the sign that would tell.
 */
import { distanceMeters } from '../geometry/localFrame.ts';
import type { Camera } from '../records/camera.ts';
import type { Id } from '../records/fields.ts';
import { newlyPlanned, type NewSign } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import { announcesCamera } from '../signs/faceText.ts';

export const noticeText = 'KHU VỰC CÓ\nCAMERA GIÁM SÁT';
/** A sign this near to a camera speaks of it. */
export const noticeMeters = 30;

/** Cameras of the commune and the village, standing or planned, that no sign with the word "camera" announces. */
export function camerasWithoutNotice(world: World): readonly Camera[] {
  const notices = [...world.sign.values()].filter(({ state, faces }) => state !== 'removed' && announcesCamera(faces));
  return [...world.camera.values()].filter(
    ({ owner, state, place }) =>
      owner !== 'household' &&
      state !== 'broken' &&
      !notices.some((sign) => distanceMeters(sign.place, place) <= noticeMeters),
  );
}

/** On the camera's own pole, looking the way the camera looks: who comes into its view reads it. */
export const noticeFor = ({ place, facingDegrees }: Pick<Camera, 'place' | 'facingDegrees'>, id: Id): NewSign => ({
  ...newlyPlanned,
  id,
  signKind: 'direction',
  place,
  facingDegrees,
  faces: [noticeText],
  post: 'existing-pole',
});
