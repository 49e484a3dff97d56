/** Which plates hang on one post. */
import { distanceMeters } from '../geometry/localFrame.ts';
import type { Position } from '../geometry/shapes.ts';

/** Plates so near to each other hang on one post. */
const samePostMeters = 0.5;

export const isSamePost = (place: Position, other: Position): boolean => distanceMeters(place, other) <= samePostMeters;

/** Those of one post together, in the order in which they come; a post stands where its first one hangs. */
export function postsOf<Plate>(
  plates: Iterable<Plate>,
  placeOf: (plate: Plate) => Position,
): readonly (readonly [Plate, ...Plate[]])[] {
  const posts: [Plate, ...Plate[]][] = [];
  for (const plate of plates) {
    const known = posts.find(([first]) => isSamePost(placeOf(first), placeOf(plate)));
    if (known) known.push(plate);
    else posts.push([plate]);
  }
  return posts;
}
