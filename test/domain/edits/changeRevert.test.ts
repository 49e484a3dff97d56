/** Taking back what was done before addresses were issued on it: what is issued binds undo too. */
import { describe, expect, it } from 'vitest';
import { aHouse, aRoad, at, aWorld } from '../builders.ts';
import { contentOf, done, issued, numbered, undone, type Done } from './doing.ts';

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
const house = aHouse(at(8, 100));
const far = aHouse(at(8, -150));
const village = aWorld(road, house, far);

/** The edit taken back after both houses' addresses were issued on what it left. */
const undoneOnceIssued = (before: Done) => undone({ ...before, world: issued(numbered(before.world)) });

describe('an edit that came before what is issued is not taken back', () => {
  it('a name that is written in issued addresses', () => {
    const named = done(village, 'road.name', { id: road.id, name: 'Đường Đền Hàn' });
    expect(() => undoneOnceIssued(named)).toThrow('address-issued');
  });
  it('a direction, a bend, a stretch on which they are counted', () => {
    const reversed = done(village, 'road.reverse', { id: road.id, reason: 'Từ đình làng ra' });
    expect(() => undoneOnceIssued(reversed)).toThrow('address-issued');
    const longer = done(village, 'road.extend', { id: road.id, end: 'start', positions: [at(0, 260)] });
    expect(() => undoneOnceIssued(longer)).toThrow('address-issued');
    const around = [at(0, 200), at(60, 150), at(0, 120), at(0, -200)];
    const bent = done(village, 'road.reshape', { id: road.id, line: { type: 'LineString', coordinates: around } });
    expect(() => undoneOnceIssued(bent)).toThrow('address-issued');
  });
  it('a door that is the entrance issued', () => {
    const moved = done(village, 'house.move', { id: house.id, entrance: at(8, 90), footprint: null });
    expect(() => undoneOnceIssued(moved)).toThrow('address-issued');
  });
});

describe('is taken back all the same', () => {
  it('a stretch beyond all issued addresses', () => {
    const longer = done(village, 'road.extend', { id: road.id, end: 'end', positions: [at(0, -260)] });
    expect(undoneOnceIssued(longer).road.get(road.id)!.line).toEqual(road.line);
  });
  it('a stretch on which no issued address is counted, although one stands beside it', () => {
    const beside = aHouse(at(8, -230));
    const official = issued(numbered(aWorld(road, beside)));
    const longer = done(official, 'road.extend', { id: road.id, end: 'end', positions: [at(0, -260)] });
    const longest = done(longer.world, 'road.extend', { id: road.id, end: 'end', positions: [at(0, -290)] });
    expect(contentOf(undone(longest))).toEqual(contentOf(longer.world));
  });
  it('an edit that carried issued addresses along', () => {
    const official = issued(numbered(village));
    const longer = done(official, 'road.extend', { id: road.id, end: 'start', positions: [at(0, 260)] });
    expect(contentOf(undone(longer))).toEqual(contentOf(official));
  });
});
