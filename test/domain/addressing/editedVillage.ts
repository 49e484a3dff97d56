/** Made-up villages as records, and random edits of one house: for what must stay true whatever is remembered. */
import type { House } from '../../../domain/records/house.ts';
import { worldOf, type World } from '../../../domain/records/world.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import { madeVillage } from '../../bench/madeVillages.ts';
import { aHouse, aRoad } from '../builders.ts';

export const seed = 7;

export function madeWorld(id: number, random: () => number): World {
  const made = madeVillage(id, 150, seed);
  const roads = made.roads.map(({ name, widthMeters, line }) => {
    const isLane = name?.startsWith('Ngõ') ?? false;
    return aRoad(line[0]!, line.at(-1)!, {
      class: name === null ? 'access' : isLane ? 'lane' : 'road',
      name: isLane ? null : name,
      widthMeters,
      line: { type: 'LineString', coordinates: [...line] },
    });
  });
  const houses = made.houses.map(({ ring }) => {
    const footprint = { type: 'Polygon' as const, coordinates: [[...ring]] };
    const front: Position = [(ring[0]![0] + ring[1]![0]) / 2, (ring[0]![1] + ring[1]![1]) / 2];
    return aHouse(front, { footprint, entranceOrigin: random() < 0.5 ? 'shown' : 'assumed' });
  });
  return worldOf([...roads, ...houses]);
}

/** Moved by some metres, demolished, gone, or another built beside. */
function editedHouse(house: House, random: () => number): readonly House[] {
  const what = random();
  if (what < 0.1) return [];
  // Another record in its place.
  if (what < 0.15) return [aHouse(house.entrance, { footprint: house.footprint })];
  if (what < 0.3) return [{ ...house, version: house.version + 1, state: 'demolished' }];
  const shift = ([lng, lat]: Position): Position => [lng + east, lat + north];
  const [east, north] = [(random() - 0.5) * 4e-4, (random() - 0.5) * 4e-4];
  const coordinates = house.footprint!.coordinates.map((ring) => ring.map(shift));
  const moved = { entrance: shift(house.entrance), footprint: { type: 'Polygon' as const, coordinates } };
  if (what < 0.5) return [house, aHouse(moved.entrance, moved)];
  return [{ ...house, version: house.version + 1, ...moved }];
}

/** The world with some house of it edited. */
export function withEditedHouse(world: World, random: () => number): World {
  const house = new Map(world.house);
  const chosen = [...house.values()][Math.floor(random() * house.size)]!;
  house.delete(chosen.id);
  for (const after of editedHouse(chosen, random)) house.set(after.id, after);
  return { ...world, house };
}
