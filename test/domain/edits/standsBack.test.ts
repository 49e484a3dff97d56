/** Edits measure a house that stands back where the way to it opens from the road, as numbering does. */
import { describe, expect, it } from 'vitest';
import { placeOnRoad } from '../../../domain/addressing/housePlace.ts';
import { handNumberWarnings } from '../../../domain/addressing/numberByHand.ts';
import { proposeNumber } from '../../../domain/addressing/numberProposal.ts';
import { besideWalker, footingAt } from '../../../domain/addressing/walking.ts';
import { addressesOnRoads } from '../../../domain/checks/addressesOnRoads.ts';
import type { Candidate } from '../../../domain/records/candidate.ts';
import type { World } from '../../../domain/records/world.ts';
import { aHouse, aRoad, at, aWorld, newId } from '../builders.ts';
import { outlineAt } from '../addressing/outlineAt.ts';
import { addressOf, done, numbered } from './doing.ts';

/** From east to west: the north of it is its right side. */
const street = aRoad(at(100, 0), at(-100, 0), { name: 'Đường Làng' });
/** Opens at x = 20, 80 m from the start, and goes round the west end to the south of the street. */
const drive = aRoad(at(20, 2), at(20, 40), {
  class: 'access',
  line: { type: 'LineString', coordinates: [at(20, 2), at(20, 40), at(-130, 40), at(-130, -40), at(-60, -40)] },
});
const south = aHouse(at(-70, -44));
const north = aHouse(at(-30, 44));
const village = aWorld(street, drive, north, south);

const setBy = (world: World, ...houses: (readonly [{ readonly id: string }, string])[]) => {
  const numbers = houses.map(([{ id }, number]) => ({ houseId: id, number }));
  return done(world, 'number.set', { roadId: street.id, numbers }).world;
};
const placeIn = (world: World, house: { readonly id: string }) => {
  const { measureMeters, side } = addressOf(world, house)!;
  return [Math.round(measureMeters), side];
};
const atMouth = [80, 'right'];

describe('a house reached by a driveway', () => {
  it('has its measure and side at the mouth when its number is set by hand, and no warning of the wrong side', () => {
    const after = setBy(village, [north, '2'], [south, '4']);
    expect(placeIn(after, north)).toEqual(atMouth);
    expect(placeIn(after, south)).toEqual(atMouth);
    expect(handNumberWarnings(village, street.id, south.id, '4')).toEqual([]);
    expect(handNumberWarnings(village, street.id, south.id, '3')).toMatchObject([{ code: 'number-against-side' }]);
    expect(numbered(after)).toBe(after);
  });

  it('keeps it when the house moves along the way, and has another when it moves to the street', () => {
    const before = numbered(village);
    const moved = (x: number, y: number) =>
      done(before, 'house.move', { id: south.id, entrance: at(x, y), footprint: null }).world;
    expect(placeIn(moved(-65, -44), south)).toEqual(atMouth);
    expect(placeIn(moved(-70, -8), south)).toEqual([170, 'left']);
  });

  it('goes along with the mouth when the street grows at its start', () => {
    const before = numbered(village);
    const longer = done(before, 'road.extend', { id: street.id, end: 'start', positions: [at(130, 0)] }).world;
    expect(placeIn(longer, south)).toEqual([110, 'right']);
    expect(numbered(longer)).toBe(longer);
  });

  it('stays with the part of the street from which its way opens, where that street was chosen for it', () => {
    const chosen = { ...south, chosenRoadId: street.id };
    const input = { id: street.id, at: at(-20, 0), newRoadId: newId(), newName: 'Đường Bờ Ao' };
    const after = done(aWorld(street, drive, chosen), 'road.split', input).world;
    expect(after.house.get(south.id)!.chosenRoadId).toBe(street.id);
  });

  it('is proposed a number between its neighbours at the mouth, and before who lives farther along the way', () => {
    const front = [40, 0].map((x) => aHouse(at(x, 8)));
    const world = setBy(
      aWorld(street, drive, ...front, north, south),
      [front[0]!, '2'],
      [front[1]!, '8'],
      [south, '6'],
    );
    const ask = (house: typeof north) =>
      proposeNumber(world, { place: placeOnRoad(world, house, street.id)!, houseId: house.id, step: 'two' });
    expect(ask(north)).toMatchObject({ side: 'right', number: '4', before: { number: '2' }, after: { number: '6' } });
  });

  it('is beside a walker at the mouth, the nearest along the way first; where its wall is, the street is free', () => {
    const beside = (world: World, x: number, side: 'left' | 'right') =>
      besideWalker(world, footingAt(world, at(x, 0), street.id)!, side, { step: 'two', lastId: null });
    expect(beside(village, 20, 'right')).toMatchObject({ kind: 'house', house: { id: north.id } });
    expect(beside(setBy(village, [north, '2']), 20, 'right')).toMatchObject({ kind: 'house', house: { id: south.id } });
    const outlined = { ...south, footprint: outlineAt(south.entrance, 12, 6) };
    expect(beside(aWorld(street, drive, outlined), -70, 'left')).toMatchObject({ kind: 'nothing' });
  });

  it('is proposed, while only a candidate, the number it will have', () => {
    const candidate: Candidate = {
      ...{ kind: 'candidate', id: newId(), version: 1, source: 'thử', confidence: null, state: 'open' },
      footprint: outlineAt(at(14, 21), 8, 8),
    };
    const next = aHouse(at(16, 8));
    const world = setBy(aWorld(street, drive, candidate, next), [next, '2']);
    const found = besideWalker(world, footingAt(world, at(10, 0), street.id)!, 'right', { step: 'two', lastId: null });
    // Its way opens before the front house, though it stands behind that house.
    expect(found).toMatchObject({ kind: 'candidate', proposal: { before: null, after: { number: '2' } } });
  });

  it('is passed by the checks in the order of the way', () => {
    const after = numbered(village);
    const passed = addressesOnRoads(after)
      .get(street.id)!
      .passed.map(({ house }) => house.id);
    expect(passed).toEqual([north.id, south.id]);
  });
});
