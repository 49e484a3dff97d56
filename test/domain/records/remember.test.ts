import { describe, expect, it } from 'vitest';
import { rememberInPieces } from '../../../domain/records/remember.ts';
import { aRoad, at, aWorld } from '../builders.ts';

const world = aWorld(aRoad(at(0, 0), at(100, 0)));

/** Three pieces of work, counted. */
function counted() {
  const done: number[] = [];
  const remembered = rememberInPieces(['road'], function* () {
    for (const piece of [1, 2, 3]) {
      done.push(piece);
      yield;
    }
    return done.length;
  });
  return { ...remembered, done };
}

describe('a value worked out piece by piece', () => {
  it('goes on where it was left, also when all of it is asked for', () => {
    const { advance, whole, done } = counted();
    expect([advance(world), advance(world)]).toEqual([false, false]);
    expect(done).toEqual([1, 2]);
    expect(whole(world)).toBe(3);
    expect(done).toEqual([1, 2, 3]);
  });

  it('is kept for every world with the same records of its kinds, and begun anew for others', () => {
    const { advance, whole, done } = counted();
    whole(world);
    expect(advance({ ...world, house: new Map() })).toBe(true);
    expect(done).toHaveLength(3);
    expect(advance({ ...world, road: new Map(world.road) })).toBe(false);
    expect(done).toHaveLength(4);
  });

  it('is begun anew after something was thrown, and never half there', () => {
    let isBroken = true;
    const { advance, whole } = rememberInPieces(['road'], function* () {
      yield;
      if (isBroken) throw new Error('broken');
      return 'whole';
    });
    advance(world);
    expect(() => whole(world)).toThrow('broken');
    expect(() => whole(world)).toThrow('broken');
    isBroken = false;
    expect(whole(world)).toBe('whole');
  });
});
