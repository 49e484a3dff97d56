/** After an edit of houses each is on the road it would be on if nothing were remembered. */
import { describe, expect, it } from 'vitest';
import { roadOfHouse } from '../../../../domain/addressing/roadOfHouse.ts';
import type { World } from '../../../../domain/records/world.ts';
import { randomFrom } from '../../../bench/madeVillages.ts';
import { madeWorld, seed, withEditedHouse } from '../editedVillage.ts';

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
        world = withEditedHouse(world, random);
        expect(answers(world), `seed ${seed}, village ${village}, edit ${edit}`).toEqual(answers(forgotten(world)));
      }
    }
  });
});
