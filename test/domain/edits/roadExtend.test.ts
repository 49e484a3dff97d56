/** A road that goes on (RULES R6, §12.4), at its end and at its start. */
import { describe, expect, it } from 'vitest';
import { planNumbering } from '../../../domain/addressing/numberingPlan.ts';
import { lineLengthMeters } from '../../../domain/geometry/line.ts';
import { profileDefaults } from '../../../domain/records/numberingProfile.ts';
import { worldOf } from '../../../domain/records/world.ts';
import { aHouse, aRoad, at, aVillage, aWorld, idOf } from '../builders.ts';
import { addressOf, contentOf, done, issued, numbered, numbersOf, refused, undone } from './doing.ts';

const road = aRoad(at(0, 100), at(0, -100), { name: 'Đường Đền Hàn' });
const houses = [80, 40, -80].map((north) => aHouse(at(8, north)));
const village = aWorld(road, ...houses);
const input = (end: 'start' | 'end', ...norths: number[]) => ({
  ...{ id: road.id, end },
  positions: norths.map((north) => at(0, north)),
});

it('at its end: nothing else changes, new houses take the next numbers (RULES §12.4)', () => {
  const before = issued(numbered(village));
  const result = done(before, 'road.extend', input('end', -150, -200), [road.id]);
  expect(result.world.road.get(road.id)!.line.coordinates).toEqual([at(0, 100), at(0, -100), at(0, -150), at(0, -200)]);
  expect(result.world.address).toBe(before.address);
  const late = aHouse(at(8, -180));
  const more = { ...result.world, house: new Map([...result.world.house, [late.id, late]]) };
  expect(numbersOf(numbered(more), [...houses, late])).toEqual(['1', '3', '5', '7']);
  expect(contentOf(undone(result))).toEqual(contentOf(before));
});

describe('at its start', () => {
  it('issued addresses stay as they are; their measures count from farther away', () => {
    const before = issued(numbered(village));
    const result = done(before, 'road.extend', input('start', 150, 200), [road.id]);
    const line = result.world.road.get(road.id)!.line;
    expect(line.coordinates).toEqual([at(0, 200), at(0, 150), at(0, 100), at(0, -100)]);
    const added = lineLengthMeters(line) - lineLengthMeters(road.line);
    for (const house of houses) {
      const [was, is] = [addressOf(before, house)!, addressOf(result.world, house)!];
      expect(is.measureMeters).toBeCloseTo(was.measureMeters + added, 1);
      expect({ ...is, measureMeters: 0, version: 0 }).toEqual({ ...was, measureMeters: 0, version: 0 });
    }
    expect(contentOf(undone(result))).toEqual(contentOf(before));
  });

  it('drafts keep their numbers until the road is numbered, then begin at the new start', () => {
    const after = done(numbered(village), 'road.extend', input('start', 200), [road.id]).world;
    expect(numbersOf(after, houses)).toEqual(['1', '3', '5']);
    const first = aHouse(at(8, 180));
    const more = { ...after, house: new Map([...after.house, [first.id, first]]) };
    expect(numbersOf(numbered(more), [first, ...houses])).toEqual(['1', '3', '5', '7']);
  });

  it('a new house before the first issued number is warned of: there the rule has no number left', () => {
    const after = done(issued(numbered(village)), 'road.extend', input('start', 200), [road.id]).world;
    const first = aHouse(at(8, 180));
    const more = { ...after, house: new Map([...after.house, [first.id, first]]) };
    const { warnings } = planNumbering(more, null, idOf(1));
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'number-before-first', recordIds: [first.id] }));
    expect(numbersOf(numbered(more), houses)).toEqual(['1', '3', '5']);
  });

  it('where numbers are metres, the issued ones would lie: refused without a decision', () => {
    const metric = worldOf([aVillage({ numberingProfile: profileDefaults.metric }), road, ...houses]);
    expect(refused(issued(numbered(metric)), 'road.extend', input('start', 200), [road.id])).toMatchObject({
      code: 'road-grows-at-start',
      params: { count: 3, meters: 100 },
    });
    expect(done(numbered(metric), 'road.extend', input('start', 200), [road.id]).change.updated.length).toBe(4);
  });
});

it('is refused where nothing is added, and where the road would cross itself', () => {
  expect(refused(village, 'road.extend', input('end', -100), [road.id]).code).toBe('nothing-changes');
  const across = { id: road.id, end: 'end', positions: [at(50, -100), at(50, 0), at(-50, 0)] } as const;
  expect(refused(village, 'road.extend', across, [road.id]).code).toBe('line-crosses-itself');
});
