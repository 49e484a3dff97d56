import { describe, expect, it } from 'vitest';
import { placeOnRoad } from '../../../domain/addressing/housePlace.ts';
import { metricNumber } from '../../../domain/addressing/metricNumber.ts';
import { proposeNumber, type NumberStep } from '../../../domain/addressing/numberProposal.ts';
import { defaultNumberingProfile, profileDefaults } from '../../../domain/records/numberingProfile.ts';
import type { House } from '../../../domain/records/house.ts';
import { worldOf, type World } from '../../../domain/records/world.ts';
import { aHouse, anAddress, aRoad, at, aVillage, aWorld } from '../builders.ts';
import { done } from '../edits/doing.ts';

/** From north to south: east is its left side, odd. */
const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
const east = [150, 130, 110, 90, 70].map((north) => aHouse(at(8, north)));
const west = [150, 130, 110].map((north) => aHouse(at(-8, north)));
const village = aWorld(road, ...east, ...west);

type Given = Readonly<Record<number, string>>;
/** Sets numbers on houses of the east side, and of the west side where asked. */
function given(numbers: Given, others: Given = {}, world: World = village): World {
  const all = Object.entries(numbers)
    .map(([i, n]) => [east[+i]!.id, n] as const)
    .concat(Object.entries(others).map(([i, n]) => [west[+i]!.id, n] as const));
  const input = { roadId: road.id, numbers: all.map(([houseId, number]) => ({ houseId, number })) };
  return done(world, 'number.set', input).world;
}
const place = (house: House) => placeOnRoad(village, house, road.id)!;
const ask = (world: World, house: House, step: NumberStep = 'two', lastId?: string) =>
  proposeNumber(world, { place: place(house), houseId: house.id, step, lastId: lastId ?? null });

describe('the number proposed next', () => {
  it('starts with the first odd number on the left and the first even one on the right', () => {
    expect(ask(village, east[0]!)).toMatchObject({ side: 'left', number: '1', before: null, after: null });
    expect(ask(village, west[0]!)).toMatchObject({ side: 'right', number: '2' });
  });
  it('goes on by two on its side, whatever the other side has', () => {
    const world = given({ 0: '1', 1: '3' }, { 0: '20' });
    expect(ask(world, east[2]!)).toMatchObject({ number: '5', before: { number: '3' }, after: null });
    expect(ask(world, west[1]!)).toMatchObject({ number: '22' });
  });
  it('goes down where the series runs against the road', () => {
    const world = given({ 4: '15' });
    expect(ask(world, east[3]!, 'two', east[4]!.id)).toMatchObject({ number: '13', after: { number: '15' } });
    expect(ask(given({ 4: '1' }), east[3]!)!.number).toBeNull();
  });
  it('counts through on both sides where the step is one', () => {
    const world = given({ 0: '1' }, { 0: '2' });
    expect(ask(world, east[1]!, 'one', west[0]!.id)).toMatchObject({ number: '3' });
    expect(ask(village, west[0]!, 'one')).toMatchObject({ number: '1' });
  });
  it('goes on by letters, or by dashes where the series has them', () => {
    expect(ask(given({ 0: '12' }), east[1]!, 'suffix')).toMatchObject({ number: '12A' });
    expect(ask(given({ 0: '12A' }), east[1]!, 'suffix')).toMatchObject({ number: '12B' });
    expect(ask(given({ 0: '20-1' }), east[1]!, 'suffix')).toMatchObject({ number: '20-2' });
    expect(ask(given({ 1: '12B' }), east[0]!, 'suffix')).toMatchObject({ number: '12A' });
    expect(ask(given({ 1: '20-1' }), east[0]!, 'suffix')).toMatchObject({ number: '20' });
  });
  it('goes on by dashes where the village inserts with dashes', () => {
    const numberingProfile = { ...defaultNumberingProfile, insertion: 'dash' } as const;
    const dashes = worldOf([aVillage({ numberingProfile }), road, ...east, ...west]);
    expect(ask(given({ 0: '12' }, {}, dashes), east[1]!, 'suffix')).toMatchObject({ number: '12-1' });
    expect(ask(given({ 0: '12A' }, {}, dashes), east[1]!, 'suffix')).toMatchObject({ number: '12B' });
    expect(ask(given({ 1: '12' }, {}, dashes), east[0]!, 'suffix')!.number).toBeNull();
  });
  it('between two numbers without room is the smaller with a suffix', () => {
    const world = given({ 0: '1', 2: '3' });
    expect(ask(world, east[1]!)).toMatchObject({ number: '1A', before: { number: '1' }, after: { number: '3' } });
    expect(ask(given({ 0: '1', 2: '1A', 3: '3' }), east[1]!)!.number).toBe('1B');
    expect(ask(given({ 0: '1', 2: '5' }), east[1]!)!.number).toBe('3');
  });
  it('skips numbers that are taken anywhere on the road', () => {
    expect(ask(given({ 0: '1' }, { 2: '3' }), east[1]!)).toMatchObject({ number: '5' });
  });
  it('skips numbers that rest, but for the house that bore them, until their years are over', () => {
    const retiredOn = { state: 'retired', retiredOn: '2024-05-01' } as const;
    const world = aWorld(road, ...east, anAddress(east[4]!, road, { number: '1', ...retiredOn }));
    expect(ask(world, east[0]!)).toMatchObject({ number: '3' });
    expect(ask(world, east[4]!)).toMatchObject({ number: '1' });
    const asked = { place: place(east[0]!), houseId: east[0]!.id, step: 'two' } as const;
    expect(proposeNumber(world, { ...asked, on: '2029-04-30' })).toMatchObject({ number: '3' });
    expect(proposeNumber(world, { ...asked, on: '2029-05-01' })).toMatchObject({ number: '1' });
  });
  it('goes on from the house numbered last, not from the nearest', () => {
    const world = given({ 0: '101', 3: '1' });
    expect(ask(world, east[4]!)).toMatchObject({ number: '3' });
    expect(ask(world, east[4]!, 'two', east[0]!.id)).toMatchObject({ number: '103' });
  });
  it('counts issued numbers, not what the rule drafted nor the house itself', () => {
    const issued = anAddress(east[0]!, road, { number: '7', state: 'issued', measureMeters: 50 });
    const drafted = anAddress(east[1]!, road, { number: '9', measureMeters: 70 });
    const world = aWorld(road, ...east, issued, drafted);
    expect(ask(world, east[1]!)).toMatchObject({ number: '9' });
    expect(ask(given({ 0: '5' }), east[0]!)).toMatchObject({ number: '1' });
  });
  it('follows the measure under a metric profile, and is free', () => {
    const numberingProfile = profileDefaults.metric;
    const metric = worldOf([aVillage({ numberingProfile }), road, ...east, ...west]);
    const [first, second] = [ask(metric, east[0]!)!.number!, ask(metric, east[1]!)!.number!];
    const { intervalMeters } = numberingProfile;
    expect(first).toBe(String(metricNumber(50, 'left', intervalMeters)));
    expect(second).toBe(String(metricNumber(70, 'left', intervalMeters)));
    expect(ask(given({}, { 0: first }, metric), east[0]!)!.number).not.toBe(first);
  });
  it('is null off the network, for a road that is not there', () => {
    const asked = { place: { ...place(east[0]!), roadId: east[0]!.id }, houseId: null, step: 'two' } as const;
    expect(proposeNumber(village, asked)).toBeNull();
  });
});
