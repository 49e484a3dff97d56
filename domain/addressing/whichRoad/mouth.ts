/** Where a house that stands back is reached from its road: the mouth of the way without a name that leads to it. */
import { lengthOf } from '../../geometry/localFrame.ts';
import type { Position } from '../../geometry/shapes.ts';
import { sameMeters, type AccessWays } from './accessWays.ts';
import type { RoadEvidence } from './roadEvidence.ts';
import type { Site } from './site.ts';
import { standsBack } from './weights.ts';

export interface Mouth {
  /** The end of the way at the road. */
  readonly position: Position;
  /** On the way, some metres in: on the side of the road to which it leads. */
  readonly inside: Position;
  /** From the mouth along the way to where the house is nearest to it. */
  readonly alongMeters: number;
  /** The way as one goes it, from where the house is nearest to it to the mouth. */
  readonly path: readonly Position[];
}

/** Far enough from the road's middle to tell its side, in metres. */
const insideMeters = 10;

/** Null for a house that lies on the road itself, or to which no such way leads. */
export function mouthTo(
  { ways, frame }: Site,
  { toward, roadsKept }: AccessWays,
  { access, edgeMeters }: RoadEvidence,
): Mouth | null {
  if (!access || access.gap + standsBack.closerMeters >= edgeMeters || access.along <= standsBack.alongMeters)
    return null;
  // Along the way to its mouth, keeping the place just before.
  let { slot, x: beforeX, y: beforeY } = access;
  let vertex = Math.floor(slot / roadsKept);
  const path = [frame.toDegrees([beforeX, beforeY]), frame.toDegrees([ways.x[vertex]!, ways.y[vertex]!])];
  while (toward[slot]! >= 0) {
    const [fromX, fromY] = [ways.x[vertex]!, ways.y[vertex]!];
    slot = toward[slot]!;
    vertex = Math.floor(slot / roadsKept);
    path.push(frame.toDegrees([ways.x[vertex]!, ways.y[vertex]!]));
    if (lengthOf(ways.x[vertex]! - fromX, ways.y[vertex]! - fromY) > sameMeters) [beforeX, beforeY] = [fromX, fromY];
  }
  const [x, y] = [ways.x[vertex]!, ways.y[vertex]!];
  const [dx, dy] = [beforeX - x, beforeY - y];
  const share = insideMeters / Math.max(lengthOf(dx, dy), insideMeters);
  return {
    position: path.at(-1)!,
    inside: frame.toDegrees([x + dx * share, y + dy * share]),
    alongMeters: access.along,
    path,
  };
}
