/** What the siting asks of a village again and again, made once. */
import { networkOf } from '../addressing/network.ts';
import { localFrame } from '../geometry/localFrame.ts';
import { locate } from '../geometry/locate.ts';
import { wallsOf } from '../geometry/walls.ts';
import type { House } from '../records/house.ts';
import { villageOf, type World } from '../records/world.ts';
import type { Ground, PostPlace } from './postPlaces.ts';
import type { SignProfile } from './profile.ts';

/** The way from a door to its road is kept free no farther than this. */
const pathMeters = 8;

export function groundOf(world: World, profile: SignProfile): Ground {
  const origin = villageOf(world)?.boundary.coordinates[0]?.[0] ?? [0, 0];
  const frame = localFrame(origin);
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
    doors: houses.map((house) => ({
      door: frame.toMeters(house.entrance),
      foot: footOf(world, house, frame.toMeters),
    })),
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
