import { describe, expect, it } from 'vitest';
import { houseBeside, housesAlong, housesOnRoad, housesWithoutCode } from '../../../web/state/housesLike.ts';
import { aHouse, anAddress, aRoad, at, aWorld } from '../../domain/builders.ts';

const road = aRoad(at(-100, 0), at(100, 0), { name: 'Đường Làng' });
const other = aRoad(at(-100, 60), at(100, 60), { name: 'Đường Bãi' });
const [far, near, middle] = [aHouse(at(60, 8)), aHouse(at(-60, -8)), aHouse(at(0, 8))];
const elsewhere = aHouse(at(0, 68));
const gone = aHouse(at(20, 8), { state: 'demolished' });
/** Addressed on the other road though this one is nearer: the address decides. */
const addressed = aHouse(at(30, 8));
const world = aWorld(
  ...[road, other, far, near, middle, elsewhere, gone, addressed],
  anAddress(addressed, other, { state: 'issued' }),
  anAddress(middle, road, { measureMeters: 100 }),
);
const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

describe('houses that belong together', () => {
  it('those of a road, by address or by rule; demolished ones are not', () => {
    expect(new Set(ids(housesOnRoad(world, road.id)))).toEqual(new Set([far.id, near.id, middle.id]));
    expect(new Set(ids(housesOnRoad(world, other.id)))).toEqual(new Set([elsewhere.id, addressed.id]));
  });

  it('without a code: nothing has been issued, be there a draft or not', () => {
    expect(new Set(ids(housesWithoutCode(world)))).toEqual(new Set([far.id, near.id, middle.id, elsewhere.id]));
  });

  it('one after the other along the road, and no farther than its ends', () => {
    expect(housesAlong(world, road.id)).toEqual([near.id, middle.id, far.id]);
    expect(houseBeside(world, middle, 1)).toBe(far.id);
    expect(houseBeside(world, middle, -1)).toBe(near.id);
    expect(houseBeside(world, far, 1)).toBeNull();
    expect(houseBeside(world, near, -1)).toBeNull();
    expect(houseBeside(aWorld(middle), middle, 1)).toBeNull();
  });
});
