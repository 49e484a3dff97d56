import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../domain/records/candidate.ts';
import { aHouse, aRoad, at, aWorld, newId } from '../builders.ts';
import { addressOf, contentOf, done, refused, undone } from './doing.ts';

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
const candidate: Candidate = {
  ...{ kind: 'candidate', id: newId(), version: 1, source: 'thử', confidence: null, state: 'open' },
  footprint: { type: 'Polygon', coordinates: [[at(6, 96), at(14, 96), at(14, 104), at(6, 104), at(6, 96)]] },
};
const asked = (more: object = {}) => ({
  ...{ id: newId(), entrance: at(4, 100), candidateId: null, use: 'residential' as const },
  ...{ roadId: road.id, number: '1' },
  ...more,
});

describe('a house found on foot', () => {
  it('is made with its door and its number at once, and undone at once', () => {
    const village = aWorld(road);
    const input = asked();
    const result = done(village, 'house.found', input);
    const house = result.world.house.get(input.id)!;
    expect(house).toMatchObject({ entrance: at(4, 100), footprint: null, state: 'standing' });
    expect(addressOf(result.world, house)).toMatchObject({ number: '1', numberedBy: 'hand', roadId: road.id });
    expect(contentOf(undone(result))).toEqual(contentOf(village));
  });
  it('is a candidate accepted: its outline, a door by the rules, and no candidate any more', () => {
    const village = aWorld(road, candidate);
    const input = asked({ entrance: null, candidateId: candidate.id, number: '3' });
    const result = done(village, 'house.found', input, [candidate.id]);
    const house = result.world.house.get(input.id)!;
    expect(house.footprint).toEqual(candidate.footprint);
    expect(house.entrance[0]).toBeCloseTo(at(6, 100)[0], 5);
    expect(addressOf(result.world, house)?.number).toBe('3');
    expect(result.world.candidate.size).toBe(0);
    expect(contentOf(undone(result))).toEqual(contentOf(village));
  });
  it('numbers the house known by its door whose outline the candidate is', () => {
    const known = aHouse(at(7, 100));
    const input = asked({ entrance: null, candidateId: candidate.id });
    const { world } = done(aWorld(road, candidate, known), 'house.found', input, [candidate.id]);
    expect([...world.house.keys()]).toEqual([known.id]);
    expect(addressOf(world, known)?.number).toBe('1');
  });
  it('takes no number set by hand from the house whose outline the candidate is', () => {
    const known = aHouse(at(7, 100));
    const numbers = [{ houseId: known.id, number: '7' }];
    const { world } = done(aWorld(road, candidate, known), 'number.set', { roadId: road.id, numbers });
    const input = asked({ entrance: null, candidateId: candidate.id });
    expect(refused(world, 'house.found', input, [candidate.id])).toMatchObject({
      code: 'house-numbered-twice',
      recordIds: [known.id],
    });
  });
  it('is refused whole: a number taken, a number that is none, a road or candidate that is gone', () => {
    const neighbour = aHouse(at(8, 50));
    const numbers = [{ houseId: neighbour.id, number: '1' }];
    const { world } = done(aWorld(road, neighbour), 'number.set', { roadId: road.id, numbers });
    expect(refused(world, 'house.found', asked()).code).toBe('address-number-taken');
    expect(refused(world, 'house.found', asked({ number: 'mười' })).code).toBe('number-malformed');
    expect(refused(world, 'house.found', asked({ roadId: newId() })).code).toBe('record-missing');
    expect(refused(world, 'house.found', asked({ entrance: null, candidateId: newId() })).code).toBe('record-missing');
  });
});
