/** Two roads merged into one: measures count on, what is issued stays or a decision is needed. */
import { describe, expect, it } from 'vitest';
import { mergeableWith } from '../../../domain/edits/roadMerge.ts';
import { lineLengthMeters, locateOnLine } from '../../../domain/geometry/line.ts';
import type { Road } from '../../../domain/records/road.ts';
import { aHouse, anAddress, aRoad, aSign, at, aWorld } from '../builders.ts';
import { addressOf, contentOf, done, issued, numbered, numbersOf, refused, undone } from './doing.ts';

const first = aRoad(at(0, 200), at(0, 0), { name: 'Đường Đền Hàn' });
const second = aRoad(at(0, 0), at(0, -200), { name: 'Đường Bờ Ao' });
const onFirst = [150, 100, 50].map((north) => aHouse(at(8, north)));
const onSecond = [-50, -100].map((north) => aHouse(at(8, north)));
const lane = aRoad(at(0, -120), at(80, -120), { class: 'lane', parentRoadId: second.id });
const sign = aSign(at(2, -199), { roadId: second.id });
const chosen = aHouse(at(40, -60), { chosenRoadId: second.id });
const records = [lane, sign, chosen, ...onFirst, ...onSecond];
const merge = (keep: Road, other: Road) => ({ keepId: keep.id, otherId: other.id });
const both = [first.id, second.id];

describe('end to start', () => {
  const before = numbered(aWorld(first, second, ...records));
  const result = done(before, 'road.merge', merge(first, second), both);
  const after = result.world;

  it('is one line that runs as the first did; the second’s things come along', () => {
    const merged = after.road.get(first.id)!;
    expect(merged.line.coordinates).toEqual([at(0, 200), at(0, 0), at(0, -200)]);
    expect(after.road.has(second.id)).toBe(false);
    expect(after.road.get(lane.id)!.parentRoadId).toBe(first.id);
    expect(after.sign.get(sign.id)!.roadId).toBe(first.id);
    expect(after.house.get(chosen.id)!.chosenRoadId).toBe(first.id);
  });

  it('a draft whose number the first road has waits to be numbered; numbering then counts on', () => {
    expect(numbersOf(before, onSecond)).toEqual(['1', '5']);
    expect(numbersOf(after, [...onFirst, ...onSecond])).toEqual(['1', '3', '5', null, null]);
    expect(numbersOf(numbered(after), [...onFirst, onSecond[0]!])).toEqual(['1', '3', '5', '7']);
  });

  it('is two roads again when taken back', () => {
    expect(contentOf(undone(result))).toEqual(contentOf(before));
  });
});

describe('a way called by its number', () => {
  const main = aRoad(at(-100, 0), at(0, 0), { name: 'Đường Làng' });
  const numberedLane = aRoad(at(0, 0), at(0, -80), { class: 'lane', numberName: '5', parentRoadId: main.id });
  const further = aRoad(at(0, -80), at(0, -160), { class: 'lane' });
  const merged = (keep: Road) =>
    done(aWorld(main, numberedLane, keep), 'road.merge', merge(keep, numberedLane)).world.road.get(keep.id);
  it('gives the number with the road it is counted on', () => {
    expect(merged(further)).toMatchObject({ name: null, numberName: '5', parentRoadId: main.id });
  });
  it('gives none to a way that has a name', () => {
    const named = { ...further, name: 'Ngõ Giếng' };
    expect(merged(named)).toMatchObject({ name: 'Ngõ Giếng', numberName: null, parentRoadId: null });
  });
});

describe('whichever ends meet', () => {
  const turnedSecond = { ...second, line: { ...second.line, coordinates: second.line.coordinates.toReversed() } };
  const turnedFirst = { ...first, line: { ...first.line, coordinates: first.line.coordinates.toReversed() } };
  it.each([
    ['end to start', first, second],
    ['end to end', first, turnedSecond],
    ['start to end', second, first],
    ['start to start', turnedFirst, second],
  ])('%s: every address is where its house is, on the merged line', (_, keep, other) => {
    const houses = [...onFirst, ...onSecond];
    const drafts = houses.map((house, index) => {
      const on = onFirst.includes(house) === (keep === first || keep === turnedFirst) ? keep : other;
      const { measureMeters, side } = locateOnLine(on.line, house.entrance);
      const place = { measureMeters: Math.round(measureMeters * 100) / 100, side };
      return anAddress(house, on, { ...place, number: String(index + 1), plusCode: `7PG7XQCQ+22${index + 2}` });
    });
    const after = done(aWorld(keep, other, ...houses, ...drafts), 'road.merge', merge(keep, other), [
      keep.id,
      other.id,
    ]);
    const merged = after.world.road.get(keep.id)!;
    expect(lineLengthMeters(merged.line)).toBeCloseTo(400, 0);
    expect(locateOnLine(merged.line, keep.line.coordinates[0]!).measureMeters).toBeLessThan(
      locateOnLine(merged.line, keep.line.coordinates.at(-1)!).measureMeters,
    );
    for (const house of houses) {
      const address = addressOf(after.world, house)!;
      const { measureMeters, side } = locateOnLine(merged.line, house.entrance);
      expect([address.roadId, address.side]).toEqual([keep.id, side]);
      expect(Math.abs(address.measureMeters - measureMeters)).toBeLessThan(0.03);
    }
  });
});

