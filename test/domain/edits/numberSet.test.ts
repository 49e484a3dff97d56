/** Numbers set by hand: kept by numbering, never given twice, released again. */
import { describe, expect, it } from 'vitest';
import { handNumberWarnings, readHandNumber, rowNumbers } from '../../../domain/addressing/numberByHand.ts';
import type { Address } from '../../../domain/records/address.ts';
import { defaultNumberingProfile } from '../../../domain/records/numberingProfile.ts';
import { worldOf } from '../../../domain/records/world.ts';
import { aHouse, anAddress, aRoad, at, aVillage, aWorld, newId } from '../builders.ts';
import { addressOf, contentOf, done, issued, numbered, numbersOf, refused, undone } from './doing.ts';

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
const other = aRoad(at(60, 200), at(60, -200), { name: 'Đường Bờ Ao' });
const east = [150, 100, 50, 0].map((north) => aHouse(at(8, north)));
const village = aWorld(road, other, ...east);
const ids = east.map(({ id }) => id);
const set = (...pairs: readonly (readonly [number, string])[]) => ({
  roadId: road.id,
  numbers: pairs.map(([index, number]) => ({ houseId: east[index]!.id, number })),
});

describe('a number set by hand', () => {
  const result = done(village, 'number.set', set([1, '12 a']), [ids[1]!]);
  it('is a draft with just that number, where its house is', () => {
    expect(addressOf(result.world, east[1]!)).toMatchObject({
      ...{ number: '12A', numberedBy: 'hand', state: 'draft', side: 'left', roadId: road.id },
      entrance: east[1]!.entrance,
    });
    expect(addressOf(result.world, east[1]!)!.measureMeters).toBeCloseTo(100, 0);
    expect(contentOf(undone(result))).toEqual(contentOf(village));
  });
  it('is kept by numbering, which gives the others around it', () => {
    const after = numbered(result.world);
    expect(numbersOf(after, east)).toEqual(['1', '12A', '13', '15']);
    expect(numbered(after)).toBe(after);
  });
  it('is released, and given anew with the road', () => {
    const released = done(numbered(result.world), 'number.release', { houseIds: [ids[1]!] }, [ids[1]!]).world;
    expect(numbersOf(released, [east[1]!])).toEqual(['12A']);
    expect(numbersOf(numbered(released), east)).toEqual(['1', '3', '5', '7']);
    expect(refused(released, 'number.release', { houseIds: [ids[1]!] }, [ids[1]!]).code).toBe('nothing-changes');
  });
  it('takes the place of the draft the rule gave, of its house and of a neighbour', () => {
    const drafted = numbered(village);
    const after = done(drafted, 'number.set', set([0, '3']), [ids[0]!]).world;
    expect(numbersOf(after, east)).toEqual(['3', null, '5', '7']);
    expect(addressOf(after, east[0]!)!.id).toBe(addressOf(drafted, east[0]!)!.id);
    expect(numbersOf(numbered(after), east)).toEqual(['3', '5', '7', '9']);
  });
  it('stays when the line is numbered under the compass rule: the side it was chosen for is kept', () => {
    const upward = { ...road, line: { ...road.line, coordinates: road.line.coordinates.toReversed() } };
    const world = done(aWorld(upward, ...east), 'number.set', set([3, '2']), [ids[3]!]).world;
    const after = numbered(world);
    expect(after.road.get(road.id)!.line).toEqual(upward.line);
    expect(numbersOf(after, east.toReversed())).toEqual(['2', '4', '6', '8']);
  });
  it('keeps its house on that road, unless a person chooses another', () => {
    const between = aHouse(at(40, 20));
    const world = aWorld(road, other, between);
    const onRoad = { roadId: road.id, numbers: [{ houseId: between.id, number: '7' }] };
    const after = done(world, 'number.set', onRoad, [between.id]).world;
    expect(after.house.get(between.id)!.chosenRoadId).toBe(road.id);
    expect(numbersOf(numbered(after), [between])).toEqual(['7']);
    const elsewhere = { id: between.id, changes: { chosenRoadId: other.id } };
    const moved = numbered(done(after, 'house.update', elsewhere, [between.id]).world);
    expect(addressOf(moved, between)).toMatchObject({ roadId: other.id, number: '2', numberedBy: null });
  });
  it('becomes official like any other', () => {
    const byHand = done(village, 'number.set', set([1, '11A']), [ids[1]!]).world;
    const official = issued(numbered(byHand));
    expect(numbersOf(official, east)).toEqual(['1', '11A', '13', '15']);
    expect(refused(official, 'number.set', set([1, '9']), [ids[1]!]).code).toBe('house-already-issued');
  });
});

describe('many at once', () => {
  it('are set in one edit, exchanging numbers among themselves too', () => {
    const first = done(village, 'number.set', set([0, '1'], [1, '3'], [2, '5']), ids.slice(0, 3)).world;
    const after = done(first, 'number.set', set([0, '3'], [1, '1']), ids.slice(0, 2)).world;
    expect(numbersOf(after, east)).toEqual(['3', '1', '5', null]);
  });
  it('houses whose entrances share a cell get codes of 12 digits', () => {
    const close = [0, 1, 2].map((step) => aHouse(at(8, 20 + step * 0.8)));
    const numbers = close.map(({ id }, index) => ({ houseId: id, number: String(2 * index + 1) }));
    const world = aWorld(road, ...close);
    const after = done(
      world,
      'number.set',
      { roadId: road.id, numbers },
      close.map(({ id }) => id),
    ).world;
    const codes = close.map((house) => addressOf(after, house)!.plusCode);
    expect(new Set(codes).size).toBe(3);
    expect(contentOf(numbered(after))).toEqual(contentOf(after));
  });
});

