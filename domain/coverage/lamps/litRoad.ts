/** What lamps light of the roads: all that lies in a disc round each. Nobody asks for a line of sight (RULES §7). */
import { shareWithin } from '../../geometry/disc.ts';
import { lengthOf } from '../../geometry/localFrame.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { Id } from '../../records/fields.ts';
import type { Lamp } from '../../records/lamp.ts';
import { stretchOn, type CoverageGround } from '../ground.ts';
import { joined, totalMeters, type Stretch } from '../stretches.ts';

/** A lamp of which nothing is known lights so far; by its height twice that, up to a limit (RULES §7). */
const usualRadiusMeters = 15;
const radiusPerHeight = 2;
const mostByHeightMeters = 20;

export function litRadiusMeters({
  litRadiusMeters,
  heightMeters,
}: Pick<Lamp, 'litRadiusMeters' | 'heightMeters'>): number {
  if (litRadiusMeters !== null) return litRadiusMeters;
  if (heightMeters === null) return usualRadiusMeters;
  return Math.min(mostByHeightMeters, radiusPerHeight * heightMeters);
}

type Disc = Pick<Lamp, 'place' | 'litRadiusMeters' | 'heightMeters'>;

/** By road, joined. */
export function litBy(ground: CoverageGround, lamps: Iterable<Disc>): Map<Id, Stretch[]> {
  const lit = new Map<Id, Stretch[]>();
  for (const lamp of lamps) {
    const [place, radius] = [ground.frame.toMeters(lamp.place), litRadiusMeters(lamp)];
    for (const piece of ground.piecesNear(place, radius)) {
      const share = shareWithin(place, radius, piece.from, piece.to);
      if (!share) continue;
      const stretches = lit.get(piece.roadId) ?? [];
      stretches.push(stretchOn(piece, share));
      lit.set(piece.roadId, stretches);
    }
  }
  return new Map([...lit].map(([id, stretches]) => [id, joined(stretches)]));
}

/** Metres of road in all. */
export const litMeters = (lit: ReadonlyMap<Id, readonly Stretch[]>): number =>
  [...lit.values()].reduce((sum, stretches) => sum + totalMeters(stretches), 0);

/** Whether a working lamp lights a place. */
export function isLit({ frame }: Pick<CoverageGround, 'frame'>, lamps: readonly Disc[], position: Position): boolean {
  const [x, y] = frame.toMeters(position);
  return lamps.some((lamp) => {
    const [lampX, lampY] = frame.toMeters(lamp.place);
    return lengthOf(x - lampX, y - lampY) <= litRadiusMeters(lamp);
  });
}
