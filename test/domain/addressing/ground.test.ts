/** What is judged from the ground of a village: kept where an edit leaves the ground alone, and worked out in pieces. */
import { describe, expect, it } from 'vitest';
import { judgedRoad, judgePieces } from '../../../domain/addressing/ground.ts';
import { emptyWorld } from '../../../domain/records/world.ts';
import type { Road } from '../../../domain/records/road.ts';
import type { World } from '../../../domain/records/world.ts';
import { aHouse, aRoad, aWorld, at } from '../builders.ts';

const west = aRoad(at(0, 100), at(0, -100), { name: 'Đường Tây' });
const east = aRoad(at(60, 100), at(60, -100), { name: 'Đường Đông' });
const houses = Array.from({ length: 100 }, (_, index) => aHouse(at(index % 2 === 0 ? 10 : 50, 90 - index * 1.8)));
const world = aWorld(west, east, ...houses);
const [house] = houses as [(typeof houses)[0]];

const withRoad = (change: Partial<Road>): World => ({
  ...world,
  road: new Map(world.road).set(west.id, { ...west, version: 2, ...change }),
});

describe('which road a house is on', () => {
  it('is not judged anew where a road only gets another name, also when its record is read again', () => {
    const judged = judgedRoad(world, house);
    expect(judged?.roadId).toBe(west.id);
    expect(judgedRoad(withRoad({ name: 'Đường Tây Hồ' }), house)).toBe(judged);
    expect(judgedRoad(withRoad({ line: structuredClone(west.line) }), house)).toBe(judged);
  });

  it.each<[string, Partial<Road>, string]>([
    ['closed', { state: 'closed' }, east.id],
    ['made one that only leads to others', { class: 'access', name: null }, east.id],
    ['drawn elsewhere', { line: { type: 'LineString', coordinates: [at(140, 100), at(140, -100)] } }, east.id],
    ['widened', { widthMeters: 9 }, west.id],
  ])('is judged anew where a road is %s', (_, change, roadId) => {
    const judged = judgedRoad(world, house);
    const after = judgedRoad(withRoad(change), house);
    expect(after).not.toBe(judged);
    expect(after?.roadId).toBe(roadId);
  });

  it('worked out in pieces is the same, and is not worked out again', () => {
    const copy = structuredClone(world);
    const pieces = [...judgePieces(copy)];
    expect(pieces.length).toBeGreaterThan(4);
    for (const one of houses) {
      const judged = judgedRoad(copy, copy.house.get(one.id)!);
      expect(judged).toEqual(judgedRoad(world, one));
      expect(judgedRoad(copy, copy.house.get(one.id)!)).toBe(judged);
    }
  });

  it('of no house at all is judged in no piece', () => {
    expect([...judgePieces(emptyWorld)]).toEqual([]);
  });
});
