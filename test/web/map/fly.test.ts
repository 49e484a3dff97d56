import { expect, it } from 'vitest';
import type { Polygon } from '../../../domain/geometry/shapes.ts';
import type { Candidate } from '../../../domain/records/candidate.ts';
import { boxOfAll } from '../../../web/map/fly.ts';
import { aHouse, at, aWorld, idOf, newId } from '../../domain/builders.ts';

const footprint: Polygon = {
  type: 'Polygon',
  coordinates: [[at(40, 40), at(50, 40), at(50, 50), at(40, 50), at(40, 40)]],
};
const candidate: Candidate = {
  ...{ kind: 'candidate', id: newId(), version: 1, source: 'thử', confidence: null, state: 'open' },
  footprint,
};
const house = aHouse(at(0, 0));

it('suggested buildings are part of what the map goes to', () => {
  const world = aWorld(house, candidate);
  const [west, south, east, north] = [...at(40, 40), ...at(50, 50)];
  expect(boxOfAll(world, [candidate])).toEqual([west, south, east, north]);
  const [left, low] = house.entrance;
  expect(boxOfAll(world, [candidate, house])).toEqual([left, low, east, north]);
  expect(boxOfAll(world, [{ kind: 'house', id: idOf(7) }])).toBeNull();
});