describe('is refused', () => {
  it('when it is no number, or taken by what is issued or set by hand', () => {
    for (const typed of ['0', '12ABC', 'A', '5/4', '99999']) {
      expect(refused(village, 'number.set', set([0, typed]), [ids[0]!])).toMatchObject({
        code: 'number-malformed',
        params: { number: typed },
      });
    }
    const official = issued(numbered(village), [east[0]!]);
    expect(refused(official, 'number.set', set([1, '1']), [ids[1]!])).toMatchObject({
      code: 'address-number-taken',
      recordIds: [ids[1], ids[0]],
    });
    const byHand = done(village, 'number.set', set([0, '1']), [ids[0]!]).world;
    expect(refused(byHand, 'number.set', set([1, '1']), [ids[1]!]).code).toBe('address-number-taken');
    expect(refused(village, 'number.set', set([0, '1'], [1, '1']), ids.slice(0, 2)).code).toBe('address-number-taken');
    expect(refused(village, 'number.set', set([0, '1'], [0, '3']), ids.slice(0, 2)).code).toBe('house-numbered-twice');
  });
  it('on a driveway, on a closed road, for a house that is gone or shares its entrance', () => {
    const driveway = aRoad(at(0, 0), at(9, 0), { class: 'access' });
    const onDriveway = { roadId: driveway.id, numbers: [{ houseId: ids[0]!, number: '1' }] };
    expect(refused(aWorld(driveway, ...east), 'number.set', onDriveway, [ids[0]!]).code).toBe(
      'road-carries-no-addresses',
    );
    const gone = { ...east[0]!, state: 'demolished' as const };
    expect(refused(aWorld(road, gone), 'number.set', set([0, '1']), [ids[0]!]).code).toBe('house-demolished');
    const twin = { ...east[0]!, id: newId() };
    const first = done(aWorld(road, east[0]!, twin), 'number.set', set([0, '1']), [ids[0]!]).world;
    const second = { roadId: road.id, numbers: [{ houseId: twin.id, number: '3' }] };
    expect(refused(first, 'number.set', second, [twin.id])).toMatchObject({
      code: 'entrance-shared',
      recordIds: [twin.id, ids[0]],
    });
  });
});

describe('what is odd about it', () => {
  it('an even number on the left, a far house: warned of, not forbidden', () => {
    expect(handNumberWarnings(village, road.id, ids[0]!, '2')).toMatchObject([
      { code: 'number-against-side', params: { number: '2', side: 'left' } },
    ]);
    expect(handNumberWarnings(village, road.id, ids[0]!, '1')).toEqual([]);
  });
  it('nothing, where a lane with houses on one side counts 1, 2, 3', () => {
    const lane = aRoad(at(0, 200), at(0, -200), { class: 'lane', numberName: '5', parentRoadId: other.id });
    const west = aHouse(at(-8, 150));
    const laneOf = (oneSidedLanes: 'continuous' | 'keep-parity', ...more: readonly Address[]) => {
      const numberingProfile = { ...defaultNumberingProfile, oneSidedLanes };
      return worldOf([aVillage({ numberingProfile }), lane, other, ...east, west, ...more]);
    };
    const opposite = anAddress(west, lane, { side: 'right', number: '1' });
    expect(handNumberWarnings(laneOf('continuous'), lane.id, ids[0]!, '2')).toEqual([]);
    expect(handNumberWarnings(laneOf('continuous', opposite), lane.id, ids[0]!, '2')).toHaveLength(1);
    expect(handNumberWarnings(laneOf('keep-parity'), lane.id, ids[0]!, '2')).toHaveLength(1);
  });
  it('a number withdrawn from another house rests', () => {
    const official = issued(numbered(village), [east[0]!]);
    const { id } = addressOf(official, east[0]!)!;
    const decision = { id: newId(), number: '2/QĐ', date: '2026-01-01', signatory: 'Chủ tịch', scope: 'Thu hồi' };
    const after = done(official, 'address.retire', { addressIds: [id], decision, reason: 'Phá dỡ' }, [id]).world;
    expect(handNumberWarnings(after, road.id, ids[1]!, '1', '2026-06-01')).toMatchObject([{ code: 'number-rests' }]);
    expect(handNumberWarnings(after, road.id, ids[0]!, '1', '2026-06-01')).toEqual([]);
  });
});

describe('rows of numbers', () => {
  it.each([
    ['5', '11', 4, ['5', '7', '9', '11']],
    ['11', '5', 4, ['11', '9', '7', '5']],
    ['1', '4', 4, ['1', '2', '3', '4']],
    ['12', '12C', 4, ['12', '12A', '12B', '12C']],
    ['12a', '12 d', 4, ['12A', '12B', '12C', '12D']],
    ['20-3', '20-1', 3, ['20-3', '20-2', '20-1']],
    ['7', '7', 1, ['7']],
    ['5', '10', 4, null],
    ['5', '5', 4, null],
    ['12A', '13C', 3, null],
    ['12A', '12-3', 3, null],
    ['x', '9', 2, null],
  ])('%s to %s in %i', (from, to, count, expected) => {
    expect(rowNumbers(from, to, count)).toEqual(expected);
  });
  it('letters leave out Đ where the village does', () => {
    expect(rowNumbers('1D', '1E', 2, true)).toEqual(['1D', '1E']);
    expect(rowNumbers('1D', '1E', 3)).toEqual(['1D', '1Đ', '1E']);
  });
  it('reads what people type', () => {
    expect(['12a', ' 12 A', '20-1', 'a10', '012', '1ă'].map(readHandNumber)).toEqual([
      '12A',
      '12A',
      '20-1',
      'A10',
      null,
      null,
    ]);
  });
});
