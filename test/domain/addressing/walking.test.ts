import { describe, expect, it } from 'vitest';
import { besideWalker, footingAt, isForwardFrom, sideAt } from '../../../domain/addressing/walking.ts';
import type { Side } from '../../../domain/records/address.ts';
import type { Candidate } from '../../../domain/records/candidate.ts';
import type { World } from '../../../domain/records/world.ts';
import { aHouse, aRoad, at, aWorld, newId } from '../builders.ts';
import { done } from '../edits/doing.ts';

/** From north to south: east is its left. */
const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
const cross = aRoad(at(0, 0), at(200, 0), { name: 'Đường Ngang' });
const ring = (x: number, y: number) => [at(x, y), at(x + 8, y), at(x + 8, y + 8), at(x, y + 8), at(x, y)];
const outlined = (x: number, y: number) => ({ type: 'Polygon' as const, coordinates: [ring(x, y)] });
const aCandidate = (x: number, y: number, state: Candidate['state'] = 'open'): Candidate => ({
  ...{ kind: 'candidate', id: newId(), version: 1, source: 'thử', confidence: null, state },
  footprint: outlined(x, y),
});
const plain = { step: 'two', lastId: null } as const;
const standing = (world: World, north: number) => footingAt(world, at(0, north), road.id)!;
const beside = (world: World, north: number, side: Side) => besideWalker(world, standing(world, north), side, plain);

describe('the road underfoot', () => {
  const world = aWorld(road, cross);
  it('is the nearest within 25 m, with the measure along it', () => {
    const footing = footingAt(world, at(4, 100), null)!;
    expect(footing).toMatchObject({ roadId: road.id });
    expect(footing.measureMeters).toBeCloseTo(100, 0);
    expect(footing.distanceMeters).toBeCloseTo(4, 0);
    expect(footingAt(world, at(-26, 100), null)).toBeNull();
    expect(footingAt(world, at(-26, 100), road.id)).toBeNull();
  });
  it('is not left for a waver of the receiver, but for six metres', () => {
    const [wavering, gone] = [at(6, 2), at(14, 2)];
    expect(footingAt(world, wavering, null)!.roadId).toBe(cross.id);
    expect(footingAt(world, wavering, road.id)!.roadId).toBe(road.id);
    expect(footingAt(world, wavering, cross.id)!.roadId).toBe(cross.id);
    expect(footingAt(world, gone, road.id)!.roadId).toBe(cross.id);
  });
});

describe('the way one walks', () => {
  const world = aWorld(road, cross);
  const [start, waver, on, aside] = [at(0, 100), at(0, 98), at(0, 96), at(60, 0)].map((p) => footingAt(world, p, null));
  it('is told by three metres along one road, and by nothing less', () => {
    expect([isForwardFrom(start!, on!), isForwardFrom(on!, start!)]).toEqual([true, false]);
    expect([isForwardFrom(start!, waver!), isForwardFrom(start!, aside!), isForwardFrom(null, on!)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('what lies at a hand', () => {
  it('is the other side of the road for one who walks against it', () => {
    expect([sideAt('left', true), sideAt('right', true)]).toEqual(['left', 'right']);
    expect([sideAt('left', false), sideAt('right', false)]).toEqual(['right', 'left']);
  });
  it('is the nearest house without a number on that side, within 12 m along the road', () => {
    const [near, far, across] = [aHouse(at(8, 104)), aHouse(at(8, 92)), aHouse(at(-8, 100))];
    const world = aWorld(road, near, far, across);
    expect(beside(world, 100, 'left')).toMatchObject({ kind: 'house', house: near, proposal: { number: '1' } });
    expect(beside(world, 100, 'right')).toMatchObject({ kind: 'house', house: across, proposal: { number: '2' } });
    expect(beside(world, 117, 'left')).toMatchObject({ kind: 'nothing' });
    const numbers = [{ houseId: near.id, number: '1' }];
    const after = done(world, 'number.set', { roadId: road.id, numbers }).world;
    expect(beside(after, 100, 'left')).toMatchObject({ kind: 'house', house: far, proposal: { number: '3' } });
  });
  it('is an open candidate where no house is, set back no more than 30 m', () => {
    const [open, rejected, deep] = [aCandidate(6, 96), aCandidate(-14, 96, 'rejected'), aCandidate(-50, 96)];
    const world = aWorld(road, open, rejected, deep);
    expect(beside(world, 100, 'left')).toMatchObject({ kind: 'candidate', candidate: open, proposal: { number: '1' } });
    expect(beside(world, 100, 'right')).toMatchObject({ kind: 'nothing' });
  });
  it('is nothing known on blank ground: a door two metres behind the edge', () => {
    const world = aWorld(road);
    const found = beside(world, 100, 'right');
    expect(found).toMatchObject({ kind: 'nothing', side: 'right', proposal: { number: '2' } });
    if (found?.kind !== 'nothing') throw new Error('nothing was expected');
    const [lng, lat] = at(-4, 100);
    expect(found.entrance[0]).toBeCloseTo(lng, 5);
    expect(found.entrance[1]).toBeCloseTo(lat, 5);
  });
  it('is a house that has its number, at its door and along its walls', () => {
    const house = aHouse(at(6, 100), { footprint: outlined(6, 96) });
    const numbers = [{ houseId: house.id, number: '5' }];
    const world = done(aWorld(road, house), 'number.set', { roadId: road.id, numbers }).world;
    expect(beside(world, 102, 'left')).toMatchObject({ kind: 'numbered', number: '5' });
    expect(beside(world, 96.5, 'left')).toMatchObject({ kind: 'numbered', number: '5' });
    expect(beside(world, 92, 'left')).toMatchObject({ kind: 'nothing', proposal: { number: '7' } });
    expect(beside(world, 100, 'right')).toMatchObject({ kind: 'nothing' });
  });
  it('is a long house without a number whose wall one walks along, far from its door', () => {
    const coordinates = [[at(6, 70), at(14, 70), at(14, 100), at(6, 100), at(6, 70)]];
    const house = aHouse(at(6, 72), { footprint: { type: 'Polygon', coordinates } });
    const world = aWorld(road, house);
    expect(beside(world, 96, 'left')).toMatchObject({ kind: 'house', house, proposal: { number: '1' } });
    expect(beside(world, 104, 'left')).toMatchObject({ kind: 'nothing' });
  });
});
