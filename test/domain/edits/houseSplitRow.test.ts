/** One long building split into a row of houses (the Terracer's job). */
import { describe, expect, it } from 'vitest';
import { areaSquareMeters, contains } from '../../../domain/geometry/polygon.ts';
import { locateOnLine } from '../../../domain/geometry/line.ts';
import { aHouse, aHousehold, aRoad, at, aWorld, newId } from '../builders.ts';
import { addressOf, contentOf, done, issued, numbered, numbersOf, refused, rectangle, undone } from './doing.ts';

// North to south; the row stands on the left, 40 m along the road and 15 m deep.
const road = aRoad(at(0, 100), at(0, -100), { name: 'Đường Làng' });
const row = aHouse(at(6, 30), { footprint: rectangle(6, 0, 15, 40), name: 'Dãy tập thể' });
const household = aHousehold({ houseId: row.id });
const world = aWorld(road, row, household);
const newIds = [newId(), newId(), newId()];
const input = {
  ...{ id: row.id, newIds, roadId: null, keepPart: null },
  numbers: ['5', '7', '9', '11'] as string[] | null,
};

describe('a row of four', () => {
  const result = done(world, 'house.splitRow', input, [row.id]);
  const after = result.world;
  // The door at 30 m north lies on the seam of the first two; the record stays with the part around it.
  const parts = [...after.house.values()].sort(
    (a, b) => locateOnLine(road.line, a.entrance).measureMeters - locateOnLine(road.line, b.entrance).measureMeters,
  );

  it('has equal parts, each with its door in the middle of its front', () => {
    expect(parts).toHaveLength(4);
    for (const [index, part] of parts.entries()) {
      expect(areaSquareMeters(part.footprint!)).toBeCloseTo(150, 0);
      const middle = at(6, 35 - 10 * index);
      expect(part.entrance[0]).toBeCloseTo(middle[0], 6);
      expect(part.entrance[1]).toBeCloseTo(middle[1], 6);
    }
  });

  it('bears the numbers given, from the road’s start, kept by numbering', () => {
    expect(numbersOf(after, parts)).toEqual(['5', '7', '9', '11']);
    expect(numbersOf(numbered(after), parts)).toEqual(['5', '7', '9', '11']);
    for (const part of parts) expect(addressOf(after, part)).toMatchObject({ numberedBy: 'hand', side: 'left' });
  });

  it('keeps the record, with name and households, in one part; the others are new', () => {
    expect(after.house.get(row.id)!.name).toBe('Dãy tập thể');
    expect(after.household.get(household.id)!.houseId).toBe(row.id);
    expect(result.change.created.filter(({ kind }) => kind === 'house').map(({ id }) => id)).toEqual(newIds);
    for (const id of newIds) expect(after.house.get(id)).toMatchObject({ name: null, use: row.use, state: row.state });
  });

  it('is one building again when taken back', () => {
    expect(contentOf(undone(result))).toEqual(contentOf(world));
  });
});

it('without numbers: the draft stays with its part, the others wait', () => {
  const drafted = numbered(world);
  const after = done(drafted, 'house.splitRow', { ...input, numbers: null }, [row.id]).world;
  expect(numbersOf(after, [row])).toEqual(['1']);
  expect(after.address.size).toBe(1);
  expect(numbered(after).address.size).toBe(4);
});

describe('with an issued address', () => {
  const door = aHouse(at(6, 25), { footprint: rectangle(6, 0, 15, 40) });
  const official = issued(numbered(aWorld(road, door)));
  const split = (keepPart: number | null, numbers: string[] | null) => ({ ...input, id: door.id, keepPart, numbers });

  it('it stays as it is, with the part around its entrance', () => {
    const after = done(official, 'house.splitRow', split(null, null), [door.id]).world;
    expect(addressOf(after, door)).toEqual(addressOf(official, door));
    expect(after.house.get(door.id)!.entrance).toEqual(door.entrance);
    expect(contains(after.house.get(door.id)!.footprint!, at(7, 25))).toBe(true);
  });
  it('no other part may take it, and it takes no other number', () => {
    expect(refused(official, 'house.splitRow', split(3, null), [door.id])).toMatchObject({
      code: 'row-keeps-issued',
      params: { number: '1', part: 2 },
    });
    expect(refused(official, 'house.splitRow', split(null, ['3', '5', '7', '9']), [door.id]).code).toBe(
      'house-already-issued',
    );
    const around = done(official, 'house.splitRow', split(1, ['3', '1', '5', '7']), [door.id]).world;
    expect(numbersOf(around, [{ id: newIds[0]! }, door, { id: newIds[1]! }])).toEqual(['3', '1', '5']);
    const typed = done(official, 'house.splitRow', split(1, ['3', ' 1 ', '5', '7']), [door.id]).world;
    expect(numbersOf(typed, [door])).toEqual(['1']);
  });
});

describe('a building that is no row', () => {
  it('too narrow, without an outline, with too few numbers, far from every road', () => {
    const thin = aHouse(at(6, 2), { footprint: rectangle(6, 0, 15, 5) });
    expect(refused(aWorld(road, thin), 'house.splitRow', { ...input, id: thin.id, numbers: null }, [thin.id])).toEqual(
      expect.objectContaining({ code: 'row-part-too-narrow', params: { meters: 1.3, least: 1.5 } }),
    );
    const point = aHouse(at(6, 2));
    expect(refused(aWorld(road, point), 'house.splitRow', { ...input, id: point.id }, [point.id]).code).toBe(
      'house-without-footprint',
    );
    expect(refused(world, 'house.splitRow', { ...input, numbers: ['1', '3'] }, [row.id])).toMatchObject({
      code: 'row-numbers-differ',
      params: { count: 4, given: 2 },
    });
    const away = aHouse(at(400, 30), { footprint: rectangle(400, 0, 15, 40) });
    expect(refused(aWorld(road, away), 'house.splitRow', { ...input, id: away.id }, [away.id]).code).toBe(
      'row-without-road',
    );
  });
  it('numbers that another house has, or twice the same, are refused with nothing split', () => {
    const neighbour = aHouse(at(6, 60));
    const taken = issued(numbered(aWorld(road, row, neighbour)), [neighbour]);
    const ofNeighbour = { ...input, numbers: ['1', '3', '5', '7'] };
    expect(refused(taken, 'house.splitRow', ofNeighbour, [row.id])).toMatchObject({
      code: 'address-number-taken',
      params: { number: '1' },
    });
    expect(refused(world, 'house.splitRow', { ...input, numbers: ['5', '5', '7', '9'] }, [row.id]).code).toBe(
      'address-number-taken',
    );
  });
});
