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
  /** From there to the house. */
  readonly gapMeters: number;
  /** The way as one goes it, from where the house is nearest to it to the mouth. */
  readonly path: readonly Position[];
}

/** Far enough from the road's middle to tell its side, in metres. */
const insideMeters = 10;

/** Null for a house that lies on the road itself, or to which no such way leads. */
export function mouthTo(
  { ways, frame }: Site,
  { toward, roadsKept }: AccessWays,
  { accessSlot, accessGap, accessAlong, accessX, accessY, edgeMeters }: RoadEvidence,
): Mouth | null {
  if (accessSlot < 0 || accessGap + standsBack.closerMeters >= edgeMeters || accessAlong <= standsBack.alongMeters)
    return null;
  const path: (readonly [number, number])[] = [[accessX, accessY]];
  for (let slot = accessSlot; slot >= 0; slot = toward[slot]!) {
    const vertex = Math.floor(slot / roadsKept);
    const [x, y] = [ways.x[vertex]!, ways.y[vertex]!];
    const [lastX, lastY] = path.at(-1)!;
    // Where two ways meet each has a vertex: the same place, from which there is no direction to the other.
    if (lengthOf(x - lastX, y - lastY) <= sameMeters) path.pop();
    path.push([x, y]);
  }
  const [x, y] = path.at(-1)!;
  const [beforeX, beforeY] = path.at(-2) ?? [x, y];
  const [dx, dy] = [beforeX - x, beforeY - y];
  const share = insideMeters / Math.max(lengthOf(dx, dy), insideMeters);
  return {
    position: frame.toDegrees([x, y]),
    inside: frame.toDegrees([x + dx * share, y + dy * share]),
    alongMeters: accessAlong,
    gapMeters: accessGap,
    path: path.map((place) => frame.toDegrees(place)),
  };
}
