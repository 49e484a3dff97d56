/** Which road of the village a line of a file is: by our id, by its course, or by its name. */
import { foldText } from '../../addressing/vietnameseText.ts';
import { positionAt } from '../../geometry/line.ts';
import { locate } from '../../geometry/locate.ts';
import { boxDistanceMeters, measureLine } from '../../geometry/measuredLine.ts';
import type { LineString } from '../../geometry/shapes.ts';
import type { Id } from '../../records/fields.ts';
import type { Road } from '../../records/road.ts';
import type { World } from '../../records/world.ts';

/** Two lines of one way: drawn by different hands they run this near, in metres: a road's width and a receiver's error. */
const besideMeters = 5;
/** Of the shorter one as much must run so, */
const besideShare = 0.8;
/** and it must be no mere piece of the other. */
const lengthShare = 0.5;
/** Places looked at along a line. */
const looks = 20;
/** Two roads of one name and class are one while they lie this near; a name is used once a village. */
const nameReachMeters = 1000;

/** By the id of the road of the file; each road of the village once. */
export function matchRoads(
  world: World,
  roads: readonly Road[],
  idSaid: (road: Road) => Id | null,
): ReadonlyMap<Id, Road> {
  const known = new Map<Id, Road>();
  const left = new Map(world.road);
  const match = (road: Road, found: Road): void => {
    known.set(road.id, found);
    left.delete(found.id);
  };
  for (const road of roads) {
    const found = left.get(idSaid(road) ?? '');
    if (found) match(road, found);
  }
  const open = (): readonly Road[] => roads.filter(({ id }) => !known.has(id));
  for (const road of open()) {
    const [best] = [...left.values()]
      .map((other) => ({ other, share: sharedCourse(road.line, other.line) }))
      .filter(({ share }) => share >= besideShare)
      .sort((a, b) => b.share - a.share);
    if (best) match(road, best.other);
  }
  for (const road of open()) {
    if (road.name === null) continue;
    const key = foldText(road.name);
    const named = [...left.values()].filter(
      ({ name, class: cls, line }) =>
        name !== null && cls === road.class && foldText(name) === key && distanceOf(line, road.line) <= nameReachMeters,
    );
    if (named.length === 1) match(road, named[0]!);
  }
  return known;
}

const distanceOf = (one: LineString, other: LineString): number =>
  locate(measureLine(one), other.coordinates[0]!).distanceMeters;

/** Of the shorter line the share that runs beside the longer, 0 to 1; 0 where it is a mere piece of it. */
function sharedCourse(one: LineString, other: LineString): number {
  const [short, long] = [measureLine(one), measureLine(other)].sort((a, b) => a.lengthMeters - b.lengthMeters);
  if (!short || !long || short.lengthMeters < long.lengthMeters * lengthShare) return 0;
  const shorter = short === measureLine(one) ? one : other;
  let beside = 0;
  for (let look = 0; look <= looks; look += 1) {
    const { position } = positionAt(shorter, (short.lengthMeters * look) / looks);
    if (boxDistanceMeters(long, position) > besideMeters) continue;
    if (locate(long, position).distanceMeters <= besideMeters) beside += 1;
  }
  return beside / (looks + 1);
}
