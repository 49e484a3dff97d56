import { describe, expect, it } from 'vitest';
import type { Polygon } from '../../../domain/geometry/shapes.ts';
import type { World } from '../../../domain/records/world.ts';
import { areaOf, recordsInArea } from '../../../web/state/inArea.ts';
import { aCamera, aHouse, aRoad, aSign, at, aWorld } from '../../domain/builders.ts';

const box = (west: number, south: number, east: number, north: number): Polygon =>
  areaOf([at(west, south), at(east, south), at(east, north), at(west, north)])!;
const idsIn = (world: World, area: Polygon) => recordsInArea(world, area).map(({ id }) => id);

const inside = aHouse(at(5, 5));
const outside = aHouse(at(50, 5));
const area = box(0, 0, 20, 20);

describe('what lies in an area', () => {
  it('a house by its door, or by the middle of its outline where the door is outside', () => {
    const footprint = box(10, 10, 18, 18);
    const doorOutside = aHouse(at(14, 21), { footprint });
    const corner = aHouse(at(40, 40), { footprint: box(18, 18, 40, 40) });
    expect(idsIn(aWorld(inside, outside, doorOutside, corner), area)).toEqual([inside.id, doorOutside.id]);
  });

  it('a road only when all of it is inside; points by where they stand', () => {
    const within = aRoad(at(1, 1), at(19, 19));
    const passing = aRoad(at(-10, 10), at(30, 10));
    const sign = aSign(at(2, 2));
    const camera = aCamera(at(2, 30));
    const world = aWorld(within, passing, sign, camera, inside);
    expect(idsIn(world, area)).toEqual([within.id, inside.id, sign.id]);
    expect(recordsInArea(world, area, ['sign']).map(({ kind }) => kind)).toEqual(['sign']);
  });

  it('a freehand ring takes what it goes around, not its hollow', () => {
    const u = areaOf([at(0, 0), at(30, 0), at(30, 30), at(20, 30), at(20, 10), at(10, 10), at(10, 30), at(0, 30)])!;
    const hollow = aHouse(at(15, 20));
    const arm = aHouse(at(25, 20));
    expect(idsIn(aWorld(hollow, arm), u)).toEqual([arm.id]);
    expect(areaOf([at(0, 0), at(1, 1)])).toBeNull();
  });
});
