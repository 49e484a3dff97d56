/** Where a road runs so far without a readable sign that its name must be said again. */
import { lineLengthMeters, locateOnLine } from '../geometry/line.ts';
import { isNamed } from '../addressing/roadName.ts';
import { groupedBy } from '../grouped.ts';
import { leavesVillage } from './junctions.ts';
import { repeatNeeds, type Need } from './needs.ts';
import type { SitedPlate } from './plates.ts';
import type { Ground } from './postPlaces.ts';
import { nameKey } from './subject.ts';

/** A plate so near to a road is read from it. */
const besideMeters = 20;

/** A dead end beyond the last sign is named only at its mouth. */
export function longStretches(ground: Ground, plates: readonly SitedPlate[]): readonly Need[] {
  const { world, profile, frame } = ground;
  const byKey = groupedBy(plates, ({ subject }) => subject.key);
  return [...world.road.values()].flatMap((road): readonly Need[] => {
    if (road.class !== 'road' || road.state === 'closed' || !isNamed(road)) return [];
    const measures = (byKey.get(nameKey(world, road)) ?? [])
      .map(({ post }) => locateOnLine(road.line, frame.toDegrees(post.place)))
      .filter(({ distanceMeters }) => distanceMeters <= besideMeters + road.widthMeters / 2)
      .map(({ measureMeters }) => measureMeters)
      .sort((a, b) => a - b);
    const { coordinates } = road.line;
    const ends = [
      ...(leavesVillage(world, coordinates[0]!) ? [0] : []),
      ...measures,
      ...(leavesVillage(world, coordinates.at(-1)!) ? [lineLengthMeters(road.line)] : []),
    ];
    return ends.slice(1).flatMap((to, index) => {
      const from = ends[index]!;
      // A sign is read from some way off, before one reaches it.
      const parts = Math.ceil((to - from - besideMeters) / profile.repeatMeters);
      return Array.from({ length: Math.max(0, parts - 1) }, (_, part) =>
        repeatNeeds(world, profile, frame, road, from + ((to - from) * (part + 1)) / parts),
      ).flat();
    });
  });
}
