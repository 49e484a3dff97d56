/** Outlines reshaped, and houses drawn in one another. */
import { roundPosition } from '../../../domain/geometry/polygon.ts';
import { describe, expect, it } from 'vitest';
import { aHouse, anAddress, aRoad, at, aWorld, newId } from '../builders.ts';
import { addressOf, contentOf, done, issued, numbered, refused, rectangle, undone } from './doing.ts';

const road = aRoad(at(0, 100), at(0, -100), { name: 'Đường Làng' });
const footprint = rectangle(10, 0, 8);
/** The middle of the wall that faces the road. */
const assumed = aHouse(roundPosition([at(10, 0)[0], (at(10, 0)[1] + at(10, 8)[1]) / 2]), {
  footprint,
  entranceOrigin: 'assumed',
});
const shown = aHouse(at(10, 1), { footprint });

describe('an outline drawn anew', () => {
  it('takes along a door that was only assumed', () => {
    const world = numbered(aWorld(road, assumed));
    const result = done(world, 'house.reshape', { id: assumed.id, footprint: rectangle(14, 20, 8, 10) }, [assumed.id]);
    const house = result.world.house.get(assumed.id)!;
    expect(house.entrance[0]).toBeCloseTo(at(14, 25)[0], 6);
    expect(house.entrance[1]).toBeCloseTo(at(14, 25)[1], 6);
    expect(addressOf(result.world, house)).toMatchObject({ number: '1', entrance: house.entrance });
    expect(contentOf(undone(result))).toEqual(contentOf(world));
  });
  it('leaves a door that somebody showed, and one with an issued address', () => {
    const wider = rectangle(10, 0, 12);
    const after = done(aWorld(road, shown), 'house.reshape', { id: shown.id, footprint: wider }, [shown.id]).world;
    expect(after.house.get(shown.id)).toMatchObject({ entrance: shown.entrance, footprint: wider });
    const official = issued(numbered(aWorld(road, assumed)));
    const same = done(official, 'house.reshape', { id: assumed.id, footprint: wider }, [assumed.id]).world;
    expect(same.house.get(assumed.id)!.entrance).toEqual(assumed.entrance);
    expect(addressOf(same, assumed)).toEqual(addressOf(official, assumed));
  });
  it('is refused when it crosses itself', () => {
    const crossed = { type: 'Polygon', coordinates: [[at(0, 0), at(9, 9), at(9, 0), at(0, 9), at(0, 0)]] } as const;
    expect(refused(aWorld(road, shown), 'house.reshape', { id: shown.id, footprint: crossed }, [shown.id]).code).toBe(
      'polygon-crosses-itself',
    );
  });
});

describe('a house drawn inside another', () => {
  const world = aWorld(road, shown);
  const draw = (shape: ReturnType<typeof rectangle>) => ({
    ...{ id: newId(), entrance: at(12, 3), footprint: shape, name: null },
    ...({ use: 'residential', state: 'standing' } as const),
  });
  it('is refused, and so is one drawn around another', () => {
    expect(refused(world, 'house.draw', draw(rectangle(12, 2, 3)))).toMatchObject({
      code: 'house-inside-another',
      recordIds: [expect.any(String), shown.id],
    });
    expect(refused(world, 'house.draw', draw(rectangle(5, -5, 30))).code).toBe('house-around-another');
  });
  it('is drawn where the outlines only overlap, or the other is gone', () => {
    expect(done(world, 'house.draw', draw(rectangle(16, 2, 8))).change.created).toHaveLength(1);
    const gone = aWorld(road, { ...shown, state: 'demolished' });
    expect(done(gone, 'house.draw', draw(rectangle(12, 2, 3))).change.created).toHaveLength(1);
  });
  it('that lies so already may still get another door', () => {
    const inner = aHouse(at(12, 3), { footprint: rectangle(12, 2, 3) });
    const move = { id: inner.id, entrance: at(13, 2), footprint: inner.footprint };
    const both = aWorld(road, shown, inner, anAddress(shown, road));
    expect(done(both, 'house.move', move, [inner.id]).change.updated).toHaveLength(1);
  });
});
