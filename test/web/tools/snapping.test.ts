import { describe, expect, it } from 'vitest';
import { snapToRoads } from '../../../web/tools/snapping.ts';
import { aRoad, aWorld, at } from '../../domain/builders.ts';

const road = aRoad(at(0, 100), at(0, -100), {
  line: { type: 'LineString', coordinates: [at(0, 100), at(0, 0), at(0, -100)] },
});
const world = aWorld(road);

describe('a hand near a road', () => {
  it('catches on its end, its corner, its line, in that order', () => {
    expect(snapToRoads(world, at(2, 98), 4)).toMatchObject({ onto: 'road-end', position: at(0, 100), roadId: road.id });
    expect(snapToRoads(world, at(1, 2), 4)).toMatchObject({ onto: 'road-vertex', position: at(0, 0) });
    const on = snapToRoads(world, at(3, 50), 4);
    expect(on.onto).toBe('road-line');
    expect(on.position[0]).toBeCloseTo(at(0, 50)[0], 7);
    expect(on.position[1]).toBeCloseTo(at(0, 50)[1], 7);
  });

  it('is free farther away', () => {
    expect(snapToRoads(world, at(5, 50), 4)).toEqual({ position: at(5, 50), onto: 'nothing', roadId: null });
  });

  it('does not catch on the road being moved', () => {
    expect(snapToRoads(world, at(0, 50), 4, road.id).onto).toBe('nothing');
  });
});
