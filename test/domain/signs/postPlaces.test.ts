/** Where posts can stand. */
import { expect, it } from 'vitest';
import { roundPosition } from '../../../domain/geometry/rounding.ts';
import { groundOf } from '../../../domain/signs/ground.ts';
import { junctionsOf } from '../../../domain/signs/junctions.ts';
import { placesAt } from '../../../domain/signs/postPlaces.ts';
import { vietnamSigns } from '../../../domain/signs/profile.ts';
import { across, upright, village } from './villages.ts';

it('a place is looked at where it is stored, so that a sign serves there what was said of it', () => {
  const world = village(across, upright);
  const ground = groundOf(world, vietnamSigns);
  const places = junctionsOf(world).flatMap((junction) => placesAt(ground, junction));
  expect(places.length).toBeGreaterThan(4);
  for (const { place } of places) {
    expect(ground.frame.toMeters(roundPosition(ground.frame.toDegrees(place)))).toEqual(place);
  }
});
