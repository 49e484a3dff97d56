import { expect, it } from 'vitest';
import { roadChoiceRefusal } from '../../../domain/edits/roadChoice.ts';
import { run } from '../../../domain/edits/run.ts';
import { aHouse, anAddress, aRoad, aWorld, at, authorId, newId, villageId } from '../builders.ts';

const road = aRoad(at(-100, 0), at(100, 0));
const other = aRoad(at(-100, 40), at(100, 40));
const house = aHouse(at(0, 15));

it('another road than that of the issued address is refused; its own, and leaving it to the rules, are not', () => {
  const world = aWorld(road, other, house, anAddress(house, road, { state: 'issued', number: '7' }));
  expect(roadChoiceRefusal(world, house.id, other.id)).toMatchObject({
    code: 'address-issued',
    params: { number: '7' },
    recordIds: [house.id, road.id],
  });
  expect(roadChoiceRefusal(world, house.id, road.id)).toBeNull();
  expect(roadChoiceRefusal(world, house.id, null)).toBeNull();
});

it('a draft follows, a retired address and one of another house do not bind', () => {
  for (const state of ['draft', 'retired'] as const) {
    expect(roadChoiceRefusal(aWorld(road, other, house, anAddress(house, road, { state })), house.id, other.id)).toBe(
      null,
    );
  }
  const issued = anAddress(aHouse(at(0, -15)), road, { state: 'issued' });
  expect(roadChoiceRefusal(aWorld(road, other, house, issued), house.id, other.id)).toBeNull();
});

it('the edit of a house is held to it', () => {
  const world = aWorld(road, other, house, anAddress(house, road, { state: 'issued', number: '7' }));
  const choose = (chosenRoadId: string) =>
    run(world, {
      id: newId(),
      villageId,
      kind: 'house.update',
      input: { id: house.id, changes: { chosenRoadId } },
      basis: { [house.id]: house.version },
      author: authorId,
      at: '2026-11-24T00:00:00.000Z',
    });
  expect(choose(other.id)).toMatchObject({ code: 'address-issued' });
  expect(choose(road.id)).toMatchObject({ updated: [[house, { chosenRoadId: road.id }]] });
});
