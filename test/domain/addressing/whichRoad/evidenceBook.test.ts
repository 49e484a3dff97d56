/** After an edit of houses each is on the road it would be on if nothing were remembered. */
import { describe, expect, it } from 'vitest';
import { roadOfHouse } from '../../../../domain/addressing/roadOfHouse.ts';
import type { House } from '../../../../domain/records/house.ts';
import { worldOf, type World } from '../../../../domain/records/world.ts';
import type { Position } from '../../../../domain/geometry/shapes.ts';
import { madeVillage, randomFrom } from '../../../bench/madeVillages.ts';
import { aHouse, aRoad } from '../../builders.ts';

const seed = 7;

function madeWorld(id: number, random: () => number): World {
  const made = madeVillage(id, 150, seed);
  const roads = made.roads.map(({ name, widthMeters, line }) => {
    const given = name === null ? ({ class: 'access', name: null } as const) : { name };
    return aRoad(line[0]!, line.at(-1)!, {
      ...given,
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
function edited(house: House, random: () => number): readonly House[] {
  const what = random();
  if (what < 0.15) return [];
  if (what < 0.3) return [{ ...house, version: house.version + 1, state: 'demolished' }];
  const shift = ([lng, lat]: Position): Position => [lng + east, lat + north];
  const [east, north] = [(random() - 0.5) * 4e-4, (random() - 0.5) * 4e-4];
  const coordinates = house.footprint!.coordinates.map((ring) => ring.map(shift));
  const moved = { entrance: shift(house.entrance), footprint: { type: 'Polygon' as const, coordinates } };
  if (what < 0.5) return [house, aHouse(moved.entrance, moved)];
  return [{ ...house, version: house.version + 1, ...moved }];
}

const answers = (world: World) => [...world.house.values()].map((house) => [house.id, roadOfHouse(world, house)]);

/** The same records in new maps: nothing is known of them. */
const forgotten = (world: World): World => ({ ...world, road: new Map(world.road), house: new Map(world.house) });

describe('What is known of a place', () => {
  it('is true after edits of houses', () => {
    for (let village = 0; village < 4; village += 1) {
      const random = randomFrom(seed + village);
      let world = madeWorld(village, random);
      answers(world);
      for (let edit = 0; edit < 12; edit += 1) {
        const house = new Map(world.house);
        const chosen = [...house.values()][Math.floor(random() * house.size)]!;
        house.delete(chosen.id);
        for (const after of edited(chosen, random)) house.set(after.id, after);
        world = { ...world, house };
        expect(answers(world), `seed ${seed}, village ${village}, edit ${edit}`).toEqual(answers(forgotten(world)));
      }
    }
  });
});
