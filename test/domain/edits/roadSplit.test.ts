/** A road split in two: everything keeps its place, and what is issued its reading. */
import { describe, expect, it } from 'vitest';
import { lineLengthMeters } from '../../../domain/geometry/line.ts';
import { aHouse, aRoad, aSign, at, aWorld, newId } from '../builders.ts';
import { addressOf, contentOf, done, issued, numbered, numbersOf, refused, undone } from './doing.ts';

// North to south, 400 m; houses every 50 m on both sides.
const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Đền Hàn' });
const east = [150, 100, 50, -50, -100, -150].map((north) => aHouse(at(8, north)));
const west = [150, -150].map((north) => aHouse(at(-8, north)));
const nearLane = aRoad(at(0, 120), at(80, 120), { class: 'lane', parentRoadId: road.id });
const farLane = aRoad(at(0, -120), at(80, -120), { class: 'lane', parentRoadId: road.id });
const inFarLane = aHouse(at(40, -114));
const chosen = aHouse(at(40, -60), { chosenRoadId: road.id });
const farSign = aSign(at(2, -199), { roadId: road.id });
const nearSign = aSign(at(2, 199), { roadId: road.id });
const village = aWorld(road, nearLane, farLane, ...east, ...west, inFarLane, chosen, farSign, nearSign);

const beyond = newId();
const split = (newName: string | null = 'Đường Bờ Ao', north = -20) => ({
  id: road.id,
  ...{ at: at(1, north), newRoadId: beyond, newName },
});

describe('a road with drafts', () => {
  const before = numbered(village);
  const result = done(before, 'road.split', split(), [road.id]);
  const after = result.world;

  it('becomes two roads that meet at the place, as long together as before', () => {
    const [first, second] = [after.road.get(road.id)!, after.road.get(beyond)!];
    expect([first.name, second.name, second.class, second.parentRoadId]).toEqual([
      'Đường Đền Hàn',
      'Đường Bờ Ao',
      'road',
      null,
    ]);
    expect(first.line.coordinates.at(-1)).toEqual(second.line.coordinates[0]);
    expect(first.line.coordinates[0]).toEqual(road.line.coordinates[0]);
    expect(lineLengthMeters(first.line)).toBeCloseTo(220, 0);
    expect(lineLengthMeters(first.line) + lineLengthMeters(second.line)).toBeCloseTo(lineLengthMeters(road.line), 1);
  });

  it('keeps every draft’s number, side and place on the ground, with the measure carried over', () => {
    expect(numbersOf(after, [...east, ...west])).toEqual(numbersOf(before, [...east, ...west]));
    for (const house of [...east, ...west]) {
      const [was, is] = [addressOf(before, house)!, addressOf(after, house)!];
      const isBeyond = house.entrance[1] < at(0, -20)[1];
      expect(is.roadId).toBe(isBeyond ? beyond : road.id);
      expect(is.side).toBe(was.side);
      const cut = lineLengthMeters(after.road.get(road.id)!.line);
      expect(is.measureMeters).toBeCloseTo(isBeyond ? was.measureMeters - cut : was.measureMeters, 1);
    }
  });

  it('takes along the lanes, signs and chosen houses beyond the place, and no others', () => {
    expect(after.road.get(nearLane.id)!.parentRoadId).toBe(road.id);
    expect(after.road.get(farLane.id)!.parentRoadId).toBe(beyond);
    expect(after.sign.get(nearSign.id)!.roadId).toBe(road.id);
    expect(after.sign.get(farSign.id)!.roadId).toBe(beyond);
    expect(after.house.get(chosen.id)!.chosenRoadId).toBe(beyond);
  });

  it('is numbered from its own start when numbered again', () => {
    expect(numbersOf(numbered(after), [east[3]!, east[4]!, west[1]!])).toEqual(['1', '5', '2']);
  });

  it('is one road again when taken back', () => {
    expect(contentOf(undone(result))).toEqual(contentOf(before));
  });
});

describe('a road with issued addresses', () => {
  it('is split where only drafts lie beyond; the issued ones keep everything', () => {
    const before = issued(numbered(village), east.slice(0, 3));
    const after = done(before, 'road.split', split(), [road.id]).world;
    for (const house of east.slice(0, 3)) expect(addressOf(after, house)).toEqual(addressOf(before, house));
  });

  it('is not split where one beyond, or in a lane beyond, would bear another road’s name', () => {
    const named = [east[5]!, inFarLane];
    for (const house of named) {
      expect(refused(issued(numbered(village), [house]), 'road.split', split(), [road.id])).toMatchObject({
        code: 'reshaping-changes-issued',
        recordIds: [house.id],
        params: { count: 1 },
      });
    }
  });
});

describe('a place where a road cannot be split', () => {
  it('is at an end, or off the road', () => {
    expect(refused(village, 'road.split', split(null, 200), [road.id]).code).toBe('split-at-end');
    expect(refused(village, 'road.split', split(null, -199.5), [road.id]).code).toBe('split-at-end');
    expect(refused(village, 'road.split', { ...split(), at: at(60, 0) }, [road.id])).toMatchObject({
      code: 'split-off-road',
      params: { meters: 60 },
    });
  });
  it('the part beyond takes no name that is borne already', () => {
    expect(refused(village, 'road.split', split('Đường Đền Hàn'), [road.id]).code).toBe('road-name-duplicate');
  });
});

describe('a lane', () => {
  const lane = aRoad(at(0, 0), at(100, 0), { class: 'lane', parentRoadId: road.id, numberName: '5' });
  const alley = aRoad(at(80, 0), at(80, 60), { class: 'alley', parentRoadId: lane.id });
  const input = { id: lane.id, at: at(50, 1), newRoadId: beyond, newName: null };

  it('with one mouth: the part beyond opens from the first and is an alley, what opens from it one deeper', () => {
    const after = done(aWorld(road, lane, alley), 'road.split', input, [lane.id]).world;
    expect(after.road.get(lane.id)).toMatchObject({ class: 'lane', numberName: '5', parentRoadId: road.id });
    expect(after.road.get(beyond)).toMatchObject({ class: 'alley', numberName: null, parentRoadId: lane.id });
    expect(after.road.get(alley.id)).toMatchObject({ class: 'branch', parentRoadId: beyond });
  });

  it('through to another road: the part beyond is a lane of that one', () => {
    const other = aRoad(at(100, 200), at(100, -200), { name: 'Đường Làng' });
    const after = done(aWorld(road, other, lane), 'road.split', input, [lane.id]).world;
    expect(after.road.get(beyond)).toMatchObject({ class: 'lane', parentRoadId: other.id });
  });
});
