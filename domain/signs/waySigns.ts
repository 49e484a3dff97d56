/** Which signs are about a way, and whether they say its name. */
import { splitClassWord } from '../addressing/roadClass.ts';
import { isNamed, roadLabel } from '../addressing/roadName.ts';
import type { Road } from '../records/road.ts';
import type { Sign, SignKind } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import { says } from './faceText.ts';

/** Signs of these kinds tell which way is which, or where one leads; the others tell a house or the village. */
export const isOfWays = (signKind: SignKind): boolean => signKind !== 'village-entrance' && signKind !== 'house-plate';

/** Direction signs only where they are tied to a road alone: the way to a landmark says the landmark. */
export const namesRoad = ({ signKind, roadId, landmarkId }: Sign): boolean =>
  signKind === 'road-name' ||
  signKind === 'lane-mouth' ||
  (signKind === 'direction' && roadId !== null && landmarkId === null);

/** The road a sign is tied to, where it is still there and the sign says its name; else it leads people astray. */
export function roadSaid(world: World, sign: Sign): Road | null {
  const road = sign.roadId === null ? undefined : world.road.get(sign.roadId);
  return road && road.state !== 'closed' && saysItsName(world, sign, road) ? road : null;
}

/** Its name with or without the class word, or the number it goes by, stands on one face. */
function saysItsName(world: World, { faces }: Sign, road: Road): boolean {
  if (!isNamed(road)) return false;
  const label = roadLabel(world, road);
  return says(faces, road.name === null ? label : splitClassWord(label).rest);
}
