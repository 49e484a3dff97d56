import { describe, expect, it } from 'vitest';
import type { House } from '../../../domain/records/house.ts';
import { addressElsewhere, houseRoad, isChoiceIdle, roadByRule } from '../../../web/state/houseRoad.ts';
import { houseWarnings } from '../../../web/state/houseWarnings.ts';
import { aHouse, anAddress, aRoad, aWorld, at } from '../../domain/builders.ts';

const near = aRoad(at(-100, 0), at(100, 0), { name: 'Đường Gần' });
const far = aRoad(at(-100, 40), at(100, 40), { name: 'Đường Xa' });
const house = aHouse(at(0, 15));
const chosen = (roadId: string): House => ({ ...house, chosenRoadId: roadId });

describe('the road of a house', () => {
  it('is told with the one it could be on instead', () => {
    const { at: place, others } = houseRoad(aWorld(near, far, house), house);
    expect(place).toMatchObject({ roadId: near.id, reason: 'nearest' });
    expect(place?.edgeMeters).toBeCloseTo(15 - near.widthMeters / 2, 0);
    expect(others.map(({ roadId }) => roadId)).toEqual([far.id]);
    expect(others[0]?.edgeMeters).toBeCloseTo(25 - far.widthMeters / 2, 0);
    expect(others[0]?.side).not.toBe(place?.side);
  });

  it('is offered for choosing when its address is on it, though it is too far to be thought of', () => {
    const third = aRoad(at(-100, 300), at(100, 300), { name: 'Đường Cũ' });
    const address = anAddress(house, third);
    const { others } = houseRoad(aWorld(near, far, third, house, address), house);
    expect(others.map(({ roadId }) => roadId)).toEqual([far.id, third.id]);
  });

  it('offers the road of its address once, and never the one it is on', () => {
    const onFar = houseRoad(aWorld(near, far, house, anAddress(house, far)), house);
    expect(onFar.others.map(({ roadId }) => roadId)).toEqual([far.id]);
    const onNear = houseRoad(aWorld(near, house, anAddress(house, near)), house);
    expect(onNear.others).toEqual([]);
  });

  it('is told with the mouth of the way to a house that stands back, or as its address was issued before', () => {
    const drive = aRoad(at(50, 2), at(50, 40), {
      class: 'access',
      line: { type: 'LineString', coordinates: [at(50, 2), at(50, 40), at(10, 40)] },
    });
    const back = aHouse(at(12, 44));
    const fresh = houseRoad(aWorld(near, drive, back), back).at!;
    expect([Math.round(fresh.measureMeters), fresh.mouth === null]).toEqual([150, false]);
    const told = (measureMeters: number, state: 'draft' | 'issued') => {
      const address = anAddress(back, near, { measureMeters, side: 'left', state });
      const { at: place } = houseRoad(aWorld(near, drive, back, address), back);
      return [Math.round(place!.measureMeters), place!.mouth === null, place!.foot[0].toFixed(5)];
    };
    const atFoot = houseRoad(aWorld(near, back), back).at!.measureMeters;
    const degreesAt = (east: number) => at(east, 0)[0].toFixed(5);
    expect(told(atFoot, 'draft')).toEqual([150, false, degreesAt(50)]);
    expect(told(fresh.measureMeters, 'issued')).toEqual([150, false, degreesAt(50)]);
    expect(told(atFoot, 'issued')).toEqual([112, true, degreesAt(12)]);
    // Given on a line that has moved since.
    expect(told(130, 'issued')).toEqual([130, true, degreesAt(30)]);
  });

  it('is no distance away for an entrance on the road itself', () => {
    const onIt = aHouse(at(0, 1));
    expect(houseRoad(aWorld(near, onIt), onIt).at?.edgeMeters).toBe(0);
  });

  it('is nothing far from every road; a closed road is not offered', () => {
    const lonely = aHouse(at(0, 200));
    expect(houseRoad(aWorld(near, lonely), lonely)).toEqual({ at: null, others: [] });
    const closed = { ...far, state: 'closed' as const };
    expect(houseRoad(aWorld(near, closed, house, anAddress(house, closed)), house).others).toEqual([]);
  });
});

describe('a road a person chose', () => {
  it('stands, and what the rules would say is known', () => {
    const person = chosen(far.id);
    const world = aWorld(near, far, person);
    expect(houseRoad(world, person).at).toMatchObject({ roadId: far.id, reason: 'chosen' });
    expect(houseRoad(world, person).others.map(({ roadId }) => roadId)).toEqual([near.id]);
    expect(roadByRule(world, person)).toMatchObject({ roadId: near.id, reason: 'nearest' });
    expect(roadByRule(world, house)).toBeNull();
    expect(isChoiceIdle(world, person)).toBe(false);
  });

  it('counts no longer when it is closed', () => {
    const person = chosen(far.id);
    const world = aWorld(near, { ...far, state: 'closed' }, person);
    expect(isChoiceIdle(world, person)).toBe(true);
    expect(houseRoad(world, person).at).toMatchObject({ roadId: near.id, reason: 'only-road' });
  });
});

describe('an address on another road than the house is now', () => {
  it('is told, draft or issued; a retired one is not', () => {
    for (const state of ['draft', 'issued'] as const) {
      const address = anAddress(house, far, { state });
      expect(addressElsewhere(aWorld(near, far, house, address), house)).toEqual(address);
    }
    expect(addressElsewhere(aWorld(near, far, house, anAddress(house, far, { state: 'retired' })), house)).toBeNull();
  });

  it('is none on the same road, without a number, or without a road', () => {
    expect(addressElsewhere(aWorld(near, far, house, anAddress(house, near)), house)).toBeNull();
    expect(addressElsewhere(aWorld(near, far, house), house)).toBeNull();
    expect(addressElsewhere(aWorld({ ...near, state: 'closed' }, house, anAddress(house, near)), house)).toBeNull();
  });
});

describe('warnings of numbering about a house', () => {
  it('are those about it, without what its road already says', () => {
    const twin = aHouse(house.entrance);
    const codesOf = (of: House) => houseWarnings(aWorld(near, far, house, twin), of.id).map(({ code }) => code);
    expect(codesOf(twin)).toContain('entrance-shared');
    const moved = aWorld(near, far, house, anAddress(house, far, { state: 'issued' }));
    expect(houseWarnings(moved, house.id)).toEqual([]);
  });
});
