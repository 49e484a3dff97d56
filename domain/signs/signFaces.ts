/** What is printed on both faces of a proposed plate; a direction sign's arrow points the same way on both. */
import type { Meters } from '../geometry/localFrame.ts';
import type { World } from '../records/world.ts';
import type { SitedPlate } from './plates.ts';
import { proposedText } from './proposedText.ts';
import { looksOf } from './reading.ts';

export function facesOf(world: World, { subject, facingDegrees }: SitedPlate): readonly string[] {
  const { signKind, roadId, landmarkId, towards } = subject;
  const landmark = landmarkId === null ? undefined : world.landmark.get(landmarkId);
  if (!landmark) {
    const text = proposedText(world, { signKind, roadId, houseId: null, landmarkId: null }) ?? '';
    return [text, text];
  }
  const name = landmark.name.toLocaleUpperCase('vi');
  return looksOf(facingDegrees, 2).map((look) => (isRightOf(look, towards) ? `${name} →` : `← ${name}`));
}

/** Whether a way goes to the right of somebody who stands before a face that looks at him. */
const isRightOf = ([lookX, lookY]: Meters, [x, y]: Meters): boolean => -lookY * x + lookX * y > 0;
