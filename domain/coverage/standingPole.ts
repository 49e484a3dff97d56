/** The pole a new device is hung on: one that stands within an arm's reach of where the hand pointed. */
import { distanceMeters } from '../geometry/localFrame.ts';
import { roundPosition } from '../geometry/rounding.ts';
import type { Position } from '../geometry/shapes.ts';
import type { World } from '../records/world.ts';

/** Two poles do not stand nearer to each other. */
const poleReachMeters = 3;

export interface Pole {
  readonly place: Position;
  /** Its mark, where one is known. */
  readonly pole: string | null;
}

/** The nearest pole of a lamp or sign that stands, else the place itself. A lamp hangs on no pole that has one. */
export function poleNear(world: World, position: Position, hung: 'camera' | 'lamp'): Pole {
  let best: Pole = { place: roundPosition(position), pole: null };
  let bestMeters = poleReachMeters;
  const offer = (candidate: Pole, isFree = () => true) => {
    const meters = distanceMeters(candidate.place, position);
    if (meters <= bestMeters && isFree()) [best, bestMeters] = [candidate, meters];
  };
  const lamps = [...world.lamp.values()].filter(({ state }) => state !== 'planned');
  if (hung === 'camera') lamps.forEach((lamp) => offer(lamp));
  for (const { place, post, state } of world.sign.values()) {
    const stands = post !== 'wall' && (state === 'installed' || state === 'damaged');
    const hasLamp = () => lamps.some((lamp) => distanceMeters(lamp.place, place) <= poleReachMeters);
    if (stands) offer({ place, pole: null }, () => hung === 'camera' || !hasLamp());
  }
  return best;
}
