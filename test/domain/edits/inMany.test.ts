import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { run } from '../../../domain/edits/run.ts';
import { applyChange, type World } from '../../../domain/records/world.ts';
import type { EditKind, InputOf } from '../../../domain/edits/registry.ts';
import { aCamera, aHouse, aHousehold, anAddress, anEdit, aRoad, aSign, at, aWorld, idOf } from '../builders.ts';

const road = aRoad(at(-100, 0), at(100, 0), { name: 'Đường Làng' });
const other = aRoad(at(-100, 40), at(100, 40), { name: 'Đường Bãi' });
const lane = aRoad(at(0, 0), at(0, 40), { class: 'lane', numberName: '5', parentRoadId: road.id });
const [first, second, third] = [aHouse(at(-50, 15)), aHouse(at(0, 15)), aHouse(at(50, 15))];
const issued = anAddress(second, road, { state: 'issued', number: '7' });
const world = aWorld(road, other, lane, first, second, third, issued);

const decide = <K extends EditKind>(of: World, kind: K, input: InputOf<K>, ids: readonly string[]) =>
  run(of, anEdit(of, kind, input, ids));

function after<K extends EditKind>(of: World, kind: K, input: InputOf<K>, ids: readonly string[]): World {
  const result = decide(of, kind, input, ids);
  if (isRefusal(result)) throw new Error(result.code);
  return applyChange(of, result);
}

describe('many records changed at once', () => {
  const set = (ids: readonly string[], changes: object) =>
    decide(world, 'records.update', { recordKind: 'house', ids, changes } as never, ids);

  it('each gets the value, with one new version; who has it already is left alone', () => {
    const vacant = { ...first, state: 'vacant' as const };
    const of = aWorld(vacant, second, third);
    const ids = [vacant.id, second.id, third.id];
    const input = { recordKind: 'house', ids, changes: { state: 'vacant' } } as const;
    const done = after(of, 'records.update', input, ids);
    expect([...done.house.values()].map(({ state, version }) => [state, version])).toEqual([
      ['vacant', 1],
      ['vacant', 2],
      ['vacant', 2],
    ]);
    expect(decide(done, 'records.update', input, ids)).toMatchObject({ code: 'nothing-changes' });
  });

  it('one that cannot holds all back and is named; without it the rest is done', () => {
    const ids = [first.id, second.id, third.id];
    const refusal = set(ids, { chosenRoadId: other.id });
    expect(refusal).toMatchObject({ code: 'some-refused', recordIds: [second.id], params: { count: 1, total: 3 } });
    expect(isRefusal(set([first.id, third.id], { chosenRoadId: other.id }))).toBe(false);
  });

  it('a record that has changed since, is gone, or is of another kind is refused', () => {
    const ids = [first.id];
    const stale = { ...anEdit(world, 'records.update', { recordKind: 'house', ids, changes: { use: 'school' } }, ids) };
    expect(run(aWorld({ ...first, version: 4 }), stale)).toMatchObject({ code: 'stale-version' });
    expect(set([idOf(77)], { use: 'school' })).toMatchObject({ code: 'record-missing' });
    expect(set([road.id], { use: 'school' })).toMatchObject({ code: 'some-refused', recordIds: [road.id] });
  });
});

describe('many records deleted at once', () => {
  it('what hung on several of them lets go of each, once', () => {
    const sign = aSign(at(0, 5), { roadId: other.id, houseId: first.id });
    const camera = aCamera(at(1, 5), { houseId: third.id });
    const household = aHousehold({ houseId: first.id });
    const draft = anAddress(first, other);
    const of = aWorld(road, other, lane, first, second, third, issued, sign, camera, household, draft);
    const ids = [other.id, first.id, third.id];
    const done = after(of, 'records.delete', { ids }, ids);
    expect([...done.house.keys()]).toEqual([second.id]);
    expect(done.road.has(other.id)).toBe(false);
    expect([...done.address.keys()]).toEqual([issued.id]);
    expect(done.sign.get(sign.id)).toMatchObject({ roadId: null, houseId: null, version: 2 });
    expect(done.camera.get(camera.id)?.houseId).toBeNull();
    expect(done.household.get(household.id)?.houseId).toBeNull();
  });

  it('a lane goes with its road, though the road alone would let it stay', () => {
    const of = aWorld(road, lane, first);
    const ids = [road.id, lane.id];
    expect([...after(of, 'records.delete', { ids }, ids).road.keys()]).toEqual([]);
  });

  it('an issued address keeps its house and road, and nothing else is deleted then', () => {
    const ids = [first.id, second.id, road.id, third.id];
    expect(decide(world, 'records.delete', { ids }, ids)).toMatchObject({
      code: 'some-refused',
      recordIds: [second.id, road.id],
    });
  });

  it('an address or a household is not deleted this way', () => {
    const ids = [issued.id];
    expect(decide(world, 'records.delete', { ids }, ids)).toMatchObject({ code: 'some-refused', recordIds: ids });
  });
});
