import { describe, expect, it } from 'vitest';
import { isRefusal, type EditHistory } from '../../../domain/edits/edit.ts';
import type { EditKind, InputOf } from '../../../domain/edits/registry.ts';
import { run } from '../../../domain/edits/run.ts';
import { distanceMeters } from '../../../domain/geometry/localFrame.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import { roundPosition } from '../../../domain/geometry/rounding.ts';
import type { Change } from '../../../domain/records/change.ts';
import type { House } from '../../../domain/records/house.ts';
import { applyChange, type World } from '../../../domain/records/world.ts';
import { aHouse, anAddress, anEdit, aRoad, at, aWorld, newId } from '../builders.ts';

function done<K extends EditKind>(world: World, kind: K, input: InputOf<K>, basis: readonly string[] = []): Change {
  const result = run(world, anEdit(world, kind, input, basis));
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  return result;
}

const box = (west: number, south: number, east: number, north: number) =>
  ({
    type: 'Polygon',
    coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
  }) as const;

const main = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
const common = { use: 'residential', state: 'standing', name: null } as const;

describe('the entrance of a house drawn', () => {
  const draw = (world: World, entrance: Position | null, footprint: House['footprint']) =>
    run(world, anEdit(world, 'house.draw', { id: newId(), entrance, footprint, ...common }));

  it('is shown where a person placed it', () => {
    expect(draw(aWorld(main), at(10, 0), null)).toMatchObject({ created: [{ entranceOrigin: 'shown' }] });
    expect(draw(aWorld(main), at(20, 5), box(10, 0, 20, 10))).toMatchObject({
      created: [{ entranceOrigin: 'shown', entrance: roundPosition(at(20, 5)) }],
    });
  });

  const assumedAt = (world: World, footprint: House['footprint']): Position => {
    const change = draw(world, null, footprint);
    if (isRefusal(change)) throw new Error(change.code);
    const [made] = change.created;
    expect(made).toMatchObject({ kind: 'house', entranceOrigin: 'assumed' });
    return (made as House).entrance;
  };

  it('else is assumed in the middle of the wall that faces its road', () => {
    expect(distanceMeters(assumedAt(aWorld(main), box(10, 0, 20, 10)), at(10, 5))).toBeLessThan(0.02);
    // West of the road the wall in the east.
    expect(distanceMeters(assumedAt(aWorld(main), box(-30, 0, -16, 10)), at(-16, 5))).toBeLessThan(0.02);
  });

  it('faces the road it is judged to be on, which need not be the nearest to a wall', () => {
    const path = aRoad(at(21, 200), at(21, -200), { name: 'Lối sau', madeFor: 'feet', widthMeters: 1 });
    expect(distanceMeters(assumedAt(aWorld(main, path), box(8, 0, 20, 10)), at(8, 5))).toBeLessThan(0.02);
    const street = { ...path, madeFor: 'vehicles' as const };
    expect(distanceMeters(assumedAt(aWorld(main, street), box(8, 0, 20, 10)), at(20, 5))).toBeLessThan(0.02);
  });

  it('without any road is its first corner; without an outline it must be shown', () => {
    expect(assumedAt(aWorld(), box(10, 0, 20, 10))).toEqual(roundPosition(at(10, 0)));
    expect(draw(aWorld(main), null, null)).toMatchObject({ code: 'entrance-missing' });
  });
});

describe('the entrance of a house moved', () => {
  const house = aHouse(at(10, 5), { footprint: box(10, 0, 20, 10), entranceOrigin: 'assumed' });
  const world = aWorld(main, house);
  const moved = (entrance: Position, footprint: House['footprint']) =>
    done(world, 'house.move', { id: house.id, entrance, footprint }, [house.id]).updated[0]![1];

  it('by itself is shown', () => {
    expect(moved(at(10, 7), house.footprint)).toMatchObject({ entranceOrigin: 'shown' });
  });

  it('with its house, or where only the outline is corrected, stays assumed', () => {
    expect(moved(at(13, 8), box(13, 3, 23, 13))).toMatchObject({ entranceOrigin: 'assumed' });
    expect(moved(house.entrance, box(10, 0, 22, 10))).toMatchObject({ entranceOrigin: 'assumed' });
  });

  it('is shown as well by a person who says that it is right where it is', () => {
    const changes = { entranceOrigin: 'shown' } as const;
    expect(done(world, 'house.update', { id: house.id, changes }, [house.id])).toMatchObject({
      updated: [[{ entranceOrigin: 'assumed' }, { entranceOrigin: 'shown', entrance: house.entrance }]],
    });
  });
});