describe('with issued addresses', () => {
  const houses = [...onFirst, ...onSecond];
  it('on the first road: they keep everything; where the second comes before them, only the measure goes along', () => {
    const before = issued(numbered(aWorld(first, second, ...records)), onSecond);
    const after = done(before, 'road.merge', merge(second, first), both).world;
    for (const house of onSecond) {
      const [was, is] = [addressOf(before, house)!, addressOf(after, house)!];
      expect(is.measureMeters).toBeCloseTo(was.measureMeters + lineLengthMeters(first.line), 1);
      expect({ ...is, measureMeters: 0, version: 0 }).toEqual({ ...was, measureMeters: 0, version: 0 });
    }
    expect(numbersOf(numbered(after), onSecond)).toEqual(numbersOf(before, onSecond));
  });

  it('on the second road: refused, since they would bear another name', () => {
    const world = issued(numbered(aWorld(first, second, ...records)), houses);
    expect(refused(world, 'road.merge', merge(first, second), both)).toMatchObject({
      code: 'reshaping-changes-issued',
      recordIds: expect.arrayContaining(onSecond.map(({ id }) => id)) as string[],
    });
  });

  it('once on the second road, now retired: its record stays, closed, so that they can be found', () => {
    const official = issued(numbered(aWorld(first, second, ...records)), [onSecond[0]!]);
    const address = addressOf(official, onSecond[0]!)!;
    const retire = {
      addressIds: [address.id],
      decision: { id: first.id, number: '2/QĐ', date: '2026-01-01', signatory: 'Chủ tịch', scope: 'Thu hồi' },
      reason: 'Phá dỡ',
    };
    const world = done(official, 'address.retire', retire, [address.id]).world;
    const after = done(world, 'road.merge', merge(first, second), both).world;
    expect(after.road.get(second.id)).toMatchObject({ state: 'closed', name: 'Đường Bờ Ao' });
    expect(after.address.get(address.id)).toEqual(world.address.get(address.id));
  });
});

describe('two roads that cannot become one', () => {
  const code = (one: Road, other: Road) =>
    refused(aWorld(one, other), 'road.merge', merge(one, other), [one.id, other.id]).code;

  it('a road and its own lane', () => {
    const own = aRoad(at(0, 0), at(80, 0), { class: 'lane', parentRoadId: first.id });
    expect(code(first, own)).toBe('merge-with-own-lane');
    expect(code(own, first)).toBe('merge-with-own-lane');
    // Nobody wrote down what it opens from, but there it lies.
    expect(code(first, { ...own, parentRoadId: null })).toBe('merge-with-own-lane');
  });
  it('a road that is closed', () => {
    const closed = { ...second, state: 'closed' as const };
    expect(code(first, closed)).toBe('road-carries-no-addresses');
    expect(code(closed, first)).toBe('road-carries-no-addresses');
    expect(mergeableWith(aWorld(first, closed), first)).toEqual([]);
  });
  it('ways of different classes', () => {
    expect(code(first, aRoad(at(0, -3), at(0, -100), { class: 'branch' }))).toBe('merge-classes-differ');
  });
  it('parallel roads, whose ends do not meet', () => {
    expect(code(first, aRoad(at(30, 200), at(30, 0)))).toBe('merge-ends-apart');
  });
  it('a fork: one ends halfway along the other', () => {
    expect(code(first, aRoad(at(0, 100), at(150, 100)))).toBe('merge-at-fork');
  });
  it('a road with itself', () => {
    const input = merge(first, first);
    expect(refused(aWorld(first), 'road.merge', input, [first.id]).code).toBe('nothing-changes');
  });
});

it('offers the roads whose ends meet: a gap of 5 m is bridged, 6 m are not', () => {
  const [near, far] = [aRoad(at(0, -4.9), at(0, -100)), aRoad(at(6, 201), at(100, 210))];
  expect(mergeableWith(aWorld(first, near, far), first)).toEqual([near.id]);
  const merged = done(aWorld(first, near), 'road.merge', merge(first, near), [first.id, near.id]).world;
  expect(lineLengthMeters(merged.road.get(first.id)!.line)).toBeCloseTo(300, 0);
});
