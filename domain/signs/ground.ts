/** What the siting asks of a village again and again, made once. */
import { networkOf } from '../addressing/network.ts';
import { BoxGrid } from '../geometry/boxGrid.ts';
import { lengthOf, type Meters } from '../geometry/localFrame.ts';
import { locate } from '../geometry/locate.ts';
import { wallsOf } from '../geometry/walls.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';
import type { Ground, PostPlace } from './postPlaces.ts';
import type { SignProfile } from './profile.ts';
import { villageFrameOf } from '../records/villageFrame.ts';

/** The way from a door to its road is kept free no farther than this. */
const pathMeters = 8;

export function groundOf(world: World, profile: SignProfile): Ground {
  const frame = villageFrameOf(world);
  const houses = [...world.house.values()].filter(({ state }) => state !== 'demolished');
  const footprints = houses.flatMap(({ footprint }) => footprint ?? []);
  const poles: PostPlace[] = [
    ...[...world.lamp.values()].map(({ id, place }) => ({ place: frame.toMeters(place), poleId: id })),
    ...[...world.sign.values()]
      .filter(({ state, post }) => state !== 'removed' && post !== 'wall')
      .map(({ id, place }) => ({ place: frame.toMeters(place), poleId: id })),
  ];
  return {
    ...{ world, profile, frame, poles },
    walls: wallsOf(footprints, frame),
    doorDistance: doorDistances(
      houses.map((house): readonly [Meters, Meters] => {
        const door = frame.toMeters(house.entrance);
        return [door, footOf(world, house, frame.toMeters) ?? door];
      }),
      profile.doorMeters,
    ),
  };
}

/** On the nearest road, where that is near. */
function footOf(world: World, { entrance }: House, toMeters: Ground['frame']['toMeters']): PostPlace['place'] | null {
  const { roads, index } = networkOf(world);
  let least = pathMeters;
  let foot: PostPlace['place'] | null = null;
  for (const number of index?.neighbors(entrance[0], entrance[1], 4) ?? []) {
    const { line, road } = roads[number]!;
    const place = locate(line, entrance);
    if (place.distanceMeters - road.widthMeters / 2 > least) continue;
    least = place.distanceMeters - road.widthMeters / 2;
    foot = toMeters(place.foot);
  }
  return foot;
}

function doorDistances(ways: readonly (readonly [Meters, Meters])[], reach: number): Ground['doorDistance'] {
  const boxes = new Float64Array(ways.length * 4);
  ways.forEach(([door, foot], way) => {
    boxes.set([Math.min(door[0], foot[0]), Math.min(door[1], foot[1])], way * 4);
    boxes.set([Math.max(door[0], foot[0]), Math.max(door[1], foot[1])], way * 4 + 2);
  });
  const grid = new BoxGrid(boxes);
  return (place) => {
    const count = grid.search(place[0] - reach, place[1] - reach, place[0] + reach, place[1] + reach);
    let least = Infinity;
    for (let i = 0; i < count; i += 1) least = Math.min(least, distanceTo(place, ...ways[grid.found[i]!]!));
    return least;
  };
}

/** From a place to a stretch. */
function distanceTo([x, y]: Meters, [ax, ay]: Meters, [bx, by]: Meters): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
  return lengthOf(x - ax - t * dx, y - ay - t * dy);
}
