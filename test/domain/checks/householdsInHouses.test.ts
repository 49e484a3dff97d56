import { describe, expect, it } from 'vitest';
import { aHouse, aHousehold, at } from '../builders.ts';
import { found } from './finding.ts';

const house = aHouse(at(0, 0));

describe('several households in one house', () => {
  it('are worth a look, by their number alone', () => {
    const both = [aHousehold({ houseId: house.id, ordinal: 1 }), aHousehold({ houseId: house.id, ordinal: 2 })];
    const [finding, ...rest] = found('households-share-house', house, ...both);
    expect(finding).toMatchObject({ severity: 'notice', recordIds: [house.id], params: { count: 2 } });
    expect(rest).toEqual([]);
    // Accepted for these two, it holds no more when a third moves in.
    const third = aHousehold({ houseId: house.id, ordinal: 3 });
    expect(found('households-share-house', house, ...both, third)[0]!.facts).not.toBe(finding!.facts);
  });
  it('one in its house is in order', () => {
    expect(found('households-share-house', house, aHousehold({ houseId: house.id }))).toEqual([]);
  });
});

describe('a lived-in house without a household', () => {
  it('is worth a look once there is a list', () => {
    expect(found('house-without-household', house, aHousehold({ houseId: null }))).toMatchObject([
      { severity: 'notice', recordIds: [house.id] },
    ]);
    expect(found('house-without-household', house)).toEqual([]);
  });
  it('is none where nobody lives, or somebody is known to', () => {
    const others = [
      aHouse(at(20, 0), { use: 'business' }),
      aHouse(at(40, 0), { state: 'vacant' }),
      aHouse(at(60, 0), { state: 'building' }),
    ];
    expect(found('house-without-household', house, ...others, aHousehold({ houseId: house.id }))).toEqual([]);
  });
});
