/** One house of the sample: its walls, the way its front looks at, and its door or gate between the two. */
import type { HouseState, HouseUse } from '../../domain/records/house.ts';
import { add, at, leftOf, lengthOf, scale, type Point } from './plane.ts';
import type { Random } from './random.ts';
import type { Site, Special } from './sites.ts';
import type { Way } from './ways.ts';

export interface Building {
  /** Corners counter-clockwise, first not repeated; reserved even where only the entrance is given away. */
  readonly ring: readonly Point[];
  readonly entrance: Point;
  /** The way it was laid at. */
  readonly wayKey: string;
  readonly use: HouseUse;
  readonly state: HouseState;
  readonly name: string | null;
  /** Kept when the village is cut down to its number of houses. */
  readonly special: Special | null;
}

export type Shape = Pick<Site, 'frontMeters' | 'depthMeters' | 'setbackMeters' | 'use' | 'name' | 'special'>;

/** A house whose front looks at the way, its gate or door between the two. */
export function lay(
  way: Way,
  measure: number,
  side: 1 | -1,
  shape: Shape,
  random: Random,
  turnDegrees: number,
): Building {
  const { point, direction } = at(way.line, Math.min(measure, lengthOf(way.line)));
  const outward = scale(leftOf(direction), side);
  const front = add(point, scale(outward, way.widthMeters / 2 + shape.setbackMeters));
  const radians = (turnDegrees * Math.PI) / 180;
  const turned = (vector: Point): Point => [
    vector[0] * Math.cos(radians) - vector[1] * Math.sin(radians),
    vector[0] * Math.sin(radians) + vector[1] * Math.cos(radians),
  ];
  const along = turned(direction);
  const inward = turned(outward);
  const place = (alongMeters: number, inwardMeters: number): Point =>
    add(add(front, scale(along, alongMeters)), scale(inward, inwardMeters));
  const half = shape.frontMeters / 2;
  const ring = outline(half, shape.depthMeters, shape.special, random).map(([x, y]) => place(x, y));
  // The gate stands at the roadside when there is a yard, else the door in the front wall counts.
  const ahead = shape.setbackMeters > 2.4 ? shape.setbackMeters - 0.9 : 0.3;
  const entrance = add(add(front, scale(direction, random.between(-0.3, 0.3) * half)), scale(outward, -ahead));
  return {
    ring: side === 1 ? ring : [...ring].reverse(),
    entrance,
    wayKey: way.key,
    use: shape.use,
    state: 'standing',
    name: shape.name,
    special: shape.special,
  };
}

/** Corners in the house's own frame: x along the front, y inward. Some houses have a wing, and so six corners. */
function outline(half: number, depth: number, special: Special | null, random: Random): Point[] {
  const wing = special !== 'tube' && special !== 'corner' && half > 4 && random.chance(0.45);
  const from = random.between(-0.1, 0.25) * half;
  const cut = depth * random.between(0.3, 0.5);
  const left = random.chance(0.5);
  if (!wing)
    return [
      [-half, 0],
      [half, 0],
      [half, depth],
      [-half, depth],
    ];
  return left
    ? [
        [-half, 0],
        [half, 0],
        [half, depth],
        [-from, depth],
        [-from, depth - cut],
        [-half, depth - cut],
      ]
    : [
        [-half, 0],
        [half, 0],
        [half, depth - cut],
        [from, depth - cut],
        [from, depth],
        [-half, depth],
      ];
}