describe('the assumed entrance of a house for which another road is chosen', () => {
  const back = aRoad(at(40, 200), at(40, -200), { name: 'Đường Sau' });
  const house = aHouse(at(10, 5), { footprint: box(10, 0, 20, 10), entranceOrigin: 'assumed' });
  const world = aWorld(main, back, house);
  const choose = (chosenRoadId: string | null, of: World = world, id = house.id) =>
    applyChange(of, done(of, 'house.update', { id, changes: { chosenRoadId } }, [id]));
  const doorOf = (of: World, id = house.id) => of.house.get(id)!;

  it('turns to face it, and back when it is left to the rules again', () => {
    const chosen = choose(back.id);
    expect(doorOf(chosen)).toMatchObject({ entranceOrigin: 'assumed', chosenRoadId: back.id });
    expect(distanceMeters(doorOf(chosen).entrance, at(20, 5))).toBeLessThan(0.02);
    expect(distanceMeters(doorOf(choose(null, chosen)).entrance, at(10, 5))).toBeLessThan(0.02);
    // The road it is on anyhow turns nothing, wherever in its front the door was assumed.
    const aside = aHouse(at(10, 3), { footprint: house.footprint, entranceOrigin: 'assumed' });
    expect(doorOf(choose(main.id, aWorld(main, back, aside), aside.id), aside.id).entrance).toEqual(aside.entrance);
  });

  it('stays where a person showed it, where only a point is known, and where it is issued', () => {
    const shown = { ...house, entranceOrigin: 'shown' } as const;
    const point = { ...house, footprint: null };
    for (const one of [shown, point]) {
      expect(doorOf(choose(back.id, aWorld(main, back, one))).entrance).toEqual(house.entrance);
    }
    const address = anAddress(house, back, { state: 'issued', measureMeters: 195, side: 'right' });
    const official = aWorld(main, back, house, address);
    const chosen = choose(back.id, official);
    expect(doorOf(chosen)).toEqual({ ...house, chosenRoadId: back.id, version: 2 });
    expect(chosen.address.get(address.id)).toBe(address);
  });

  it('takes the draft at it along, and for many at once in one cell their codes are told apart', () => {
    const narrow = [4, 2].map((south) =>
      aHouse(at(10, south + 1), { footprint: box(10, south, 20, south + 2), entranceOrigin: 'assumed' }),
    );
    const drafts = narrow.map((one, index) =>
      anAddress(one, main, { number: String(2 * index + 1), plusCode: `7PG7XQCQ+22${index + 2}` }),
    );
    const ids = narrow.map(({ id }) => id);
    const numbered = aWorld(main, back, ...narrow, ...drafts);
    const input = { recordKind: 'house', ids, changes: { chosenRoadId: back.id } } as const;
    const after = applyChange(numbered, done(numbered, 'records.update', input, ids));
    const codes = drafts.map(({ id, houseId }, index) => {
      const { entrance, plusCode } = after.address.get(id)!;
      expect(distanceMeters(entrance, at(20, 5 - 2 * index))).toBeLessThan(0.02);
      expect(entrance).toEqual(doorOf(after, houseId).entrance);
      return plusCode;
    });
    expect(new Set(codes.map((code) => code.slice(0, 12))).size).toBe(1);
    expect(new Set(codes).size).toBe(2);
  });

  it('turns as well when a number is set on that road', () => {
    const input = { roadId: back.id, numbers: [{ houseId: house.id, number: '4' }] };
    const set = applyChange(world, done(world, 'number.set', input, [house.id]));
    const [address] = set.address.values();
    expect(doorOf(set)).toEqual(doorOf(choose(back.id)));
    expect(address!.entrance).toEqual(doorOf(set).entrance);
  });
});

describe('a change from before doors and ways were told apart', () => {
  /** As the log kept it: without the fields of today. */
  function old<R extends object>(item: R): R {
    const { entranceOrigin: _door, madeFor: _for, ...rest } = item as R & { entranceOrigin?: 1; madeFor?: 1 };
    return rest as unknown as R;
  }
  const historyOf = (change: Change): EditHistory => ({ changeOf: () => ({ kind: 'house.delete', change }) });
  const house = aHouse(at(10, 5), { entranceOrigin: 'assumed' });
  const revert = (world: World, change: Change) =>
    run(world, anEdit(world, 'change.revert', { editId: newId() }), historyOf(change));

  it('can be undone: what comes back has the fields of today', () => {
    const change = revert(aWorld(main), { created: [], updated: [], deleted: [old(house)] });
    expect(change).toMatchObject({ created: [{ id: house.id, entranceOrigin: 'shown', version: 2 }] });
  });

  it('can be undone where the record stands as the change left it; what is newer than the change stays', () => {
    const before = old({ ...house, name: 'Nhà cũ' });
    const world = aWorld(main, { ...house, version: 2 });
    const change = revert(world, { created: [], updated: [[before, old({ ...house, version: 2 })]], deleted: [] });
    if (isRefusal(change)) throw new Error(change.code);
    expect(applyChange(world, change).house.get(house.id)).toEqual({ ...house, name: 'Nhà cũ', version: 3 });
  });

  it('is not undone where a field it knows has changed since', () => {
    const world = aWorld(main, { ...house, use: 'business' });
    expect(revert(world, { created: [old(house)], updated: [], deleted: [] })).toMatchObject({
      code: 'revert-changed-since',
    });
  });
});
