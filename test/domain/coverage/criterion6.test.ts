import { describe, expect, it } from 'vitest';
import { criterion6Counts } from '../../../domain/coverage/criterion6.ts';
import { funnelOf } from '../../../domain/coverage/funnel.ts';
import { worldOf } from '../../../domain/records/world.ts';
import { aHouse, anAddress, aRoad, at, aVillage } from '../builders.ts';

const road = aRoad(at(0, 100), at(0, -100), { name: 'Đường Đền Hàn' });
const other = aRoad(at(300, 100), at(300, -100));
const house = (y: number, fields = {}) => aHouse(at(8, y), fields);

describe('criterion 6', () => {
  it('counts residential houses that stand, and no others', () => {
    const houses = [
      house(0),
      house(10, { use: 'worship' }),
      house(20, { state: 'vacant' }),
      house(30, { state: 'building' }),
      house(40, { state: 'demolished' }),
    ];
    expect(criterion6Counts(worldOf([aVillage(), road, ...houses]))).toMatchObject({
      houses: 1,
      numbered: 0,
      issued: 0,
    });
  });

  it('counts a draft as numbered, an issued address as issued, a retired one as nothing', () => {
    const [bare, draft, issued, retired] = [house(0), house(10), house(20), house(30)] as const;
    const world = worldOf([
      aVillage(),
      road,
      bare,
      draft,
      issued,
      retired,
      anAddress(draft, road, { number: '1' }),
      anAddress(issued, road, { number: '3', state: 'issued' }),
      anAddress(retired, road, { number: '5', state: 'retired' }),
    ]);
    expect(criterion6Counts(world)).toEqual({ houses: 4, numbered: 2, withCode: 2, issued: 1 });
    const result = funnelOf(world, new Map());
    expect(result).toMatchObject({ houses: 4, numbered: 2, coded: 1 });
    expect(result.missing.numbered).toEqual([bare.id, retired.id]);
    expect(result.missing.coded).toEqual([bare.id, draft.id, retired.id]);
  });

  it('takes the issued address where a house has a draft beside it', () => {
    const one = house(0);
    const issued = anAddress(one, road, { state: 'issued' });
    const draft = anAddress(one, other, { number: '3' });
    for (const addresses of [
      [issued, draft],
      [draft, issued],
    ]) {
      expect(funnelOf(worldOf([aVillage(), road, other, one, ...addresses]), new Map()).byRoad).toMatchObject([
        { roadId: road.id, houses: 1, numbered: 1, coded: 1 },
      ]);
    }
  });

  it('goes by road: by the address, else by the road the house lies at, else under none', () => {
    const [near, far, addressed] = [house(0), aHouse(at(-400, 0)), aHouse(at(290, 0))] as const;
    const world = worldOf([aVillage(), road, other, near, far, addressed, anAddress(addressed, road)]);
    expect(funnelOf(world, new Map()).byRoad).toMatchObject([
      { roadId: road.id, houses: 2, numbered: 1, coded: 0, missing: { numbered: [near.id] } },
      { roadId: null, houses: 1, numbered: 0, coded: 0, missing: { numbered: [far.id] } },
    ]);
  });

  it('is empty in an empty village', () => {
    expect(funnelOf(worldOf([aVillage()]), new Map())).toMatchObject({ houses: 0, byRoad: [] });
  });
});
